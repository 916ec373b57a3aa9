import { setTimeout as pause } from 'node:timers/promises';
import { seededUniforms } from '../../src/estimators/random';
import { globalId } from '../../src/shared/ids';
import { answerSource, itemsOf, RECORD } from '../answers-sent';
import { memoryOf, type Memory } from '../api-metrics';
import { openBench } from '../installation';
import { bodyOf, median, poster } from '../load';
import { CANDIDATES, cursorsOfPeople, PAGE } from '../people-asked';
import { makeRandomGraph } from '../random-graph';
import type { Bench } from '../run';
import { round3, say } from '../say';

const writers = 2;
const readers = 4;
/** Answers of one request. */
const batch = 50;
/** Milliseconds between two requests of one writer or reader. */
const writersPause = 400;
const readersPause = 250;
const samplesEach = 30;

const ONE_PERSON = `query ($id: ID!) { person(id: $id) { name mastery(first: 5) { nodes { level skill { name } } } } }`;

/** What a minute came to. */
interface Minute extends Memory {
  readonly requests: number;
}

/**
 * Writers and readers at a moderate pace on 10,000 people: the API's memory minute by minute, and what a line through
 * the minutes after the first quarter of them gains. A word says for how many minutes: `soak 20`.
 */
export const bench: Bench = async ([given = '2']) => {
  const installation = await openBench();
  try {
    const graph = await makeRandomGraph(installation.database);
    const next = answerSource(graph, writers, batch);
    const random = seededUniforms(11);
    const oneOf = <Item>(items: readonly Item[]): Item | undefined =>
      items[Math.floor(random() * items.length)];
    const cursors = await cursorsOfPeople(poster(installation.url, installation.token));
    const reads = [
      () => bodyOf(PAGE, { after: oneOf(cursors) }),
      () => bodyOf(CANDIDATES, { project: oneOf(graph.projects)?.key }),
      () => bodyOf(ONE_PERSON, { id: globalId('Person', oneOf(graph.people) ?? '') }),
    ];
    const over = new AbortController();
    let [requests, refused] = [0, 0];
    const client = async (milliseconds: number, body: () => Buffer): Promise<void> => {
      const post = poster(installation.url, installation.token);
      while (!over.signal.aborted) {
        // On a busy machine one may be refused: it is asked again later.
        await post(body()).then(
          () => requests++,
          () => refused++,
        );
        await pause(milliseconds);
      }
    };
    const clients = [
      ...Array.from({ length: writers }, (_, writer) =>
        client(writersPause, () => bodyOf(RECORD, { items: itemsOf(next(writer)) })),
      ),
      ...Array.from({ length: readers }, () => client(readersPause, () => (oneOf(reads) ?? reads[0]!)())),
    ];
    const minutes: Minute[] = [];
    const watching = (async () => {
      while (minutes.length < Number(given)) {
        const before = requests;
        const samples: Memory[] = [];
        for (let sample = 0; sample < samplesEach; sample++) {
          await pause(60_000 / samplesEach);
          samples.push(await memoryOf(installation));
        }
        minutes.push({
          resident: Math.round(median(samples.map(({ resident }) => resident))),
          // What is left where garbage has just been collected.
          heap: Math.round(Math.min(...samples.map(({ heap }) => heap))),
          requests: requests - before,
        });
        const { resident, heap, requests: asked } = minutes.at(-1)!;
        say(
          `Minute ${String(minutes.length)}: ${String(resident)} MB resident, heap ${String(heap)} MB at least, ${String(asked)} requests.`,
        );
      }
      over.abort();
    })();
    await Promise.all([watching, ...clients]);
    const settled = minutes.slice(Math.floor(minutes.length / 4));
    const gains = {
      residentMegabytesAMinute: round3(slopeOf(settled.map(({ resident }) => resident))),
      heapMegabytesAMinute: round3(slopeOf(settled.map(({ heap }) => heap))),
    };
    say(
      `A minute gains ${String(gains.residentMegabytesAMinute)} MB resident, ${String(gains.heapMegabytesAMinute)} MB of heap; ${String(refused)} requests were refused.`,
    );
    return { minutes, refused, ...gains };
  } finally {
    await installation.close();
  }
};

/** What the line through values in a row gains from one to the next, by least squares. */
function slopeOf(values: readonly number[]): number {
  const mean = (all: readonly number[]): number => all.reduce((sum, value) => sum + value, 0) / all.length;
  const [middle, level] = [(values.length - 1) / 2, mean(values)];
  const covariance = mean(values.map((value, place) => (place - middle) * (value - level)));
  return covariance / mean(values.map((_, place) => (place - middle) ** 2));
}
