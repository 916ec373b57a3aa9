import type { Causes } from '../../estimators/shortfall-causes';
import { requiredInWords } from '../../shared/bands';
import { toOnePlace } from '../../shared/percent';

/** What is less than this is not said, in people. */
const leastSaid = 0.05;

/** What makes a shortfall larger, and what makes it smaller. */
const becauseOf: Readonly<Record<keyof Causes, readonly [more: string, fewer: string]>> = {
  people: ['because people left', 'because people came'],
  evidence: ['by new evidence', 'by new evidence'],
  fading: ['because what is known fades', 'because what is known fades'],
  demand: ['because more is required', 'because less is required'],
  calibration: ['by another calibration', 'by another calibration'],
};
const inOrder: readonly (keyof Causes)[] = ['people', 'evidence', 'fading', 'demand', 'calibration'];

/** A change of an expected shortfall. */
interface Changed {
  readonly shortfallBefore: number;
  readonly shortfallNow: number;
  readonly causes: Causes;
}

export function summaryOfChange(skill: string, level: number, since: number, changed: Changed): string {
  return sentence(since, `the expected shortfall of ${skill} at ${requiredInWords(level, null)}`, changed);
}

export function summaryOfChanges(since: number, needs: number, changed: Changed): string {
  return needs === 0
    ? `Nothing was required on ${dayOf(since)}, and nothing is now.`
    : sentence(since, 'the expected shortfall', changed);
}

function sentence(since: number, what: string, { shortfallBefore, shortfallNow, causes }: Changed): string {
  const [before, now] = [toOnePlace(shortfallBefore), toOnePlace(shortfallNow)];
  const change = shortfallNow - shortfallBefore;
  const moved =
    Math.abs(change) < leastSaid
      ? `stayed at ${now} people`
      : `${change > 0 ? 'rose' : 'fell'} from ${before} to ${now} people`;
  const parts = inOrder
    .filter((cause) => Math.abs(causes[cause]) >= leastSaid)
    .sort((one, other) => Math.abs(causes[other]) - Math.abs(causes[one]))
    .map((cause) => {
      const [more, fewer] = becauseOf[cause];
      const part = causes[cause];
      return `${toOnePlace(Math.abs(part))} ${part > 0 ? `more ${more}` : `fewer ${fewer}`}`;
    });
  return `Since ${dayOf(since)} ${what} ${moved}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
