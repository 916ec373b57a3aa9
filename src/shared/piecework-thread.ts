import { parentPort } from 'node:worker_threads';

/** What became of a piece. */
export type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

/** Computes what a Piecework sends, one piece after the other: what its thread runs. */
export function computePieces(compute: (piece: unknown) => unknown): void {
  parentPort?.on('message', (piece: unknown) => {
    parentPort?.postMessage(outcomeOf(() => compute(piece)));
  });
}

function outcomeOf(compute: () => unknown): Outcome<unknown> {
  try {
    return { result: compute() };
  } catch (error) {
    return { error };
  }
}
