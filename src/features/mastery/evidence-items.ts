import { compareEvidence, type FoldItem } from '../../estimators/fold';
import type { AnswersOfPerson } from '../evidence/evidence.store';
import { dayOf } from './stored-state';
import type { VersionParameters } from './version.store';

/** An answer as evidence holds it. */
export interface HeldAnswer {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly attempt: number;
  readonly score: number;
  readonly sitting: string | null;
  /** Internal id of the question version. */
  readonly version: string;
}

/** An item of a fold that knows which question was asked. */
export type AnswerItem = FoldItem & { readonly version: string };

/** An answer as the model reads it with the calibration of this number. */
export function itemOf(
  { id, at, attempt, score, sitting, version }: HeldAnswer,
  parameters: ReadonlyMap<string, VersionParameters>,
  calibration: number,
): AnswerItem {
  const known = parameters.get(version);
  const question = known?.questions.get(calibration);
  if (!known || !question) throw new Error(`Question version ${version} is not there.`);
  return {
    at,
    attempt,
    id,
    version,
    answered: { day: dayOf(at), sitting, skills: known.skills, score, attempt, ...question },
  };
}

/** A person's answers as the model reads them, in the order of every fold. */
export function itemsOf(
  answers: AnswersOfPerson['answers'],
  parameters: ReadonlyMap<string, VersionParameters>,
  calibration: number,
): AnswerItem[] {
  return answers
    .map(([id, at, attempt, score, sitting, version]) =>
      itemOf({ id, at, attempt, score, sitting, version }, parameters, calibration),
    )
    .sort(compareEvidence);
}
