import { abilityLikelihood, type ScoredAnswer } from './latent-regression';
import { learningGainSteps, taughtTwoWaysSteps, type TaughtOneWay } from './learning-gain';
import { logistic } from './normal';
import { seededUniforms } from './random';

function resultOf<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const difficulties = [-1.2, -0.6, 0, 0.6, 1.2, 0.3];

/** A standard normal draw (Box & Muller 1958). */
function normalOf(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function answersAt(ability: number, uniform: () => number): ScoredAnswer[] {
  return difficulties.map((difficulty) => ({
    ...{ difficulty, difficultyVariance: 0, discrimination: 1 },
    score: uniform() < logistic(ability - difficulty) ? 1 : 0,
  }));
}

interface Drawn {
  readonly people: number;
  readonly gain: number;
  /** How much more the changed way gives. */
  readonly more?: number;
  /** How much the able prefer the changed way: 0 where chance decides. */
  readonly preference?: number;
  readonly seed: number;
}

function draw({ people, gain, more = 0, preference = 0, seed }: Drawn): TaughtOneWay[] {
  const uniform = seededUniforms(seed);
  return Array.from({ length: people }, () => {
    const ability = normalOf(uniform);
    const changed = uniform() < logistic(preference * ability);
    const later = ability + gain + (changed ? more : 0) + 0.3 * normalOf(uniform);
    return {
      changed,
      before: abilityLikelihood(answersAt(ability, uniform), 0),
      after: abilityLikelihood(answersAt(later, uniform), 0),
    };
  });
}

describe('a learning gain', () => {
  it('is found without the bias that few questions bring', () => {
    const { gain, before } = resultOf(learningGainSteps(draw({ people: 2_000, gain: 0.8, seed: 1 })))!;
    expect(gain.value).toBeCloseTo(0.8, 0);
    expect(Math.abs(gain.value - 0.8)).toBeLessThan(0.08);
    expect(Math.abs(before.mean)).toBeLessThan(0.1);
    expect(Math.abs(before.variance - 1)).toBeLessThan(0.15);
  });

  it('lies within its interval as often as that says', () => {
    const hits = Array.from({ length: 200 }, (_, seed) => {
      const { gain } = resultOf(learningGainSteps(draw({ people: 60, gain: 0.5, seed: seed + 10 })))!;
      return gain.low <= 0.5 && 0.5 <= gain.high;
    }).filter(Boolean).length;
    expect(hits).toBeGreaterThan(0.9 * 200);
    expect(hits).toBeLessThan(0.995 * 200);
  });

  it('is none of fewer than five people', () => {
    expect(resultOf(learningGainSteps(draw({ people: 4, gain: 1, seed: 1 })))).toBeUndefined();
  });
});

describe('which of two ways to teach leads further', () => {
  it('is corrected for who took which', () => {
    const fair = resultOf(
      taughtTwoWaysSteps(draw({ people: 3_000, gain: 0.5, more: 0.3, preference: 1.5, seed: 3 })),
    )!;
    expect(fair.startedAhead.low).toBeGreaterThan(0.5);
    expect(Math.abs(fair.difference.value - 0.3)).toBeLessThan(0.2);
    expect(fair.probability).toBeGreaterThan(0.99);
  });

  it('is said with a probability that is even where there is no difference', () => {
    const said = Array.from(
      { length: 200 },
      (_, seed) =>
        resultOf(taughtTwoWaysSteps(draw({ people: 80, gain: 0.5, seed: seed + 500 })))!.probability,
    );
    const share = (from: number, to: number) => said.filter((one) => one >= from && one < to).length / 200;
    expect(share(0, 0.05)).toBeLessThan(0.1);
    expect(share(0.95, 1.01)).toBeLessThan(0.1);
    expect(Math.abs(share(0, 0.5) - 0.5)).toBeLessThan(0.12);
  });

  it('is none where fewer than five took one of them', () => {
    const people = draw({ people: 40, gain: 1, seed: 1 });
    expect(
      resultOf(taughtTwoWaysSteps(people.map((one, place) => ({ ...one, changed: place < 4 })))),
    ).toBeUndefined();
  });
});
