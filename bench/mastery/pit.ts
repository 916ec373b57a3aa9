import type { AnswerLog } from '../../src/estimators/answer-log';
import { seededUniforms } from '../../src/estimators/random';
import { bootstrapIntervals, type Interval } from './bootstrap';
import type { MasteryPredictor } from './predictor';
import { shuffled } from './shuffled';

/** A person's answers on one skill, cut into first and later ones. */
export interface Pair {
  readonly person: number;
  /** Index in the log after the last of the first answers. */
  readonly known: number;
  /** Indexes in the log. */
  readonly later: readonly number[];
}

/** How many later results lay where the model's state after the first answers said they would. */
export interface Coverage {
  /** By person: pairs, and those of them whose probability integral transform lay within the central 90 %. */
  readonly pairs: Float64Array;
  readonly within: Float64Array;
  /** Pairs there are; more than were drawn where that would have taken too long. */
  readonly available: number;
}

export const firstAnswers = 10;
export const leastLaterAnswers = 5;
const central = { low: 0.05, high: 0.95 };
const mostPairs = 2_000;
const drawsOfPair = 500;
const mostSeconds = 25;
/** How many seeds, from the given one on, one coverage uses. */
export const seedsOfCoverage = 3;

/** Pairs of a person and a skill with enough answers; one to a question on several skills counts for each of them. */
export function pairsOf({ people, firstOf, question, questionSkills }: AnswerLog): Pair[] {
  const pairs: Pair[] = [];
  for (let person = 0; person < people; person++) {
    const answers = new Map<number, number[]>();
    for (let i = firstOf[person]!; i < firstOf[person + 1]!; i++) {
      for (const skill of questionSkills[question[i]!]!) {
        const ofSkill = answers.get(skill);
        if (ofSkill) ofSkill.push(i);
        else answers.set(skill, [i]);
      }
    }
    for (const ofSkill of answers.values()) {
      if (ofSkill.length < firstAnswers + leastLaterAnswers) continue;
      pairs.push({ person, known: ofSkill[firstAnswers - 1]! + 1, later: ofSkill.slice(firstAnswers) });
    }
  }
  return pairs;
}

/** Draws each pair's later result, of at most a seeded sample of pairs and for a bounded time. */
export function coverageOf(model: MasteryPredictor, log: AnswerLog, seed: number): Coverage {
  const all = pairsOf(log);
  const order = shuffled(all.length, seededUniforms(seed)).subarray(0, mostPairs);
  const [random, ties] = [seededUniforms(seed + 1), seededUniforms(seed + 2)];
  const pairs = new Float64Array(log.people);
  const within = new Float64Array(log.people);
  const start = performance.now();
  for (const index of order) {
    const { person, known, later } = all[index]!;
    const observed = later.reduce((right, i) => right + log.score[i]!, 0);
    const draws = model.drawRight(log, person, known, later, drawsOfPair, random);
    const transform = randomizedTransform(draws, observed, ties());
    pairs[person] = pairs[person]! + 1;
    if (transform >= central.low && transform <= central.high) within[person] = within[person]! + 1;
    if (performance.now() - start > mostSeconds * 1_000) break;
  }
  return { pairs, within, available: all.length };
}

/** Sums of fractions that differ by less than this count as equal. */
const sameWithin = 1e-9;

/**
 * The probability integral transform of a count: P(draw < observed) + v P(draw = observed), with v uniform in [0,1], is
 * itself uniform where the draws come from the true distribution (Brockwell 2007; Czado, Gneiting & Held 2009).
 */
export function randomizedTransform(draws: Float64Array, observed: number, uniform: number): number {
  let [below, equal] = [0, 0];
  for (const draw of draws) {
    if (draw < observed - sameWithin) below++;
    else if (draw <= observed + sameWithin) equal++;
  }
  return (below + uniform * equal) / draws.length;
}

/** The share of pairs within the central 90 %, with its 95 % interval by person. */
export type CoverageShare = Interval & { readonly share: number };

/** Undefined where there is no pair. */
export function coverageShare({ pairs, within }: Coverage): CoverageShare | undefined {
  const withPairs = Array.from(pairs.keys()).filter((person) => pairs[person]! > 0);
  if (withPairs.length === 0) return undefined;
  const shareUnder = (weightOf: (place: number) => number): number => {
    let [all, inside] = [0, 0];
    withPairs.forEach((person, place) => {
      all += weightOf(place) * pairs[person]!;
      inside += weightOf(place) * within[person]!;
    });
    return inside / all;
  };
  const [interval] = bootstrapIntervals(withPairs.length, (weights) => [
    shareUnder((place) => weights[place]!),
  ]);
  return { share: shareUnder(() => 1), ...interval! };
}
