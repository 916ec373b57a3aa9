import type { PersonState, SkillState } from './person-state';
import type { ModelParameters } from './types';

/** What practice adds to a skill, to whoever learns as fast as is usual. */
export function gainOf(
  { answers }: Pick<SkillState, 'answers'>,
  score: number,
  { gainRight, gainWrong, gainDecline }: ModelParameters,
): number {
  return (score * gainRight + (1 - score) * gainWrong) / (1 + gainDecline * answers);
}

/**
 * What answering does to a skill: it adds gain · (1 + l) to its offset, where l is the person's learning rate, the same for all
 * their skills. So what is seen of how fast they learn in one moves those that they have practised, and how sure one is
 * of a skill depends on how much of it is practice.
 *
 * The ability's mean moves no further than to where it was against the sign of the gain, and its variance by no more than
 * twice as far as its mean (see keepDirection). Where that binds, what the slope on l cannot say is said by the rest.
 */
export function practise(
  person: PersonState<unknown>,
  skill: SkillState,
  score: number,
  parameters: ModelParameters,
): void {
  const gain = gainOf(skill, score, parameters);
  if (parameters.gainVariance === 0) {
    skill.intercept += gain;
    return;
  }
  const { rateMean, rateVariance } = person;
  const learned = gain * Math.max(0, 1 + rateMean);
  const most = 2 * Math.abs(learned);
  const covariance =
    Math.sign(gain) *
    ((1 + skill.generalSlope) * person.rateWithGeneral +
      skill.sittingSlope * person.rateWithSitting +
      skill.rateSlope * rateVariance);
  const step = Math.min(Math.abs(gain), longest(rateVariance, covariance, most));
  const grown = step * (step * rateVariance + 2 * covariance);
  const slope = Math.sign(gain) * step;
  skill.intercept += learned - slope * rateMean;
  skill.rateSlope += slope;
  skill.variance += Math.max(0, -most - grown);
}

/** The longest step s whose growth s² variance + 2 s covariance is no more than `most`. */
function longest(variance: number, covariance: number, most: number): number {
  if (!(variance > 0)) return covariance > 0 ? most / (2 * covariance) : Infinity;
  const root = Math.sqrt(covariance * covariance + variance * most);
  // The one of two equal forms in which nothing is subtracted from what is nearly as large.
  return covariance > 0 ? most / (covariance + root) : (root - covariance) / variance;
}
