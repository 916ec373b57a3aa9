import type { ModelParameters } from '../../estimators/types';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import type { Visible } from '../access/viewer';

/** Stored skill edges as columns: the same position in each is the same edge. */
export interface EdgeColumns extends ModelParameters {
  readonly means: readonly number[];
  readonly variances: readonly number[];
  readonly lastEvidenceAts: readonly number[];
  readonly answers: readonly number[];
}

const parameters = `calibration.priorMean AS priorMean, calibration.priorVariance AS priorVariance,
          calibration.fadingPerDay AS fadingPerDay`;
const figures = `[edge IN edges | edge.mean] AS means, [edge IN edges | edge.variance] AS variances,
          [edge IN edges | edge.lastEvidenceAt] AS lastEvidenceAts, [edge IN edges | edge.answers] AS answers`;

/** The skill edges of one person. */
export interface PersonSkills extends EdgeColumns {
  readonly person: string;
  /** Stated difficulties of the skills' reference questions, logits; empty where the calibration states none of any skill. */
  readonly references: readonly (number | null)[];
  readonly names: readonly string[];
  /** What else is held of the skills; null where names alone were asked for. */
  readonly skills: readonly (readonly [key: string, sortName: string])[] | null;
}

const MASTERY_OF_PEOPLE = statement<PersonSkills>(
  'mastery.ofPeople',
  `MATCH (calibration:Calibration {current: true})
   WITH calibration, EXISTS { (calibration)-[:SETS]->(:Skill) } AS stated
   UNWIND $people AS key
   MATCH (person:Person {id: key})
   CALL (person) {
     MATCH (person)-[mastery:HAS_SKILL]->(skill:Skill)
     WHERE skill.sortName >= $afterName AND (skill.sortName > $afterName OR skill.id > $afterId)
     WITH mastery, skill ORDER BY skill.sortName, skill.id LIMIT toInteger($limit)
     RETURN collect(skill) AS found, collect(mastery) AS edges
   }
   RETURN key AS person, ${parameters}, ${figures}, [skill IN found | skill.name] AS names,
          CASE WHEN stated
            THEN [skill IN found | head([(skill)<-[reference:SETS]-(calibration) | reference.difficulty])]
            ELSE [] END AS references,
          CASE WHEN $namesOnly THEN null
            ELSE [skill IN found | [skill.id, skill.sortName]] END AS skills`,
);

/** A page of each person's skill edges, by name of the skill. */
export function masteryOfPeople(
  queries: Queries,
  people: readonly string[],
  page: Page,
  namesOnly: boolean,
): Promise<PersonSkills[]> {
  return queries.query(MASTERY_OF_PEOPLE, { people, namesOnly, ...page });
}

/** The skill edges of one skill. */
export interface SkillPeople extends EdgeColumns {
  readonly skill: string;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
  readonly people: readonly (readonly [key: string, name: string, sortName: string])[];
}

const PEOPLE_OF_SKILLS = statement<SkillPeople>(
  'mastery.ofSkills',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
   CALL (skill) {
     MATCH (person:Person)-[mastery:HAS_SKILL]->(skill)
     WHERE person.sortName >= $afterName AND (person.sortName > $afterName OR person.id > $afterId)
       AND person.archivedAt IS NULL AND ($everyone OR person.id IN $personKeys)
     WITH person, mastery ORDER BY person.sortName, person.id LIMIT toInteger($limit)
     RETURN collect(person) AS found, collect(mastery) AS edges
   }
   RETURN key AS skill, coalesce(reference.difficulty, 0.0) AS reference, ${parameters}, ${figures},
          [person IN found | [person.id, person.name, person.sortName]] AS people`,
);

/** People with mastery of each skill whom the viewer sees, by name. */
export function peopleOfSkills(
  queries: Queries,
  skills: readonly string[],
  page: Page,
  visible: Visible,
): Promise<SkillPeople[]> {
  return queries.query(PEOPLE_OF_SKILLS, { skills, ...page, ...visible });
}

const COUNT_OF_PEOPLE = statement<{ key: string; count: number }>(
  'mastery.countOfPeople',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key, COUNT { (person)-[:HAS_SKILL]->(:Skill) } AS count`,
);

/** In how many skills each person is known. */
export function countOfPeople(
  queries: Queries,
  people: readonly string[],
): Promise<{ key: string; count: number }[]> {
  return queries.query(COUNT_OF_PEOPLE, { people });
}

const COUNT_OF_SKILLS = statement<{ key: string; count: number }>(
  'mastery.countOfSkills',
  `UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   RETURN key, COUNT { MATCH (person:Person)-[:HAS_SKILL]->(skill)
     WHERE person.archivedAt IS NULL AND ($everyone OR person.id IN $personKeys) } AS count`,
);

/** How many people whom the viewer sees are known in each skill. */
export function countOfSkills(
  queries: Queries,
  skills: readonly string[],
  visible: Visible,
): Promise<{ key: string; count: number }[]> {
  return queries.query(COUNT_OF_SKILLS, { skills, ...visible });
}
