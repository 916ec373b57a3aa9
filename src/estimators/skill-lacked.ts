import type { AnsweredTest } from './answered-test';
import { logistic } from './normal';
import { abilitiesWithoutSteps, type Evidence } from './rest-ability';

/** How probable it is that a team lacks a skill that others have. */
export interface LackedSkill {
  readonly team: number;
  readonly skill: number;
  readonly probability: number;
}

/** Share of teams and skills, before their answers, where the skill lacks. */
const lacking = 0.03;
/** A team that lacks a skill is below the others by this, logits; any other differs from them by so much. */
const shortfall = { mean: -2, variance: 1 };
const usualDifference = 0.1;
/** How much people of equal ability in other skills differ in this one, squared logits. */
const peopleDiffer = 0.5;
/** Answers of one person on one skill are alike: intraclass correlation. */
const alike = 0.2;
/** How steeply answers on a skill rise with ability in others, logits a standard deviation. */
const steepness = 0.8;
const easeBeforehand = { mean: 1, variance: 2.25 };
/** Fewer people, or questions, do not make a team that lacks a skill. */
const fewest = { people: 4, questions: 2 };

/**
 * Looks at every team and skill: do these people miss all questions of the skill that people of equal ability in other
 * skills pass? How far the team is below the others is integrated out on a grid, under a normal distribution for a team that
 * lacks the skill and one for any other; answers count less by the design effect (Kish 1965, Survey Sampling).
 */
export function* lackedSkillSteps(
  test: AnsweredTest,
  evidence: Evidence,
  counted: (question: number) => boolean,
): Generator<void, LackedSkill[]> {
  if (test.teams.length < 2) return [];
  const abilitiesWithout = yield* abilitiesWithoutSteps(test, evidence);
  const found: LackedSkill[] = [];
  for (const skill of test.skills.keys()) {
    const questions = [...test.questions.keys()].filter(
      (index) => counted(index) && test.questions[index]?.skills.includes(skill),
    );
    if (questions.length < fewest.questions) continue;
    const abilities = abilitiesWithout(skill);
    for (const team of test.teams.keys()) {
      const probability = yield* lackSteps(test, questions, abilities, team);
      if (probability !== undefined) found.push({ team, skill, probability });
    }
  }
  return found;
}

function* lackSteps(
  test: AnsweredTest,
  questions: readonly number[],
  abilities: Float64Array,
  team: number,
): Generator<void, number | undefined> {
  const own: Scored[][] = [];
  const [ownPeople, otherPeople] = [new Set<number>(), new Set<number>()];
  const eases: number[] = [];
  for (const index of questions) {
    const [mine, others]: [Scored[], Scored[]] = [[], []];
    test.questions[index]?.person.forEach((person, answer) => {
      const base = steepness * (abilities[person] ?? 0);
      const scored = { base, score: test.questions[index]?.score[answer] ?? 0 };
      if (test.team[person] === team) {
        mine.push(scored);
        ownPeople.add(person);
      } else if (test.team[person] !== -1) {
        others.push(scored);
        otherPeople.add(person);
      }
    });
    if (mine.length === 0 || others.length === 0) continue;
    own.push(mine);
    eases.push(easeOf(others));
    yield;
  }
  if (own.length < fewest.questions || Math.min(ownPeople.size, otherPeople.size) < fewest.people)
    return undefined;
  const answers = own.reduce((sum, { length }) => sum + length, 0);
  const counts = 1 / (1 + (answers / ownPeople.size - 1) * alike);
  const differing = usualDifference + peopleDiffer / ownPeople.size + peopleDiffer / otherPeople.size;
  const logs = Array.from({ length: 45 }, (_, step) => ({ difference: -7 + step / 4, log: 0 }));
  for (const [place, mine] of own.entries()) {
    for (const point of logs)
      for (const { base, score } of mine) {
        const right = logistic((eases[place] ?? 0) + base + point.difference);
        point.log += counts * (score * Math.log(right) + (1 - score) * Math.log(1 - right));
      }
    yield;
  }
  const highest = Math.max(...logs.map(({ log }) => log));
  const under = (mean: number, variance: number, among: typeof logs): number =>
    among.reduce(
      (sum, { difference, log }) =>
        sum + Math.exp(log - highest - (difference - mean) ** 2 / (2 * variance)) / Math.sqrt(variance),
      0,
    );
  // Who is far above the others lacks nothing, though that is as unusual as to be far below them.
  const below = logs.filter(({ difference }) => difference < 0);
  const lacked = lacking * under(shortfall.mean, shortfall.variance, below);
  return lacked / (lacked + (1 - lacking) * under(0, differing, logs));
}

interface Scored {
  /** What ability in other skills makes of the logit. */
  readonly base: number;
  readonly score: number;
}

/** How easy a question is for the others: the mode under a normal prior, by Newton's method. */
function easeOf(others: readonly Scored[]): number {
  let ease = easeBeforehand.mean;
  for (let step = 0; step < 30; step++) {
    let slope = (easeBeforehand.mean - ease) / easeBeforehand.variance;
    let curvature = 1 / easeBeforehand.variance;
    for (const { base, score } of others) {
      const right = logistic(ease + base);
      slope += score - right;
      curvature += right * (1 - right);
    }
    const move = Math.max(-1, Math.min(1, slope / curvature));
    ease += move;
    if (Math.abs(move) < 1e-9) break;
  }
  return ease;
}
