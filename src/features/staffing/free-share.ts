import type { Stretch } from '../request/plans';

/** A period, epoch milliseconds; without an end it is infinite. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A share of working time from a moment on; without an end it lasts. */
export type ShareOfTime = Pick<Stretch, 'share' | 'from' | 'to'>;

/** What the working time of a person is, and what takes it. */
export interface WorkingTime {
  /** Where none lasts, all of it is available; of several the one that began last counts. */
  readonly availability: readonly ShareOfTime[];
  readonly assignments: readonly ShareOfTime[];
  /** From here on they have left; infinite while nobody has said that they leave. */
  readonly activeUntil: number;
}

/** What share of somebody's working time is free in a period, in [0,1]. */
export interface FreeTime {
  /** At the moment of the period when it is least. */
  readonly least: number;
  /** At the moment of the period when it is most. */
  readonly most: number;
  /** Over the whole period; null where it has no end. */
  readonly mean: number | null;
}

/** Shares are decimal fractions: counted in so many parts, their sums are exact. */
const parts = 1e9;

/**
 * What is free at each moment is the availability less all assignments, never below 0, and nothing once they have left. It
 * changes only where a stretch begins or ends: so it is followed from one to the next, however long they are.
 */
export function freeTimeIn({ from, to }: Period, time: WorkingTime): FreeTime {
  const available = new Available(time.availability);
  const changes = changesOf(time.assignments);
  const moments = momentsWithin({ from, to }, time);
  let taken = 0;
  let passed = 0;
  let least = parts;
  let most = 0;
  let sum = 0;
  moments.forEach((at, index) => {
    for (let change = changes[passed]; change && change.at <= at; change = changes[++passed])
      taken += change.parts;
    const free = at >= time.activeUntil ? 0 : Math.max(0, available.at(at) - taken);
    least = Math.min(least, free);
    most = Math.max(most, free);
    sum += free * ((moments[index + 1] ?? to) - at);
  });
  return {
    least: least / parts,
    most: most / parts,
    mean: to === Infinity ? null : sum / (to - from) / parts,
  };
}

/** Whether a share is free at every moment of a period; where none is given, whether anything is at any moment of it. */
export function isFreeFor(period: Period, atLeast: number | null, time: WorkingTime): boolean {
  if (atLeast === null) return freeTimeIn(period, time).most > 0;
  return Math.round(freeTimeIn(period, time).least * parts) >= Math.round(atLeast * parts);
}

/** The beginning of a period, and in their order the moments within it at which something begins or ends. */
function momentsWithin({ from, to }: Period, { availability, assignments, activeUntil }: WorkingTime) {
  const moments = new Set([from, activeUntil]);
  for (const stretch of [...availability, ...assignments])
    moments.add(stretch.from).add(stretch.to ?? Infinity);
  return [...moments].filter((at) => at >= from && at < to).sort((one, other) => one - other);
}

/** What assignments take more or less of, in their order. */
function changesOf(assignments: readonly ShareOfTime[]): { readonly at: number; readonly parts: number }[] {
  const changes = assignments.flatMap(({ share, from, to }) => {
    const taken = Math.round(share * parts);
    return [
      { at: from, parts: taken },
      { at: to ?? Infinity, parts: -taken },
    ];
  });
  return changes.sort((one, other) => one.at - other.at);
}

/** What is available at one moment after the other. */
class Available {
  private readonly stated: readonly ShareOfTime[];
  private passed = 0;
  /** Those that have begun, the last one on top; below it there may be some that have ended. */
  private readonly begun: ShareOfTime[] = [];

  constructor(availability: readonly ShareOfTime[]) {
    this.stated = [...availability].sort((one, other) => one.from - other.from);
  }

  /** In parts; to be asked in the order of time. */
  at(moment: number): number {
    const { stated, begun } = this;
    for (let next = stated[this.passed]; next && next.from <= moment; next = stated[++this.passed])
      begun.push(next);
    for (let last = begun.at(-1); last; last = begun.at(-1)) {
      if (last.to === null || last.to > moment) return Math.round(last.share * parts);
      begun.pop();
    }
    return parts;
  }
}
