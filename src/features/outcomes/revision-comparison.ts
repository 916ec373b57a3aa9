import type { Estimate, GroupAbility, TaughtTwoWays } from '../../estimators/learning-gain';
import { expectedLogistic, normalCdf, z95 } from '../../estimators/normal';
import { survivalCurve } from '../../estimators/survival';
import type { QuestionParameters } from '../../estimators/types';
import type { Rounding } from '../disclosure/rounded';
import { byPages } from '../exhaust/leaving';
import type { PersonPassage } from '../exhaust/passage-of-person';
import { comparedInWords, type Kind } from './comparison-summary';
import { ComparedFigure } from './revision-comparison.type';

/** How many people are behind the figures of the former revision, and of the later. */
export interface Sides {
  readonly peopleBefore: number;
  readonly peopleAfter: number;
}

interface Found {
  readonly before: number;
  readonly after: number;
  /** Of the difference; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  readonly probability: number;
}

function figure(sides: Sides, kind: Kind, found: Found, { share }: Rounding): ComparedFigure {
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : share(value));
  const figures = {
    ...sides,
    before: share(found.before),
    after: share(found.after),
    difference: share(found.after - found.before),
    low: orNull(found.low),
    high: orNull(found.high),
    probabilityBetter: orNull(found.probability),
  };
  return Object.assign(new ComparedFigure(), { ...figures, summary: comparedInWords(kind, figures) });
}

/** Abilities afterwards, as equal people would have them. */
export function comparedAbility(
  sides: Sides,
  { without, changed, difference, probability }: TaughtTwoWays,
  rounding: Rounding,
): ComparedFigure {
  const { low, high } = difference;
  const found = { before: without.mean, after: changed.mean, low, high, probability };
  return figure(sides, { what: 'Ability', isShare: false }, found, rounding);
}

/** Wrong answers to some questions, as equal people would give them. */
export function comparedFailure(
  sides: Sides,
  { without, changed, difference, probability }: TaughtTwoWays,
  questions: readonly QuestionParameters[],
  guessing: number,
  rounding: Rounding,
): ComparedFigure {
  const wrongOf = ({ mean, variance }: GroupAbility): number =>
    questions.reduce((sum, { difficulty, discrimination, difficultyVariance }) => {
      const knowing = expectedLogistic(
        discrimination * (mean - difficulty),
        discrimination ** 2 * (variance + difficultyVariance),
      );
      return sum + (1 - guessing) * (1 - knowing);
    }, 0) / questions.length;
  const wrongBy = (change: number): number => wrongOf({ ...without, mean: without.mean + change });
  const before = wrongOf(without);
  const found = {
    before,
    after: wrongOf(changed),
    low: wrongBy(difference.high) - before,
    high: wrongBy(difference.low) - before,
    probability,
  };
  return figure(sides, { what: 'Wrong answers', isShare: true }, found, rounding);
}

/** What people knew before it. */
export function comparedStart(
  sides: Sides,
  { started }: TaughtTwoWays,
  rounding: Rounding,
): ComparedFigure | null {
  if (!started) return null;
  const { without, changed, ahead } = started;
  const found = {
    ...{ before: without, after: changed, low: ahead.low, high: ahead.high },
    probability: probabilityAbove(ahead),
  };
  return figure(sides, { what: 'Ability before it', isShare: false }, found, rounding);
}

function probabilityAbove({ value, high }: Estimate): number {
  return normalCdf((value * z95) / (high - value));
}

/** Leaving, at the end of the curves. */
export function comparedDropOff(
  before: readonly PersonPassage[],
  after: readonly PersonPassage[],
  rounding: Rounding,
): ComparedFigure {
  const [former, later] = [leavingOf(before), leavingOf(after)];
  const difference = later.rate - former.rate;
  const deviation = Math.sqrt(former.variance + later.variance);
  const isKnown = deviation > 0;
  const found = {
    ...{ before: former.rate, after: later.rate },
    low: isKnown ? difference - z95 * deviation : NaN,
    high: isKnown ? difference + z95 * deviation : NaN,
    probability: isKnown ? normalCdf(-difference / deviation) : NaN,
  };
  const sides = { peopleBefore: before.length, peopleAfter: after.length };
  return figure(sides, { what: 'Leaving', isShare: true }, found, rounding);
}

function leavingOf(passages: readonly PersonPassage[]): { rate: number; variance: number } {
  const last = survivalCurve(byPages(passages), z95).at(-1);
  return last ? { rate: 1 - last.surviving, variance: last.variance } : { rate: 0, variance: 0 };
}
