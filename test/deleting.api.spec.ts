import { statement } from '../src/graph/driver/statement';
import { externalKey } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, uniqueSource, type Reference } from './kit/graph';
import {
  askFor,
  deleteNouns,
  newNoun,
  nounKinds,
  nounOf,
  nounsOf,
  prepareNouns,
  saveNouns,
  type NounKind,
} from './kit/nouns';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_AVAILABILITY } from './kit/operations';

let app: TestApp;
let admin: Client;
let source: string;
const catalogue = uniqueSource();
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  await prepareNouns(admin, catalogue);
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const kindOf = (type: string): NounKind => nounKinds.find((kind) => kind.type === type)!;
const nodes = async (...ids: string[]) =>
  (
    await askFor<{ nodes: ({ id: string } | null)[] }>(
      admin,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
    )
  ).nodes;

describe.each(nounKinds)('deleted $many', (kind) => {
  const create = (...ids: string[]) =>
    nounsOf(admin, kind, ...ids.map((id) => newNoun(kind, named(id), catalogue)));
  const remove = (...items: object[]) => deleteNouns(admin, kind, items);

  it('are gone by every id, and what the outside called them is free again', async () => {
    const [one, other, stays] = await create('one', 'other', 'stays');
    expect(await remove(named('one'), { globalId: other!.id })).toEqual({
      results: [
        { index: 0, status: 'DELETED' },
        { index: 1, status: 'DELETED' },
      ],
      errors: [],
    });
    expect([await nounOf(admin, kind, one!.id), await nounOf(admin, kind, other!.id)]).toEqual([null, null]);
    expect(await nodes(one!.id, stays!.id, other!.id)).toEqual([null, { id: stays!.id }, null]);
    expect((await remove(named('one'), { globalId: other!.id })).errors.map(({ code }) => code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    const nameless = await saveNouns(admin, kind, [named('one')]);
    expect(nameless.errors).toMatchObject([{ code: 'INVALID', message: /is required for a new/ }]);
    const [again] = await create('one');
    expect(again!.id).not.toBe(one!.id);
    expect(again!.createdAt >= one!.createdAt).toBe(true);
  });

  it('may be named twice in a batch, and bad items are told from good ones', async () => {
    const [one] = await create('one', 'two');
    const other = kind.type === 'Skill' ? 'Team' : 'Skill';
    const { results, errors } = await remove(
      named('one'),
      named('never'),
      { globalId: one!.id },
      { globalId: Buffer.from(`${other}:1`).toString('base64url') },
      { source },
      { globalId: Buffer.from(`${kind.type}:1`).toString('base64url') },
      named('two'),
    );
    expect(results).toEqual([0, 2, 6].map((index) => ({ index, status: 'DELETED' })));
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'NOT_FOUND'],
      [3, 'INVALID'],
      [4, 'INVALID'],
      [5, 'NOT_FOUND'],
    ]);
    const words = kind.type === 'RoleTemplate' ? 'role template' : kind.one;
    expect(errors[0]!.message).toBe(`${words} does not exist: create it first or correct the reference.`);
  });
});

/** The labels around one noun: of itself, its parts, what names these, and whatever else any of them is related to. */
const AROUND = statement<{ id: unknown; label: string }>(
  'test.around',
  `MATCH (:OutsideId {key: $outside})-[:IDENTIFIES]->(node)
   MATCH (node)-[:HAS_TASK|HAS_VERSION|HAS_REVISION|HAS_PAGE*0..2]->(part)
   OPTIONAL MATCH (part)--(near)
   UNWIND [part, near] AS found
   WITH DISTINCT found WHERE found IS NOT NULL
   RETURN coalesce(found.id, found.key, found.number, found.from) AS id, head(labels(found)) AS label`,
);
const LEFT = statement<{ label: string }>(
  'test.leftOfNouns',
  `MATCH (found) WHERE NOT found:Attempt|Tombstone|Change
     AND coalesce(found.id, found.key, found.number, found.from) IN $ids
   RETURN head(labels(found)) AS label`,
  'a spec may look at everything',
);

describe('what belongs to a noun', () => {
  /** One of each kind with everything that it can be related to, short of evidence. */
  async function buildSurroundings(): Promise<void> {
    const one = named('one');
    const called = (id: string) => ({ ...named(id), name: `${id} of ${source}` });
    const skills = [
      { ...called('one'), broader: [named('above')], prerequisites: [named('above')] },
      called('above'),
      { ...called('below'), broader: [one], prerequisites: [one] },
    ];
    await nounsOf(admin, kindOf('Skill'), ...skills);
    const question = (id: string, prompt: string) => ({ ...named(id), prompt, skills: [named('above')] });
    await nounsOf(
      admin,
      kindOf('Question'),
      question('one', 'First'),
      question('one', 'Second'),
      question('asked', 'Asked'),
    );
    await nounsOf(admin, kindOf('RoleTemplate'), called('one'));
    const page = { title: 'Page', sections: [{ questions: [{ question: named('asked') }] }] };
    const need = { skill: one, level: 0.5 };
    await buildOrganisation(admin, {
      people: ['one', 'duplicate', 'colleague'].map(called),
      teams: [
        { ...called('one'), leads: [one], broader: named('above') },
        called('above'),
        { ...called('below'), broader: one },
      ],
      memberships: ['one', 'colleague'].map((id) => ({ person: named(id), team: one })),
      modules: [
        { ...called('one'), authors: [one], prerequisites: [named('before')], pages: [page] },
        { ...called('one'), pages: [page, page] },
        called('before'),
        { ...called('after'), prerequisites: [one] },
      ],
      teaches: [{ module: one, skill: one, to: 0.5 }],
      enrolments: [{ module: one, person: one }],
      projects: [{ ...called('one'), responsibleTeam: one }],
      tasks: [{ ...called('one'), project: one }],
      requirements: [
        { project: one, ...need },
        { task: one, ...need },
        { roleTemplate: one, ...need },
      ],
      assignments: [{ project: one, person: one }],
      difficulties: [
        { skill: one, difficulty: 1 },
        { question: one, difficulty: 1 },
      ],
    });
    // A moment of its own tells the stretch from those of other specs.
    const from = new Date(Math.floor(Math.random() * 1e12)).toISOString();
    await admin.get(SAVE_AVAILABILITY, { items: [{ person: one, from, share: 0.5 }] });
    await admin.get(MERGE_PEOPLE, { items: [{ keep: one, merge: named('duplicate') }] });
  }

  it.each([
    ['Person', 'Availability MergedId OutsideId OutsideId Person', 'Module Project Team'],
    ['Team', 'OutsideId Team', 'Person Person Project Team Team'],
    ['Skill', 'OutsideId Skill', 'Calibration Module Project RoleTemplate Skill Skill Task'],
    ['Question', 'OutsideId Question QuestionVersion QuestionVersion', 'Calibration Skill'],
    [
      'Module',
      'Module OutsideId Page Page Page Revision Revision',
      'Module Module Person QuestionVersion Skill',
    ],
    ['Project', 'OutsideId OutsideId Project Task', 'Person RequirementChange RequirementChange Skill Team'],
    ['Task', 'OutsideId Task', 'Project Skill'],
    ['RoleTemplate', 'OutsideId RoleTemplate', 'Skill'],
  ])('of type %s goes with it (%s), and nothing else (%s)', async (type, gone, stays) => {
    await buildSurroundings();
    const kind = kindOf(type);
    const outside = externalKey(kind.type, source, 'one');
    const before = await app.database.query(AROUND, { outside });
    const there = (rows: readonly { label: string }[]) =>
      rows
        .map(({ label }) => label)
        .sort()
        .join(' ');
    expect(there(before).split(' ')).toEqual(`${gone} ${stays}`.split(' ').sort());
    expect((await deleteNouns(admin, kind, [named('one')])).results).toEqual([
      { index: 0, status: 'DELETED' },
    ]);
    expect(there(await app.database.query(LEFT, { ids: before.map(({ id }) => id) }))).toBe(stays);
  });
});
