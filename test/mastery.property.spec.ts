import fc from 'fast-check';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import type { AnswerInput, ClaimInput, WithdrawalInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  buildGraph,
  day,
  record,
  recordClaims,
  withdraw,
  withdrawal,
  withdrawClaims,
  type Saved,
  type TestGraph,
} from './kit/graph';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';
import {
  numberOfPeople,
  numberOfWriters,
  questionSkills,
  type Item,
  type Answer,
  type Claim,
  type Fact,
  histories,
  type Scheduled,
  scheduleOf,
  counting,
  inOrder,
  split,
} from './kit/histories';
import { rememberQuestions } from './kit/remembering';
import { numberOfRuns } from './kit/sampling';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const TAMPER = statement(
  'test.tamper',
  `MATCH (person:Person {id: $person})
   SET person.foldedAt = person.foldedAt + 1
   WITH person
   MATCH (person)-[mastery:HAS_SKILL]->(:Skill)
   SET mastery.intercept = mastery.intercept + 1e-12`,
);

const FORGE = statement(
  'test.forge',
  `MATCH (person:Person {id: $person})
   MATCH (skill:Skill {id: $skill})
   MATCH (calibration:Calibration {current: true})
   CREATE (person)-[:HAS_SKILL {slot: calibration.slot, intercept: 3.0, generalSlope: 0.0, sittingSlope: 0.0, variance: 0.1,
     lastEvidenceAt: 1767225600000, sitting: 1, answers: 9, claims: 0}]->(skill)`,
);

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let catalogue: TestGraph;
/** Everybody of every run that came to its end. */
const everybody: Saved[] = [];

beforeAll(async () => {
  own = await openEmptiedDatabase();
  await rememberQuestions(own.database);
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  catalogue = await buildGraph(admin, { skills: 4, questions: questionSkills });
});

afterAll(async () => {
  await app.close();
  await own.close();
});

/** People of their own who answer the questions of the catalogue; ids sort alike under every source. */
async function copy(): Promise<TestGraph> {
  const { source, people } = await buildGraph(admin, { people: numberOfPeople });
  return { ...catalogue, source, people };
}

function answerInput({ source, people, questions }: TestGraph, answer: Answer): AnswerInput {
  return {
    source,
    id: answer.id,
    person: people[answer.person]!.reference,
    question: questions[answer.question]!.reference,
    score: answer.score,
    attempt: answer.attempt,
    sitting: answer.sitting,
    at: day(answer.day),
  };
}

function claimInput({ source, people, skills }: TestGraph, claim: Claim): ClaimInput {
  return {
    source,
    id: claim.id,
    person: people[claim.person]!.reference,
    skill: skills[claim.skill]!.reference,
    kind: claim.stated,
    ...(claim.stated === 'PEER' && { by: people[(claim.person + 1) % numberOfPeople]!.reference }),
    ...(claim.stated === 'CREDENTIAL' && { issuer: 'a school' }),
    level: claim.level,
    at: day(claim.day),
  };
}

function withdrawalInput({ source }: TestGraph, about: string): WithdrawalInput {
  return withdrawal({ source, id: about });
}

/** Sends one batch; every item must be accepted, new or not. */
async function send(client: Client, graph: TestGraph, items: readonly Item[]): Promise<void> {
  const recorded = items.flatMap((item) => (item.kind === 'answer' ? [answerInput(graph, item)] : []));
  const claimed = items.flatMap((item) => (item.kind === 'claim' ? [claimInput(graph, item)] : []));
  const withdrawn = (of: 'answer' | 'claim') =>
    items.flatMap((item) =>
      item.kind === 'withdrawal' && item.of === of ? [withdrawalInput(graph, item.about)] : [],
    );
  const [answersBack, claimsBack] = [withdrawn('answer'), withdrawn('claim')];
  // What a batch begins with is sent first: facts may precede their withdrawals or follow them.
  const requests = [
    ...(recorded.length > 0 ? [() => record(client, recorded)] : []),
    ...(claimed.length > 0 ? [() => recordClaims(client, claimed)] : []),
    ...(answersBack.length > 0 ? [() => withdraw(client, answersBack)] : []),
    ...(claimsBack.length > 0 ? [() => withdrawClaims(client, claimsBack)] : []),
  ];
  if (items[0]?.kind === 'withdrawal') requests.reverse();
  for (const request of requests) {
    const payload = await request();
    expect(payload.errors).toEqual([]);
  }
}

/** Each writer sends its batches one after the other, all writers at the same time. */
async function sendScheduled(
  graph: TestGraph,
  scheduled: Scheduled,
  batchSizes: readonly number[],
): Promise<void> {
  const writers = Array.from({ length: numberOfWriters }, (_, writer) =>
    scheduled
      .flatMap(({ item, deliveries }) =>
        deliveries
          .filter((delivery) => delivery.writer === writer)
          .map((delivery) => ({ item, place: delivery.place })),
      )
      .sort((left, right) => left.place - right.place)
      .map(({ item }) => item),
  );
  await Promise.all(
    writers.map(async (items) => {
      for (const batch of split(items, batchSizes)) await send(admin, graph, batch);
    }),
  );
}

/** Everything stored of these people's mastery and evidence, by position, the source taken out of ids. */
async function stored({ source, people }: Pick<TestGraph, 'source' | 'people'>) {
  const local = (id: string) => id.replace(source, '');
  return (await storedOf(app.database, people)).map(
    ({ folded: [at, attempt, id], general, skills, answers, claims }) => ({
      folded: [at, attempt, id && local(id)],
      general,
      skills,
      evidence: [...answers, ...claims].map(([id, withdrawn]) => [local(id), withdrawn] as const),
    }),
  );
}

it('the same evidence gives the same stored mastery, bit for bit, in any order, batches, repetition and interleaving', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const scheduled = scheduleOf(history);
      const all = inOrder(scheduled.flatMap(({ item }) => (item.kind === 'withdrawal' ? [] : [item])));
      const withdrawals = scheduled.flatMap(({ item }) => (item.kind === 'withdrawal' ? [item] : []));
      const taken = new Set(withdrawals.map(({ about, of }) => `${of} ${about}`));
      const isTaken = ({ kind, id }: Fact) => taken.has(`${kind} ${id}`);
      const left = all.filter((fact) => !isTaken(fact));

      const [once, never, anyhow] = [await copy(), await copy(), await copy()];
      await send(admin, once, all);
      await send(admin, once, withdrawals);
      for (const fact of counting(left)) await send(admin, never, [fact]);
      await sendScheduled(anyhow, scheduled, history.batchSizes);

      const expected = await stored(once);
      expect(await stored(anyhow)).toEqual(expected);
      // What was withdrawn moved nothing, nor what its claimant replaced: the state is that of a graph without them.
      const mastery = (states: typeof expected) =>
        states.map(({ folded, general, skills }) => ({ folded, general, skills }));
      expect(mastery(await stored(never))).toEqual(mastery(expected));
      // And the evidence itself is there, each item once.
      expect(expected.flatMap(({ evidence }) => evidence).sort()).toEqual(
        all.map((fact) => [`${fact.kind}\u001f\u001f${fact.id}`, isTaken(fact)]).sort(),
      );
      everybody.push(...[once, never, anyhow].flatMap(({ people }) => people));
    }),
    { numRuns: numberOfRuns(6, 100) },
  );
}, 180_000);

it('a rebuild from evidence finds every stored state as it was', async () => {
  // Where time ran out in the midst of a run, it goes on meanwhile.
  const people = [...everybody];
  const before = await storedOf(app.database, people);
  const edges = before.flatMap(({ skills }) => skills);
  expect(edges.length).toBeGreaterThan(50);
  expect(edges.filter(([, properties]) => 'memories' in properties).length).toBeGreaterThan(20);
  expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(0);
  expect(await storedOf(app.database, people)).toEqual(before);
});

it('a rebuild finds a wrong stored state and mends it', async () => {
  const graph = await copy();
  const answers = [0, 1, 2].map((person): Answer => ({
    kind: 'answer',
    id: `item-${person}`,
    person,
    question: person,
    day: person,
    attempt: 1,
    sitting: null,
    score: 1,
  }));
  await send(admin, graph, answers);
  const before = await stored(graph);
  const key = (position: number) => keyOfGlobalId('Person', graph.people[position]!.id)!;

  await undisturbed(app.database, async () => {
    await app.database.transaction(async (tx) => {
      await tx.query(TAMPER, { person: key(0) });
      await tx.query(FORGE, { person: key(1), skill: keyOfGlobalId('Skill', graph.skills[3]!.id)! });
    });
    const [wrong, forged, right] = await stored(graph);
    expect(wrong).not.toEqual(before[0]);
    expect(forged).not.toEqual(before[1]);
    expect(right).toEqual(before[2]);
    expect(await rebuildEverybody(app.database)).toBe(2);
  });

  expect(await stored(graph)).toEqual(before);
});
