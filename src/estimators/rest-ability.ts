import type { AnsweredTest, AskedQuestion } from './answered-test';
import type { ChoiceTable } from './nominal-response';

/** Abilities at which everything is computed, standard deviations of these people's. */
export const abilityGrid = Float64Array.from({ length: 29 }, (_, step) => -3.5 + step / 4);

/** Logarithm of the probability of each option at each ability: options × abilities. */
export type OptionCurves = readonly Float64Array[];

/** Answers that are passed over: of question, answer. Where somebody lacks a skill, it is not the question's fault. */
export type PassedOver = (question: number, answer: number) => boolean;

export interface Evidence {
  readonly curves: readonly OptionCurves[];
  /** How much an answer on another skill counts beside one on the question's own, in (0,1]. */
  readonly otherSkills: number;
  readonly passedOver: PassedOver;
}

/**
 * Of every answer the ability of its person as the person's other answers show it (EAP; Bock & Mislevy 1982), in standard
 * deviations of all of them: what the question itself says is left out, so that a faulty one is not judged by itself.
 */
export function* restAbilitySteps(test: AnsweredTest, evidence: Evidence): Generator<void, Float64Array[]> {
  const sums = yield* summedSteps(test, evidence);
  const found: Float64Array[] = [];
  for (const [index, question] of test.questions.entries()) {
    const own = evidence.curves[index] ?? [];
    found.push(
      Float64Array.from(question.person, (person, answer) => {
        const counted = !evidence.passedOver(index, answer);
        return expected((point) => {
          const others = sums.at(person, question.skills, point, evidence.otherSkills);
          return others - (counted ? curveAt(question, answer, own, point) : 0);
        });
      }),
    );
    yield;
  }
  return standardised(found);
}

/** Of every person the ability that answers on other skills than one show, skill by skill. */
export function* abilitiesWithoutSteps(
  test: AnsweredTest,
  evidence: Evidence,
): Generator<void, (skill: number) => Float64Array> {
  const sums = yield* summedSteps(test, evidence);
  return (skill) => {
    const found = Float64Array.from({ length: test.people }, (_, person) =>
      expected((point) => sums.without(person, skill, point)),
    );
    return standardised([found])[0] ?? found;
  };
}

/** How many chose each option at each ability, an ability between two points shared out between them. */
export function choiceTable(
  question: AskedQuestion,
  abilities: Float64Array,
  passedOver: (answer: number) => boolean,
): ChoiceTable {
  const { options } = question;
  const points = abilityGrid.length;
  const counts = new Float64Array(points * options);
  const add = (index: number, weight: number): void => {
    counts[index] = (counts[index] ?? 0) + weight;
  };
  question.score.forEach((score, answer) => {
    if (passedOver(answer)) return;
    const place = Math.min(points - 1.001, Math.max(0, ((abilities[answer] ?? 0) + 3.5) * 4));
    const below = Math.floor(place);
    const above = place - below;
    const parts = question.option
      ? [[question.option[answer] ?? 0, 1]]
      : [
          [0, score],
          [1, 1 - score],
        ];
    for (const [option = 0, weight = 0] of parts) {
      add(below * options + option, weight * (1 - above));
      add((below + 1) * options + option, weight * above);
    }
  });
  return { abilities: abilityGrid, options, counts };
}

function curveAt(
  { option, score }: AskedQuestion,
  answer: number,
  curves: OptionCurves,
  point: number,
): number {
  if (option) return curves[option[answer] ?? 0]?.[point] ?? 0;
  const right = score[answer] ?? 0;
  return right * (curves[0]?.[point] ?? 0) + (1 - right) * (curves[1]?.[point] ?? 0);
}

interface Sums {
  /** What is on the question's own skills counts whole, what is on others less. */
  at: (person: number, skills: readonly number[], point: number, otherSkills: number) => number;
  without: (person: number, skill: number, point: number) => number;
}

function* summedSteps(test: AnsweredTest, { curves, passedOver }: Evidence): Generator<void, Sums> {
  const points = abilityGrid.length;
  const all = new Float64Array(test.people * points);
  // A person answers on few of the skills of a large catalogue.
  const bySkill = test.skills.map(() => new Map<number, Float64Array>());
  const sumsOf = (person: number, skill: number): Float64Array => {
    const sums = bySkill[skill]?.get(person) ?? new Float64Array(points);
    bySkill[skill]?.set(person, sums);
    return sums;
  };
  for (const [index, question] of test.questions.entries()) {
    const curvesOfQuestion = curves[index] ?? [];
    question.person.forEach((person, answer) => {
      if (passedOver(index, answer)) return;
      const own = question.skills.map((skill) => sumsOf(person, skill));
      for (let point = 0; point < points; point++) {
        const value = curveAt(question, answer, curvesOfQuestion, point);
        const place = person * points + point;
        all[place] = (all[place] ?? 0) + value;
        for (const sums of own) sums[point] = (sums[point] ?? 0) + value;
      }
    });
    yield;
  }
  return {
    at: (person, skills, point, otherSkills) => {
      const place = person * points + point;
      if (skills.length === 0 || otherSkills === 1) return all[place] ?? 0;
      let own = 0;
      for (const skill of skills) own += (bySkill[skill]?.get(person)?.[point] ?? 0) / skills.length;
      return otherSkills * (all[place] ?? 0) + (1 - otherSkills) * own;
    },
    without: (person, skill, point) => {
      const place = person * points + point;
      return (all[place] ?? 0) - (bySkill[skill]?.get(person)?.[point] ?? 0);
    },
  };
}

/** Mean of the posterior over the grid, whose prior is the standard normal. */
function expected(logLikelihood: (point: number) => number): number {
  const logs = abilityGrid.map((ability, point) => logLikelihood(point) - (ability * ability) / 2);
  let highest = -Infinity;
  for (const log of logs) if (log > highest) highest = log;
  let [total, sum] = [0, 0];
  logs.forEach((log, point) => {
    const weight = Math.exp(log - highest);
    total += weight;
    sum += weight * (abilityGrid[point] ?? 0);
  });
  return sum / total;
}

function standardised(groups: readonly Float64Array[]): Float64Array[] {
  let [count, sum, squares] = [0, 0, 0];
  for (const values of groups)
    for (const value of values) {
      count++;
      sum += value;
    }
  const mean = sum / Math.max(1, count);
  for (const values of groups) for (const value of values) squares += (value - mean) ** 2;
  const spread = Math.sqrt(squares / Math.max(1, count));
  return groups.map((values) => values.map((value) => (spread > 1e-9 ? (value - mean) / spread : 0)));
}
