import fc from 'fast-check';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  buildGraph,
  day,
  parts,
  record,
  withdraw,
  withdrawal,
  type Saved,
  type TestGraph,
} from './kit/graph';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { numberOfRuns } from './kit/sampling';

const NOW_CALLED = graphql(`
  query MergedNowCalled($id: ID!) {
    person(id: $id) {
      id
    }
  }
`);

const numberOfRecords = 3;
const numberOfWriters = 3;
/** By position: the skills that each question assesses. */
const questionSkills = [[0], [1], [2], [0, 1], [1, 2]];
/** Ways to make one person of three records, as pairs of keep and merge. */
const ways: readonly (readonly (readonly [keep: number, merge: number])[])[] = [
  [
    [0, 1],
    [0, 2],
  ],
  [
    [0, 1],
    [2, 0],
  ],
  [
    [0, 1],
    [1, 2],
  ],
  [
    [1, 2],
    [0, 1],
  ],
];

let app: TestApp;
let admin: Client;
let catalogue: TestGraph;
const everybody: Saved[] = [];

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  catalogue = await buildGraph(admin, { skills: 3, questions: questionSkills });
});
afterAll(() => app.close());

/** When something is sent: by whom, and in which place of all that this writer sends. */
const delivery = fc.record({ writer: fc.nat(numberOfWriters - 1), place: fc.nat(100) });
const deliveries = fc.array(delivery, { minLength: 1, maxLength: 2 });

const histories = fc.record({
  answers: fc.array(
    fc.record({
      record: fc.nat(numberOfRecords - 1),
      question: fc.nat(questionSkills.length - 1),
      day: fc.oneof(fc.nat(4), fc.double({ min: -1_000, max: 30, noNaN: true })),
      attempt: fc.integer({ min: 1, max: 2 }),
      score: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
      byGlobalId: fc.boolean(),
      deliveries,
      withdrawn: fc.option(deliveries, { freq: 3 }),
    }),
    { minLength: 1, maxLength: 18 },
  ),
  way: fc.constantFrom(...ways),
  /** One batch, or a request for each pair, all at once; and after which batch of the writers. */
  merging: fc.record({ together: fc.boolean(), after: fc.nat(8) }),
  batchSize: fc.integer({ min: 1, max: 6 }),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

/** Records of their own about the questions of the catalogue; ids sort alike under every source. */
async function records(people: number): Promise<TestGraph> {
  const built = await buildGraph(admin, { people });
  everybody.push(...built.people);
  return { ...catalogue, source: built.source, people: built.people };
}

const idOf = (index: number) => `item-${String(index).padStart(3, '0')}`;

function answersOf(graph: TestGraph, { answers }: History) {
  return answers.map(({ record, question, day: at, attempt, score, byGlobalId }, index) => {
    const person = graph.people[record % graph.people.length]!;
    return {
      source: graph.source,
      id: idOf(index),
      person: byGlobalId ? { globalId: person.id } : person.reference,
      question: graph.questions[question]!.reference,
      score,
      attempt,
      at: day(at),
    };
  });
}

/** Every writer sends its batches one after the other, all at the same time; what is accepted must be accepted whole. */
async function sendWhileMerging(graph: TestGraph, history: History): Promise<void> {
  const answers = answersOf(graph, history);
  let sent = 0;
  let mergeNow: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => (mergeNow = resolve));
  const tick = () => {
    if (sent++ >= history.merging.after) mergeNow();
  };
  const merges = history.way.map(([keep, merge]) => ({
    keep: graph.people[keep]!.reference,
    merge: graph.people[merge]!.reference,
  }));
  const merger = turn.then(() =>
    Promise.all((history.merging.together ? [merges] : merges.map((one) => [one])).map(mergeAll)),
  );
  const writers = Array.from({ length: numberOfWriters }, async (_, writer) => {
    const mine = history.answers
      .flatMap(({ deliveries, withdrawn }, index) => [
        ...deliveries.map((one) => ({ ...one, index, withdraws: false })),
        ...(withdrawn ?? []).map((one) => ({ ...one, index, withdraws: true })),
      ])
      .filter((one) => one.writer === writer)
      .sort((left, right) => left.place - right.place);
    for (const batch of parts(mine, history.batchSize)) {
      tick();
      const recorded = batch.filter(({ withdraws }) => !withdraws).map(({ index }) => answers[index]!);
      const taken = batch
        .filter(({ withdraws }) => withdraws)
        .map(({ index }) => withdrawal({ source: graph.source, id: idOf(index) }));
      expect((await record(admin, recorded)).errors).toEqual([]);
      expect((await withdraw(admin, taken)).errors).toEqual([]);
    }
  });
  await Promise.all(writers);
  mergeNow();
  await merger;
}

async function mergeAll(items: { keep: object; merge: object }[]): Promise<void> {
  const { mergePeople } = await admin.get(MERGE_PEOPLE, { items });
  expect(mergePeople.errors).toEqual([]);
}

/** All that is stored of one person's mastery and answers, the source taken out of ids. */
async function stored({ source }: TestGraph, person: Saved) {
  const [row] = await storedOf(app.database, [person]);
  const local = (id: string) => id.replace(source, '');
  const [at, attempt, id] = row!.folded;
  return {
    folded: [at, attempt, id && local(id)],
    skills: row!.skills,
    answers: row!.answers.map(([id, withdrawn]) => [local(id), withdrawn] as const),
  };
}

it('merged people are, bit for bit, one for whom all was recorded from the start, whoever writes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const [one, several] = [await records(1), await records(numberOfRecords)];
      const fromTheStart = answersOf(one, history);
      expect((await record(admin, fromTheStart)).errors).toEqual([]);
      const taken = history.answers.flatMap(({ withdrawn }, index) =>
        withdrawn ? [withdrawal({ source: one.source, id: idOf(index) })] : [],
      );
      expect((await withdraw(admin, taken)).errors).toEqual([]);

      await sendWhileMerging(several, history);

      const expected = await stored(one, one.people[0]!);
      const names = await Promise.all(
        several.people.map(async ({ id }) => (await admin.get(NOW_CALLED, { id })).person!.id),
      );
      expect(new Set(names).size).toBe(1);
      const kept = several.people.find(({ id }) => id === names[0])!;
      expect(await stored(several, kept)).toEqual(expected);

      // What is delivered once more, about whichever record, is there already.
      const again = await record(admin, answersOf(several, history));
      expect(again).toMatchObject({ recorded: 0, duplicates: history.answers.length, errors: [] });
      expect(await stored(several, kept)).toEqual(expected);
    }),
    { numRuns: numberOfRuns(5, 50) },
  );
}, 240_000);

it('a rebuild finds every merged person as they are', async () => {
  const there = await storedOf(app.database, everybody);
  const kept = everybody.filter((_, index) => there[index] !== undefined);
  expect(kept.length).toBeLessThan(everybody.length);
  const before = await storedOf(app.database, kept);
  expect(before.flatMap(({ skills }) => skills).length).toBeGreaterThan(5);
  const differed = await undisturbed(app.database, () => rebuildEverybody(app.database));
  expect(differed).toBe(0);
  expect(await storedOf(app.database, kept)).toEqual(before);
});
