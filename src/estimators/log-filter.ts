import type { AnswerLog } from './answer-log';
import { stepAnswer } from './filter';
import { newPerson } from './person-state';
import { questionIn, type QuestionEstimates } from './question-estimates';
import type { Answered, Expectation, ModelParameters } from './types';

/** Called for each answer with what was expected of it before its score was seen. */
export type Visit = (answer: number, expectation: Expectation) => void;

/** Filters the answers of some people of a log, each person from the prior. */
export function filterLog(
  log: AnswerLog,
  people: Int32Array,
  estimates: QuestionEstimates,
  parameters: ModelParameters,
  visit: Visit,
): void {
  for (const person of people) {
    const state = newPerson<number>(parameters);
    const end = log.firstOf[person + 1] ?? 0;
    for (let i = log.firstOf[person] ?? 0; i < end; i++)
      visit(i, stepAnswer(state, answerAt(log, i, estimates), parameters));
  }
}

/**
 * The same with time running backwards: each answer is predicted from the person's later ones. Forwards alone, the
 * parameters of questions that everybody answers first could not be learned.
 */
export function filterLogBackwards(
  log: AnswerLog,
  people: Int32Array,
  estimates: QuestionEstimates,
  parameters: ModelParameters,
  visit: Visit,
): void {
  const reversed = {
    ...parameters,
    gainRight: -parameters.gainRight,
    gainWrong: -parameters.gainWrong,
  };
  for (const person of people) {
    const state = newPerson<number>(reversed);
    const first = log.firstOf[person] ?? 0;
    for (let i = (log.firstOf[person + 1] ?? 0) - 1; i >= first; i--) {
      const answer = answerAt(log, i, estimates);
      state.answers = i - first;
      visit(i, stepAnswer(state, { ...answer, day: -answer.day }, reversed));
    }
  }
}

export function answerAt(log: AnswerLog, i: number, estimates: QuestionEstimates): Answered<number> {
  const question = log.question[i] ?? 0;
  const { difficulty, difficultyVariance, discrimination } = questionIn(estimates, log, question);
  return {
    day: log.day[i] ?? NaN,
    sitting: log.sitting[i] ?? 0,
    skills: log.questionSkills[question] ?? [],
    score: log.score[i] ?? 0,
    attempt: log.attempt[i] ?? 1,
    difficulty,
    difficultyVariance: difficultyVariance + (log.questionDoubt?.[question] ?? 0),
    discrimination,
  };
}

/** Everybody in a log. */
export function everybody({ people }: Pick<AnswerLog, 'people'>): Int32Array {
  return Int32Array.from({ length: people }, (_, person) => person);
}
