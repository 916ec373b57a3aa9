import { z95 } from '../../estimators/normal';
import { standingOut } from '../../estimators/standing-out';
import { riskAt, survivalCurve, type Passage, type SurvivalStep } from '../../estimators/survival';
import { VisitState } from '../capture/visit-state';
import type { Rounding } from '../disclosure/rounded';
import { thinned } from '../../shared/thinning';
import { DropOffRate, StandOut, SurvivalPoint } from './drop-off.type';
import { pageOf } from '../modules/revision.store';
import { dropOffSummary, standOutSummary } from './drop-off-summary';
import { byMinutes, byPages } from './leaving';
import type { PageAsking } from './pages.read';
import { pageInWords, pagesByMinute } from './pages-of-content';
import type { PersonPassage } from './passage-of-person';

const mostPoints = 500;
/** Of what stands out so much may do so by chance. */
const falseShare = 0.05;

/** How people leave content, of passages that are released, on pages in their order; in steps. */
export function* dropOffRate(
  passages: readonly PersonPassage[],
  pages: readonly PageAsking[],
  rounding: Rounding,
): Generator<void, DropOffRate> {
  const counted = (state: VisitState): number => passages.filter((one) => one.state === state).length;
  const inMinutes = byMinutes(passages).map((one) => ({ ...one, to: rounding.minutes(one.to) }));
  const byPage = survivalCurve(byPages(passages), z95);
  const last = byPage.at(-1);
  const figures = {
    people: passages.length,
    left: counted(VisitState.LEFT),
    completed: counted(VisitState.COMPLETED),
    underWay: counted(VisitState.UNDER_WAY),
    rate: rounding.share(1 - (last?.surviving ?? 1)),
    low: shareOrNull(1 - (last?.high ?? NaN), rounding),
    high: shareOrNull(1 - (last?.low ?? NaN), rounding),
  };
  const standsOut = yield* leaving(passages, pages, rounding);
  return Object.assign(new DropOffRate(), {
    ...figures,
    byPage: byPage.map((step) => pointOf(step, rounding)),
    byMinute: fewer(survivalCurve(inMinutes, z95)).map((step) => pointOf(step, rounding)),
    standsOut,
    summary: dropOffSummary(figures, standsOut[0]),
  });
}

/** The pages and minutes where significantly more leave than around them; in steps. */
export function* leaving(
  passages: readonly PersonPassage[],
  pages: readonly PageAsking[],
  rounding: Rounding,
): Generator<void, StandOut[]> {
  const isCompleted = passages.some(({ state }) => state === VisitState.COMPLETED);
  return [
    ...pagesThatStandOut(passages, pages, isCompleted, rounding),
    ...(yield* minutesThatStandOut(passages, pages, rounding)),
  ];
}

function shareOrNull(share: number, rounding: Rounding): number | null {
  return Number.isNaN(share) ? null : rounding.share(share);
}

function pointOf(
  { at, atRisk, left, surviving, low, high }: SurvivalStep,
  rounding: Rounding,
): SurvivalPoint {
  return Object.assign(new SurvivalPoint(), {
    ...{ at, atRisk, left },
    surviving: rounding.share(surviving),
    low: shareOrNull(low, rounding),
    high: shareOrNull(high, rounding),
  });
}

function fewer(curve: readonly SurvivalStep[]): readonly SurvivalStep[] {
  if (curve.length <= mostPoints) return curve;
  const places = curve.map(({ at, surviving }) => ({ x: at, ys: [surviving] }));
  return thinned(places, mostPoints, () => false).flatMap((place) => curve[place] ?? []);
}

function pagesThatStandOut(
  passages: readonly PersonPassage[],
  pages: readonly PageAsking[],
  isCompleted: boolean,
  rounding: Rounding,
): StandOut[] {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  // Where nobody is ever told to have completed, the last page is where everybody is last seen.
  const numbers = [...byNumber.keys()].slice(0, isCompleted ? undefined : -1);
  return standingOut(riskAt(byPages(passages), numbers), falseShare).map(
    ({ at, left, atRisk, around, probability }) => {
      const page = byNumber.get(at);
      const found = { left, atRisk, expected: rounding.minutes(around * atRisk), around, probability };
      return standOut(found, page, null);
    },
  );
}

function* minutesThatStandOut(
  passages: readonly PersonPassage[],
  pages: readonly PageAsking[],
  rounding: Rounding,
): Generator<void, StandOut[]> {
  const inWhole = byMinutes(passages).map((one): Passage => ({ ...one, to: Math.ceil(one.to) }));
  const longest = inWhole.reduce((most, { to }) => Math.max(most, to), 0);
  const minutes = Array.from({ length: longest }, (_, place) => place + 1);
  const found = standingOut(riskAt(inWhole, minutes), falseShare);
  const pageAt = found.length === 0 ? () => undefined : yield* pagesByMinute(passages, pages);
  return found.map(({ at, left, atRisk, around, probability }) =>
    standOut(
      { left, atRisk, expected: rounding.minutes(around * atRisk), around, probability },
      pageAt(at),
      at,
    ),
  );
}

interface FoundOut {
  readonly left: number;
  readonly atRisk: number;
  readonly expected: number;
  readonly around: number;
  readonly probability: number;
}

function standOut(
  { left, atRisk, expected, around, probability }: FoundOut,
  page: PageAsking | undefined,
  minute: number | null,
): StandOut {
  const what = page ? pageInWords(page) : 'No page is known.';
  return Object.assign(new StandOut(), {
    ...{ minute, left, atRisk, expected, probability, what },
    page: page ? pageOf(page) : null,
    summary: standOutSummary({ left, atRisk, around }, page, minute),
  });
}
