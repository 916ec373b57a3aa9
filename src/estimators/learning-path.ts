import { fitOf } from './fit';
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

/** A gain whose hours are not known counts as little: it comes after all others. */
const leastRate = 1e-9;

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
    reached = after(lesson, reached);
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

function after({ gain, upTo }: Lesson, { mean, variance }: Gaussian): Gaussian {
  return gain
    ? { mean: mean + gain.mean, variance: variance + gain.variance }
    : { mean: Math.max(mean, upTo), variance };
}

/** A module among those that teach what is required. */
export interface ModuleToLearn {
  readonly id: string;
  /** Null where not known. */
  readonly hours: number | null;
  /** Modules that come before it; those that are not among the others do not count. */
  readonly prerequisites: readonly string[];
  /** By position of the requirement: what it does for the ability, and the one from which on it is for somebody, null where for everybody. */
  readonly teaches: readonly {
    readonly requirement: number;
    readonly lesson: Lesson;
    readonly from: number | null;
  }[];
}

/** What is required of an ability, and how much it matters. */
export interface ToReach {
  readonly ability: Gaussian;
  readonly threshold: number;
  readonly importance: number;
}

/** A module that comes next, and what is reached after it and those before. */
export interface StepOnPath<Module> {
  readonly module: Module;
  /** Importance-weighted probability that the requirements are met. */
  readonly fit: number;
}

/**
 * Which modules come next, and in which order: of those whose prerequisites are done and that are for somebody of the ability reached by then, always the
 * one that raises fit most in an hour (of unknown hours last), until every requirement is met with this probability or none raises it.
 */
export function pathThrough<Module extends ModuleToLearn>(
  required: readonly ToReach[],
  modules: readonly Module[],
  enough: number,
): StepOnPath<Module>[] {
  const reached = required.map(({ ability }) => ability);
  const steps: StepOnPath<Module>[] = [];
  let left = [...modules];
  const probability = (at: number, ability = reached[at]): number =>
    ability ? probabilityAbove(ability, required[at]?.threshold ?? NaN) : 0;
  const gainOf = ({ teaches, hours }: Module): number => {
    const gained = teaches.reduce((sum, { requirement, lesson, from }) => {
      const ability = reached[requirement];
      if (!ability || probability(requirement) >= enough || (from !== null && ability.mean < from))
        return sum;
      const more = probability(requirement, after(lesson, ability)) - probability(requirement);
      return sum + (required[requirement]?.importance ?? 0) * more;
    }, 0);
    return hours === null || hours <= 0 ? gained * leastRate : gained / hours;
  };
  for (;;) {
    const waiting = new Set(left.map(({ id }) => id));
    const [best] = left
      .filter(({ prerequisites }) => prerequisites.every((id) => !waiting.has(id)))
      .map((module) => ({ module, gain: gainOf(module) }))
      .filter(({ gain }) => gain > 0)
      .sort((one, other) => other.gain - one.gain || (one.module.id < other.module.id ? -1 : 1));
    if (!best) return steps;
    const { module } = best;
    for (const { requirement, lesson, from } of module.teaches) {
      const ability = reached[requirement];
      if (ability && (from === null || ability.mean >= from)) reached[requirement] = after(lesson, ability);
    }
    const { fit } = fitOf(
      required.map(({ importance }, at) => ({ importance, probability: probability(at) })),
    );
    steps.push({ module, fit });
    left = left.filter((one) => one !== module);
  }
}
