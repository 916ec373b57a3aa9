import { abilityOn, type PersonState, type SkillState } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';

const millisecondsPerDay = 86_400_000;
/** In the place of a moment: before anything happened. */
const never = -1;

/** A moment in days, as the model counts time; NaN for none. */
export function dayOf(at: number): number {
  return at === never ? NaN : at / millisecondsPerDay;
}

/** Epoch milliseconds of a day of dayOf. */
export function momentOf(day: number): number {
  return Number.isNaN(day) ? never : Math.round(day * millisecondsPerDay);
}

/** What a person's node holds of the state in one slot, for all skills together. */
export type GeneralColumns = readonly [
  calibration: number,
  generalMean: number,
  generalVariance: number,
  sittingMean: number,
  sittingVariance: number,
  sittingCovariance: number,
  sittings: number,
  answeredAt: number,
  answers: number,
];

/** The person without their skills. */
export function personOf(general: GeneralColumns, sitting: string | null): PersonState {
  const [
    ,
    generalMean,
    generalVariance,
    sittingMean,
    sittingVariance,
    sittingCovariance,
    sittings,
    at,
    answers,
  ] = general;
  return {
    generalMean,
    generalVariance,
    sittingMean,
    sittingVariance,
    sittingCovariance,
    sitting,
    sittings,
    answers,
    day: dayOf(at),
    skills: new Map(),
  };
}

/** What is read of a skill edge to tell a level; see edgeColumns. */
export type EdgeColumns = readonly [
  intercept: number,
  generalSlope: number,
  sittingSlope: number,
  variance: number,
  lastEvidenceAt: number,
  answers: number,
  claims: number,
];

/** When the latest item happened that an ability in a skill hangs on: an answer on another skill moves it too. */
export function latestBehind(general: GeneralColumns, edge: EdgeColumns): number {
  return Math.max(general[7], edge[4]);
}

/** Cypher: the same. */
export function latestColumn(general: string, edge: string): string {
  return `CASE WHEN ${general}[7] > ${edge}.lastEvidenceAt THEN ${general}[7] ELSE ${edge}.lastEvidenceAt END`;
}

/** Cypher: EdgeColumns of an edge. */
export function edgeColumns(edge: string): string {
  return `[${edge}.intercept, ${edge}.generalSlope, ${edge}.sittingSlope, ${edge}.variance, ${edge}.lastEvidenceAt,
     ${edge}.answers, ${edge}.claims]`;
}

/** Cypher: GeneralColumns of a person, given the `slot` of the calibration in force. */
export function generalColumns(person: string): string {
  return `CASE slot WHEN 0 THEN ${person}.general0 ELSE ${person}.general1 END`;
}

/** What an edge holds of a skill. */
export function skillOf(edge: EdgeColumns): SkillState {
  const [intercept, generalSlope, sittingSlope, variance, lastEvidenceAt, answers, claims] = edge;
  return {
    intercept,
    generalSlope,
    sittingSlope,
    variance,
    day: dayOf(lastEvidenceAt),
    sitting: 0,
    answers,
    claims,
  };
}

/** The ability behind an edge on a date: computed here and nowhere else. */
export function abilityAt(
  general: GeneralColumns,
  edge: EdgeColumns,
  asOf: number,
  parameters: ModelParameters,
): Gaussian {
  return abilityOn(personOf(general, null), skillOf(edge), dayOf(asOf), parameters);
}
