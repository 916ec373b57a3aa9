import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../src/graph/driver/database';
import { migrate, migrations } from '../src/graph/migrations/migrations';
import { statement } from '../src/graph/driver/statement';
import { externalKey } from '../src/shared/ids';
import { startApp } from './kit/app';
import { answer, buildGraph, day, record, uniqueSource } from './kit/graph';
import { storedOf } from './kit/stored';
import { openOwnDatabase, type OwnDatabase } from './kit/own-database';
import { endProcesses, startProcess } from './kit/process';
import { triesWhole } from './kit/sampling';
import { isReady, timed, until, watched } from './kit/watching';

/** A request is never left without an answer for longer, milliseconds; the machine may be busy with other things. */
const seconds = 6_000;

const READ = '{ people(first: 1) { nodes { id } } }';

/** The graph as the first release left it: one mean and variance an edge, and a prior. */
const AS_BEFORE = statement(
  'spec.asBefore',
  `MATCH (calibration:Calibration {number: 1})
   SET calibration = {number: 1, current: true, priorMean: 0.0, priorVariance: 2.0, fadingPerDay: 0.5 / 365.25}
   WITH 1 AS one
   MATCH (installation:Installation) SET installation.migration = 3
   WITH 1 AS one
   MATCH (person:Person)-[mastery:HAS_SKILL]->(:Skill)
   SET mastery = {mean: 0.4, variance: 1.2, lastEvidenceAt: mastery.lastEvidenceAt, answers: mastery.answers}
   REMOVE person.general0, person.sitting`,
);

/** As names were kept before they were folded by one rule, with the full-text index of then. */
const AS_NAMED_BEFORE = statement(
  'spec.asNamedBefore',
  `MATCH (named:Skill|Person) SET named.sortName = toLower(named.name)
   REMOVE named.nameWords, named.labelWords, named.synonymWords, named.emailWords
   WITH count(*) AS all
   MATCH (installation:Installation) SET installation.migration = 9`,
);

/** As external ids were kept before their ends were tidied. */
const AS_CALLED_BEFORE = statement(
  'spec.asCalledBefore',
  `UNWIND $items AS item
   MATCH (called:OutsideId {key: item.key})
   SET called.key = item.former, called.value = toLower(split(item.former, '\u001f')[2])
   WITH count(*) AS all
   MATCH (installation:Installation) SET installation.migration = 12`,
);

const SET_MIGRATION = statement(
  'spec.setMigration',
  `MATCH (installation:Installation {one: 1}) SET installation.migration = $number`,
);
const FORGET_INSTALLATION = statement('spec.forgetInstallation', `MATCH (node) DETACH DELETE node`);
const CONSTRAINTS = statement<{ name: string }>(
  'spec.constraints',
  `SHOW CONSTRAINTS YIELD name RETURN name`,
);

let own: OwnDatabase;
beforeAll(async () => {
  own = await openOwnDatabase({ migrated: false });
}, 300_000);
afterAll(async () => {
  await endProcesses();
  await own.close();
});

describe('an embedded database of its own', () => {
  it.each(triesWhole() ? [1, 2, 3, 4, 5] : [1])(
    'is brought up to date once by two that start at once (%s)',
    async () => {
      await own.database.transaction((tx) => tx.query(FORGET_INSTALLATION));
      for (const { name } of await own.database.query(CONSTRAINTS))
        await own.database.autocommit({
          name: 'spec.dropConstraint',
          text: `DROP CONSTRAINT ${name}`,
          scansBecause: undefined,
        });
      const marked: string[] = [];
      const two = await Promise.all([Database.open(own.embedded), Database.open(own.embedded)]);
      await Promise.all(
        two.map((one) =>
          migrate(
            one.observedBy((name) => {
              if (name === 'migrations.mark') marked.push(name);
            }),
          ),
        ),
      );
      expect(marked).toHaveLength(migrations.length);
      await Promise.all(two.map((one) => one.close()));
    },
  );

  it('makes the API ready only where its graph is of this release', async () => {
    await migrate(own.database);
    const newest = migrations.at(-1)!.number;
    for (const [number, reason] of [
      [newest - 1, /older release/],
      [newest + 1, /newer release/],
    ] as const) {
      const app = await startApp({}, own.embedded);
      await own.database.transaction((tx) => tx.query(SET_MIGRATION, { number }));
      expect(await watched(app, '/readyz')).toEqual([
        503,
        { ready: false, reason: expect.stringMatching(reason) },
      ]);
      await app.close();
    }
    await own.database.transaction((tx) => tx.query(SET_MIGRATION, { number: newest }));
  });

  it('computes everybody anew from evidence before it serves, once', async () => {
    const first = await startProcess(own.embedded);
    const graph = await buildGraph(first.admin, { people: 3, skills: 2, questionsPerSkill: 1 });
    await record(
      first.admin,
      [0, 1].flatMap((person) =>
        [0, 1, 0].map((question, index) =>
          answer(graph, person, question, {
            at: day(index),
            score: index % 2,
            sitting: `day ${String(index)}`,
          }),
        ),
      ),
    );
    const before = await storedOf(own.database, graph.people);
    await first.end('SIGTERM');
    await own.database.transaction((tx) => tx.query(AS_BEFORE));
    expect(await storedOf(own.database, graph.people)).not.toEqual(before);

    const second = await startProcess(own.embedded);
    expect(await storedOf(own.database, graph.people)).toEqual(before);
    await record(second.admin, [answer(graph, 2, 0, { at: day(9) })]);
    await second.end('SIGTERM');
  });

  it('finds what was named before in any script', async () => {
    const app = await startApp({}, own.embedded);
    const admin = await app.as('admin');
    const source = uniqueSource();
    await admin.ask(
      'mutation ($people: [PersonInput!]!, $skills: [SkillInput!]!) { savePeople(items: $people) { errors { message } } saveSkills(items: $skills) { errors { message } } }',
      {
        people: [{ source, id: 'p', name: 'Łukasz Weiß' }],
        skills: [{ source, id: 's', name: 'Analysis', labels: [{ language: 'ja', text: 'データ分析' }] }],
      },
    );
    await own.database.transaction((tx) => tx.query(AS_NAMED_BEFORE));
    const found = () =>
      admin.ask(
        `{ analysis: search(query: "分析") { totalCount } lukasz: search(query: "lukasz") { totalCount }
           people(filterBy: { nameContains: "weiss" }) { totalCount } }`,
      );
    const counts = (count: number) =>
      Object.fromEntries(['analysis', 'lukasz', 'people'].map((list) => [list, { totalCount: count }]));
    expect((await found()).data).toEqual(counts(0));
    await migrate(own.database);
    expect((await found()).data).toEqual(counts(1));
    await app.close();
  });

  it('finds what was called with blanks at the ends, and leaves what would be called as another is', async () => {
    await migrate(own.database);
    const app = await startApp({}, own.embedded);
    const admin = await app.as('admin');
    const source = uniqueSource();
    const ids = ['ends', 'system', 'taken', 'ghost', 'alike', 'later'];
    await admin.ask(
      'mutation ($people: [PersonInput!]!) { savePeople(items: $people) { errors { message } } }',
      {
        people: ids.map((id) => ({ source, id, name: id })),
      },
    );
    const key = (value: string, of = source) => externalKey('Person', of, value);
    const items = [
      { key: key('ends'), former: key(' Ends\u00a0') },
      { key: key('system'), former: key('system', `${source} `) },
      { key: key('ghost'), former: key('taken ') },
      { key: key('alike'), former: key('like ') },
      { key: key('later'), former: key('like\u00a0') },
    ];
    await own.database.transaction((tx) => tx.query(AS_CALLED_BEFORE, { items }));
    const named = async (value: string) => {
      const { data } = await admin.ask<{ people: { nodes: { name: string }[] } }, object>(
        'query ($called: [ExternalIdInput!]!) { people(filterBy: { externalIds: $called }) { nodes { name } } }',
        { called: [{ source, value }] },
      );
      return data!.people.nodes.map(({ name }) => name);
    };
    expect(await named('Ends')).toEqual([]);
    await migrate(own.database);
    const wanted = { Ends: 'ends', system: 'system', taken: 'taken', like: 'alike' };
    for (const [value, name] of Object.entries(wanted)) expect(await named(value)).toEqual([name]);
    const { data } = await admin.ask<
      { people: { nodes: { name: string; externalIds: { value: string }[] }[] } },
      object
    >('{ people(last: 200) { nodes { name externalIds { value } } } }', {});
    const left = data!.people.nodes.filter(({ name }) => ['ghost', 'later'].includes(name));
    expect(left.map(({ externalIds }) => externalIds[0]!.value)).toEqual(['taken ', 'like\u00a0']);
    await app.close();
  });

  it('is served again by itself once it died and was started again', async () => {
    await migrate(own.database);
    const app = await startApp({}, own.embedded);
    const admin = await app.as('admin');
    const { people } = await buildGraph(admin, { people: 1 });
    const javaProcess = async () =>
      (
        JSON.parse(await readFile(join(own.dataDirectory, 'guardian.json'), 'utf8')) as {
          javaProcess: number;
        }
      ).javaProcess;
    const killed = await javaProcess();
    process.kill(killed, 'SIGKILL');
    await until(async () => (await watched(app, '/readyz'))[0] === 503, seconds);
    expect(await watched(app, '/healthz')).toEqual([200, { healthy: true }]);
    const { result, milliseconds } = await timed(admin.ask(READ));
    expect([200, 503]).toContain(result.status);
    expect(milliseconds).toBeLessThan(seconds);
    await until(isReady(app), 100_000);
    expect(await javaProcess()).not.toBe(killed);
    expect(
      await admin.ask('query ($id: ID!) { person(id: $id) { id } }', { id: people[0]!.id }),
    ).toMatchObject({
      data: { person: { id: people[0]!.id } },
    });
    await app.close();
  }, 120_000);
});
