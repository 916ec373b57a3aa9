import { statement } from '../../src/graph/driver/statement';

/** What the graph holds of one skill edge, of the person it belongs to, and of the calibration they are read with. */
export interface StoredAbility {
  person: string;
  skill: string;
  reference: number;
  edge: {
    intercept: number;
    generalSlope: number;
    sittingSlope: number;
    rateSlope?: number;
    variance: number;
    lastEvidenceAt: number;
  };
  /**
   * Number of the calibration, g and its variance, u and its variance, their covariance, sittings, time of the last answer,
   * answers; then the learning rate and its variance, and its covariance with g and with u.
   */
  general: readonly [number, number, number, number, number, number, number, number, ...number[]];
  calibration: Readonly<
    Record<'generalVariance' | 'skillVariance' | 'generalDriftPerDay' | 'skillDriftPerDay', number>
  >;
}

/** Of people and skills by internal id; of all of one where the other is not named. */
export const STORED_ABILITIES = statement<StoredAbility>(
  'kit.storedAbilities',
  `MATCH (calibration:Calibration {current: true})
   MATCH (person:Person)-[edge:HAS_SKILL {slot: calibration.slot}]->(skill:Skill)
   WHERE ($people IS NULL OR person.id IN $people) AND ($skills IS NULL OR skill.id IN $skills)
   RETURN person.id AS person, skill.id AS skill, properties(edge) AS edge,
          CASE calibration.slot WHEN 0 THEN person.general0 ELSE person.general1 END AS general,
          coalesce(head([(skill)<-[own:SETS]-(calibration) | own.difficulty]), 0.0) AS reference,
          properties(calibration) AS calibration`,
);

const day = 86_400_000;

/** Mean and variance of g + intercept + slopes on g, u and the learning rate + noise on a date, by arithmetic of the specs' own. */
export function abilityOf(
  { edge, general, calibration }: StoredAbility,
  at: number,
): { mean: number; variance: number } {
  const [, g, gg, u, uu, gu, , answeredAt, , l = 0, ll = 0, gl = 0, ul = 0] = general;
  const perRate = edge.rateSlope ?? 0;
  const perGeneral = 1 + edge.generalSlope;
  const fade = (variance: number, perDay: number, since: number, most: number) =>
    Math.max(variance, Math.min(most, variance + (perDay * Math.max(0, at - since)) / day));
  const own = fade(
    edge.variance,
    calibration.skillDriftPerDay,
    edge.lastEvidenceAt,
    calibration.skillVariance,
  );
  const common = fade(gg, calibration.generalDriftPerDay, answeredAt, calibration.generalVariance);
  return {
    mean: edge.intercept + perGeneral * g + edge.sittingSlope * u + perRate * l,
    variance:
      own +
      perGeneral ** 2 * common +
      2 * perGeneral * edge.sittingSlope * gu +
      edge.sittingSlope ** 2 * uu +
      perRate * (2 * perGeneral * gl + 2 * edge.sittingSlope * ul + perRate * ll),
  };
}
