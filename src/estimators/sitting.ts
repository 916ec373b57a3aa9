import { sittingGapDays } from './answer-log';
import { elapsed, widened, type PersonState, type SkillState } from './person-state';
import type { ModelParameters } from './types';

/** A slope on the sitting's effect below this counts as 0. */
const smallestSlope = 1e-3;
/** Determinant of the covariance of g and u, as a share of the product of their variances: below, the two count as one. */
const smallestDeterminant = 1e-9;

/**
 * Brings a person to the moment of their next answer: time adds uncertainty, a new sitting begins with an effect that is
 * not known, and within a sitting the effect changes little by little.
 */
export function advance<Skill>(
  person: PersonState<Skill>,
  day: number,
  sitting: string | number | null,
  parameters: ModelParameters,
): void {
  const passed = elapsed(person.day, day);
  person.generalVariance = widened(
    person.generalVariance,
    parameters.generalDriftPerDay * passed,
    parameters.generalVariance,
  );
  if (person.sittings === 0 || begins(person, sitting, passed)) {
    for (const skill of person.skills.values()) if (skill.sittingSlope !== 0) close(person, skill);
    person.sittingMean = 0;
    person.sittingVariance = parameters.sittingVariance;
    person.sittingCovariance = 0;
    person.rateWithSitting = 0;
    person.sittings++;
  } else if (parameters.sittingPersistence < 1) {
    carryOver(person, parameters);
  }
  person.sitting = sitting;
  if (!Number.isNaN(day)) person.day = day;
}

/** Another name begins a sitting; where one of the two has none, a long pause does. */
function begins<Skill>(person: PersonState<Skill>, sitting: string | number | null, passed: number): boolean {
  return sitting === null || person.sitting === null ? passed > sittingGapDays : sitting !== person.sitting;
}

/** The offset's regression on general ability and the learning rate alone: exact, the effect is integrated out. */
function close(person: PersonState<unknown>, skill: SkillState): void {
  const slope = skill.sittingSlope;
  const { generalVariance, sittingVariance, sittingCovariance, perRate } = givenRate(person);
  const perGeneral = generalVariance > 0 ? sittingCovariance / generalVariance : 0;
  const rest = Math.max(0, sittingVariance - perGeneral * sittingCovariance);
  const ofRate = perRate.sitting - perGeneral * perRate.general;
  skill.intercept +=
    slope * (person.sittingMean - perGeneral * person.generalMean - ofRate * person.rateMean);
  skill.generalSlope += slope * perGeneral;
  skill.rateSlope += slope * ofRate;
  skill.variance += slope * slope * rest;
  skill.sittingSlope = 0;
}

/** The covariance of g and u where the learning rate is known, and how much each changes with it. */
interface GivenRate extends Pick<PersonState, 'generalVariance' | 'sittingVariance' | 'sittingCovariance'> {
  readonly perRate: { readonly general: number; readonly sitting: number };
}

function givenRate(person: PersonState<unknown>): GivenRate {
  const { rateVariance, rateWithGeneral, rateWithSitting } = person;
  const [general, sitting] =
    rateVariance > 0 ? [rateWithGeneral / rateVariance, rateWithSitting / rateVariance] : [0, 0];
  return {
    generalVariance: person.generalVariance - general * rateWithGeneral,
    sittingVariance: person.sittingVariance - sitting * rateWithSitting,
    sittingCovariance: person.sittingCovariance - general * rateWithSitting,
    perRate: { general, sitting },
  };
}

/**
 * u becomes persistence u + noise, so that its variance in the long run stays the sitting's. Offsets that depend on u keep
 * their mean, their variance and their covariance with g and the learning rate; with u they keep `persistence` of it. All
 * is computed where the rate is known, as if it were no part of it, and then its slope.
 */
function carryOver(person: PersonState<unknown>, parameters: ModelParameters): void {
  const { sittingPersistence: persistence, sittingVariance: usual } = parameters;
  const { generalMean, sittingMean, rateMean } = person;
  const { generalVariance, sittingVariance, sittingCovariance, perRate } = givenRate(person);
  const mean = persistence * sittingMean;
  const covariance = persistence * sittingCovariance;
  const noise = (1 - persistence * persistence) * usual;
  const variance = persistence * persistence * sittingVariance + noise;
  const determinant = generalVariance * variance - covariance * covariance;
  for (const skill of person.skills.values()) {
    const { generalSlope, sittingSlope } = skill;
    if (sittingSlope === 0) continue;
    // An effect that g explains wholly, or that has no variance: offsets depend on g alone.
    if (!(determinant > smallestDeterminant * generalVariance * variance)) {
      close(person, skill);
      continue;
    }
    const withGeneral = generalSlope * generalVariance + sittingSlope * sittingCovariance;
    const before = generalSlope * sittingCovariance + sittingSlope * sittingVariance;
    const after = persistence * before;
    const general = (withGeneral * variance - after * covariance) / determinant;
    const sitting = (after * generalVariance - withGeneral * covariance) / determinant;
    const explainedBefore = generalSlope * withGeneral + sittingSlope * before;
    const explainedAfter = general * withGeneral + sitting * after;
    skill.variance += Math.max(0, explainedBefore - explainedAfter);
    const ofRate =
      (generalSlope - general) * perRate.general + (sittingSlope - persistence * sitting) * perRate.sitting;
    skill.intercept +=
      (generalSlope - general) * generalMean +
      sittingSlope * sittingMean -
      sitting * mean -
      ofRate * rateMean;
    skill.generalSlope = general;
    skill.sittingSlope = sitting;
    skill.rateSlope += ofRate;
  }
  person.sittingMean = mean;
  person.sittingVariance = persistence * persistence * person.sittingVariance + noise;
  person.sittingCovariance *= persistence;
  person.rateWithSitting *= persistence;
  for (const skill of person.skills.values()) {
    if (skill.sittingSlope !== 0 && Math.abs(skill.sittingSlope) < smallestSlope) close(person, skill);
  }
}
