import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { platform as platformCommand } from '../src/app/commands/platform';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { ImportFolder, ndjson, runCommand } from './kit/importing';
import { triesWhole } from './kit/sampling';
import { named, openPlatform, statement, type Statement } from './kit/xapi';

const RECORD = graphql(`
  mutation RecordStatements($items: [StatementInput!]!) {
    recordStatements(items: $items) {
      recorded
      duplicates
      results {
        index
        status
      }
      errors {
        index
        code
        message
        fields
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

async function record(items: readonly { source?: unknown; id?: unknown; statement?: unknown }[]) {
  return (await admin.get(RECORD, { items: [...items] })).recordStatements;
}

describe('recordStatements', () => {
  it('keeps the good ones, and says of each other where it is wrong', async () => {
    const platform = await openPlatform(app);
    const source = platform.name;
    const [fine, text] = [named(), named()];
    const { recorded, results, errors } = await record([
      { source, statement: fine },
      { source, statement: { ...statement(), actor: { mbox: 'ada' } } },
      { source, statement: JSON.stringify(text) },
      { source, statement: '{' },
      { source, statement: 7 },
      { statement: fine },
      { source, id: 'x', statement: statement() },
      { source, statement: { ...fine, result: { success: true } } },
      { source, statement: statement({ attachments: [] }), id: randomUUID() },
    ]);
    expect([recorded, results.map(({ index }) => index)]).toEqual([3, [0, 2, 8]]);
    expect(errors.map(({ index, code, fields }) => [index, code, fields])).toEqual([
      [1, 'INVALID', ['statement.actor.mbox']],
      [3, 'INVALID', ['statement']],
      [4, 'INVALID', ['statement']],
      [5, 'INVALID', ['source']],
      [6, 'INVALID', ['id']],
      [7, 'CONFLICT', ['id']],
    ]);
    expect(await platform.idsOf()).toEqual(expect.arrayContaining([fine.id, text.id]));
  });

  it('says of what is sent again that it is there, with an id and without one', async () => {
    const source = `platform ${randomUUID()}`;
    const items = [
      { source, statement: statement() },
      { source, statement: statement() },
      { source, statement: named() },
      { source, id: randomUUID(), statement: statement() },
    ];
    expect(await record(items)).toMatchObject({ recorded: 4, duplicates: 0, errors: [] });
    expect(await record(items)).toMatchObject({ recorded: 0, duplicates: 4, errors: [] });
  });

  it('is the same as the door: what came in by one is known by the other', async () => {
    const platform = await openPlatform(app);
    const sent = [statement(), named(), statement({ timestamp: '2026-01-31T09:00:00Z' })];
    const ids = await platform.post(...sent);
    const items = sent.map((one) => ({ source: platform.name, statement: one }));
    expect(await record(items)).toMatchObject({ recorded: 0, duplicates: 3 });
    expect(new Set(await platform.idsOf())).toEqual(new Set(ids));
  });

  it('is closed to everybody who may not record evidence of others', async () => {
    for (const role of ['author'] as const) {
      const { errors } = await (await app.as(role)).ask(RECORD, { items: [] });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

describe('an import of statements', () => {
  it('takes each line as it stands, and a poison one costs no other', async () => {
    const platform = await openPlatform(app);
    const [first, second] = [named(), named()];
    const lines = [first, { ...statement(), verb: {} }, { statement: second }];
    const folder = await ImportFolder.open(app.database);
    const file = await folder.file(ndjson(lines), 'ndjson');
    const { code, rejected } = await folder.run(file, '--kind', 'statements', '--source', platform.name);
    await folder.close();
    expect([code, rejected.map(({ line, reason }) => [line, reason])]).toEqual([
      2,
      [[2, expect.stringContaining('statement.verb: must have "id"')]],
    ]);
    expect(new Set(await platform.idsOf())).toEqual(new Set([first.id, second.id]));
  });
});

describe('npm run platform', () => {
  const command = (...words: string[]) => runCommand(app.database, platformCommand, words);

  it('lets a platform in with what it prints once, lists it, and shuts it out again', async () => {
    const name = `Moodle ${randomUUID()}`;
    const { code, said } = await command('add', name, '--home-page', 'https://moodle.example.org');
    const [, key, secret] = /^key\t(\w+)\nsecret\t(\S{43})\n/u.exec(said)!;
    expect(code).toBe(0);
    const ask = () =>
      fetch(new URL('/xapi/statements', app.url), {
        headers: {
          authorization: `Basic ${Buffer.from(`${key!}:${secret!}`).toString('base64')}`,
          'x-experience-api-version': '1.0.3',
        },
      });
    expect((await ask()).status).toBe(200);
    expect((await command('--list')).said).toMatch(new RegExp(`${key!}\tadded .*\t${name}\n`));
    expect((await command('--list')).said).not.toContain(secret);
    expect(await command('add', name)).toMatchObject({ code: 1, said: expect.stringMatching(/already/) });
    expect(await command('remove', name)).toMatchObject({ code: 0 });
    const until = performance.now() + 3_000;
    while ((await ask()).status !== 401) expect(performance.now()).toBeLessThan(until);
    expect(await command('remove', name)).toMatchObject({ code: 1 });
  });

  it.each(
    [[], ['add'], ['dance', 'x'], ['add', 'x', '--home-page', 'home'], ['add', 'x', 'y']].map((words) => [
      words,
    ]),
  )('understands no %j', (words) => {
    expect(() => platformCommand(words)).toThrow(/takes|--home-page/);
  });
});

const data = resolve(__dirname, '../../shared/data');
const whereTheDataIs = existsSync(data) ? describe : describe.skip;

whereTheDataIs('real statements', () => {
  const read = (folder: string): Statement[] =>
    gunzipSync(readFileSync(`${data}/${folder}/statements.jsonl.gz`))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Statement & { statement?: Statement })
      .map((line) => line.statement ?? line);

  /** What a platform says itself of a statement that was given back. */
  const saidIn = (found: Statement, sent: Statement): object => {
    const { stored: _s, authority: _a, version: _v, ...own } = found;
    const made = (['id', 'timestamp'] as const).filter((name) => sent[name] === undefined);
    return Object.fromEntries(Object.entries(own).filter(([name]) => !made.some((one) => one === name)));
  };

  it.each([
    ['xapi-moodle', 190],
    ['video-statements', 6_000],
  ])('of %s pass through unchanged, twice with the same result', async (folder, count) => {
    const platform = await openPlatform(app);
    const all = read(folder);
    expect(all).toHaveLength(count);
    const sent = triesWhole() ? all : all.slice(0, 1_000);
    const send = async () => {
      const ids: string[] = [];
      for (let from = 0; from < sent.length; from += 500)
        ids.push(...(await platform.post(...sent.slice(from, from + 500))));
      return ids;
    };
    const ids = await send();
    const { json } = await platform.ask({ query: { ascending: 'true' } });
    expect(json.statements.length).toBeGreaterThan(150);
    json.statements.forEach((found, place) => expect(saidIn(found, sent[place]!)).toEqual(sent[place]));
    expect(await send()).toEqual(ids);
    expect(await platform.idsOf({ ascending: 'true' })).toEqual(ids);
  });
});
