import type { AnswerLog } from './answer-log';
import { filterLog, filterLogBackwards, type Visit } from './log-filter';
import { usualDifficulty, usualVariances, type QuestionEstimates } from './question-estimates';
import type { ModelParameters } from './types';

/** How far one step may go: in difficulty, and in the logarithm of discrimination. */
const longestStep = { difficulty: 1, discrimination: 0.3 } as const;
/** The logarithm of discrimination stays within this. */
const widestDiscrimination = 1.5;
/** Difficulties beyond this count as this, logits. */
const widestDifficulty = 8;
/** How many questions' worth, and skills' worth, the usual variances count. */
const weightOfUsual = { questions: 5, skills: 2 } as const;
/** Probabilities nearer to 0 or 1 than this count as this near. */
const smallestProbability = 1e-6;
/** Information about questions that have none, so that nothing is divided by 0. */
const leastInformation = 1e-9;

/** Score and information of each question's parameters, summed over the answers to it. */
interface Sums {
  readonly answers: Int32Array;
  readonly difficulty: Float64Array;
  readonly difficultyInformation: Float64Array;
  readonly discrimination: Float64Array;
  readonly discriminationInformation: Float64Array;
}

/**
 * One pass over people's answers, forwards and backwards in time, and one Fisher-scoring step for every question: each
 * answer's score (the derivative of its predictive log-likelihood, which is 0 on average where the model is right) and
 * information. Difficulties are drawn toward the mean of their skills', those toward the mean of all, as much as their
 * variances say (empirical Bayes, Efron & Morris 1973); discrimination toward 1.
 */
export function fitQuestions(
  log: AnswerLog,
  people: Int32Array,
  estimates: QuestionEstimates,
  parameters: ModelParameters,
): void {
  const sums = sumOver(log, people, estimates, parameters);
  const own = stepQuestions(log, estimates, sums);
  stepSkills(log, estimates, sums, own);
}

function sumOver(
  log: AnswerLog,
  people: Int32Array,
  estimates: QuestionEstimates,
  parameters: ModelParameters,
): Sums {
  const questions = log.questionSkills.length;
  const sums: Sums = {
    answers: new Int32Array(questions),
    difficulty: new Float64Array(questions),
    difficultyInformation: new Float64Array(questions),
    discrimination: new Float64Array(questions),
    discriminationInformation: new Float64Array(questions),
  };
  const knowing = 1 - parameters.guessing;
  // Both directions look at the same answers: each counts half.
  const half = 0.5;
  const visit: Visit = (i, expectation) => {
    const question = log.question[i] ?? 0;
    const expected = clamped(expectation.probability, smallestProbability, 1 - smallestProbability);
    const known = clamped(
      (expected - parameters.guessing) / knowing,
      smallestProbability,
      1 - smallestProbability,
    );
    // How steep the averaged logistic is (MacKay 1992).
    const steepness = 1 / Math.sqrt(1 + (Math.PI * expectation.variance) / 8);
    const slope = knowing * known * (1 - known) * steepness;
    const precision = half / (expected * (1 - expected));
    const score = ((log.score[i] ?? 0) - expected) * slope * precision;
    const information = slope * slope * precision;
    const discrimination = estimates.discrimination[question] ?? 1;
    const along = discrimination * expectation.sensitivity;
    add(sums.difficulty, question, -score * along);
    add(sums.difficultyInformation, question, information * along * along);
    add(sums.discrimination, question, score * expectation.mean);
    add(sums.discriminationInformation, question, information * expectation.mean * expectation.mean);
    sums.answers[question] = (sums.answers[question] ?? 0) + 1;
  };
  filterLog(log, people, estimates, parameters, visit);
  filterLogBackwards(log, people, estimates, parameters, visit);
  return sums;
}

/** Steps each question; returns the difficulty that its answers alone would suggest. */
function stepQuestions(log: AnswerLog, estimates: QuestionEstimates, sums: Sums): Float64Array {
  const { withinSkills, discriminationVariance } = estimates;
  const own = new Float64Array(sums.answers.length);
  let squares = weightOfUsual.questions * usualVariances.withinSkills;
  let counted: number = weightOfUsual.questions;
  for (let question = 0; question < own.length; question++) {
    const usual = usualDifficulty(estimates, log.questionSkills[question]);
    if (sums.answers[question] === 0) {
      estimates.difficulty[question] = usual;
      estimates.difficultyVariance[question] = withinSkills;
      estimates.discrimination[question] = 1;
      continue;
    }
    const before = estimates.difficulty[question] ?? usual;
    const information = sums.difficultyInformation[question] ?? 0;
    const variance = 1 / (information + 1 / withinSkills);
    const slope = (sums.difficulty[question] ?? 0) - (before - usual) / withinSkills;
    const difficulty = before + within(slope * variance, longestStep.difficulty);
    estimates.difficulty[question] = difficulty;
    estimates.difficultyVariance[question] = variance;
    squares += (difficulty - usual) ** 2 + variance;
    counted++;
    const drawn = (difficulty - usual) / withinSkills / Math.max(leastInformation, information);
    own[question] = within(difficulty + drawn, widestDifficulty);
    const sharpness = Math.log(estimates.discrimination[question] ?? 1);
    const step =
      ((sums.discrimination[question] ?? 0) - sharpness / discriminationVariance) /
      ((sums.discriminationInformation[question] ?? 0) + 1 / discriminationVariance);
    estimates.discrimination[question] = Math.exp(
      within(sharpness + within(step, longestStep.discrimination), widestDiscrimination),
    );
  }
  estimates.withinSkills = squares / counted;
  return own;
}

/** Puts each skill's mean difficulty between its questions' and the mean of all. */
function stepSkills(log: AnswerLog, estimates: QuestionEstimates, sums: Sums, own: Float64Array): void {
  const total = new Float64Array(log.skills);
  const weights = new Float64Array(log.skills);
  let overall = 0;
  let overallWeight = 0;
  for (let question = 0; question < own.length; question++) {
    if (sums.answers[question] === 0) continue;
    const information = Math.max(leastInformation, sums.difficultyInformation[question] ?? 0);
    const weight = 1 / (estimates.withinSkills + 1 / information);
    const weighted = weight * (own[question] ?? 0);
    for (const skill of log.questionSkills[question] ?? []) {
      add(total, skill, weighted);
      add(weights, skill, weight);
    }
    overall += weighted;
    overallWeight += weight;
  }
  if (overallWeight === 0) return;
  estimates.overallDifficulty = overall / overallWeight;
  let squares = weightOfUsual.skills * usualVariances.betweenSkills;
  let counted: number = weightOfUsual.skills;
  for (let skill = 0; skill < log.skills; skill++) {
    const weight = weights[skill] ?? 0;
    const variance = 1 / (weight + 1 / estimates.betweenSkills);
    const mean = ((total[skill] ?? 0) + estimates.overallDifficulty / estimates.betweenSkills) * variance;
    estimates.skillDifficulty[skill] = mean;
    if (weight === 0) continue;
    squares += (mean - estimates.overallDifficulty) ** 2 + variance;
    counted++;
  }
  estimates.betweenSkills = squares / counted;
}

function add(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}

function clamped(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function within(value: number, reach: number): number {
  return clamped(value, -reach, reach);
}
