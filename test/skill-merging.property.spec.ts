import fc from 'fast-check';
import { keyOfGlobalId } from '../src/shared/ids';
import type { AnswerInput, ClaimInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  buildGraph,
  day,
  parts,
  record,
  recordClaims,
  withdraw,
  withdrawal,
  type Saved,
  type TestGraph,
} from './kit/graph';
import { rebuildEverybody, storedOf } from './kit/stored';
import { MERGE_SKILLS, SPLIT_SKILL } from './kit/merging-operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import { numberOfRuns } from './kit/sampling';

const numberOfPeople = 3;
/** Each is folded with the others of its run, in the one switch that a run makes. */
const historiesAtOnce = 5;

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
const everybody: Saved[] = [];
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' }, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

/** By what a question assesses: a skill that is kept or split, one that is merged into it or a part of it, another one. */
type Shape = readonly (readonly number[])[];
/** Two skills that are one later, and as they are from the start. */
const apart: Shape = [[0], [1], [2], [0, 1], [1, 2]];
const one: Shape = [[0], [0], [2], [0], [0, 2]];
/** A skill of which a part is another one later; that part from the start. */
const whole: Shape = [[0], [0], [2], [0], [0, 2]];
const split: Shape = [[0], [1], [2], [0], [1, 2]];
const movedQuestions = [1, 4];

const histories = fc.record({
  items: fc.array(
    fc.record({
      person: fc.nat(numberOfPeople - 1),
      /** Of a question, or of a claim where there is no such question. */
      about: fc.nat(apart.length + 1),
      day: fc.oneof(fc.nat(4), fc.double({ min: -1_000, max: 30, noNaN: true })),
      sitting: fc.constantFrom('morning', null),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      /** Sent before the skills are merged or split, meanwhile or afterwards. */
      sent: fc.constantFrom('before', 'meanwhile', 'meanwhile', 'after'),
      withdrawn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  ),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;
type When = History['items'][number]['sent'];

async function graphOf(questions: Shape): Promise<TestGraph> {
  const graph = await buildGraph(admin, { people: numberOfPeople, skills: 3, questions });
  everybody.push(...graph.people);
  return graph;
}

/** What was sent of a history at some time; `claimed`: the skill of a claim by its position among the claims. */
async function send(
  { source, people, questions, skills }: TestGraph,
  { items }: History,
  when: (sent: When) => boolean,
  claimed: readonly number[],
): Promise<void> {
  const given = items.flatMap((item, index) => (when(item.sent) ? [{ ...item, index }] : []));
  const named = (index: number) => ({ source, id: `item-${String(index).padStart(3, '0')}` });
  const answers = given.flatMap(({ person, about, day: at, sitting, score, index }): AnswerInput[] =>
    about >= apart.length
      ? []
      : [
          {
            ...named(index),
            person: people[person]!.reference,
            question: questions[about]!.reference,
            at: day(at),
            score,
            sitting,
          },
        ],
  );
  const claims = given.flatMap(({ person, about, day: at, score, index }): ClaimInput[] =>
    about < apart.length
      ? []
      : [
          {
            ...named(index),
            person: people[person]!.reference,
            skill: skills[claimed[about - apart.length]!]!.reference,
            kind: 'SELF',
            level: 0.1 + 0.8 * score,
            at: day(at),
          },
        ],
  );
  for (const batch of parts(answers, 3)) expect((await record(admin, batch)).errors).toEqual([]);
  expect((await recordClaims(admin, claims)).errors).toEqual([]);
  const taken = given.filter(({ withdrawn, about }) => withdrawn && about < apart.length);
  expect(
    (
      await withdraw(
        admin,
        taken.map(({ index }) => withdrawal(named(index))),
      )
    ).errors,
  ).toEqual([]);
}

/** All that is stored of a graph's people, its skills by position and the source taken out of ids. */
async function stored({ source, people, skills }: TestGraph) {
  const place = new Map(skills.map(({ id }, index) => [keyOfGlobalId('Skill', id), index]));
  return (await storedOf(app.database, people)).map(
    ({ folded: [at, attempt, id], general, skills: edges }) => ({
      folded: [at, attempt, id?.replace(source, '')],
      general,
      skills: edges.map(([skill, edge]) => [place.get(skill), edge] as const),
    }),
  );
}

/** Sends each history to a graph that is changed meanwhile, and to one that was so from the start. */
async function expectAsFromTheStart(
  all: readonly History[],
  [before, after]: readonly [Shape, Shape],
  [claimedBefore, claimedAfter]: readonly [readonly number[], readonly number[]],
  change: (graphs: readonly TestGraph[]) => Promise<void>,
): Promise<void> {
  const changed: TestGraph[] = [];
  const expected: TestGraph[] = [];
  for (const history of all) {
    changed.push(await graphOf(before));
    expected.push(await graphOf(after));
    await send(expected.at(-1)!, history, () => true, claimedAfter);
  }
  const sendAll = (when: When) =>
    Promise.all(
      all.map((history, at) => send(changed[at]!, history, (sent) => sent === when, claimedBefore)),
    );
  await sendAll('before');
  await Promise.all([change(changed), sendAll('meanwhile')]);
  await sendAll('after');
  for (const [at, graph] of changed.entries())
    expect(await stored(graph)).toEqual(await stored(expected[at]!));
  expect(await rebuildEverybody(app.database)).toBe(0);
}

const several = fc.array(histories, { minLength: historiesAtOnce, maxLength: historiesAtOnce });

it('merged skills are, bit for bit, one that was there from the start, whoever writes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(several, async (all) => {
      const claimed = [
        [0, 1],
        [0, 0],
      ] as const;
      await expectAsFromTheStart(all, [apart, one], claimed, async (graphs) => {
        const items = graphs.map(({ skills }) => ({
          keep: skills[0]!.reference,
          merge: skills[1]!.reference,
        }));
        const { mergeSkills } = await admin.get(MERGE_SKILLS, { items });
        expect(mergeSkills).toMatchObject({ run: { state: 'DONE' }, errors: [] });
      });
    }),
    { numRuns: numberOfRuns(2, 10), endOnFailure: true },
  );
}, 240_000);

it('a part that questions were moved to is, bit for bit, one that they assessed from the start', async () => {
  await fc.assert(
    fc.asyncProperty(several, async (all) => {
      const claimed = [
        [0, 1],
        [0, 1],
      ] as const;
      await expectAsFromTheStart(all, [whole, split], claimed, async (graphs) => {
        const items = graphs.flatMap(({ skills, questions }) =>
          movedQuestions.map((at) => ({
            skill: skills[0]!.reference,
            part: skills[1]!.reference,
            question: questions[at]!.reference,
          })),
        );
        const { splitSkills } = await admin.get(SPLIT_SKILL, { items });
        expect(splitSkills).toMatchObject({
          run: { state: 'DONE', questionCount: items.length },
          errors: [],
        });
      });
    }),
    { numRuns: numberOfRuns(2, 10), endOnFailure: true },
  );
}, 240_000);
