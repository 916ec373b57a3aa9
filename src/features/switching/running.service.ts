import { setTimeout as delay } from 'node:timers/promises';
import { ConflictError, DatabaseUnavailableError, messageOf } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { type Run, RunState } from './run.type';
import { Runs } from './runs';

/** What work tells its run, and is told. */
export interface RunOptions {
  /** To be called with the share that is done. */
  readonly onProgress: (done: number) => void;
  /** To be called once it is sure that nobody else builds a calibration. */
  readonly onBegun: () => void;
  /** To be called with the calibration's number once levels are read with it: what fails afterwards takes nothing back. */
  readonly onSwitched: (number: number) => void;
  readonly stop: AbortSignal;
}

/**
 * Begins a run, which goes on in the background; resolves as soon as its work has begun. Throws ConflictError where another
 * is under way, here or in another process.
 * @param work undefined says that it was stopped
 */
export async function startRun(
  { background }: Pick<RequestContext, 'background'>,
  run: Run,
  work: (options: RunOptions) => Promise<unknown>,
): Promise<void> {
  const runs = background.keep(Runs);
  runs.begin(run);
  let hasBegun = false;
  await new Promise<void>((resolve, reject) => {
    const options: RunOptions = {
      stop: background.stop,
      onBegun: () => {
        hasBegun = true;
        resolve();
      },
      onProgress: (done) => {
        run.progress = done;
      },
      onSwitched: (number) => {
        run.calibration = number;
      },
    };
    run.ended = work(options).then(
      (result) => {
        run.end(result === undefined ? RunState.STOPPED : RunState.DONE);
      },
      (error: unknown) => {
        if (hasBegun) background.failed(run.id, error);
        else runs.forget(run);
        if (run.calibration === null) run.fail(error);
        else run.end(RunState.DONE);
        reject(error instanceof Error ? error : new Error(messageOf(error)));
      },
    );
    background.take(run.ended);
  });
}

/** How long what cannot go on yet waits before it tries again, milliseconds. */
const triedAgainAfter = 2_000;

/**
 * Goes on with what a stopped or killed server left behind. Where that cannot be yet, as the killed one's lease lasts for a
 * minute, it is tried again in the background until it can, or there is nothing left to go on with.
 */
export async function goOnWhenFree(
  { background }: Pick<RequestContext, 'background'>,
  goOn: () => Promise<void>,
): Promise<void> {
  const { stop } = background;
  const hasGoneOn = (): Promise<boolean> =>
    goOn().then(
      () => true,
      (error: unknown) => {
        if (error instanceof ConflictError || error instanceof DatabaseUnavailableError) return false;
        throw error;
      },
    );
  const tryAgain = async (): Promise<void> => {
    do await delay(triedAgainAfter, undefined, { signal: stop }).catch(() => undefined);
    while (!stop.aborted && !(await hasGoneOn()));
  };
  if (await hasGoneOn()) return;
  background.take(
    tryAgain().catch((error: unknown) => {
      background.failed('unfinished', error);
    }),
  );
}

/** Waits until a run has ended, or for so many milliseconds, or until whoever waits has left. */
export async function waitForEnd(run: Run, milliseconds: number, gone: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const signal = AbortSignal.any([gone, ended.signal]);
  await Promise.race([run.ended, delay(milliseconds, undefined, { signal }).catch(() => undefined)]);
  ended.abort();
}
