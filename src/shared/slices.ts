import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** How long computing holds the event loop at most before others get their turn, milliseconds. */
const longestTurn = 5;

let turnBegan = performance.now();
const waiting: (() => void)[] = [];

/**
 * Lets the event loop go on where computing has held it for its turn, and comes back when the next turn is this one's:
 * one a time, in order, whoever computes. Called often: it costs next to nothing while the turn lasts. Rejects with the
 * signal's reason where whoever wanted the result is gone.
 */
export async function takeTurns(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (!isTurnOver()) return;
  await nextTurn();
  signal?.throwIfAborted();
}

/** What waits for nobody leaves three quarters of the time to others. */
const restsPerWork = 3;

/** Does a part of what nobody waits for, and rests. Rejects where it is stopped meanwhile. */
export async function inSpareTime<Result>(work: () => Promise<Result>, stop: AbortSignal): Promise<Result> {
  const began = performance.now();
  const result = await work();
  const rest = restsPerWork * (performance.now() - began);
  await delay(rest, undefined, { signal: stop, ref: false });
  return result;
}

/** Goes through steps of a computation turn by turn, and gives its result. */
export async function inSlices<Result>(
  steps: Generator<void, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (isTurnOver()) await nextTurn();
  }
}

/** Turns each item into another, turn by turn. */
export async function mapInSlices<Item, Result>(
  items: Iterable<Item>,
  turn: (item: Item, index: number) => Result,
  signal?: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    if (isTurnOver()) await takeTurns(signal);
    results.push(turn(item, results.length));
  }
  signal?.throwIfAborted();
  return results;
}

function isTurnOver(): boolean {
  return performance.now() - turnBegan >= longestTurn;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

/** One a turn of the event loop: all those that wait would otherwise compute one after the other in a single turn. */
function giveTurn(): void {
  turnBegan = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveTurn);
}
