/** Expected shortfalls of one need on the way from one moment to a later one, each in seats, changing one thing at a time. */
export interface ShortfallSteps {
  /** At the first moment. */
  readonly before: number;
  /** Of the same people and demand, by what was known at the first moment, at the later one. */
  readonly faded: number;
  /** Of the same people and demand, by what is known at the later moment. */
  readonly knownAnew: number;
  /** Of the people of the later moment, for the demand of the first. */
  readonly peopleAnew: number;
  /** At the later moment. */
  readonly after: number;
}

/** Parts of a change of an expected shortfall by what made it, in seats; above 0 where it made the shortfall larger. */
export interface KnownCauses {
  /** Who came and who left. */
  readonly people: number;
  /** That time went by. */
  readonly fading: number;
  /** What is required. */
  readonly demand: number;
  /** That levels are read from another calibration. */
  readonly calibration: number;
}

/** All of a change: evidence, which came or was taken back, is what the others leave of it. */
export interface Causes extends KnownCauses {
  readonly evidence: number;
}

export const noCauses: KnownCauses = { people: 0, fading: 0, demand: 0, calibration: 0 };

/** What one step adds to causes; evidence that came while calibrations were switched cannot be told from that and counts with it. */
export function causesAfter(
  causes: KnownCauses,
  { before, faded, knownAnew, peopleAnew, after }: ShortfallSteps,
  isRecalibrated: boolean,
): KnownCauses {
  return {
    fading: causes.fading + (faded - before),
    calibration: causes.calibration + (isRecalibrated ? knownAnew - faded : 0),
    people: causes.people + (peopleAnew - knownAnew),
    demand: causes.demand + (after - peopleAnew),
  };
}

/** What some causes came to between two moments. */
export function causesBetween(earlier: KnownCauses, later: KnownCauses): KnownCauses {
  return {
    people: later.people - earlier.people,
    fading: later.fading - earlier.fading,
    demand: later.demand - earlier.demand,
    calibration: later.calibration - earlier.calibration,
  };
}

/** A change split into all its causes, which add up to it. */
export function splitChange(change: number, known: KnownCauses): Causes {
  const { people, fading, demand, calibration } = known;
  return { ...known, evidence: change - (people + fading + demand + calibration) };
}

/** So many days ahead a shortfall is foreseen from what is known on a day. */
export const foreseenDays = [1, 31, 366] as const;

/** What a shortfall comes to so many days later by fading alone: between the days foreseen in a straight line, then as on the last. */
export function fadedShortfall(now: number, foreseen: readonly number[], days: number): number {
  let [day, shortfall] = [0, now];
  for (const [place, later] of foreseenDays.entries()) {
    const then = foreseen[place] ?? shortfall;
    if (days <= later) return shortfall + ((then - shortfall) * Math.max(0, days - day)) / (later - day);
    [day, shortfall] = [later, then];
  }
  return shortfall;
}
