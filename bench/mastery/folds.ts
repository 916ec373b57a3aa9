import {
  AnswerIndexes,
  AnswerLogBuilder,
  type AnswerLog,
  type BuiltLog,
  type LoggedAnswer,
} from '../../src/estimators/answer-log';
import { seededUniforms } from '../../src/estimators/random';
import { shuffled } from './shuffled';

export const folds = 5;

/** One fold: what is fitted on, and the people who are predicted. */
export interface Fold {
  readonly train: AnswerLog;
  readonly test: BuiltLog;
  /** The place among all answers of the answer that stands at each index of the test log. */
  readonly answerOf: Int32Array;
}

/** Cuts people at random into five parts, and gives each part as the one that is predicted from the other four. */
export function* foldsOf(answers: readonly LoggedAnswer[], seed: number): Generator<Fold> {
  const people = new Map<string, number>();
  for (const { person } of answers) if (!people.has(person)) people.set(person, people.size);
  const order = shuffled(people.size, seededUniforms(seed));
  for (let fold = 0; fold < folds; fold++) {
    const indexes = new AnswerIndexes();
    const [train, test] = [new AnswerLogBuilder(indexes), new AnswerLogBuilder(indexes)];
    const isTested = ({ person }: LoggedAnswer): boolean => order[people.get(person)!]! % folds === fold;
    // The trained ones first, so that what only the test knows comes after.
    for (const answer of answers) if (!isTested(answer)) train.add(answer);
    const trained = train.build().log;
    const places: number[] = [];
    answers.forEach((answer, place) => {
      if (!isTested(answer)) return;
      test.add(answer);
      places.push(place);
    });
    const built = test.build();
    const answerOf = new Int32Array(places.length);
    built.place.forEach((at, row) => (answerOf[at] = places[row]!));
    yield { train: trained, test: built, answerOf };
  }
}
