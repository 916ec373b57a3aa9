import type { AnswerLog } from './answer-log';
import type { QuestionParameters } from './types';

/** What a fit estimates of questions and skills, in columns by their index in the log; variances in squared logits. */
export interface QuestionEstimates {
  readonly difficulty: Float64Array;
  readonly difficultyVariance: Float64Array;
  readonly discrimination: Float64Array;
  /** Mean difficulty of each skill's questions. */
  readonly skillDifficulty: Float64Array;
  /** Mean difficulty of all questions. */
  overallDifficulty: number;
  /** Variance of difficulties within a skill. */
  withinSkills: number;
  /** Variance of the skills' mean difficulties. */
  betweenSkills: number;
  /** Variance of the logarithm of discrimination; fixed for a fit. */
  readonly discriminationVariance: number;
}

/** The variances that a fit starts from, as found on tests of many kinds; the answers soon outweigh them. */
export const usualVariances = { withinSkills: 0.5, betweenSkills: 0.3, discrimination: 0.04 } as const;

/** The estimates where nothing is known but the share of right answers. */
export function startingEstimates(
  log: AnswerLog,
  people: Int32Array,
  discriminationVariance: number,
): QuestionEstimates {
  let right = 1;
  let answers = 2;
  for (const person of people) {
    const end = log.firstOf[person + 1] ?? 0;
    for (let i = log.firstOf[person] ?? 0; i < end; i++) {
      right += log.score[i] ?? 0;
      answers++;
    }
  }
  const overallDifficulty = -Math.log(right / (answers - right));
  const questions = log.questionSkills.length;
  return {
    difficulty: new Float64Array(questions).fill(overallDifficulty),
    difficultyVariance: new Float64Array(questions).fill(usualVariances.withinSkills),
    discrimination: new Float64Array(questions).fill(1),
    skillDifficulty: new Float64Array(log.skills).fill(overallDifficulty),
    overallDifficulty,
    withinSkills: usualVariances.withinSkills,
    betweenSkills: usualVariances.betweenSkills,
    discriminationVariance,
  };
}

/** An independent copy; with another variance of discrimination where one is given. */
export function copyOfEstimates(
  estimates: QuestionEstimates,
  discriminationVariance = estimates.discriminationVariance,
): QuestionEstimates {
  return {
    ...estimates,
    difficulty: estimates.difficulty.slice(),
    difficultyVariance: estimates.difficultyVariance.slice(),
    discrimination: estimates.discrimination.slice(),
    skillDifficulty: estimates.skillDifficulty.slice(),
    discriminationVariance,
  };
}

/** Two fits to different people combined, each weighted by its certainty. */
export function together(left: QuestionEstimates, right: QuestionEstimates): QuestionEstimates {
  const half = (one: number, other: number): number => (one + other) / 2;
  const joined = copyOfEstimates(left);
  for (let question = 0; question < joined.difficulty.length; question++) {
    const mine = left.difficultyVariance[question] ?? left.withinSkills;
    const others = right.difficultyVariance[question] ?? right.withinSkills;
    const share = mine / (mine + others);
    const between = (one: Float64Array, other: Float64Array): number =>
      (1 - share) * (one[question] ?? 0) + share * (other[question] ?? 0);
    joined.difficulty[question] = between(left.difficulty, right.difficulty);
    joined.discrimination[question] = between(left.discrimination, right.discrimination);
  }
  joined.skillDifficulty.forEach((difficulty, skill) => {
    joined.skillDifficulty[skill] = half(difficulty, right.skillDifficulty[skill] ?? difficulty);
  });
  joined.overallDifficulty = half(left.overallDifficulty, right.overallDifficulty);
  joined.withinSkills = half(left.withinSkills, right.withinSkills);
  joined.betweenSkills = half(left.betweenSkills, right.betweenSkills);
  return joined;
}

/** The difficulty expected of a question on these skills: the mean of theirs. */
export function usualDifficulty(estimates: QuestionEstimates, skills: Int32Array | undefined): number {
  if (!skills || skills.length === 0) return estimates.overallDifficulty;
  let sum = 0;
  for (const skill of skills) sum += estimates.skillDifficulty[skill] ?? estimates.overallDifficulty;
  return sum / skills.length;
}

/** The parameters of a question of the log; of one that was not fitted, those expected of a question on its skills. */
export function questionIn(
  estimates: QuestionEstimates,
  log: AnswerLog,
  question: number,
): QuestionParameters {
  const difficulty = estimates.difficulty[question];
  if (difficulty === undefined) {
    return {
      difficulty: usualDifficulty(estimates, log.questionSkills[question]),
      difficultyVariance: estimates.withinSkills,
      discrimination: 1,
    };
  }
  return {
    difficulty,
    difficultyVariance: estimates.difficultyVariance[question] ?? estimates.withinSkills,
    discrimination: estimates.discrimination[question] ?? 1,
  };
}
