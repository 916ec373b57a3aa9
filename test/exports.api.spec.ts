import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { questionOf } from '../src/shared/cursors';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { askExports, rowsOf, tokenFor, type ExportedRow } from './kit/exports';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  masteryOf,
  recordAll,
  type TestGraph,
} from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { askFor } from './kit/nouns';
import { SAVE_PEOPLE } from './kit/operations';
import { until } from './kit/watching';

const secret = randomBytes(32).toString('hex');
/** People by position: those known in something; the others are known in nothing. */
const [ada, ben, kept, merged, deleted, leaver] = [0, 1, 2, 3, 4, 5] as const;

let app: TestApp;
let admin: Client;
let hr: Client;
let graph: TestGraph;
let ids: string[];
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_SECRET: secret });
  [admin, hr] = [await app.as('admin'), await app.as('hr')];
  graph = await buildGraph(admin, { people: 6, skills: 2, questionsPerSkill: 2 });
  ids = graph.people.map(({ id }) => id);
  const { source, people, skills } = graph;
  const team = { source, id: 'team' };
  const project = { source, id: 'project' };
  await buildOrganisation(admin, {
    teams: [{ ...team, name: '=HYPERLINK("Team")' }],
    memberships: [ada, ben, kept].map((one) => ({ person: people[one]!.reference, team })),
    projects: [{ ...project, name: 'Project' }],
    requirements: [{ project, skill: skills[0]!.reference, level: 0.6, headcount: 2 }],
    assignments: [ada, ben].map((one) => ({ project, person: people[one]!.reference })),
  });
  await recordAll(admin, [answer(graph, ada, 0), answer(graph, ada, 2), answer(graph, ben, 0)]);
});
afterAll(() => app.close());

const token = () => hr.token;
/** What snapshots are sealed for. */
const ofSnapshots = questionOf('exports.snapshot');
const ofGraph = (rows: readonly ExportedRow[], column: string) =>
  rows.filter((row) => ids.includes(String(row[column])));
const statusOf = async (path: string, asked: Parameters<typeof askExports>[2]) => {
  const found = await askExports(app, path, asked);
  const text = await found.text();
  return {
    status: found.status,
    headers: found.headers,
    code: text.startsWith('{"error"')
      ? (JSON.parse(text) as { error: { code: string } }).error.code
      : undefined,
  };
};

describe('people', () => {
  it('are all there with the ids of another system, one a row', async () => {
    const { rows } = await rowsOf(app, 'people', token(), { source: graph.source });
    const own = ofGraph(rows, 'id');
    expect(own.map(({ id }) => id)).toEqual(ids);
    expect(own[ada]).toMatchObject({
      status: 'current',
      name: `person-0001 of ${graph.source}`,
      externalId: 'person-0001',
      teams: '=HYPERLINK("Team")',
      mergedInto: null,
    });
    expect((await rowsOf(app, 'people', token())).rows[0]).toMatchObject({ externalId: null });
  });

  it('come as CSV that a spreadsheet computes nothing of, named as a file and with the snapshot', async () => {
    const found = await askExports(app, 'people', { token: token() });
    expect(found.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(found.headers.get('content-disposition')).toMatch(
      /^attachment; filename="people-\d{4}-\d\d-\d\d[.]csv"$/,
    );
    const table = parse<Record<string, string>>(await found.text(), { columns: true });
    expect(table.find(({ id }) => id === ids[ada])).toMatchObject({
      teams: `'=HYPERLINK("Team")`,
      email: '',
    });
    expect(Object.values(table.at(-1)!).slice(0, 4)).toEqual([
      '#end',
      String(table.length - 1),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      found.headers.get('x-skillwake-snapshot'),
    ]);
  });
});

describe('the matrix', () => {
  it('has the levels that GraphQL has, and names those who are known in nothing as unknown', async () => {
    const { rows, end } = await rowsOf(app, 'matrix', token());
    const own = ofGraph(rows, 'personId');
    for (const person of [ada, ben]) {
      const levels = await masteryOf(admin, graph, person, end.asOf);
      const shown = own.filter(({ personId }) => personId === ids[person]);
      expect(
        shown.map(({ skillId, level, low, high, answers, lastEvidenceAt }) => [
          graph.skills.findIndex(({ id }) => id === skillId),
          { level, low, high, answerCount: answers, lastEvidenceAt },
        ]),
      ).toEqual([...levels]);
      expect(shown.every(({ known, band }) => known === 'known' && typeof band === 'string')).toBe(true);
    }
    const unknown = own.filter(({ personId }) => personId === ids[kept]);
    expect(unknown).toEqual([
      expect.objectContaining({ known: 'unknown', level: null, skillId: null, status: 'current' }),
    ]);
  });

  it('is a look at everybody in it, which they see', async () => {
    await rowsOf(app, 'matrix', token());
    const viewed = await app.as('person', ids[ben]);
    let seen: object[] = [];
    await until(async () => {
      const found = await askFor<{ person: { accessLog: { nodes: object[] } } }>(
        viewed,
        'query ($id: ID!) { person(id: $id) { accessLog { nodes { need operation role } } } }',
        { id: ids[ben] },
      );
      seen = found.person.accessLog.nodes;
      return seen.length > 0;
    }, 30_000);
    expect(seen).toContainEqual({ need: 'EXPORT', operation: expect.stringMatching(/^export /), role: 'HR' });
  });

  it('is of a later date where that is asked for, and of no earlier one', async () => {
    const { end } = await rowsOf(app, 'matrix', token(), { asOf: '2099-01-01' });
    expect(end.asOf).toBe('2099-01-01T00:00:00.000Z');
    expect(await statusOf('matrix', { token: token(), search: '?asOf=2020-01-01' })).toMatchObject({
      status: 400,
      code: 'BAD_INPUT',
    });
  });
});

describe('what a viewer may have', () => {
  it.each(['people', 'matrix', 'gaps', 'supply', 'changes'])(
    'of %s is nothing where they are neither hr nor admin',
    async (name) => {
      for (const client of [
        await app.as('lead', ids[ada]),
        await app.as('author'),
        await app.as('person', ids[ada]),
      ])
        expect(await statusOf(name, { token: client.token })).toMatchObject({
          status: 403,
          code: 'FORBIDDEN',
        });
      expect(await statusOf(name, { token: 'x' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    },
  );

  it('is what the token was issued for, and GraphQL only where it was for that', async () => {
    const account = await tokenFor(secret, 'exports:people');
    expect((await statusOf('people', { token: account })).status).toBe(200);
    expect(await statusOf('matrix', { token: account })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const asked = (bearer: string) =>
      fetch(app.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: '{"query":"{ viewer { role } }"}',
      });
    expect((await asked(account)).status).toBe(403);
    expect((await asked(await tokenFor(secret, 'graphql'))).status).toBe(200);
  });

  it('is withheld, as a word, of few people, where the token is for figures on groups alone', async () => {
    const ofTeam = async (bearer: string) =>
      (await rowsOf(app, 'supply', bearer)).rows.filter(
        ({ team, skillId }) => team === '=HYPERLINK("Team")' && skillId === graph.skills[0]!.id,
      );
    expect((await ofTeam(token())).map(({ people, known }) => [people, known])).toEqual(
      Array(4).fill([3, 2]),
    );
    const hidden = await ofTeam(await tokenFor(secret, 'exports:supply', 'exports:gaps'));
    expect(hidden).toHaveLength(4);
    for (const { people, known, unknown, expectedPeople } of hidden)
      expect([people, known, unknown, expectedPeople]).toEqual(Array(4).fill('withheld'));
    const gaps = (await rowsOf(app, 'gaps', await tokenFor(secret, 'exports:gaps'))).rows;
    expect(gaps.find(({ scopeName, scope }) => scope === 'project' && scopeName === 'Project')).toMatchObject(
      {
        expectedShortfall: 'withheld',
        known: 'withheld',
        summary: expect.stringContaining('fewer than 5'),
      },
    );
  });
});

it('gaps are those of GraphQL, of everybody and of each project', async () => {
  const { rows } = await rowsOf(app, 'gaps', token());
  const own = rows.filter(({ skillId }) => skillId === graph.skills[0]!.id);
  expect(own.map(({ scope }) => scope)).toEqual(['organisation', 'project']);
  const found = await askFor<{
    project: { gaps: { gaps: { demand: number; summary: string; supply: object }[] } };
  }>(
    admin,
    `query ($source: String!) { project(source: $source, id: "project") { gaps { ... on GapReport { gaps {
      demand summary supply { ... on GapSupply { known unknown } } } } } } }`,
    { source: graph.source },
  );
  const [gap] = found.project.gaps.gaps;
  expect(own[1]).toMatchObject({
    demand: gap!.demand,
    // Nobody is named in a file.
    summary: gap!.summary.replace(/ unknown \(.*\);/, ' unknown;'),
    ...gap!.supply,
    scopeName: 'Project',
  });
});

describe('since a snapshot', () => {
  it('come those who changed, and what became of those who went, each once', async () => {
    const { snapshot } = (await rowsOf(app, 'people', token())).end;
    const nothing = await rowsOf(app, 'changes', token(), { since: snapshot });
    expect(ofGraph(nothing.rows, 'id')).toEqual([]);
    const { people } = graph;
    await recordAll(admin, [answer(graph, ben, 3, { at: day(2) })]);
    await admin.get(MERGE_PEOPLE, {
      items: [{ keep: people[kept]!.reference, merge: people[merged]!.reference }],
    });
    await askFor(
      admin,
      'mutation ($items: [ReferenceInput!]!) { deletePeople(items: $items) { errors { message } } }',
      { items: [people[deleted]!.reference] },
    );
    await admin.get(SAVE_PEOPLE, {
      items: [{ ...people[leaver]!.reference, activeUntil: new Date().toISOString() }],
    });
    await pause(5);
    const changes = ofGraph((await rowsOf(app, 'changes', token(), { since: snapshot })).rows, 'id');
    const told = (type: string) =>
      changes
        .filter((row) => row['type'] === type)
        .map(({ id, change }) => [ids.indexOf(String(id)), change]);
    expect(told('person')).toEqual([
      [kept, 'changed'],
      [merged, 'merged'],
      [deleted, 'deleted'],
      [leaver, 'left'],
    ]);
    expect(told('levels')).toEqual(expect.arrayContaining([[ben, 'changed']]));
    const others = ofGraph((await rowsOf(app, 'people', token(), { since: snapshot })).rows, 'id');
    expect(others.map(({ id, status, mergedInto }) => [ids.indexOf(String(id)), status, mergedInto])).toEqual(
      [
        [kept, 'current', null],
        [merged, 'merged', ids[kept]],
        [deleted, 'deleted', null],
        [leaver, 'left', null],
      ],
    );
    const levels = ofGraph((await rowsOf(app, 'matrix', token(), { since: snapshot })).rows, 'personId');
    expect([
      ...new Set(
        levels.map(
          ({ personId, status, known }) =>
            `${String(ids.indexOf(String(personId)))} ${String(status)} ${String(known)}`,
        ),
      ),
    ]).toEqual(['1 current known', '2 current unknown', '3 merged null', '4 deleted null', '5 left null']);
    const whole = ofGraph((await rowsOf(app, 'people', token())).rows, 'id');
    expect(whole.map(({ id }) => ids.indexOf(String(id)))).toEqual([ada, ben, kept]);
  });

  it('come those whose last day came meanwhile, when nothing changed', async () => {
    const { people } = await buildGraph(admin, { people: 1 });
    const hoursAgo = (hours: number) => Date.now() - hours * 3_600_000;
    const activeUntil = new Date(hoursAgo(1)).toISOString();
    await admin.get(SAVE_PEOPLE, { items: [{ ...people[0]!.reference, activeUntil }] });
    const { snapshot } = (await rowsOf(app, 'people', token())).end;
    const [, ...position] = app.cursors.open(ofSnapshots, snapshot) as [number, string, string];
    const leftSince = async (at: number) => {
      const since = app.cursors.seal(ofSnapshots, [at, ...position]);
      const { rows } = await rowsOf(app, 'people', token(), { since });
      return rows.filter(({ id }) => id === people[0]!.id).map(({ status }) => status);
    };
    expect([await leftSince(hoursAgo(2)), await leftSince(hoursAgo(0.5))]).toEqual([['left'], []]);
  });

  it('is refused of none that was given here, and of one that nothing is known of any more', async () => {
    const ask = (since: string) => statusOf('changes', { token: token(), search: `?since=${since}` });
    expect(await statusOf('changes', { token: token() })).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(await ask('yesterday')).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    const old = app.cursors.seal(ofSnapshots, [0, 'another epoch', '{}']);
    expect(await ask(old)).toMatchObject({ status: 410, code: 'SNAPSHOT_EXPIRED' });
  });
});
