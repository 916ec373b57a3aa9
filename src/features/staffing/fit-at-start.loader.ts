import { fitOf } from '../../estimators/fit';
import { takenWithin, type Course } from '../../estimators/learning-path';
import { probabilityAtLeast } from '../../estimators/level';
import { z95 } from '../../estimators/normal';
import type { Gaussian } from '../../estimators/types';
import { percent, toOnePlace } from '../../shared/percent';
import { takeTurns } from '../../shared/slices';
import type { BatchRead } from '../request/loaders';
import type { States } from '../request/states';
import type { CandidateStanding } from './candidate';
import { skillsOf, type Need } from './eligible';
import type { FitAtStart, LearnedModule } from './learning.type';
import { Lessons } from './lessons';
import { freeShareOf } from './who-is-free';

const hoursOfWeek = 40;
const millisecondsOfWeek = 604_800_000;

/** When it starts, epoch milliseconds, null where nobody has said, and at what pace people learn until then. */
interface StartWanted {
  readonly start: number | null;
  readonly hoursPerWeek: number;
}

/** A module as a course: what it was seen to raise. */
interface ModuleCourse extends Course {
  readonly learned: LearnedModule;
}

/** How well candidates fit at the start, after what they can learn until then: modules and gains are read once for all. */
export const fitAtStartOf: BatchRead<CandidateStanding, FitAtStart, StartWanted> = async (
  context,
  candidates,
  { start, hoursPerWeek },
) => {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const shown = candidates.filter(({ standing: { isSeen, asOf } }) => isSeen && (start ?? 0) > asOf);
  // Gains of modules that teach some of the way count too.
  const lessons = await Lessons.read(
    context,
    shown.flatMap(({ standing: { needs } }) => needs.map((need) => ({ ...need, level: 0 }))),
  );
  const found: FitAtStart[] = [];
  for (const candidate of candidates) {
    await takeTurns(context.gone);
    const { person, standing } = candidate;
    const { needs, asOf, isSeen } = standing;
    if (!isSeen) found.push(notSaid(start, 'how they would fit then is for the leads of their teams to say'));
    else if (start === null) found.push(notSaid(null, 'the project states no start'));
    else if (start <= asOf) found.push(notSaid(start, 'the project has started'));
    else {
      const free = freeShareOf({ states, plans }, person.key, { from: asOf, to: start })?.mean ?? 0;
      const hours = ((start - asOf) / millisecondsOfWeek) * Math.min(hoursPerWeek, hoursOfWeek * free);
      found.push(fitAt(start, needs, abilitiesOn(states, person.key, needs, start), lessons, hours));
    }
  }
  return found;
};

function notSaid(start: number | null, why: string): FitAtStart {
  return {
    ...{ asOf: start === null ? null : new Date(start), withoutLearning: null },
    ...{ fit: null, low: null, high: null, hoursFree: null, modules: [] },
    summary: `Fit at the start is not said: ${why}.`,
  };
}

/** By internal id of the skill; only of those that they are known in. */
function abilitiesOn(
  states: States,
  person: string,
  needs: readonly Need[],
  asOf: number,
): ReadonlyMap<string, Gaussian> {
  const skills = skillsOf(needs);
  const walk = states.walk(skills, asOf);
  if (!walk.comeTo(person)) return new Map();
  return new Map(walk.known().map((skill) => [skills[skill] ?? '', walk.ability(skill)]));
}

function fitAt(
  start: number,
  needs: readonly Need[],
  abilities: ReadonlyMap<string, Gaussian>,
  lessons: Lessons,
  hoursFree: number,
): FitAtStart {
  const courses = coursesOf(lessons, [...abilities.keys()]);
  const fitAfter = (taken: readonly Course[], gained: (gain: Gaussian) => Gaussian): number => {
    const probabilities = needs.map(({ skillKey, level, reference }) => {
      const ability = abilities.get(skillKey);
      return ability && probabilityAtLeast(afterCourses(ability, skillKey, taken, gained), level, reference);
    });
    return fitOf(needs.map(({ importance }, at) => ({ importance, probability: probabilities[at] }))).fit;
  };
  const asSeen = (gain: Gaussian): Gaussian => gain;
  const taken = takenWithin(hoursFree, courses, (some) => fitAfter(some, asSeen));
  const withoutLearning = fitAfter([], asSeen);
  const figures = {
    asOf: new Date(start),
    withoutLearning,
    hoursFree,
    modules: taken.map((one) => one.learned),
  };
  const fades = `${percent(withoutLearning)} with what they know today`;
  if (courses.length === 0)
    return {
      ...{ ...figures, fit: null, low: null, high: null },
      summary: `At the start they fit with ${fades}; no gains were seen of modules that teach what they are known in.`,
    };
  const certainly =
    (sides: -1 | 1) =>
    (gain: Gaussian): Gaussian => ({
      mean: gain.mean + sides * z95 * Math.sqrt(gain.variance),
      variance: 0,
    });
  const fit = fitAfter(taken, asSeen);
  const [one, other] = [fitAfter(taken, certainly(-1)), fitAfter(taken, certainly(1))];
  return {
    ...{ ...figures, fit, low: Math.min(one, fit), high: Math.max(other, fit) },
    summary: fitInWords(fit, taken),
  };
}

function fitInWords(fit: number, taken: readonly ModuleCourse[]): string {
  if (taken.length === 0)
    return `At the start they fit with ${percent(fit)}: no module fits into the time that they have, or raises it.`;
  const names = new Intl.ListFormat('en-GB').format(taken.map(({ learned }) => learned.module.name));
  const hours = taken.reduce((sum, one) => sum + one.hours, 0);
  return `At the start they fit with ${percent(fit)} after ${toOnePlace(hours)} hours of ${names}.`;
}

function afterCourses(
  ability: Gaussian,
  skill: string,
  taken: readonly Course[],
  gained: (gain: Gaussian) => Gaussian,
): Gaussian {
  return taken.reduce((before, { gains }) => {
    const gain = gains.get(skill);
    if (!gain) return before;
    const { mean, variance } = gained(gain);
    return { mean: before.mean + mean, variance: before.variance + variance };
  }, ability);
}

/** The modules of which it is known what they raise and how long they take. */
function coursesOf(lessons: Lessons, skills: readonly string[]): ModuleCourse[] {
  const courses = new Map<string, { hours: number; gains: Map<string, Gaussian>; learned: LearnedModule }>();
  for (const skill of skills)
    for (const { module, hours, gain } of lessons.of(skill)) {
      if (!gain || hours === null || hours <= 0) continue;
      const course = courses.get(module.key);
      if (!course) {
        const learned = { module, hours, gain: gain.mean };
        courses.set(module.key, { hours, gains: new Map([[skill, gain]]), learned });
        continue;
      }
      course.gains.set(skill, gain);
      course.learned.gain = Math.max(course.learned.gain ?? 0, gain.mean);
    }
  return [...courses.values()];
}
