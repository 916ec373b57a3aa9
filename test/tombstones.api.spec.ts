import { startApp, type TestApp } from './kit/app';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import type { Client } from './kit/client';
import { answer, buildGraph, recordAll } from './kit/graph';
import { askFor } from './kit/nouns';

/** Its own: merging skills ends with another calibration in force, which other specs are not made for. */
let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' }, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

interface Tombstone {
  readonly formerId: string;
  readonly type: string;
  readonly at: string;
  readonly mergedInto: string | null;
}

async function tombstones(filterBy: object, client = admin): Promise<readonly Tombstone[]> {
  const found = await askFor<{ tombstones: { nodes: readonly Tombstone[] } }>(
    client,
    `query ($filterBy: TombstoneFilter) { tombstones(filterBy: $filterBy, last: 200) {
      nodes { formerId type at mergedInto } } }`,
    { filterBy },
  );
  return found.tombstones.nodes;
}
const REMOVE = `mutation ($people: [ReferenceInput!]!, $skills: [ReferenceInput!]!) {
  deletePeople(items: $people) { results { status } } deleteSkills(items: $skills) { results { status } } }`;

describe('what goes leaves a tombstone', () => {
  it('where it was deleted, and none where it was archived', async () => {
    const { people, skills } = await buildGraph(admin, { people: 1, skills: 2, questionsPerSkill: 0 });
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    const since = new Date().toISOString();
    await askFor(admin, REMOVE, {
      people: [people[0]!.reference, graph.people[0]!.reference],
      skills: [skills[0]!.reference],
    });
    const own = [...people, ...skills, ...graph.people].map(({ id }) => id);
    const shown = (await tombstones({ since })).filter(({ formerId }) => own.includes(formerId));
    expect(shown.map(({ formerId, type, mergedInto }) => [formerId, type, mergedInto])).toEqual([
      [people[0]!.id, 'PERSON', null],
      [skills[0]!.id, 'SKILL', null],
    ]);
    for (const { at } of shown) expect(at >= since).toBe(true);
    expect((await tombstones({ since, types: ['SKILL'] })).every(({ type }) => type === 'SKILL')).toBe(true);
  });

  it('where it was merged, with what it became', async () => {
    const { people, skills } = await buildGraph(admin, { people: 2, skills: 2, questionsPerSkill: 0 });
    for (const [merging, [keep, merge]] of [
      ['($items: [PersonMergeInput!]!) { mergePeople(items: $items) { errors { message } } }', people],
      [
        '($items: [SkillMergeInput!]!) { mergeSkills(items: $items, waitSeconds: 30) { run { state } } }',
        skills,
      ],
    ] as const) {
      await askFor(admin, `mutation ${merging}`, {
        items: [{ keep: keep!.reference, merge: merge!.reference }],
      });
      const [shown] = (await tombstones({})).filter(({ formerId }) => formerId === merge!.id);
      expect(shown).toMatchObject({ mergedInto: keep!.id });
    }
  });

  it('which hr and admin may see, and nobody else', async () => {
    const text = '{ tombstones { totalCount } }';
    expect((await (await app.as('hr')).ask(text)).errors).toBeUndefined();
    const { errors } = await (await app.as('author')).ask(text);
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});
