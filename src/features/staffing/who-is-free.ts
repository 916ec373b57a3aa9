import { BadInputError } from '../../shared/errors';
import { percent } from '../../shared/percent';
import type { RequestContext } from '../request/context';
import type { Plans, ProjectOfPlans } from '../request/plans';
import type { States } from '../request/states';
import { freeTimeIn, isFreeFor, type Period, type WorkingTime } from './free-share';
import type { FreeFor, FreeShare, FreeShareArguments } from './free-share.type';

/** What is held of everybody, as of one moment. */
export interface Held {
  readonly states: States;
  readonly plans: Plans;
}

/** Working time that somebody must have free in a period. */
export interface TimeNeeded {
  /** Epoch milliseconds. */
  readonly from: number;
  /** Null where the period has no end. */
  readonly to: number | null;
  /** The share that must be free throughout; null where any at any moment is enough. */
  readonly atLeast: number | null;
}

/** Throws BadInputError where the period ends before it begins, which it does at `otherwise` where nothing else is given. */
export function periodOf(otherwise: number, { from, to }: FreeShareArguments, argument = ''): Period {
  const period = { from: from?.getTime() ?? otherwise, to: to?.getTime() ?? Infinity };
  if (period.to > period.from) return period;
  throw new BadInputError(`${argument}to: must lie after from, ${new Date(period.from).toISOString()}.`);
}

/** Throws BadInputError where the share or the period is none. */
export function timeNeeded(asOf: number, freeFor: FreeFor): TimeNeeded {
  const { from, to } = periodOf(asOf, freeFor, 'freeFor.');
  const { atLeast } = freeFor;
  if (!(atLeast > 0 && atLeast <= 1)) throw new BadInputError('freeFor.atLeast: must be above 0, at most 1.');
  return { from, to: to === Infinity ? null : to, atLeast };
}

/**
 * What time those need who are to work for a project: what is asked for, in what is left of the project where it says of no other
 * period; where nothing is asked, any time in what is left. Null where there is nothing to hold anybody to.
 */
export function timeNeededFor(
  project: Pick<ProjectOfPlans, 'from' | 'to'>,
  asOf: number,
  freeFor: FreeFor | null,
): TimeNeeded | null {
  const rest = restOfProject(project, asOf);
  if (freeFor === null)
    return rest && { from: rest.from, to: rest.to === Infinity ? null : rest.to, atLeast: null };
  const from = freeFor.from ?? (rest && new Date(rest.from));
  const to = freeFor.to ?? (rest && rest.to !== Infinity ? new Date(rest.to) : null);
  return timeNeeded(asOf, { ...freeFor, from, to });
}

/** What is left of a project from a moment on; null where it has no dates, or is over. */
export function restOfProject(
  { from, to }: Pick<ProjectOfPlans, 'from' | 'to'>,
  asOf: number,
): Period | null {
  if (from === null && to === null) return null;
  const rest = { from: Math.max(from ?? asOf, asOf), to: to ?? Infinity };
  return rest.to > rest.from ? rest : null;
}

/** What somebody's working time is, beside what they are assigned to one project. */
function workingTimeAt({ states, plans }: Held, place: number, beside?: string): WorkingTime {
  return {
    availability: plans.availabilityAt(place),
    assignments: plans.assignmentsAt(place).filter(({ of }) => of !== beside),
    activeUntil: states.activeUntil(place),
  };
}

/** What share of working time somebody has free at a moment. */
export function freeShareAt(held: Held, place: number, at: number): number {
  return freeTimeIn({ from: at, to: at + 1 }, workingTimeAt(held, place)).least;
}

/** What share of working time a person has in a period; null where there is nobody with this internal id. */
export function freeShareOf(held: Held, key: string, period: Period, beside?: string): FreeShare | null {
  const place = held.states.placeOf(key);
  if (place === undefined) return null;
  const { least, mean } = freeTimeIn(period, workingTimeAt(held, place, beside));
  return {
    from: new Date(period.from),
    to: period.to === Infinity ? null : new Date(period.to),
    least,
    mean,
    get summary() {
      return `${least === 0 ? 'Nothing' : percent(least)} of working time is free throughout the period.`;
    },
  };
}

/**
 * Who has the time that is asked for, by place. How much time those have whom the viewer does not see is not theirs to see:
 * they are not held to it.
 */
export async function whoHasTime(
  context: Pick<RequestContext, 'visible'>,
  held: Held,
  { from, to, atLeast }: TimeNeeded,
  beside?: string,
): Promise<(key: string, place: number) => boolean> {
  const { everyone, personKeys } = await context.visible();
  const visible = { everyone, personKeys: new Set(personKeys) };
  const period = { from, to: to ?? Infinity };
  return (key, place) =>
    !(visible.everyone || visible.personKeys.has(key)) ||
    isFreeFor(period, atLeast, workingTimeAt(held, place, beside));
}
