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

/** The offset's regression on general ability alone: exact, the effect is integrated out. */
function close(person: PersonState<unknown>, skill: SkillState): void {
  const slope = skill.sittingSlope;
  const perGeneral = person.sittingCovariance / person.generalVariance;
  const rest = Math.max(0, person.sittingVariance - perGeneral * person.sittingCovariance);
  skill.intercept += slope * (person.sittingMean - perGeneral * person.generalMean);
  skill.generalSlope += slope * perGeneral;
  skill.variance += slope * slope * rest;
  skill.sittingSlope = 0;
}

/**
 * u becomes persistence u + noise, so that its variance in the long run stays the sitting's. Offsets that depend on u keep
 * their mean, their variance and their covariance with g; with u they keep `persistence` of it.
 */
function carryOver(person: PersonState<unknown>, parameters: ModelParameters): void {
  const { sittingPersistence: persistence, sittingVariance: usual } = parameters;
  const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance } = person;
  const mean = persistence * sittingMean;
  const covariance = persistence * sittingCovariance;
  const variance = persistence * persistence * sittingVariance + (1 - persistence * persistence) * usual;
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
    skill.intercept += (generalSlope - general) * generalMean + sittingSlope * sittingMean - sitting * mean;
    skill.generalSlope = general;
    skill.sittingSlope = sitting;
  }
  person.sittingMean = mean;
  person.sittingVariance = variance;
  person.sittingCovariance = covariance;
  for (const skill of person.skills.values()) {
    if (skill.sittingSlope !== 0 && Math.abs(skill.sittingSlope) < smallestSlope) close(person, skill);
  }
}
