import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { scripts } from '../package.json';
import { statement } from '../src/graph/driver/statement';
import { externalKey } from '../src/shared/ids';
import { clientOf, type Client } from './kit/client';
import { CommandInstallation, saidBy, type Ended, type Settings } from './kit/command';
import { answer, buildGraph, recordAll } from './kit/graph';

let installation: CommandInstallation;
beforeAll(async () => {
  installation = await CommandInstallation.open();
});
afterAll(() => installation.close());

/** One sentence for people on standard error, nothing else, and exit code 1. */
function expectOneSentence({ code, stdout, stderr }: Ended, about: RegExp): void {
  expect(stderr).toMatch(about);
  expect(stderr.trim()).not.toContain('\n');
  expect(stderr).toMatch(/[.]\n$/);
  expect([stdout, code]).toEqual(['', 1]);
}

describe('a command that cannot be run', () => {
  it.each([
    [
      'an unknown command',
      ['dance'],
      {},
      /no command "dance".*start, demo, import, seed, rebuild, calibrate, token, platform, report, export, backup, restore, schema, settings/,
    ],
    ['no command', [], {}, /no command ""/],
    ['a role that there is not', ['token', '--role', 'king'], {}, /--role.*person, lead, author, hr, admin/],
    ['no role', ['token'], {}, /--role/],
    ['a person without saying who', ['token', '--role', 'person'], {}, /--person/],
    [
      'nobody’s global id',
      ['token', '--role', 'person', '--person', 'nobody'],
      {},
      /not the global id of any person/,
    ],
    ['a broken setting', ['start'], { SKILLWAKE_PORT: 'eighty' }, /SKILLWAKE_PORT/],
    [
      'several broken settings, told at once',
      ['start'],
      { SKILLWAKE_MEETS_FROM: '2', NEO4J_URI: 'nowhere', SKILLWAKE_LOG_LEVEL: 'loud' },
      /NEO4J_URI.*SKILLWAKE_MEETS_FROM.*SKILLWAKE_LOG_LEVEL/,
    ],
    ['an open host without a secret', ['start'], { SKILLWAKE_HOST: '0.0.0.0' }, /SKILLWAKE_SECRET/],
    ['a wrong password', ['rebuild'], { NEO4J_PASSWORD: 'wrong' }, /NEO4J_PASSWORD/],
    ['a database that does not answer', ['rebuild'], { NEO4J_URI: 'bolt://127.0.0.1:1' }, /NEO4J_URI/],
    ['words that the demo does not know', ['demo', '--twice'], {}, /--once/],
    ['a folder that is none', ['demo', '--once', '--from', 'nowhere'], {}, /nowhere is no folder/],
  ] as [string, string[], Settings, RegExp][])(
    'says so in one sentence: %s',
    async (_, words, settings, about) => expectOneSentence(await installation.here(words, settings), about),
  );

  it('says so in one sentence: an option that there is not', async () => {
    expectOneSentence(await installation.here(['token', '--rolle', 'admin']), /--rolle/);
  });

  it('says so in one sentence as a process too, which ends with that exit code', async () => {
    expectOneSentence(await installation.inProcess(['dance']), /no command "dance"/);
  });

  it('never repeats a secret', async () => {
    const ended = await installation.here(['start'], { SKILLWAKE_SECRET: 'my secret is short' });
    expectOneSentence(ended, /SKILLWAKE_SECRET: must have at least 32 characters/);
    expect(ended.stderr).not.toContain('my secret');
  });

  it('says so in one sentence: a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await installation.here(['start'], { SKILLWAKE_PORT: String(port) });
    expectOneSentence(ended, new RegExp(`127[.]0[.]0[.]1:${String(port)} .*port is taken.*SKILLWAKE_PORT`));
    other.close();
  });
});

describe('--help', () => {
  it('tells every setting', async () => {
    const { code, stdout } = await installation.here(['start', '--help']);
    expect(code).toBe(0);
    for (const setting of ['NEO4J_URI', 'SKILLWAKE_PORT', 'SKILLWAKE_SECRET'])
      expect(stdout).toContain(setting);
  });

  it.each([
    ['start', 'takes no arguments'],
    ['demo', '--once', '--from DIR'],
    ['import', '--columns', '--clear', '--local-dates', '--full', 'memberships: '],
    ['seed', '--from DIR', '--essential LEVEL', 'esco'],
    ['rebuild', '--from-start'],
    ['calibrate', '--dry-run'],
    ['token', '--role ROLE', 'person, lead, author, hr, admin', '--person ID', '--list', '--revoke ID'],
    ['platform', 'add NAME', '--home-page ADDRESS', 'remove NAME', '--list'],
    ['report', '--date DATE', '--person ID', '--markdown', '--html FILE'],
    ['backup', 'FILE'],
    ['restore', 'FILE'],
    ['schema', '--released'],
    ['settings', 'takes no arguments'],
  ])('tells what %s takes', async (name, ...words) => {
    const { code, stdout } = await installation.here([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^npm (run )?${name}\\b`));
    for (const word of words) expect(stdout).toContain(word);
  });

  it('tells of every command where none is named', async () => {
    const { stdout } = await installation.here(['--help']);
    for (const name of Object.keys(scripts))
      if (scripts[name as keyof typeof scripts].includes('src/main.ts'))
        expect(stdout).toMatch(new RegExp(`^npm (run )?${name}\\b`, 'm'));
  });
});

const COUNT_ANSWERS = statement<{ answers: number; people: number }>(
  'spec.countAnswers',
  `MATCH (person:Person)<-[:BY]-(answer:Answer) WHERE answer.id STARTS WITH $prefix
   RETURN count(answer) AS answers, count(DISTINCT person) AS people`,
);
const SPOIL = statement<{ people: number }>(
  'spec.spoil',
  `MATCH (answer:Answer)-[:BY]->(person:Person)-[mastery:HAS_SKILL]->(:Skill) WHERE answer.id STARTS WITH $prefix
   WITH DISTINCT mastery, person SET mastery.intercept = mastery.intercept + 1 RETURN count(DISTINCT person) AS people`,
);
const UNDER_WAY = statement<{ query: string }>(
  'spec.underWay',
  `SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS 'evidence.writeAnswers' AND NOT query CONTAINS 'spec.underWay'
   RETURN query`,
);

/** Prints a token as a user would. */
async function tokenOf(...words: string[]): Promise<string> {
  const { code, stdout } = await installation.here(['token', ...words]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^[\w-]+[.][\w-]+[.][\w-]+\n$/);
  return stdout.trim();
}

describe('a server started by a command', () => {
  const viewer = '{ viewer { role personId } }';
  let server: ReturnType<CommandInstallation['launch']>;
  let url: string;
  let token: string;
  let admin: Client;
  beforeAll(async () => {
    server = installation.launch(['start']);
    ({ found: url } = await saidBy(server, /Skillwake serves (\S+)\n/));
    token = await tokenOf('--role', 'admin');
    admin = clientOf(url, token);
  });

  it('takes the tokens that the token command prints: both keep their secret where only its owner reads', async () => {
    expect(await admin.ask(viewer)).toMatchObject({ data: { viewer: { role: 'ADMIN', personId: null } } });
    const person = (await buildGraph(admin, { people: 1 })).people[0]!.id;
    const own = clientOf(url, await tokenOf('--role', 'person', '--person', person));
    expect(await own.ask(viewer)).toMatchObject({ data: { viewer: { role: 'PERSON', personId: person } } });
    expect((await stat(join(installation.directory, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is rebuilt beside: the command counts the people, and those whose stored mastery differed', async () => {
    const graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    await recordAll(
      admin,
      [0, 1].map((person) => answer(graph, person, 0)),
    );
    const rebuilt = async () => {
      const { code, stdout } = await installation.here(['rebuild']);
      expect(code).toBe(0);
      const [, people, differed] =
        /^(\d+) people rebuilt; the stored mastery of (\d+) differed from their evidence[.]\n$/.exec(stdout)!;
      return [Number(people), Number(differed)];
    };
    const [people, differed] = await rebuilt();
    expect(people).toBeGreaterThanOrEqual(3);
    expect(differed).toBe(0);
    const prefix = externalKey('answer', graph.source, '');
    expect(await installation.database.transaction((tx) => tx.query(SPOIL, { prefix }))).toEqual([
      { people: 2 },
    ]);
    expect(await rebuilt()).toEqual([people, 2]);
    expect(await rebuilt()).toEqual([people, 0]);
  });

  it('ends in order at SIGTERM: what is under way is done, then nothing answers, exit code 0', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    const answers = Array.from({ length: 1_000 }, () => answer(graph, 0, 0));
    const recorded = recordAll(admin, answers).then(() => 'done');
    const underWay = async () => (await installation.database.query(UNDER_WAY)).length > 0;
    // Where the machine is so quick that nothing is seen under way, the rest still holds.
    while ((await Promise.race([recorded, delay(5)])) !== 'done' && !(await underWay()));
    const exit = once(server, 'exit');
    server.kill('SIGTERM');
    await recorded;
    expect(await exit).toEqual([0, null]);
    const prefix = externalKey('answer', graph.source, '');
    expect(await installation.database.query(COUNT_ANSWERS, { prefix })).toEqual([
      { answers: 1_000, people: 1 },
    ]);
    await expect(fetch(url)).rejects.toThrow();
  });
});
