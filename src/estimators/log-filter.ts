import type { AnswerLog } from './answer-log';
import { stepAnswer } from './filter';
import { recallOf, remembersQuestions } from './memory';
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
    memoryGainRight: 0,
    memoryGainWrong: 0,
  };
  const remembers = remembersQuestions(parameters);
  for (const person of people) {
    const state = newPerson<number>(reversed);
    const first = log.firstOf[person] ?? 0;
    for (let i = (log.firstOf[person + 1] ?? 0) - 1; i >= first; i--) {
      const answer = answerAt(log, i, estimates);
      state.answers = i - first;
      const learned = remembers ? learnedBefore(log, i, parameters) : undefined;
      visit(i, stepAnswer(state, { ...answer, day: -answer.day }, reversed, learned));
    }
  }
}

/** How much easier the person's earlier answers to the same question made it, whichever way the log is gone through. */
function learnedBefore(log: AnswerLog, i: number, parameters: ModelParameters): number {
  const last = log.previous[i] ?? -1;
  if (last < 0) return 0;
  const memory = { score: log.score[last] ?? 0, day: log.day[last] ?? NaN, place: last };
  const right = log.earlierRight[i] ?? 0;
  return (
    recallOf(memory, log.day[i] ?? NaN, i, parameters) +
    right * parameters.memoryGainRight +
    ((log.earlierAnswers[i] ?? 0) - right) * parameters.memoryGainWrong
  );
}

export function answerAt(log: AnswerLog, i: number, estimates: QuestionEstimates): Answered<number> {
  const question = log.question[i] ?? 0;
  const { difficulty, difficultyVariance, discrimination } = questionIn(estimates, log, question);
  return {
    day: log.day[i] ?? NaN,
    sitting: log.sitting[i] ?? 0,
    question,
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
