import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import { edgeColumns, generalInForce, type EdgeRow, type GeneralRow } from '../states/stored-state';

/** People known in a skill, as columns: the same position in each is the same person. */
export interface SkillHolders {
  readonly calibration: Calibration;
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly string[];
  readonly general: readonly GeneralRow[];
  readonly edges: readonly EdgeRow[];
}

/** Who has an edge to a skill, of those whom the condition holds for; who has none is unknown, and cut off here. */
function holdersWhere(name: string, condition: string) {
  return statement<SkillHolders>(
    name,
    `${calibrationInForce}
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   WITH calibration, slot, key, skill, ${referenceOf('skill')} AS reference
   OPTIONAL MATCH (skill)<-[mastery:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${condition}
   RETURN key AS skill, reference, calibration {.*} AS calibration,
          collect(person.id) AS people, collect(${generalInForce('person')}) AS general,
          collect(CASE WHEN mastery IS NULL THEN null ELSE ${edgeColumns.list('mastery')} END) AS edges`,
  );
}

const HOLDERS_OF_SKILLS = holdersWhere(
  'counting.holdersOfSkills',
  'coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL',
);

/** Everybody active who is known in each skill. */
export function holdersOfSkills(
  queries: Queries,
  skills: readonly string[],
  now: number,
): Promise<SkillHolders[]> {
  return queries.query(HOLDERS_OF_SKILLS, { skills, now });
}

const HOLDERS_AMONG_PEOPLE = holdersWhere('counting.holdersAmongPeople', 'person.id IN $people');

/** Who of these people is known in each skill. */
export function holdersAmong(
  queries: Queries,
  skills: readonly string[],
  people: readonly string[],
): Promise<SkillHolders[]> {
  return queries.query(HOLDERS_AMONG_PEOPLE, { skills, people });
}
