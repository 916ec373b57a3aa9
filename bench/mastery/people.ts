import type { AnswerLog } from '../../src/estimators/answer-log';

/** The person of each answer. */
export function personOfAnswers({ people, firstOf, question }: AnswerLog): Int32Array {
  const personOf = new Int32Array(question.length);
  for (let person = 0; person < people; person++) personOf.fill(person, firstOf[person], firstOf[person + 1]);
  return personOf;
}
