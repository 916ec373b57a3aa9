import fc from 'fast-check';
import { real } from '../../test/kit/modelled';
import { stepAnswer } from './filter';
import { usualParameters } from './parameter-scales';
import { newPerson, type PersonState } from './person-state';
import { respond } from './response';
import type { ModelParameters } from './types';

/** General ability, the sitting's effect, the learning rate, and the offsets of the skills, in this order. */
const [general, sitting, rate, offsets] = [0, 1, 2, 3];
const skillNames = ['a', 'b', 'c', 'd'] as const;
const size = offsets + skillNames.length;

interface Given {
  readonly skill: number;
  readonly sitting: number;
  readonly later: number;
  readonly score: number;
  readonly difficulty: number;
  readonly difficultyVariance: number;
  readonly discrimination: number;
  readonly attempt: number;
}

/** A Kalman filter over the whole covariance, every entry of it, of the same model. */
class DenseFilter {
  readonly mean: number[];
  readonly covariance: number[][];
  private readonly answers = new Array<number>(size).fill(0);
  private readonly lastSitting = new Array<number>(size).fill(NaN);
  private readonly lastDay = new Array<number>(size).fill(NaN);

  constructor(private readonly parameters: ModelParameters) {
    const { generalMean, generalVariance, sittingVariance, gainVariance, skillVariance } = parameters;
    this.mean = [generalMean, 0, 0, ...skillNames.map(() => 0)];
    const start = [generalVariance, sittingVariance, gainVariance, ...skillNames.map(() => skillVariance)];
    this.covariance = start.map((variance, i) => start.map((_, j) => (i === j ? variance : 0)));
  }

  step(given: Given, day: number): number {
    this.pass(given, day);
    const { parameters } = this;
    const again = given.attempt > 1;
    const besides = given.difficultyVariance + (again ? parameters.repeatVariance : 0);
    const loadings = this.mean.map((_, i) =>
      i === general || i === sitting || i === offsets + given.skill ? 1 : 0,
    );
    const towards = this.covariance.map((row) => sum(row.map((entry, j) => entry * loadings[j]!)));
    const variance = sum(towards.map((entry, i) => entry * loadings[i]!));
    const mean = sum(this.mean.map((entry, i) => entry * loadings[i]!));
    const { probability, surprise, noise } = respond(
      mean - given.difficulty + (again ? parameters.repeatEase : 0),
      variance + besides,
      given.discrimination,
      parameters.guessing,
      given.score,
    );
    const precision = 1 / (variance + besides + noise);
    for (let i = 0; i < size; i++) {
      this.mean[i]! += towards[i]! * precision * surprise;
      for (let j = 0; j < size; j++) this.covariance[i]![j]! -= towards[i]! * towards[j]! * precision;
    }
    const asked = offsets + given.skill;
    const full = given.score * parameters.gainRight + (1 - given.score) * parameters.gainWrong;
    const gain = full / (1 + parameters.gainDecline * this.answers[asked]!);
    this.mean[asked]! += gain * (1 + this.mean[rate]!);
    for (let i = 0; i < size; i++) this.covariance[asked]![i]! += gain * this.covariance[rate]![i]!;
    for (let i = 0; i < size; i++) this.covariance[i]![asked]! += gain * this.covariance[i]![rate]!;
    this.answers[asked]!++;
    this.lastSitting[asked] = given.sitting;
    this.lastDay[asked] = day;
    this.lastSitting[general] = given.sitting;
    return probability;
  }

  private pass(given: Given, day: number): void {
    const { parameters } = this;
    const lasts = given.sitting === this.lastSitting[general];
    const persistence = lasts ? parameters.sittingPersistence : 0;
    this.mean[sitting]! *= persistence;
    for (let i = 0; i < size; i++) {
      this.covariance[i]![sitting]! *= persistence;
      this.covariance[sitting]![i]! *= persistence;
    }
    this.covariance[sitting]![sitting]! += (1 - persistence ** 2) * parameters.sittingVariance;
    const asked = offsets + given.skill;
    if (this.answers[asked] === 0) return;
    const again = this.lastSitting[asked] === given.sitting ? 0 : parameters.skillDriftPerSitting;
    const days = day - this.lastDay[asked]!;
    const widening = parameters.skillDriftPerDay * days + parameters.skillDriftPerAnswer + again;
    const most = Math.max(0, parameters.skillVariance - this.ownVariance(asked));
    this.covariance[asked]![asked]! += Math.min(widening, most);
  }

  /** The variance of an offset once general ability, the sitting's effect and the learning rate are known. */
  private ownVariance(skill: number): number {
    let left = this.covariance.map((row) => [...row]);
    for (const known of [general, sitting, rate]) {
      const variance = left[known]![known]!;
      if (variance > 0)
        left = left.map((row) => row.map((entry, j) => entry - (row[known]! * left[known]![j]!) / variance));
    }
    return left[skill]![skill]!;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The covariance of the arrow, multiplied out. */
function multipliedOut(person: PersonState): { mean: number[]; covariance: number[][] } {
  const { generalVariance, sittingVariance, sittingCovariance } = person;
  const { rateVariance, rateWithGeneral, rateWithSitting } = person;
  const common = [person.generalMean, person.sittingMean, person.rateMean];
  const ofCommon = [
    [generalVariance, sittingCovariance, rateWithGeneral],
    [sittingCovariance, sittingVariance, rateWithSitting],
    [rateWithGeneral, rateWithSitting, rateVariance],
  ];
  const rows = [
    { intercept: 0, slopes: [1, 0, 0], own: 0 },
    { intercept: 0, slopes: [0, 1, 0], own: 0 },
    { intercept: 0, slopes: [0, 0, 1], own: 0 },
    ...skillNames.map((name) => {
      const skill = person.skills.get(name);
      if (!skill) return { intercept: 0, slopes: [0, 0, 0], own: usualParameters.skillVariance };
      const slopes = [skill.generalSlope, skill.sittingSlope, skill.rateSlope];
      return { intercept: skill.intercept, slopes, own: skill.variance };
    }),
  ];
  return {
    mean: rows.map(({ intercept, slopes }) => intercept + sum(slopes.map((slope, k) => slope * common[k]!))),
    covariance: rows.map((left, i) =>
      rows.map((right, j) => {
        const shared = left.slopes.map((slope, k) =>
          sum(right.slopes.map((other, l) => slope * other * ofCommon[k]![l]!)),
        );
        return sum(shared) + (i === j ? left.own : 0);
      }),
    ),
  };
}

/**
 * Time on general ability is left out: it is added to g with the slopes on g as they stand, which writes no other skill.
 * What the days of a history add to a skill is little, so that an answer hardly ever shows less than they took away.
 */
const exact: ModelParameters = {
  ...usualParameters,
  generalDriftPerDay: 0,
  skillDriftPerDay: usualParameters.skillDriftPerDay / 50,
};

const given: fc.Arbitrary<Given> = fc.record({
  skill: fc.nat(skillNames.length - 1),
  sitting: fc.nat(1),
  later: real(0, 0.2),
  score: fc.constantFrom(0, 1),
  difficulty: real(-1.5, 1.5),
  difficultyVariance: real(0, 0.3),
  discrimination: real(0.7, 1.4),
  attempt: fc.integer({ min: 1, max: 2 }),
});
const history = fc.array(given, { minLength: 1, maxLength: 25 });

/** Runs both; a sitting is over once another has begun. */
function compare(parameters: ModelParameters, history: readonly Given[], tolerance: number): void {
  const person = newPerson<string>(parameters);
  const dense = new DenseFilter(parameters);
  let [day, number, last] = [0, 0, 0];
  for (const one of history) {
    day += one.later;
    if (one.sitting !== last) number++;
    last = one.sitting;
    const { probability } = stepAnswer(
      person,
      { ...one, question: 0, day, sitting: number, skills: [skillNames[one.skill]!] },
      parameters,
    );
    expect(Math.abs(probability - dense.step({ ...one, sitting: number }, day))).toBeLessThan(tolerance);
    const { mean, covariance } = multipliedOut(person);
    const off = (found: number[], expected: number[]) =>
      Math.max(...found.map((value, i) => Math.abs(value - expected[i]!)));
    expect(off(mean, dense.mean)).toBeLessThan(tolerance);
    expect(off(covariance.flat(), dense.covariance.flat())).toBeLessThan(tolerance);
  }
}

describe('for answers on single skills the arrow is the whole joint Gaussian', () => {
  it('within one sitting whose effect lasts as long', () => {
    fc.assert(
      fc.property(history, real(0.01, 1), (answers, sittingVariance) => {
        const together = answers.map((one) => ({ ...one, sitting: 0 }));
        compare({ ...exact, sittingVariance, sittingPersistence: 1 }, together, 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('within one sitting, where people learn at rates of their own', () => {
    const learning = { ...exact, gainRight: 0.1, gainWrong: 0.06, sittingPersistence: 1 };
    fc.assert(
      fc.property(history, real(0.01, 1), real(0.01, 0.6), (answers, sittingVariance, gainVariance) => {
        const together = answers.map((one) => ({ ...one, sitting: 0 }));
        compare({ ...learning, sittingVariance, gainVariance }, together, 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('on one skill over any number of sittings, where people learn at rates of their own', () => {
    const learning = { ...exact, gainRight: 0.1, gainWrong: 0.06, sittingVariance: 0.3 };
    fc.assert(
      fc.property(history, real(0.8, 1), real(0.01, 0.6), (answers, sittingPersistence, gainVariance) => {
        const alike = answers.map((one) => ({ ...one, skill: 0 }));
        compare({ ...learning, sittingPersistence, gainVariance }, alike, 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('on one skill over any number of sittings, their effects going over into others little by little', () => {
    fc.assert(
      fc.property(history, real(0.8, 1), real(0.01, 1), (answers, sittingPersistence, sittingVariance) => {
        const alike = answers.map((one) => ({ ...one, skill: 0 }));
        compare({ ...exact, sittingVariance, sittingPersistence }, alike, 1e-9);
      }),
      { numRuns: 150 },
    );
  });
});

it('what skills share through the effect of a sitting that is over, and is not kept, would hardly move anything', () => {
  fc.assert(
    fc.property(history, real(0.8, 1), (answers, sittingPersistence) => {
      compare({ ...usualParameters, sittingPersistence }, answers, 0.03);
    }),
    { numRuns: 150 },
  );
});
