import { expectedLevel, probabilityAtLeast } from './level';
import type { Gaussian } from './types';

/** What a requirement is compared with. */
export interface RequiredLevel {
  /** In (0,1). */
  readonly level: number;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  /** It is met from this probability on. */
  readonly meetsFrom: number;
  /** It is sure to be met from this probability on, which is no lower. */
  readonly sureFrom: number;
}

/** What is no longer as required: how sure it is that the level is reached, the level itself, or what was practised. */
export type LapsedBy = 'CERTAINTY' | 'LEVEL' | 'FORGETTING';

/** When a requirement that is met lapses where nothing new becomes known. */
export interface Lapse {
  /** The first day on which it is lapsed, to a quarter of an hour. */
  readonly day: number;
  readonly by: LapsedBy;
}

const precision = 1 / 96;

/**
 * Finds when a requirement that is met on one day lapses by another: the probability that the level is reached, which was sure
 * enough, falls below what counts as sure, or the expected level, which was high enough, below the required one, or what was
 * practised, which was remembered well enough. Without new evidence the mean of an ability
 * stays, its variance grows and what is remembered becomes less, so that all move one way only: halving finds the day. Undefined
 * where it is not met on the first day, or does not lapse.
 * @param abilityOn the ability as it is believed on a day where nothing new becomes known
 * @param practisedOn the probability of a right answer to what was practised on a day; left out where nothing is remembered
 */
export function lapseOf(
  abilityOn: (day: number) => Gaussian,
  required: RequiredLevel,
  from: number,
  until: number,
  practisedOn?: (day: number) => number,
): Lapse | undefined {
  const { level, reference, meetsFrom, sureFrom } = required;
  const reached = (day: number): number => probabilityAtLeast(abilityOn(day), level, reference);
  const holds: Readonly<Record<LapsedBy, (day: number) => boolean>> = {
    CERTAINTY: (day) => reached(day) >= sureFrom,
    LEVEL: (day) => expectedLevel(abilityOn(day), reference) >= level,
    FORGETTING: (day) => practisedOn !== undefined && practisedOn(day) >= level,
  };
  if (reached(from) < meetsFrom) return undefined;
  const lapses = (['CERTAINTY', 'LEVEL', 'FORGETTING'] as const).flatMap((by): Lapse[] => {
    const held = holds[by];
    return held(from) && !held(until) ? [{ day: firstDayWithout(held, from, until), by }] : [];
  });
  return lapses.reduce<Lapse | undefined>(
    (first, one) => (first === undefined || one.day < first.day ? one : first),
    undefined,
  );
}

/** The first day, nearly, on which something no longer holds that holds at the beginning and not at the end. */
function firstDayWithout(holds: (day: number) => boolean, from: number, until: number): number {
  let [last, first] = [from, until];
  while (first - last > precision) {
    const middle = (last + first) / 2;
    if (holds(middle)) last = middle;
    else first = middle;
  }
  return first;
}
