import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** How long computing holds the event loop at most before others get their turn, milliseconds. */
const longestTurn = 5;

let turnBegan = performance.now();
const waiting: (() => void)[] = [];

/** What waits for nobody leaves three quarters of the time to others. */
const restsPerWork = 3;

/** How long work in spare time has rested in the middle of it so far, milliseconds, by the signal that stops it. */
const rested = new WeakMap<AbortSignal, number>();

/**
 * Lets the event loop go on where computing has held it for its turn, and comes back when the next turn is this one's:
 * one a time, in order, whoever computes; work in spare time rests before it. Called often: it costs next to nothing while
 * the turn lasts. Rejects with the signal's reason where whoever wanted the result is gone.
 */
export async function takeTurns(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (!isTurnOver()) return;
  if (signal && rested.has(signal)) await restInside(signal);
  await nextTurn();
  signal?.throwIfAborted();
}

/** Does a part of what nobody waits for, and rests: after each turn that it takes with this signal, and at its end. Rejects where it is stopped meanwhile. */
export async function inSpareTime<Result>(work: () => Promise<Result>, stop: AbortSignal): Promise<Result> {
  const began = performance.now();
  rested.set(stop, 0);
  try {
    const result = await work();
    const resting = rested.get(stop) ?? 0;
    await rest(restsPerWork * (performance.now() - began - resting) - resting, stop);
    return result;
  } finally {
    rested.delete(stop);
  }
}

async function restInside(signal: AbortSignal): Promise<void> {
  const began = performance.now();
  await rest(restsPerWork * longestTurn, signal);
  rested.set(signal, (rested.get(signal) ?? 0) + performance.now() - began);
}

async function rest(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (milliseconds > 0) await delay(milliseconds, undefined, { signal: stop, ref: false });
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
    if (isTurnOver()) await takeTurns(signal);
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
