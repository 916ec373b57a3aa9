import type { Client } from '../../test/kit/client';
import { answer, buildGraph, type TestGraph } from '../../test/kit/graph';
import { openBench } from '../installation';
import { measure, median, poster } from '../load';
import type { Bench } from '../run';
import { round3, say } from '../say';
import { clientOf } from '../../test/kit/client';
import { collide } from '../collisions';

const writers = 32;
const peopleEach = 10;
const rounds = 3;

/** What writers record. */
interface Recorded {
  /** As the last line tells of them. */
  readonly items: string;
  readonly mutation: string;
  /** Of how many batches each writer, in each round. */
  readonly batchesEach: number;
  /** One of now about a person. */
  readonly itemOf: (graph: TestGraph, person: number) => object;
}

const answers: Recorded = {
  items: 'answers',
  batchesEach: 12,
  mutation:
    'mutation ($items: [AnswerInput!]!) { done: recordAnswers(items: $items) { recorded errors { message } } }',
  itemOf: (graph, person) =>
    answer(graph, person, oneOf(graph.questions.length), {
      score: Math.random() < 0.6 ? 1 : 0,
      at: new Date().toISOString(),
    }),
};

let numbered = 0;
const claims: Recorded = {
  items: 'claims',
  // Whoever records one reads all that there are of the person.
  batchesEach: 3,
  mutation:
    'mutation ($items: [ClaimInput!]!) { done: recordClaims(items: $items) { recorded errors { message } } }',
  itemOf: ({ source, people, skills }, person) => ({
    ...{ source, id: `claim ${String(++numbered)}`, at: new Date().toISOString() },
    // Of a claimant for each: one that says it again replaces what they said, and the person is refolded.
    ...{ kind: 'CREDENTIAL', issuer: `issuer ${String(numbered)}` },
    ...{
      level: Math.random(),
      person: people[person]!.reference,
      skill: skills[oneOf(skills.length)]!.reference,
    },
  }),
};

const oneOf = (length: number): number => Math.floor(Math.random() * length);

/**
 * Writers of the same people. `same`: 32 writers that record answers of the same ten people, beside 32 that record answers
 * of ten people each of their own, in alternating rounds. `claims`: the same with claims. `collisions`: 64 writers that save and record batches of 500 about
 * the same people, skills and questions at a time. No word means both.
 */
export const bench: Bench = async (words) => {
  const wanted = (part: string): boolean => words.length === 0 || words.includes(part);
  const installation = await openBench();
  try {
    const admin = clientOf(installation.url, installation.token);
    const same = wanted('same') && { same: await writeToTheSame(admin, installation, answers) };
    const claimed = wanted('claims') && { claims: await writeToTheSame(admin, installation, claims) };
    const collisions = wanted('collisions') && { collisions: await collide(admin) };
    return { ...same, ...claimed, ...collisions };
  } finally {
    await installation.close();
  }
};

interface OfTheSame {
  /** Items about the same people recorded a second over those of people of their own: median of the rounds. */
  readonly ratio: number;
  readonly samePerSecond: number;
  readonly ownPerSecond: number;
  /** Milliseconds. */
  readonly sameP99: number;
  readonly ownP99: number;
}

async function writeToTheSame(
  admin: Client,
  { url, token }: { readonly url: string; readonly token: string },
  { items: what, mutation, batchesEach, itemOf }: Recorded,
): Promise<OfTheSame> {
  const graph = await buildGraph(admin, {
    people: (writers + 1) * peopleEach,
    skills: 20,
    questionsPerSkill: 5,
  });
  const post = poster(url, token);
  const round = async (firstOf: (writer: number) => number) => {
    const calls = Array.from({ length: writers }, (_, writer) =>
      Array.from({ length: batchesEach }, () => async () => {
        const items = Array.from({ length: peopleEach }, (_, index) =>
          itemOf(graph, firstOf(writer) + index),
        );
        const data = await post(Buffer.from(JSON.stringify({ query: mutation, variables: { items } })));
        const { recorded } = (data as { done: { recorded: number } }).done;
        if (recorded !== items.length) throw new Error(`Not all ${what} were recorded.`);
      }),
    );
    const { perSecond, p99 } = await measure(calls);
    return { perSecond: perSecond * peopleEach, p99 };
  };
  const own = () => round((writer) => (writer + 1) * peopleEach);
  const same = () => round(() => 0);
  await own();
  await same();
  const pairs: { own: Awaited<ReturnType<typeof round>>; same: Awaited<ReturnType<typeof round>> }[] = [];
  for (let turn = 0; turn < rounds; turn++) pairs.push({ own: await own(), same: await same() });
  const found = {
    ratio: round3(median(pairs.map((pair) => pair.same.perSecond / pair.own.perSecond))),
    samePerSecond: round3(median(pairs.map((pair) => pair.same.perSecond))),
    ownPerSecond: round3(median(pairs.map((pair) => pair.own.perSecond))),
    sameP99: round3(median(pairs.map((pair) => pair.same.p99))),
    ownP99: round3(median(pairs.map((pair) => pair.own.p99))),
  };
  say(
    `${String(writers)} writers, batches of ${String(peopleEach)}: the same ${String(peopleEach)} people at ${found.ratio.toFixed(2)} of people of their own (${found.samePerSecond.toFixed(0)} against ${found.ownPerSecond.toFixed(0)} ${what} a second; p99 ${found.sameP99.toFixed(0)} against ${found.ownP99.toFixed(0)} ms).`,
  );
  return found;
}
