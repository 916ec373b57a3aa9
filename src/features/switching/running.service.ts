import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../shared/errors';
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

/** Waits until a run has ended, or for so many milliseconds, or until whoever waits has left. */
export async function waitForEnd(run: Run, milliseconds: number, gone: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const signal = AbortSignal.any([gone, ended.signal]);
  await Promise.race([run.ended, delay(milliseconds, undefined, { signal }).catch(() => undefined)]);
  ended.abort();
}
