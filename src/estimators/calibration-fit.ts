import type { AnswerLog } from './answer-log';
import { everybody, filterLog } from './log-filter';
import { minimise } from './minimise';
import { parameterScales, traitsOf, startFor, type ParameterScale } from './parameter-scales';
import {
  copyOfEstimates,
  startingEstimates,
  together,
  usualVariances,
  type QuestionEstimates,
} from './question-estimates';
import { fitQuestions } from './question-fit';
import { seededUniforms } from './random';
import { fitRecalibration, type PredictedAnswers } from './recalibration';
import type { ModelParameters } from './types';

/** The model's parameters and the questions, as the answers estimate them. */
export interface FittedCalibration {
  readonly parameters: ModelParameters;
  readonly questions: QuestionEstimates;
  /** Answers a second in one pass of the fit, forwards and backwards. */
  readonly answersPerSecond: number;
}

export interface FitProgress {
  /** Share of the work that is done, in [0,1]. */
  readonly done: number;
  /** Mean log loss per answer of people whose answers the questions were not fitted to; Infinity before it is known. */
  readonly loss: number;
}

/** Answers that parameters are searched with at most: more would add little and cost much. */
const answersToSearchWith = 60_000;
const passes = { first: 6, between: 4, perDiscrimination: 6, last: 6 } as const;
const rounds = 3;
/** About how much of the work is done before the rounds, and in each of them. */
const shareOfWork = { first: 0.1, round: 0.27 } as const;
const discriminationVariances = [0.01, 0.04, 0.12, 0.3] as const;
/** A round that gains fewer nats of log-likelihood than this is the last. */
const leastGain = 2;
const search = { iterations: 12, tolerance: 0.5 } as const;
const seed = 20_161;

/**
 * Fits a calibration to answers. People are split in two halves: questions fitted to the one half predict the other, and
 * the parameters are those that predict best (maximum a posteriori, cross-fitted), so that nothing counts as known
 * that would not hold for new people. Then the questions are fitted to everybody. Deterministic.
 */
export function fitCalibration(
  log: AnswerLog,
  onProgress: (progress: FitProgress) => void = () => undefined,
): FittedCalibration {
  const people = shuffled(everybody(log));
  const halves = new Halves(log, people);
  const traits = traitsOf(log);
  const scales = parameterScales.filter(({ shownBy }) => shownBy(traits));
  let parameters = startFor(traits);
  let before = Infinity;
  const report = (share: number): void => {
    onProgress({ done: share, loss: before / halves.answers });
  };
  halves.fit(parameters, passes.first);
  report(shareOfWork.first);
  for (let round = 0; round < rounds; round++) {
    parameters = searched(halves, parameters, scales);
    report(shareOfWork.first + shareOfWork.round * (round + 0.5));
    halves.fit(parameters, passes.between);
    if (round === 0) halves.chooseDiscrimination(parameters);
    const loss = halves.loss(parameters);
    const gained = before - loss;
    before = loss;
    report(shareOfWork.first + shareOfWork.round * (round + 1));
    if (gained < leastGain) break;
  }
  const recalibration = fitRecalibration(halves.predicted(parameters));
  const questions = halves.together();
  const start = performance.now();
  const left = 1 - shareOfWork.first - rounds * shareOfWork.round;
  for (let pass = 1; pass <= passes.last; pass++) {
    fitQuestions(log, people, questions, parameters);
    report(1 - left * (1 - pass / passes.last));
  }
  const seconds = (performance.now() - start) / 1_000;
  return {
    parameters: { ...parameters, ...recalibration },
    questions,
    answersPerSecond: (passes.last * log.question.length) / seconds,
  };
}

/** Two halves of the people, and the questions fitted to each. */
class Halves {
  /** How many answers a loss is the sum of. */
  readonly answers: number;
  private readonly people: readonly [Int32Array, Int32Array];
  private readonly tried: readonly Int32Array[];
  private questions: readonly [QuestionEstimates, QuestionEstimates];

  constructor(
    private readonly log: AnswerLog,
    people: Int32Array,
  ) {
    const middle = people.length >> 1;
    this.people = [people.subarray(0, middle), people.subarray(middle)];
    this.tried = this.people.map((half) => upTo(log, half, answersToSearchWith / 2));
    const [left, right] = this.people;
    const startOf = (half: Int32Array): QuestionEstimates =>
      startingEstimates(log, half, usualVariances.discrimination);
    this.questions = [startOf(left), startOf(right)];
    this.answers = this.tried.reduce((sum, half) => sum + answersOf(log, half), 0);
  }

  together(): QuestionEstimates {
    const [left, right] = this.questions;
    return together(left, right);
  }

  fit(parameters: ModelParameters, count: number, questions = this.questions): void {
    this.people.forEach((half, place) => {
      const estimates = questions[place];
      for (let pass = 0; estimates && pass < count; pass++)
        fitQuestions(this.log, half, estimates, parameters);
    });
  }

  /** Log losses of the people that the search uses, summed by person, predicted with the questions of the other half. */
  losses(parameters: ModelParameters, questions = this.questions): Float64Array {
    const losses = new Float64Array(this.tried.reduce((sum, half) => sum + half.length, 0));
    this.predict(parameters, questions, (place, probability, score) => {
      losses[place] = (losses[place] ?? 0) + logLoss(probability, score);
    });
    return losses;
  }

  /** The same people's answers, as predicted and as given. */
  predicted(parameters: ModelParameters): PredictedAnswers[] {
    const people: { probabilities: number[]; scores: number[] }[] = [];
    this.predict(parameters, this.questions, (place, probability, score) => {
      const person = (people[place] ??= { probabilities: [], scores: [] });
      person.probabilities.push(probability);
      person.scores.push(score);
    });
    return people;
  }

  private predict(
    parameters: ModelParameters,
    questions: readonly QuestionEstimates[],
    visit: (place: number, probability: number, score: number) => void,
  ): void {
    let place = 0;
    this.tried.forEach((half, side) => {
      const estimates = questions[1 - side];
      if (!estimates) return;
      for (let at = 0; at < half.length; at++, place++) {
        filterLog(this.log, half.subarray(at, at + 1), estimates, parameters, (i, { probability }) => {
          visit(place, probability, this.log.score[i] ?? 0);
        });
      }
    });
  }

  loss(parameters: ModelParameters, questions = this.questions): number {
    return this.losses(parameters, questions).reduce((sum, one) => sum + one, 0);
  }

  chooseDiscrimination(parameters: ModelParameters): void {
    let least = Infinity;
    let best: readonly [QuestionEstimates, QuestionEstimates] = this.questions;
    for (const variance of discriminationVariances) {
      const [left, right] = this.questions;
      const questions = [copyOfEstimates(left, variance), copyOfEstimates(right, variance)] as const;
      this.fit(parameters, passes.perDiscrimination, questions);
      const loss = this.loss(parameters, questions);
      if (loss >= least) continue;
      least = loss;
      best = questions;
    }
    this.questions = best;
  }
}

function searched(
  halves: Halves,
  parameters: ModelParameters,
  scales: readonly ParameterScale[],
): ModelParameters {
  const at = (scaled: readonly number[]): ModelParameters => {
    const found = scales.map(({ name, from }, place) => [name, from(scaled[place] ?? 0)]);
    return { ...parameters, ...(Object.fromEntries(found) as Partial<ModelParameters>) };
  };
  const start = scales.map(({ name, to }) => to(parameters[name]));
  return at(minimise((scaled) => halves.losses(at(scaled)), scales, start, search).x);
}

/** Of one answer, in nats; probabilities within a millionth of 0 or 1 count as a millionth from it. */
function logLoss(probability: number, score: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return -score * Math.log(bounded) - (1 - score) * Math.log1p(-bounded);
}

/** The first people who together have at least this many answers. */
function upTo(log: AnswerLog, people: Int32Array, answers: number): Int32Array {
  let sum = 0;
  let count = 0;
  while (count < people.length && sum < answers) {
    sum += answersOf(log, people.subarray(count, count + 1));
    count++;
  }
  return people.subarray(0, count);
}

function answersOf(log: AnswerLog, people: Int32Array): number {
  return people.reduce((sum, person) => sum + (log.firstOf[person + 1] ?? 0) - (log.firstOf[person] ?? 0), 0);
}

/** Seeded, so that a fit can be repeated exactly (Fisher & Yates 1938). */
function shuffled(people: Int32Array): Int32Array {
  const random = seededUniforms(seed);
  for (let i = people.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = people[i] ?? 0;
    people[i] = people[j] ?? 0;
    people[j] = kept;
  }
  return people;
}
