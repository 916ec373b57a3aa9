import { abilityOn, type PersonState, type SkillState } from '../../estimators/person-state';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';

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
export interface StoredGeneral extends Pick<
  PersonState,
  | 'generalMean'
  | 'generalVariance'
  | 'sittingMean'
  | 'sittingVariance'
  | 'sittingCovariance'
  | 'sittings'
  | 'answers'
> {
  /** Of the learning rate; absent from what was stored before there was one. */
  readonly rateMean?: number;
  readonly rateVariance?: number;
  readonly rateWithGeneral?: number;
  readonly rateWithSitting?: number;
  /** Number of the calibration that it was built with. */
  readonly calibration: number;
  /** When the last answer happened. */
  readonly answeredAt: number;
}

export type GeneralRow = ColumnRow<StoredGeneral>;

/** Stored as this very list. */
export const generalColumns = new Columns<StoredGeneral>({
  calibration: null,
  generalMean: null,
  generalVariance: null,
  sittingMean: null,
  sittingVariance: null,
  sittingCovariance: null,
  sittings: null,
  answeredAt: null,
  answers: null,
  rateMean: null,
  rateVariance: null,
  rateWithGeneral: null,
  rateWithSitting: null,
});

/** Cypher: the general state of a person, given the `slot` of the calibration in force. */
export function generalInForce(person: string): string {
  return `CASE slot WHEN 0 THEN ${person}.general0 ELSE ${person}.general1 END`;
}

export function generalRowOf(calibration: number, person: PersonState): GeneralRow {
  const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance } = person;
  const { rateMean, rateVariance, rateWithGeneral, rateWithSitting, sittings, answers, day } = person;
  return generalColumns.rowOf({
    ...{ calibration, generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance },
    ...{ rateMean, rateVariance, rateWithGeneral, rateWithSitting },
    ...{ sittings, answers, answeredAt: momentOf(day) },
  });
}

/** The person without their skills. */
export function personStateOf(row: GeneralRow, sitting: string | null): PersonState {
  const stored = generalColumns.fieldsOf(row);
  return {
    generalMean: stored.generalMean,
    generalVariance: stored.generalVariance,
    sittingMean: stored.sittingMean,
    sittingVariance: stored.sittingVariance,
    sittingCovariance: stored.sittingCovariance,
    rateMean: stored.rateMean ?? 0,
    rateVariance: stored.rateVariance ?? 0,
    rateWithGeneral: stored.rateWithGeneral ?? 0,
    rateWithSitting: stored.rateWithSitting ?? 0,
    sitting,
    sittings: stored.sittings,
    answers: stored.answers,
    day: dayOf(stored.answeredAt),
    skills: new Map(),
    memories: new Map(),
  };
}

/** What a skill edge holds that a level is derived from. */
export interface StoredEdge extends Omit<SkillState, 'day' | 'sitting' | 'rateSlope'> {
  /** Null where the calibration knows no learning rates. */
  readonly rateSlope: number | null;
  readonly lastEvidenceAt: number;
}

/** Nothing where the calibration knows no learning rates: so edges stay as they are. */
export function storedRateSlope(slope: number): StoredEdge['rateSlope'] {
  return slope === 0 ? null : slope;
}

export type EdgeRow = ColumnRow<StoredEdge>;

/** Cypher: the list is that of an edge. */
export const edgeColumns = new Columns<StoredEdge>({
  intercept: '.intercept',
  generalSlope: '.generalSlope',
  sittingSlope: '.sittingSlope',
  variance: '.variance',
  lastEvidenceAt: '.lastEvidenceAt',
  answers: '.answers',
  claims: '.claims',
  rateSlope: '.rateSlope',
});

/** When the latest item happened that an ability in a skill hangs on: an answer on another skill moves it too. */
export function latestBehind(general: GeneralRow, edge: EdgeRow): number {
  return Math.max(generalColumns.fieldsOf(general).answeredAt, edgeColumns.fieldsOf(edge).lastEvidenceAt);
}

/** What an edge holds of a skill. */
export function skillStateOf(edge: StoredEdge, sitting = 0): SkillState {
  const { intercept, generalSlope, sittingSlope, variance, lastEvidenceAt, answers, claims } = edge;
  const rateSlope = edge.rateSlope ?? 0;
  const day = dayOf(lastEvidenceAt);
  return { intercept, generalSlope, sittingSlope, rateSlope, variance, day, sitting, answers, claims };
}

/** The ability behind an edge on a date: computed here and nowhere else. */
export function abilityAt(
  general: GeneralRow,
  edge: EdgeRow,
  asOf: number,
  parameters: ModelParameters,
): Gaussian {
  return abilityOn(
    personStateOf(general, null),
    skillStateOf(edgeColumns.fieldsOf(edge)),
    dayOf(asOf),
    parameters,
  );
}
