import { stepAnswer } from '../../src/estimators/filter';
import { levelOf, type Level } from '../../src/estimators/level';
import { logistic } from '../../src/estimators/normal';
import { usualParameters } from '../../src/estimators/parameter-scales';
import { abilityOn, newPerson } from '../../src/estimators/person-state';
import { seededUniforms } from '../../src/estimators/random';

/** A level at a moment of the plot. */
export interface Moment extends Level {
  /** Days from the first answer, those of a sitting drawn apart. */
  readonly at: number;
}

export interface GivenAnswer extends Moment {
  readonly answer: 'right' | 'wrong';
}

/** One simulated person's level in one skill over time. */
export interface Followed {
  readonly moments: readonly Moment[];
  readonly answers: readonly GivenAnswer[];
  readonly sittings: readonly { readonly from: number; readonly to: number }[];
  /** The true probability of the simulation, at each sitting. */
  readonly truth: readonly { readonly at: number; readonly level: number }[];
}

const skill = 'the skill';
const seed = 11;
const answersInSitting = 8;
/** Days on which there is a sitting, with the ability on that day: learning, one bad evening, and a year without. */
const sittings = [
  { day: 0, ability: -0.4 },
  { day: 50, ability: 0 },
  { day: 100, ability: 0.4 },
  { day: 150, ability: -0.5 },
  { day: 200, ability: 0.6 },
  { day: 600, ability: 0.5 },
];
const lastDay = 700;
/** Answers of one sitting lie minutes apart, and would be drawn on top of each other. */
const daysDrawnApart = 4;
const secondsApart = 90;
const secondsPerDay = 86_400;
const daysBetweenMoments = 5;

/** Folds the person's answers as the graph does, with the parameters that apply where none were fitted. */
export function followedPerson(): Followed {
  const random = seededUniforms(seed);
  const person = newPerson<string>(usualParameters);
  const levelAt = (day: number): Level =>
    levelOf(abilityOn(person, person.skills.get(skill), day, usualParameters), 0);
  const moments: Moment[] = [];
  const answers: GivenAnswer[] = [];
  const drawn = sittings.map(({ day }) => ({ from: day, to: day + daysDrawnApart * (answersInSitting - 1) }));
  sittings.forEach(({ day, ability }, sitting) => {
    for (let answer = 0; answer < answersInSitting; answer++) {
      const difficulty = 2 * random() - 1;
      const score = random() < logistic(ability - difficulty) ? 1 : 0;
      const on = day + (answer * secondsApart) / secondsPerDay;
      const at = day + answer * daysDrawnApart;
      if (answer === 0) moments.push({ at, ...levelAt(on) });
      const given = {
        question: answers.length,
        skills: [skill],
        score,
        attempt: 1,
        difficulty,
        difficultyVariance: 0.05,
        discrimination: 1,
      };
      stepAnswer(person, { ...given, day: on, sitting }, usualParameters);
      const moment = { at, ...levelAt(on) };
      moments.push(moment);
      answers.push({ ...moment, answer: score === 1 ? 'right' : 'wrong' });
    }
    const next = sittings[sitting + 1]?.day ?? lastDay;
    for (let at = drawn[sitting]!.to + daysBetweenMoments; at < next; at += daysBetweenMoments)
      moments.push({ at, ...levelAt(at) });
  });
  const truth = sittings.map(({ day, ability }) => ({ at: day, level: logistic(ability) }));
  return { moments, answers, sittings: drawn, truth };
}
