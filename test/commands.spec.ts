import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type { Database } from '../src/graph/driver/database';
import type { EmbeddedDatabase } from '../src/graph/embedded/embedded';
import { statement } from '../src/graph/driver/statement';
import { outsideKey } from '../src/shared/ids';
import { clientOf, type Client } from './kit/client';
import { answer, buildGraph, recordAll } from './kit/graph';
import { openOwnDatabase, type OwnDatabase } from './kit/own-database';

const root = resolve(__dirname, '..');
const course = resolve(root, '../shared/data/probability-course');
const children = new Set<ChildProcessWithoutNullStreams>();

/** The commands count and rebuild everybody there is, so they have a database of their own. */
let own: OwnDatabase;
let directory: string;
let embedded: EmbeddedDatabase;
let database: Database;
beforeAll(async () => {
  own = await openOwnDatabase({ migrated: false });
  ({ directory, embedded, database } = own);
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await own.close();
});

type Settings = Readonly<Record<string, string>>;

function launch(words: readonly string[], settings: Settings = {}): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts', ...words], {
    cwd: root,
    env: {
      NEO4J_URI: embedded.uri,
      NEO4J_USERNAME: embedded.username,
      NEO4J_PASSWORD: embedded.password,
      SKILLWAKE_DATA_DIRECTORY: directory,
      SKILLWAKE_PORT: '0',
      ...settings,
    },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function command(words: readonly string[], settings: Settings = {}): Promise<Ended> {
  const child = launch(words, settings);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** A server in a process of its own, once it says where it serves. */
async function served(
  settings: Settings = {},
): Promise<{ child: ChildProcessWithoutNullStreams; url: string }> {
  const child = launch(['start'], settings);
  return { child, url: await said(child, /Skillwake serves (\S+)\n/) };
}

/** What a process says within a pattern, once it says it. */
async function said({ stdout }: ChildProcessWithoutNullStreams, pattern: RegExp): Promise<string> {
  let all = '';
  for await (const part of stdout) {
    all += String(part);
    const found = pattern.exec(all)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`It ended without saying it: ${all}`);
}

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
      /no command "dance".*start, demo, import, seed, rebuild, calibrate, token, backup, restore, schema, settings/,
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
    async (_, words, settings, about) => expectOneSentence(await command(words, settings), about),
  );

  it('says so in one sentence: an option that there is not', async () => {
    expectOneSentence(await command(['token', '--rolle', 'admin']), /--rolle/);
  });

  it('never repeats a secret', async () => {
    const ended = await command(['start'], { SKILLWAKE_SECRET: 'my secret is short' });
    expectOneSentence(ended, /SKILLWAKE_SECRET: must have at least 32 characters/);
    expect(ended.stderr).not.toContain('my secret');
  });

  it('says so in one sentence: a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await command(['start'], { SKILLWAKE_PORT: String(port) });
    expectOneSentence(ended, new RegExp(`127[.]0[.]0[.]1:${String(port)} .*port is taken.*SKILLWAKE_PORT`));
    other.close();
  });
});

describe('--help', () => {
  it('tells every setting', async () => {
    const { code, stdout } = await command(['start', '--help']);
    expect(code).toBe(0);
    for (const setting of ['NEO4J_URI', 'SKILLWAKE_PORT', 'SKILLWAKE_SECRET'])
      expect(stdout).toContain(setting);
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
const COUNT_ALL = statement<{ nodes: number; relationships: number }>(
  'spec.countAll',
  `MATCH (node) WITH count(node) AS nodes
   MATCH ()-[relationship]->() RETURN nodes, count(relationship) AS relationships`,
);

const UNDER_WAY = statement<{ query: string }>(
  'spec.underWay',
  `SHOW TRANSACTIONS YIELD currentQuery AS query WHERE query CONTAINS 'evidence.writeAnswers' AND NOT query CONTAINS 'spec.underWay'
   RETURN query`,
);

/** Prints a token as a user would. */
async function tokenOf(...words: string[]): Promise<string> {
  const { code, stdout } = await command(['token', ...words]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^[\w-]+[.][\w-]+[.][\w-]+\n$/);
  return stdout.trim();
}

describe('a server started by a command', () => {
  const viewer = '{ viewer { role personId } }';
  let server: Awaited<ReturnType<typeof served>>;
  let token: string;
  let admin: Client;
  beforeAll(async () => {
    server = await served();
    token = await tokenOf('--role', 'admin');
    admin = clientOf(server.url, token);
  });

  it('takes the tokens that the token command prints: both keep their secret where only its owner reads', async () => {
    expect(await admin.ask(viewer)).toMatchObject({ data: { viewer: { role: 'ADMIN', personId: null } } });
    const person = (await buildGraph(admin, { people: 1 })).people[0]!.id;
    const own = clientOf(server.url, await tokenOf('--role', 'person', '--person', person));
    expect(await own.ask(viewer)).toMatchObject({ data: { viewer: { role: 'PERSON', personId: person } } });
    expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is rebuilt beside: the command counts the people, and those whose stored mastery differed', async () => {
    const graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    await recordAll(
      admin,
      [0, 1].map((person) => answer(graph, person, 0)),
    );
    const rebuilt = async () => {
      const { code, stdout } = await command(['rebuild']);
      expect(code).toBe(0);
      const [, people, differed] =
        /^(\d+) people rebuilt; the stored mastery of (\d+) differed from their evidence[.]\n$/.exec(stdout)!;
      return [Number(people), Number(differed)];
    };
    const [people, differed] = await rebuilt();
    expect(people).toBeGreaterThanOrEqual(3);
    expect(differed).toBe(0);
    const prefix = outsideKey('answer', graph.source, '');
    expect(await database.transaction((tx) => tx.query(SPOIL, { prefix }))).toEqual([{ people: 2 }]);
    expect(await rebuilt()).toEqual([people, 2]);
    expect(await rebuilt()).toEqual([people, 0]);
  });

  it('ends in order at SIGTERM: what is under way is done, then nothing answers, exit code 0', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    const answers = Array.from({ length: 1_000 }, () => answer(graph, 0, 0));
    const recorded = recordAll(admin, answers).then(() => 'done');
    const underWay = async () => (await database.query(UNDER_WAY)).length > 0;
    // Where the machine is so quick that nothing is seen under way, the rest still holds.
    while ((await Promise.race([recorded, delay(5)])) !== 'done' && !(await underWay()));
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await recorded;
    expect(await exit).toEqual([0, null]);
    const prefix = outsideKey('answer', graph.source, '');
    expect(await database.query(COUNT_ANSWERS, { prefix })).toEqual([{ answers: 1_000, people: 1 }]);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

/** What the demo says it did: people, questions, answers recorded and answers that were there. */
function told(stdout: string): number[] {
  const line =
    /^(\d+) people, (\d+) questions; (\d+) answers recorded, (\d+) were there already[.]$/m.exec(stdout) ??
    [];
  return line.slice(1).map(Number);
}

describe('demo --once', () => {
  it('loads simulated people, says so, and adds nothing when it is run again', async () => {
    const first = await command(['demo', '--once']);
    expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    const [people, questions, recorded, there] = told(first.stdout);
    expect(first.stdout).toMatch(/simulated/i);
    expect([people! > 50, questions! > 10, recorded! > 1_000, there]).toEqual([true, true, true, 0]);
    const [counted] = await database.query(COUNT_ANSWERS, { prefix: outsideKey('answer', 'demo', '') });
    expect(counted!.answers).toBe(recorded);
    const [before] = await database.query(COUNT_ALL);

    const second = await command(['demo', '--once']);
    expect(second.code).toBe(0);
    expect(told(second.stdout)).toEqual([people, questions, 0, recorded]);
    expect((await database.query(COUNT_ALL))[0]).toEqual(before);
    expect(first.stdout + second.stdout).not.toContain('/graphiql');
  }, 240_000);
});

describe('demo', () => {
  it('stays up, with a link to GraphiQL whose token and ids hold', async () => {
    const child = launch(['demo']);
    const link = new URL(await said(child, /^(http\S+\/graphiql#\S+)\n/m));
    expect((await fetch(link)).status).toBe(200);
    const { token, ...ids } = Object.fromEntries(new URLSearchParams(link.hash.slice(1)));
    const { data } = await clientOf(new URL('/graphql', link).href, token!).ask(
      `query ($person: ID!, $project: ID!, $team: ID!) {
         person(id: $person) { name } project(id: $project) { name } team(id: $team) { name }
       }`,
      ids,
    );
    const named = { name: expect.stringMatching(/./) };
    expect(data).toEqual({ person: named, project: named, team: named });
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  }, 240_000);
});

const BY_QUESTION = statement<{
  question: string;
  answers: number;
  people: number;
  right: number;
  empty: number;
}>(
  'spec.answersByQuestion',
  `MATCH (person:Person)<-[:BY]-(answer:Answer)-[:TO]->(:QuestionVersion)<-[:HAS_VERSION]-(question:Question)
   WHERE answer.id STARTS WITH $prefix
   MATCH (outside:OutsideId)-[:IDENTIFIES]->(question)
   RETURN outside.key AS question, count(answer) AS answers, count(DISTINCT person) AS people,
          avg(answer.score) AS right, sum(CASE WHEN answer.response IS NULL THEN 1 ELSE 0 END) AS empty
   ORDER BY question`,
);
const RESPONSES = statement<{ id: string; score: number; response: string | null }>(
  'spec.responses',
  `MATCH (answer:Answer) WHERE answer.id STARTS WITH $prefix
   RETURN answer.id AS id, answer.score AS score, answer.response AS response`,
);

const realCourse = existsSync(course) ? describe : describe.skip;
realCourse(
  'demo --once --from the real course (skipped where ../shared/data/probability-course is not there)',
  () => {
    type Row = Readonly<Record<string, string>>;
    const csv = (name: string): Row[] => parse(readFileSync(join(course, name), 'utf8'), { columns: true });

    it('holds, question by question, the answers, people and share of right answers of the files', async () => {
      const { code, stdout } = await command(['demo', '--once', '--from', course]);
      expect(code).toBe(0);
      expect(told(stdout)).toEqual([504, 24, 10_188, 0]);

      const responses = csv('responses_long.csv');
      const given = new Map(csv('probability_wide.csv').map((row) => [row['case'], row]));
      const valueOf = (row: Row) => given.get(row['case'])?.[row['question_id']!] ?? '';
      const questions = [...new Set(responses.map((row) => row['question_id']!))].sort();
      const expected = questions.map((id) => {
        const rows = responses.filter((row) => row['question_id'] === id);
        const right = rows.filter((row) => row['correct'] === '1').length;
        return {
          question: outsideKey('Question', 'probability-course', id),
          answers: rows.length,
          people: new Set(rows.map((row) => row['case'])).size,
          right: expect.closeTo(right / rows.length, 12),
          empty: rows.filter((row) => valueOf(row) === '').length,
        };
      });
      const prefix = outsideKey('answer', 'probability-course', '');
      expect(await database.query(BY_QUESTION, { prefix })).toEqual(expected);
      expect(expected.reduce((sum, { answers }) => sum + answers, 0)).toBe(10_188);
      expect(await database.query(COUNT_ANSWERS, { prefix })).toEqual([{ answers: 10_188, people: 504 }]);

      const stored = await database.query(RESPONSES, { prefix });
      const byId = new Map(stored.map(({ id, score, response }) => [id, [score, response]]));
      const wrong = responses.filter((row) => {
        const [score, response] = byId.get(`${prefix}${row['case']!} ${row['question_id']!}`) ?? [];
        return score !== Number(row['correct']) || response !== (valueOf(row) || null);
      });
      expect(wrong).toEqual([]);
    }, 240_000);
  },
);
