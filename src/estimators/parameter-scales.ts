import type { AnswerLog } from './answer-log';
import { logistic, logit } from './normal';
import { noRecalibration } from './recalibration';
import type { ModelParameters } from './types';

/** How a parameter is searched for: on a scale where it may be any number, with a normal prior. */
export interface ParameterScale {
  readonly name: keyof ModelParameters;
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
  /** Of the prior, on the scale. */
  readonly centre: number;
  readonly spread: number;
  /** Whether a log shows anything about it. */
  readonly shownBy: (traits: LogTraits) => boolean;
}

/** What a log has that some parameters need. */
export interface LogTraits {
  /** Somebody answered on different days. */
  readonly days: boolean;
  /** Somebody answered in several sittings. */
  readonly sittings: boolean;
  /** An answer was said not to be the first to its question. */
  readonly repeats: boolean;
  /** Somebody answered a question that they had answered before. */
  readonly seenAgain: boolean;
  /** A question that was asked is on several skills. */
  readonly severalSkills: boolean;
}

const always = (): boolean => true;

/** Above 0: searched for as its logarithm. */
function positive(
  name: keyof ModelParameters,
  usual: number,
  spread: number,
  shownBy: ParameterScale['shownBy'] = always,
): ParameterScale {
  return { name, to: Math.log, from: Math.exp, centre: Math.log(usual), spread, shownBy };
}

/** Of either sign; usually 0. */
function signed(
  name: keyof ModelParameters,
  unit: number,
  spread: number,
  shownBy: ParameterScale['shownBy'] = always,
): ParameterScale {
  return {
    name,
    to: (value) => value / unit,
    from: (scaled) => scaled * unit,
    centre: 0,
    spread,
    shownBy,
  };
}

/** A share in (0,1): searched for as its logit. */
function share(name: keyof ModelParameters, usual: number, spread: number): ParameterScale {
  return { name, to: logit, from: logistic, centre: logit(usual), spread, shownBy: always };
}

/**
 * Every parameter that a fit searches for. Priors say little and lean toward no effect: a log of few answers does not
 * invent one.
 */
export const parameterScales: readonly ParameterScale[] = [
  signed('generalMean', 0.3, 3),
  positive('generalVariance', 0.8, 1),
  positive('skillVariance', 0.3, 1),
  positive('sittingVariance', 0.05, 1.2),
  {
    name: 'sittingPersistence',
    to: (value) => logit(Math.max(1e-6, 2 * value - 1)),
    from: (scaled) => 0.5 + 0.5 * logistic(scaled),
    centre: 0.6,
    spread: 1,
    shownBy: always,
  },
  positive('generalDriftPerDay', 1e-4, 2, ({ days }) => days),
  positive('skillDriftPerDay', 1e-3, 2, ({ days }) => days),
  positive('skillDriftPerSitting', 3e-3, 2, ({ sittings }) => sittings),
  positive('skillDriftPerAnswer', 1e-3, 2),
  positive('gainRight', 0.03, 1),
  signed('gainWrong', 0.1, 2),
  positive('gainDecline', 0.2, 1.5),
  positive('gainVariance', 0.1, 1.5),
  share('guessing', 0.007, 1.5),
  signed('warmUp', 0.2, 2),
  positive('warmUpAnswers', 5, 0.7),
  positive('weaknessWeight', 0.3, 1, ({ severalSkills }) => severalSkills),
  signed('repeatEase', 0.2, 2.5, ({ repeats, seenAgain }) => repeats && !seenAgain),
  positive('repeatVariance', 0.2, 1, ({ repeats, seenAgain }) => repeats && !seenAgain),
  positive('memoryVariance', 0.2, 1.5, ({ seenAgain }) => seenAgain),
  positive('memoryDrift', 0.02, 1.5, ({ seenAgain }) => seenAgain),
  positive('memoryGainRight', 0.1, 1.5, ({ seenAgain }) => seenAgain),
  positive('memoryGainWrong', 0.1, 1.5, ({ seenAgain }) => seenAgain),
  positive('recallRight', 0.3, 1.5, ({ seenAgain }) => seenAgain),
  positive('recallWrong', 0.3, 1.5, ({ seenAgain }) => seenAgain),
  positive('forgettingPerAnswer', 0.1, 1.5, ({ seenAgain }) => seenAgain),
  positive('forgettingPerDay', 100, 2, ({ seenAgain, days }) => seenAgain && days),
];

/** Where a fit starts, and what applies before any fit: what is known of a person fades to the prior within some years. */
export const usualParameters: ModelParameters = {
  generalMean: 0,
  generalVariance: 0.8,
  skillVariance: 0.5,
  sittingVariance: 0.1,
  sittingPersistence: 0.9,
  generalDriftPerDay: 1e-4,
  skillDriftPerDay: 1e-3,
  skillDriftPerSitting: 3e-3,
  skillDriftPerAnswer: 1e-3,
  gainRight: 0.02,
  gainWrong: 0.01,
  gainDecline: 0.2,
  gainVariance: 0,
  guessing: 0.007,
  warmUp: 0,
  warmUpAnswers: 5,
  weaknessWeight: 0.3,
  repeatEase: 0.1,
  repeatVariance: 0.2,
  memoryVariance: 0,
  memoryDrift: 0,
  memoryGainRight: 0,
  memoryGainWrong: 0,
  recallRight: 0,
  recallWrong: 0,
  forgettingPerAnswer: 0.1,
  forgettingPerDay: 100,
  ...noRecalibration,
};

export function traitsOf(log: AnswerLog): LogTraits {
  let sittings = false;
  let repeats = false;
  let seenAgain = false;
  let severalSkills = false;
  for (let i = 0; i < log.question.length; i++) {
    sittings ||= (log.sitting[i] ?? 0) > 0;
    repeats ||= (log.attempt[i] ?? 1) > 1;
    seenAgain ||= (log.previous[i] ?? -1) >= 0;
    severalSkills ||= (log.questionSkills[log.question[i] ?? 0]?.length ?? 0) > 1;
  }
  let days = false;
  for (let person = 0; person < log.people; person++) {
    const first = log.day[log.firstOf[person] ?? 0] ?? NaN;
    const last = log.day[(log.firstOf[person + 1] ?? 0) - 1] ?? NaN;
    days ||= last - first > 1;
  }
  return { days, sittings, repeats, seenAgain, severalSkills };
}

/** What is remembered of questions where a fit begins that has anybody who met one again. */
const usualMemory = {
  ...{ memoryVariance: 0.2, memoryDrift: 0.02, memoryGainRight: 0.05, memoryGainWrong: 0.05 },
  ...{ recallRight: 0.3, recallWrong: 0.3 },
} as const;

/** How far learning rates differ where a fit begins: with nothing it could not find out. */
const usualLearning = { gainVariance: 0.1 } as const;

/** Where a fit to a log starts. */
export function startFor({ seenAgain }: LogTraits): ModelParameters {
  return { ...usualParameters, ...usualLearning, ...(seenAgain ? usualMemory : {}) };
}
