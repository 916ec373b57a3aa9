import { probabilityAbove } from './level';
import type { Gaussian } from './types';

/** What going through a module once does for an ability in a skill, as far as it is known. */
export interface Lesson {
  /** Null where not known. */
  readonly hours: number | null;
  /** The gain that was seen, logits; null where none was: then its authors' word is taken. */
  readonly gain: Gaussian | null;
  /** The ability that its authors teach it up to, logits. */
  readonly upTo: number;
}

/** An ability after some lessons. */
export interface Learned {
  readonly ability: Gaussian;
  /** How many of the lessons were taken, the first ones. */
  readonly taken: number;
  /** All of them together; null where one is not known. */
  readonly hours: number | null;
}

/**
 * Takes lessons in their order, each once, until the ability is above the threshold with this probability, or none is left. A gain
 * that was seen moves the mean and makes it less certain by its own variance; what authors say lifts the mean to what they
 * teach up to, and no further.
 */
export function learnedBy(
  ability: Gaussian,
  lessons: readonly Lesson[],
  threshold: number,
  enough: number,
): Learned {
  let [reached, taken] = [ability, 0];
  let hours: number | null = 0;
  for (const lesson of lessons) {
    if (probabilityAbove(reached, threshold) >= enough) break;
    const { gain, upTo } = lesson;
    reached = gain
      ? { mean: reached.mean + gain.mean, variance: reached.variance + gain.variance }
      : { mean: Math.max(reached.mean, upTo), variance: reached.variance };
    hours = hours === null || lesson.hours === null ? null : hours + lesson.hours;
    taken++;
  }
  return { ability: reached, taken, hours };
}
