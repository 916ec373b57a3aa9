import type { ModelParameters } from '../../estimators/types';
import { statement, type Queries } from '../../graph/statement';

/** People known in a skill, as columns: the same position in each is the same person. */
export interface SkillHolders {
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly string[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly lastEvidenceAts: readonly number[];
}

interface HoldersRow extends SkillHolders, ModelParameters {
  readonly calibration: number;
}

/**
 * Everybody active with an edge to a needed skill. Who has none is unknown in everything, has fit 0 and is no
 * candidate: the only bound that this statement cuts by.
 */
const HOLDERS_OF_SKILLS = statement<HoldersRow>(
  'staffing.holdersOfSkills',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
   OPTIONAL MATCH (skill)<-[mastery:HAS_SKILL]-(person:Person)
   WHERE person.archivedAt IS NULL AND coalesce(person.activeUntil > $now, true)
   RETURN key AS skill, coalesce(reference.difficulty, 0.0) AS reference, calibration.number AS calibration,
          calibration.priorMean AS priorMean, calibration.priorVariance AS priorVariance,
          calibration.fadingPerDay AS fadingPerDay,
          collect(person.id) AS people, collect(mastery.mean) AS means, collect(mastery.variance) AS variances,
          collect(mastery.lastEvidenceAt) AS lastEvidenceAts`,
);

export function holdersOfSkills(
  queries: Queries,
  skills: readonly string[],
  now: number,
): Promise<HoldersRow[]> {
  return queries.query(HOLDERS_OF_SKILLS, { skills, now });
}

const ASSIGNED_PEOPLE = statement<{ project: string; people: string[] }>(
  'staffing.assignedPeople',
  `UNWIND $projects AS key
   MATCH (project:Project {id: key})
   OPTIONAL MATCH (project)<-[assignment:ASSIGNED_TO]-(person:Person)
   WHERE coalesce(assignment.to > $now, true)
   RETURN key AS project, collect(DISTINCT person.id) AS people`,
);

/** Who is assigned now or later, by project. */
export async function assignedPeople(
  queries: Queries,
  projects: readonly string[],
  now: number,
): Promise<Map<string, string[]>> {
  const rows = await queries.query(ASSIGNED_PEOPLE, { projects, now });
  return new Map(rows.map(({ project, people }) => [project, people]));
}
