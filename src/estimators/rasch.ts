import { expectedLogistic, logistic, quadrature } from './normal';
import type { Gaussian, MasteryModel, ModelParameters, Observation, PersonState, SkillState } from './types';

/**
 * A Rasch model filtered in time: P(right) = logistic(ability - difficulty) (Rasch 1960), the ability Gaussian per
 * person and skill. An answer replaces the belief by the Gaussian with the posterior's mean and variance (assumed
 * density filtering; Opper 1998, and Glickman 1999 for the same idea in Glicko). Between answers the variance grows
 * as a random walk's does, up to the prior's: what fades is certainty, not ability.
 *
 * A question on several skills is answered with the mean of their abilities; each skill moves by its share of
 * that mean's variance, correlations between skills are not kept.
 */
export const rasch: MasteryModel = { fade, expect, step };

const millisecondsPerDay = 86_400_000;

function fade(
  state: Omit<SkillState, 'answers'> | undefined,
  at: number,
  parameters: ModelParameters,
): Gaussian {
  if (!state) return { mean: parameters.priorMean, variance: parameters.priorVariance };
  const days = Math.max(0, at - state.lastEvidenceAt) / millisecondsPerDay;
  const variance = Math.min(parameters.priorVariance, state.variance + parameters.fadingPerDay * days);
  return { mean: state.mean, variance: Math.max(variance, state.variance) };
}

function expect(
  person: PersonState,
  { at, skills, difficulty }: Omit<Observation, 'score'>,
  parameters: ModelParameters,
): number {
  const beliefs = skills.map((skill) => fade(person.get(skill), at, parameters));
  const combined = meanOf(beliefs);
  return expectedLogistic(combined.mean - difficulty, combined.variance);
}

function step(
  person: PersonState,
  { at, skills, difficulty, score }: Observation,
  parameters: ModelParameters,
): Map<string, SkillState> {
  const beliefs = skills.map((skill) => fade(person.get(skill), at, parameters));
  const before = meanOf(beliefs);
  const after = posterior(before, difficulty, score);
  const moved = new Map<string, SkillState>();
  skills.forEach((skill, index) => {
    const belief = beliefs[index];
    if (!belief) return;
    const gain = belief.variance / skills.length / before.variance;
    moved.set(skill, {
      mean: belief.mean + gain * (after.mean - before.mean),
      variance: belief.variance - gain * gain * (before.variance - after.variance),
      lastEvidenceAt: at,
      answers: (person.get(skill)?.answers ?? 0) + 1,
    });
  });
  return moved;
}

/** The mean of independent abilities. */
function meanOf(beliefs: readonly Gaussian[]): Gaussian {
  let mean = 0;
  let variance = 0;
  for (const belief of beliefs) {
    mean += belief.mean;
    variance += belief.variance;
  }
  return { mean: mean / beliefs.length, variance: variance / beliefs.length ** 2 };
}

/** Mean and variance of the ability after one answer, by quadrature over the belief before it. */
function posterior(before: Gaussian, difficulty: number, score: number): Gaussian {
  const deviation = Math.sqrt(before.variance);
  const { nodes, weights } = quadrature;
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] ?? 0;
    const logOdds = before.mean + deviation * node - difficulty;
    const likelihood = logistic(logOdds) ** score * logistic(-logOdds) ** (1 - score);
    const weight = (weights[i] ?? 0) * likelihood;
    total += weight;
    first += weight * node;
    second += weight * node * node;
  }
  if (!(total > 0)) return before;
  const shift = first / total;
  // A log-concave likelihood never widens a Gaussian; the bounds only catch rounding.
  const shrink = Math.min(1, Math.max(1e-6, second / total - shift * shift));
  return { mean: before.mean + deviation * shift, variance: before.variance * shrink };
}
