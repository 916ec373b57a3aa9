import type { ModelParameters } from '../../estimators/types';
import { statement, type Queries } from '../../graph/statement';

/** People known in a skill, as columns: the same position in each is the same person. */
interface SkillHolders extends ModelParameters {
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly string[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly lastEvidenceAts: readonly number[];
}

/** Everybody active with an edge to a skill. Who has none is unknown: no part of supply, and cut off here. */
const HOLDERS_OF_SKILLS = statement<SkillHolders>(
  'gaps.holdersOfSkills',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
   OPTIONAL MATCH (skill)<-[mastery:HAS_SKILL]-(person:Person)
   WHERE coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL
   RETURN key AS skill, coalesce(reference.difficulty, 0.0) AS reference, calibration.priorMean AS priorMean,
          calibration.priorVariance AS priorVariance, calibration.fadingPerDay AS fadingPerDay,
          collect(person.id) AS people, collect(mastery.mean) AS means, collect(mastery.variance) AS variances,
          collect(mastery.lastEvidenceAt) AS lastEvidenceAts`,
);

export function holdersOfSkills(
  queries: Queries,
  skills: readonly string[],
  now: number,
): Promise<SkillHolders[]> {
  return queries.query(HOLDERS_OF_SKILLS, { skills, now });
}
