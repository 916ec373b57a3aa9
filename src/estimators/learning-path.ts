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

/** A lesson that raises several skills: what it was seen to add to each, logits. */
export interface Course {
  /** Above 0. */
  readonly hours: number;
  readonly gains: ReadonlyMap<string, Gaussian>;
}

/**
 * Takes courses, each once, as long as they fit into the hours: of those that do the one next by which the worth of all taken
 * rises most in an hour, until none raises it. Greedy, as whoever learns decides from one course to the next.
 */
export function takenWithin<One extends Course>(
  hours: number,
  courses: readonly One[],
  worthOf: (taken: readonly One[]) => number,
): One[] {
  const taken: One[] = [];
  let [left, worth] = [hours, worthOf(taken)];
  for (;;) {
    let best: { readonly course: One; readonly worth: number; readonly perHour: number } | undefined;
    for (const course of courses) {
      if (course.hours > left || taken.includes(course)) continue;
      const then = worthOf([...taken, course]);
      const perHour = (then - worth) / course.hours;
      if (perHour > (best?.perHour ?? 0)) best = { course, worth: then, perHour };
    }
    if (!best) return taken;
    taken.push(best.course);
    left -= best.course.hours;
    worth = best.worth;
  }
}
