import type { Gaussian, ModelParameters } from './types';

/**
 * What is believed of one person: a Gaussian over general ability g, the effect u of the current sitting, the learning rate
 * l, and an offset o for each skill seen; the ability in a skill is g + o. Given g, u and l, the offsets are independent of
 * each other, so that each is kept as its own regression on the three: o = intercept + generalSlope g + sittingSlope u +
 * rateSlope l + noise. Where all answers are on single skills this is the whole covariance of the joint Gaussian, in a few
 * numbers a skill: what an answer shows about g moves every skill, and costs nothing for those that it does not ask about.
 */
export interface PersonState<Skill = string> {
  /** Logits. */
  generalMean: number;
  generalVariance: number;
  /** How far this sitting is from the person's usual, logits. */
  sittingMean: number;
  sittingVariance: number;
  /** Covariance of general ability and the sitting's effect. */
  sittingCovariance: number;
  /** How much more than usual practice teaches the person, as a share of the gain: -1 where it teaches nothing. */
  rateMean: number;
  rateVariance: number;
  /** Its covariance with general ability, and with the sitting's effect. */
  rateWithGeneral: number;
  rateWithSitting: number;
  /** Name of the sitting of the last answer; null where the source gave none. */
  sitting: string | number | null;
  /** How many sittings there were. */
  sittings: number;
  /** How many answers there were, on whatever skills. */
  answers: number;
  /** When the last answer was given, days; NaN where none was or its time is not known. */
  day: number;
  readonly skills: Map<Skill, SkillState>;
  /** What is remembered of questions that were answered, by question. */
  readonly memories: Map<number, Memory<Skill>>;
}

/** What a person knows of one question apart from its skills, and their last answer to it. */
export interface Memory<Skill = string> {
  /** The first of the question's skills, with which it is kept; undefined where it has none. */
  readonly skill: Skill | undefined;
  /** How much easier than to others of their ability the question is to them, logits. */
  readonly mean: number;
  /** Variance of that where the ability is known, squared logits. */
  readonly variance: number;
  /** Of the last answer to it, in [0,1]. */
  readonly score: number;
  /** When that was, days; NaN where its time is not known. */
  readonly day: number;
  /** How many answers the person had given before it, to whatever question. */
  readonly place: number;
}

/** One skill's offset, given general ability, the sitting's effect and the learning rate. */
export interface SkillState {
  intercept: number;
  generalSlope: number;
  /** Other than 0 only while the sitting lasts in which the skill was asked about. */
  sittingSlope: number;
  /** What practice has added to the skill so far, less what answers since then have shown of that. */
  rateSlope: number;
  /** Variance of the noise, squared logits. */
  variance: number;
  /** When its last evidence happened, days; NaN where no time is known. */
  day: number;
  /** The sitting of its last answer, by its place among the person's; 0 where there was none. */
  sitting: number;
  /** How many answers moved it. */
  answers: number;
  /** How many claims moved it. */
  claims: number;
}

/** What an ability in any skill hangs on of a person's state. */
export type GeneralFigures = Readonly<
  Pick<
    PersonState,
    | 'generalMean'
    | 'generalVariance'
    | 'sittingMean'
    | 'sittingVariance'
    | 'sittingCovariance'
    | 'rateMean'
    | 'rateVariance'
    | 'rateWithGeneral'
    | 'rateWithSitting'
    | 'day'
  >
>;

/** What the ability in a skill hangs on of the skill's own state. */
export type OffsetFigures = Readonly<
  Pick<SkillState, 'intercept' | 'generalSlope' | 'sittingSlope' | 'rateSlope' | 'variance' | 'day'>
>;

export function newPerson<Skill>(parameters: ModelParameters): PersonState<Skill> {
  return {
    generalMean: parameters.generalMean,
    generalVariance: parameters.generalVariance,
    sittingMean: 0,
    sittingVariance: parameters.sittingVariance,
    sittingCovariance: 0,
    rateMean: 0,
    rateVariance: parameters.gainVariance,
    rateWithGeneral: 0,
    rateWithSitting: 0,
    sitting: null,
    sittings: 0,
    answers: 0,
    day: NaN,
    skills: new Map(),
    memories: new Map(),
  };
}

/** A copy that can be moved without moving the person. */
export function copyOf<Skill>(person: PersonState<Skill>): PersonState<Skill> {
  const skills = new Map<Skill, SkillState>();
  for (const [skill, state] of person.skills) skills.set(skill, { ...state });
  return { ...person, skills, memories: new Map(person.memories) };
}

export function newSkill({ skillVariance }: ModelParameters, day: number): SkillState {
  return {
    intercept: 0,
    generalSlope: 0,
    sittingSlope: 0,
    rateSlope: 0,
    variance: skillVariance,
    day,
    sitting: 0,
    answers: 0,
    claims: 0,
  };
}

/** A variance after `more` was added, which never takes it beyond where it started from. */
export function widened(variance: number, more: number, widest: number): number {
  return more > 0 ? Math.max(variance, Math.min(widest, variance + more)) : variance;
}

/** Days from one moment to another; 0 where either is not known. */
export function elapsed(from: number, to: number): number {
  return to > from ? to - from : 0;
}

/**
 * The ability in a skill on a day: the variances of general ability and of the skill each grow from their last evidence
 * on, and the mean stays. The prior where the skill has no state.
 */
export function abilityOn(
  person: GeneralFigures,
  skill: OffsetFigures | undefined,
  day: number,
  parameters: ModelParameters,
): Gaussian {
  if (!skill)
    return {
      mean: person.generalMean,
      variance: generalVarianceOn(person, day, parameters) + parameters.skillVariance,
    };
  const { intercept, generalSlope, sittingSlope, rateSlope } = skill;
  const own = { mean: intercept, variance: skillVarianceOn(skill, day, parameters) };
  const slopes = { perGeneral: 1 + generalSlope, perSitting: sittingSlope, perRate: rateSlope };
  return combinedOn(person, { own, ...slopes }, day, parameters);
}

/** A linear combination: general ability, the sitting's effect and the learning rate by their slopes, and a part of its own. */
export interface Combination {
  readonly own: Gaussian;
  readonly perGeneral: number;
  readonly perSitting: number;
  readonly perRate: number;
}

/** The distribution of the combination on a day; its own part is given for that day. */
export function combinedOn(
  person: GeneralFigures,
  { own, perGeneral, perSitting, perRate }: Combination,
  day: number,
  parameters: ModelParameters,
): Gaussian {
  const mean = own.mean + perGeneral * person.generalMean + perSitting * person.sittingMean;
  const variance =
    own.variance +
    perGeneral * perGeneral * generalVarianceOn(person, day, parameters) +
    2 * perGeneral * perSitting * person.sittingCovariance +
    perSitting * perSitting * person.sittingVariance;
  if (perRate === 0) return { mean, variance };
  const withOthers = perGeneral * person.rateWithGeneral + perSitting * person.rateWithSitting;
  return {
    mean: mean + perRate * person.rateMean,
    variance: variance + perRate * (2 * withOthers + perRate * person.rateVariance),
  };
}

function generalVarianceOn(
  person: GeneralFigures,
  day: number,
  { generalVariance, generalDriftPerDay }: ModelParameters,
): number {
  return widened(person.generalVariance, generalDriftPerDay * elapsed(person.day, day), generalVariance);
}

/** Variance of the noise of a skill's offset on a day. */
export function skillVarianceOn(
  skill: Pick<OffsetFigures, 'variance' | 'day'>,
  day: number,
  { skillVariance, skillDriftPerDay }: ModelParameters,
): number {
  return widened(skill.variance, skillDriftPerDay * elapsed(skill.day, day), skillVariance);
}
