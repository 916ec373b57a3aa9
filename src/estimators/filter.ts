import { remember, rememberedAt, remembersQuestions } from './memory';
import { gainOf, practise } from './practice';
import { abilityOn, elapsed, newSkill, widened, type PersonState, type SkillState } from './person-state';
import { recalibrated } from './recalibration';
import { respond, type Reading } from './response';
import { advance } from './sitting';
import type { Answered, Claimed, Expectation, Gaussian, ModelParameters } from './types';

/**
 * The mastery model: a person's general ability, an offset per skill, an effect of the sitting, a learning rate and what is
 * remembered of questions, filtered through time
 * (Kalman 1960; Rasch 1960 for the response, Glickman 1999 for the same idea in Glicko; gains by practice as in
 * performance factors analysis, Pavlik, Cen & Koedinger 2009). Both functions move the person they are given.
 * @param recalled how much easier the last answer to the question made it, where that is not to be taken from the person
 */
export function stepAnswer<Skill>(
  person: PersonState<Skill>,
  answer: Answered<Skill>,
  parameters: ModelParameters,
  recalled?: number,
): Expectation {
  const { day, score, attempt, difficulty, difficultyVariance, discrimination } = answer;
  const skills: Skill[] = [];
  for (const skill of answer.skills) skills.push(skill);
  const before =
    skills.length === 1 && (score === 0 || score === 1)
      ? abilityOn(person, person.skills.get(skills[0] as Skill), day, parameters)
      : undefined;
  advance(person, day, answer.sitting, parameters);
  const asked: Asked[] = [];
  for (const skill of skills) asked.push(ask(person, skill, day, parameters));
  if (asked.length > 1) weigh(person, asked, parameters.weaknessWeight);
  const logit = combine(person, asked);
  const remembered = remembersQuestions(parameters)
    ? rememberedAt(person, answer, parameters, recalled)
    : undefined;
  const { mean: known = 0, variance: open = 0, share = 1 } = remembered ?? {};
  const again = attempt > 1;
  const others = (remembered ? 0 : difficultyVariance) + (again ? parameters.repeatVariance : 0);
  const besides = others + open;
  const response = respond(
    logit.mean -
      difficulty +
      (again ? parameters.repeatEase : 0) +
      known -
      unfamiliarity(person.answers, parameters),
    share * share * logit.variance + besides,
    discrimination,
    parameters.guessing,
    score,
  );
  const { surprise, noise } = response;
  const shows = noise < Infinity;
  if (remembered) {
    const shown = shows ? { surprise, ability: logit.variance, noise: noise + others } : undefined;
    remember(person, skills[0], answer, remembered, shown, parameters);
  }
  if (shows)
    take(person, asked, logit, { surprise: surprise / share, noise: (noise + besides) / (share * share) });
  if (before && asked[0]) keepDirection(person, asked[0].skill, before, score === 1, day, parameters);
  person.answers++;
  for (const { skill } of asked) {
    practise(person, skill, score, parameters);
    skill.answers++;
    skill.sitting = person.sittings;
  }
  return {
    ...response,
    sensitivity: share,
    probability: recalibrated(response.probability, parameters),
  };
}

/** How much harder a question is for a person who has given few answers so far, logits: people warm up. */
export function unfamiliarity(answers: number, { warmUp, warmUpAnswers }: ModelParameters): number {
  return warmUp === 0 ? 0 : warmUp * Math.exp(-answers / warmUpAnswers);
}

/**
 * Keeps an answer on one skill from moving its level the wrong way: a right one lowers none, a wrong one raises none but by
 * practice. The noise that comes with practice and a new sitting, and the bound on how far time widens a skill, draw levels
 * toward one half where the answer says less than they do: so the variance changes by no more than twice the shift of the
 * mean (see respond). A claim on the skill in the midst of a sitting can leave it tied to the sitting's effect alone, the
 * wrong way around: then the mean stays.
 */
function keepDirection<Skill>(
  person: PersonState<Skill>,
  skill: SkillState,
  before: Gaussian,
  right: boolean,
  day: number,
  parameters: ModelParameters,
): void {
  const after = abilityOn(person, skill, day, parameters);
  const along = right ? 1 : -1;
  const shift = along * (after.mean - before.mean);
  if (shift < 0) skill.intercept -= along * shift;
  // Where people learn at rates of their own, practice widens as far by itself.
  const practised = parameters.gainVariance > 0 ? 0 : along * gainOf(skill, right ? 1 : 0, parameters);
  const most = 2 * (Math.max(0, shift) + Math.max(0, practised));
  const grown = after.variance - before.variance;
  if (Math.abs(grown) > most) skill.variance += (grown > 0 ? most : -most) - grown;
}

/**
 * Treats a claim as a measurement of the one ability that it names, as uncertain as its kind. It conditions the skill's
 * offset for every value of general ability, and leaves general ability itself alone: a claim about one skill moves no
 * other. Time then fades it as it fades everything, and answers outweigh it.
 */
export function stepClaim<Skill>(
  person: PersonState<Skill>,
  { skill: key, day, ability, variance }: Claimed<Skill>,
  parameters: ModelParameters,
): void {
  const skill = skillOn(person, key, day, parameters);
  const gain = skill.variance / (skill.variance + variance);
  skill.intercept += gain * (ability - skill.intercept);
  skill.generalSlope -= gain * (1 + skill.generalSlope);
  skill.sittingSlope -= gain * skill.sittingSlope;
  skill.rateSlope -= gain * skill.rateSlope;
  skill.variance -= gain * skill.variance;
  skill.claims++;
}

/** A skill that an answer is about, and its share in deciding the answer; shares sum to 1. */
interface Asked {
  readonly skill: SkillState;
  share: number;
}

function ask<Skill>(person: PersonState<Skill>, key: Skill, day: number, parameters: ModelParameters): Asked {
  const skill = skillOn(person, key, day, parameters);
  if (skill.answers > 0) {
    const again = skill.sitting === person.sittings ? 0 : parameters.skillDriftPerSitting;
    skill.variance = widened(
      skill.variance,
      parameters.skillDriftPerAnswer + again,
      parameters.skillVariance,
    );
  }
  return { skill, share: 1 };
}

/** The skill's state brought to that day. */
function skillOn<Skill>(
  person: PersonState<Skill>,
  key: Skill,
  day: number,
  parameters: ModelParameters,
): SkillState {
  let skill = person.skills.get(key);
  if (skill === undefined) {
    skill = newSkill(parameters, day);
    person.skills.set(key, skill);
    return skill;
  }
  const faded = parameters.skillDriftPerDay * elapsed(skill.day, day);
  skill.variance = widened(skill.variance, faded, parameters.skillVariance);
  if (!Number.isNaN(day)) skill.day = day;
  return skill;
}

/** Sets the shares by how weak the person is in each skill before the answer: the weakest decides the most. */
function weigh(person: PersonState<unknown>, asked: readonly Asked[], weaknessWeight: number): void {
  const { generalMean, sittingMean, rateMean } = person;
  let total = 0;
  for (const one of asked) {
    const { intercept, generalSlope, sittingSlope, rateSlope } = one.skill;
    one.share = Math.exp(
      -weaknessWeight *
        (intercept + generalSlope * generalMean + sittingSlope * sittingMean + rateSlope * rateMean),
    );
    total += one.share;
  }
  for (const one of asked) one.share /= total;
}

/** The logit z = g + u + the offsets by their shares, which change with the learning rate l. */
interface Logit {
  readonly mean: number;
  readonly variance: number;
  /** How much z changes with g, with u, and with l. */
  readonly perGeneral: number;
  readonly perSitting: number;
  readonly perRate: number;
  /** Mean and variance of the part of z that none of them explains. */
  readonly ownMean: number;
  readonly ownVariance: number;
  /** Covariance of z with g, with u, and with l. */
  readonly withGeneral: number;
  readonly withSitting: number;
  readonly withRate: number;
}

function combine(person: PersonState<unknown>, asked: readonly Asked[]): Logit {
  let perGeneral = 1;
  let perSitting = 1;
  let perRate = 0;
  let ownMean = 0;
  let ownVariance = 0;
  for (const { skill, share } of asked) {
    perGeneral += share * skill.generalSlope;
    perSitting += share * skill.sittingSlope;
    perRate += share * skill.rateSlope;
    ownMean += share * skill.intercept;
    ownVariance += share * share * skill.variance;
  }
  const { generalVariance, sittingVariance, sittingCovariance } = person;
  const { rateVariance, rateWithGeneral, rateWithSitting } = person;
  const withGeneral =
    perGeneral * generalVariance + perSitting * sittingCovariance + perRate * rateWithGeneral;
  const withSitting =
    perGeneral * sittingCovariance + perSitting * sittingVariance + perRate * rateWithSitting;
  const withRate = perGeneral * rateWithGeneral + perSitting * rateWithSitting + perRate * rateVariance;
  return {
    mean:
      ownMean + perGeneral * person.generalMean + perSitting * person.sittingMean + perRate * person.rateMean,
    variance: ownVariance + perGeneral * withGeneral + perSitting * withSitting + perRate * withRate,
    perGeneral,
    perSitting,
    perRate,
    ownMean,
    ownVariance,
    withGeneral,
    withSitting,
    withRate,
  };
}

/**
 * Conditions the joint Gaussian on a reading of z: exact for one skill. Of several, the covariance that the reading brings
 * between their offsets is not kept.
 */
function take(
  person: PersonState<unknown>,
  asked: readonly Asked[],
  logit: Logit,
  { surprise, noise }: Reading,
): void {
  const precision = 1 / (logit.variance + noise);
  person.generalMean += logit.withGeneral * precision * surprise;
  person.sittingMean += logit.withSitting * precision * surprise;
  person.generalVariance -= logit.withGeneral * logit.withGeneral * precision;
  person.sittingCovariance -= logit.withGeneral * logit.withSitting * precision;
  person.sittingVariance -= logit.withSitting * logit.withSitting * precision;
  person.rateMean += logit.withRate * precision * surprise;
  person.rateVariance -= logit.withRate * logit.withRate * precision;
  person.rateWithGeneral -= logit.withGeneral * logit.withRate * precision;
  person.rateWithSitting -= logit.withSitting * logit.withRate * precision;
  const ownPrecision = 1 / (logit.ownVariance + noise);
  for (const { skill, share } of asked) {
    const gain = share * skill.variance * ownPrecision;
    skill.intercept += gain * (logit.mean + surprise - logit.ownMean);
    skill.generalSlope -= gain * logit.perGeneral;
    skill.sittingSlope -= gain * logit.perSitting;
    skill.rateSlope -= gain * logit.perRate;
    skill.variance -= gain * share * skill.variance;
  }
}
