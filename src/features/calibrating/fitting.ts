import { join } from 'node:path';
import type { AnswerLog } from '../../estimators/answer-log';
import type { FitProgress, FittedCalibration } from '../../estimators/calibration-fit';
import { startThread } from '../../shared/threads';

/** What the thread reports. */
export type FittingMessage = { readonly progress: FitProgress } | { readonly fitted: FittedCalibration };

/** A fit with the loss that it came to. */
export interface Fitted extends FittedCalibration {
  /** Mean log loss per answer of people whose answers the questions were not fitted to. */
  readonly logLoss: number;
}

/**
 * Fits a calibration in a thread of its own, so that a server goes on answering. The log's columns move there: they are
 * gone here. Undefined where it was stopped.
 */
export async function fitInThread(
  log: AnswerLog,
  onProgress: (done: number) => void,
  stop?: AbortSignal,
): Promise<Fitted | undefined> {
  const thread = startThread(join(__dirname, 'fitting.worker'), {
    workerData: log,
    transferList: [
      ...[log.firstOf, log.question, log.score, log.day, log.sitting],
      ...[log.attempt, log.previous, log.earlierAnswers, log.earlierRight],
    ].map(({ buffer }) => buffer as ArrayBuffer),
  });
  const end = (): void => void thread.terminate();
  stop?.addEventListener('abort', end);
  try {
    return await new Promise<Fitted | undefined>((resolve, reject) => {
      let logLoss = NaN;
      thread.on('message', (message: FittingMessage) => {
        if ('fitted' in message) resolve({ ...message.fitted, logLoss });
        else {
          logLoss = message.progress.loss;
          onProgress(message.progress.done);
        }
      });
      thread.on('error', reject);
      thread.on('exit', () => {
        if (stop?.aborted) resolve(undefined);
        else reject(new Error('The thread that fits a calibration ended before it had one.'));
      });
    });
  } finally {
    stop?.removeEventListener('abort', end);
    await thread.terminate();
  }
}
