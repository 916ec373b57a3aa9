import { step } from '../../estimators/fold';
import { newPerson } from '../../estimators/person-state';
import { grouped } from '../../shared/grouped';
import type { Calibration } from '../calibrations/calibration.store';
import type { VersionParameters } from '../calibrations/version.store';
import { dayOf } from '../states/stored-state';
import { questionKeyOf } from '../mastery/stored-memories';
import type { AnswerOfVersion } from './cells';

/** A first answer beside what the person's other answers in the revision say. */
export interface JudgedAnswer extends AnswerOfVersion {
  /** Probability of a right answer as the calibration in force reads the person's earlier ones; NaN where not known. */
  readonly expected: number;
  /** How much better than others the person did in the other questions, in [-1,1]; NaN where there are none. */
  readonly standing: number;
}

/**
 * Judges the answers of one revision by each other, in a step for each person. Nothing else is looked at: what a figure is
 * made of is what was released. Everybody starts as somebody does of whom nothing is known.
 */
export function* judged(
  answers: readonly AnswerOfVersion[],
  versions: ReadonlyMap<string, VersionParameters>,
  calibration: Calibration,
): Generator<void, JudgedAnswer[]> {
  const usual = new Map<string, number>();
  for (const [version, given] of grouped(answers, (one) => one.version))
    usual.set(version, given.reduce((sum, { score }) => sum + score, 0) / given.length);
  const judgedAnswers: JudgedAnswer[] = [];
  for (const given of grouped(answers, ({ person }) => person).values()) {
    const better = given.map(({ score, version }) => score - (usual.get(version) ?? 0));
    const sum = better.reduce((total, one) => total + one, 0);
    const state = newPerson<string>(calibration);
    const inOrder = given
      .map((answer, place) => ({ answer, others: sum - (better[place] ?? 0) }))
      .sort((left, right) => inOrderOfFold(left.answer, right.answer));
    for (const { answer, others } of inOrder)
      judgedAnswers.push({
        ...answer,
        expected: expectedOf(answer),
        standing: given.length > 1 ? others / (given.length - 1) : NaN,
      });
    yield;

    function expectedOf({ at, attempt, version, score }: AnswerOfVersion): number {
      const known = versions.get(version);
      const question = known?.questions.get(calibration.number);
      if (!known || !question) return NaN;
      const asked = { question: questionKeyOf(version), skills: known.skills, attempt, ...question };
      const answered = { day: dayOf(at), sitting: null, score, ...asked };
      return step(state, { at, attempt, id: version, answered }, calibration)?.probability ?? NaN;
    }
  }
  return judgedAnswers;
}

function inOrderOfFold(left: AnswerOfVersion, right: AnswerOfVersion): number {
  return left.at - right.at || left.attempt - right.attempt || (left.version < right.version ? -1 : 1);
}
