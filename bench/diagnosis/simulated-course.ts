import type { DiagnosedAnswer } from '../../src/estimators/answered-test';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';
import { shuffled } from '../mastery/shuffled';

/** What is wrong with a question of a simulated course, or with the people who answer it. */
export const faults = ['WRONG_KEY', 'AMBIGUOUS', 'NOT_TAUGHT', 'UNFAIR', 'KNOWLEDGE_GAP'] as const;
export type Fault = (typeof faults)[number];

export interface SimulatedCourse {
  readonly answers: readonly DiagnosedAnswer[];
  /** By question; those that are sound are not in it. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** The option that is right, where another is stated or it is one of two. */
  readonly keys: ReadonlyMap<string, string>;
  readonly questions: readonly string[];
}

const skills = 5;
const questionsPerSkill = 10;
const teams = 4;
const letters = ['A', 'B', 'C', 'D'] as const;
const shareOfFaults: readonly (readonly [Exclude<Fault, 'KNOWLEDGE_GAP'>, number])[] = [
  ['WRONG_KEY', 3],
  ['AMBIGUOUS', 2],
  ['NOT_TAUGHT', 2],
  ['UNFAIR', 2],
];

/**
 * A course with planted faults. It differs from the model of the diagnosis in six ways: abilities are skewed and differ by
 * skill; some people guess at everything; whoever does not know guesses among what misleads them less, so that the right
 * answer has a floor; wrong options have a pull that peaks in the middle of abilities instead of one that rises or falls;
 * neighbouring questions hang together; and a third of the answers is missing, more of them of weak people.
 */
export function simulatedCourse(people: number, seed: number, withOptions: boolean): SimulatedCourse {
  const random = seededUniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const count = skills * questionsPerSkill;
  const questions = Array.from({ length: count }, (_, index) => `q${String(index).padStart(2, '0')}`);
  const faultOf = new Map<number, Fault>();
  // The last skill is the one that the first team lacks.
  const lacked = skills - 1;
  for (let index = lacked * questionsPerSkill; index < count; index++) faultOf.set(index, 'KNOWLEDGE_GAP');
  const order = shuffled(lacked * questionsPerSkill, random);
  let next = 0;
  for (const [fault, times] of shareOfFaults)
    for (let time = 0; time < times; time++) faultOf.set(order[next++]!, fault);
  const items = questions.map((_, index) => {
    const right = Math.floor(letters.length * random());
    const pulls = letters.map(() => 0.6 * normal());
    const others = letters.map((__, option) => option).filter((option) => option !== right);
    const popular = others.reduce((best, option) => (pulls[option]! > pulls[best]! ? option : best));
    return {
      skill: Math.floor(index / questionsPerSkill),
      right,
      stated: faultOf.get(index) === 'WRONG_KEY' ? popular : right,
      second: faultOf.get(index) === 'AMBIGUOUS' ? popular : undefined,
      pulls,
      difficulty: -0.6 + 0.9 * normal(),
      steepness: Math.exp(0.3 + 0.3 * normal()),
    };
  });
  const answers: DiagnosedAnswer[] = [];
  for (let person = 0; person < people; person++) {
    const team = person % teams;
    const general = -0.9 * Math.log(1 - random()) - 0.9 + 0.6 * normal();
    const bySkill = Array.from({ length: skills }, () => general + 0.5 * normal());
    const guesses = random() < 0.04;
    let mood = 0;
    items.forEach((item, index) => {
      mood = 0.5 * mood + 0.4 * normal();
      if (random() > (general < -0.5 ? 0.55 : 0.75)) return;
      const fault = faultOf.get(index);
      const lacks = fault === 'KNOWLEDGE_GAP' && team === 0;
      const ability =
        bySkill[item.skill]! + mood - item.difficulty - (lacks || (fault === 'UNFAIR' && team === 1) ? 3 : 0);
      const knows =
        !guesses && fault !== 'NOT_TAUGHT' && random() < 0.97 * logistic(item.steepness * ability);
      const option = knows
        ? item.second !== undefined && random() < 0.5
          ? item.second
          : item.right
        : misled(item.pulls, general, random);
      const score = option === item.stated ? 1 : 0;
      answers.push({
        person: `p${person}`,
        question: questions[index]!,
        skills: [`skill ${item.skill + 1}`],
        score,
        team: `team ${team + 1}`,
        ...(withOptions && { response: letters[option]!, key: letters[item.stated]! }),
      });
    });
  }
  return {
    answers,
    questions,
    faults: new Map([...faultOf].map(([index, fault]) => [questions[index]!, fault])),
    keys: new Map(
      [...faultOf].flatMap(([index, fault]): [string, string][] => {
        const { right, second } = items[index]!;
        if (fault === 'WRONG_KEY') return [[questions[index]!, letters[right]!]];
        return fault === 'AMBIGUOUS' ? [[questions[index]!, letters[second!]!]] : [];
      }),
    ),
  };
}

/** Half knowledge has the strongest pull. */
function misled(pulls: readonly number[], general: number, random: () => number): number {
  const weights = pulls.map((pull) => Math.exp(pull * (1 + Math.exp(-general * general))));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found === -1 ? pulls.length - 1 : found;
}
