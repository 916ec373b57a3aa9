import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { List } from '../../graph/nouns/list';
import { idsFilter, nounOrders } from '../../graph/nouns/noun-list';
import { statement, type Queries } from '../../graph/driver/statement';
import { skillFilters } from '../skills/skill.list';
import type { SkillNameRow } from '../skills/skill.store';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import { inForce } from './mastery.store';
import { edgeColumns, generalInForce, type EdgeRow, type GeneralRow } from '../states/stored-state';

/** The skills, at any height, above those that each person has evidence on. */
export const broaderOfPerson = new List<SkillNameRow>({
  name: 'mastery.broaderOfPeople',
  nested: true,
  given: { match: calibrationInForce, as: 'slot' },
  match: `MATCH (:Person {id: parent})-[edge:HAS_SKILL]->(known:Skill) WHERE ${inForce}
       WITH DISTINCT known
       MATCH (known)-[:BROADER*1..]->(skill:Skill)
       WITH DISTINCT skill`,
  filters: { ...skillFilters, skills: idsFilter('Skill', 'skill.id IN $filter.skills') },
  orders: { NAME: nounOrders('skill').NAME },
  columns: 'skill.id AS key, skill.name AS name, skill.sortName AS sortName',
});

/** A skill that a person has evidence on. */
export interface KnownSkill extends SkillNameRow {
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
  readonly edge: EdgeRow;
}

export const knownSkill = new Columns<KnownSkill>({
  key: '.id',
  name: '.name',
  sortName: '.sortName',
  reference: referenceOf('skill'),
  edge: edgeColumns.list('edge'),
});

/** A person with all they are known in. */
export interface KnownPerson {
  readonly person: string;
  readonly calibration: Calibration;
  readonly general: GeneralRow;
  readonly known: readonly ColumnRow<KnownSkill>[];
}

const KNOWN_OF_PEOPLE = statement<KnownPerson>(
  'mastery.knownOfPeople',
  `${calibrationInForce}
   UNWIND $keys AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, calibration {.*} AS calibration, ${generalInForce('person')} AS general,
          COLLECT { MATCH (person)-[edge:HAS_SKILL {slot: slot}]->(skill:Skill)
            RETURN ${knownSkill.list('skill')} } AS known`,
);

export function knownOfPeople(queries: Queries, keys: readonly string[]): Promise<KnownPerson[]> {
  return queries.query(KNOWN_OF_PEOPLE, { keys });
}

/** Where a skill stands, and how hard its reference question is. */
export interface PlaceRow {
  readonly skill: string;
  readonly broader: readonly string[];
  readonly narrower: number;
  readonly inUse: boolean;
  readonly reference: number;
}

const PLACES_ABOVE = statement<PlaceRow>(
  'mastery.placesAbove',
  `${calibrationInForce}
   UNWIND $keys AS key
   MATCH (start:Skill {id: key})
   MATCH (start)-[:BROADER*0..]->(skill:Skill)
   WITH DISTINCT calibration, skill
   RETURN skill.id AS skill, skill.archivedAt IS NULL AS inUse,
          [(skill)-[:BROADER]->(broader:Skill) | broader.id] AS broader,
          COUNT { (skill)<-[:BROADER]-(narrower:Skill) WHERE narrower.archivedAt IS NULL } AS narrower,
          ${referenceOf('skill')} AS reference`,
);

/** These skills and all that is above them, by internal id. */
export async function placesAbove(
  queries: Queries,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PlaceRow>> {
  const rows = await queries.query(PLACES_ABOVE, { keys });
  return new Map(rows.map((row) => [row.skill, row]));
}

const COUNT_NARROWER = statement<{ skill: string; narrower: number }>(
  'mastery.countNarrower',
  `UNWIND $keys AS key
   MATCH (skill:Skill {id: key})
   CALL (skill) {
     MATCH (skill)<-[:BROADER*1..]-(narrower:Skill)
     WITH DISTINCT narrower WHERE narrower.archivedAt IS NULL
     RETURN count(narrower) AS narrower
   }
   RETURN key AS skill, narrower`,
);

/** How many skills in use are below each, at any depth. */
export function countNarrower(
  queries: Queries,
  keys: readonly string[],
): Promise<{ skill: string; narrower: number }[]> {
  return queries.query(COUNT_NARROWER, { keys });
}
