import type { AnswerLog } from '../../src/estimators/answer-log';

export interface Predictor {
  /** The probability of a right answer for each answer of the log, from that person's earlier ones. */
  predict(log: AnswerLog): Float64Array;
}

/** A predictor that also says how sure it is. */
export interface MasteryPredictor extends Predictor {
  /**
   * Draws of the number right among `later` answers (indexes of the log, all of this person), given the person's answers
   * before index `known` of the log.
   */
  drawRight(
    log: AnswerLog,
    person: number,
    known: number,
    later: readonly number[],
    draws: number,
    random: () => number,
  ): Float64Array;
  /** Answers a second of one pass of the fit. */
  readonly answersPerSecondFit: number;
}

/** Fits on a log; what it gives then predicts logs built with the same indexes. */
export type Fit<P extends Predictor> = (train: AnswerLog) => P;
