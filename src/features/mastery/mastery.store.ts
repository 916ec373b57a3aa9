import type { ModelParameters } from '../../estimators/types';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import type { Visible } from '../access/viewer';
import type { PersonRow } from '../people/people.store';
import type { SkillRow } from '../skills/skill.store';

/** One stored skill edge. */
export interface EdgeRow {
  readonly mean: number;
  readonly variance: number;
  readonly lastEvidenceAt: number;
  readonly answers: number;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
}

export interface SkillEdgeRow extends EdgeRow, SkillRow {}

interface PersonSkillsRow {
  person: string;
  parameters: ModelParameters;
  skills: SkillEdgeRow[];
}

const MASTERY_OF_PEOPLE = statement<PersonSkillsRow>(
  'mastery.ofPeople',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $people AS key
   MATCH (person:Person {id: key})
   CALL (person, calibration) {
     MATCH (person)-[mastery:HAS_SKILL]->(skill:Skill)
     WHERE skill.sortName >= $afterName AND (skill.sortName > $afterName OR skill.id > $afterId)
     WITH calibration, mastery, skill ORDER BY skill.sortName, skill.id LIMIT toInteger($limit)
     OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
     RETURN collect({key: skill.id, name: skill.name, sortName: skill.sortName, description: skill.description,
       uri: skill.uri, mean: mastery.mean, variance: mastery.variance, lastEvidenceAt: mastery.lastEvidenceAt,
       answers: mastery.answers, reference: coalesce(reference.difficulty, 0.0)}) AS skills
   }
   RETURN key AS person, calibration AS parameters, skills`,
);

export async function masteryOfPeople(
  queries: Queries,
  people: readonly string[],
  page: Page,
): Promise<PersonSkillsRow[]> {
  return withParameters(await queries.query(MASTERY_OF_PEOPLE, { people, ...page }));
}

interface SkillPeopleRow {
  skill: string;
  reference: number;
  parameters: ModelParameters;
  people: (PersonRow & Omit<EdgeRow, 'reference'>)[];
}

const PEOPLE_OF_SKILLS = statement<SkillPeopleRow>(
  'mastery.ofSkills',
  `MATCH (calibration:Calibration {current: true})
   UNWIND $skills AS key
   MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (skill)<-[reference:SETS]-(calibration)
   CALL (skill) {
     MATCH (person:Person)-[mastery:HAS_SKILL]->(skill)
     WHERE person.sortName >= $afterName AND (person.sortName > $afterName OR person.id > $afterId)
       AND ($everyone OR person.id IN $personKeys)
     WITH person, mastery ORDER BY person.sortName, person.id LIMIT toInteger($limit)
     RETURN collect({key: person.id, name: person.name, sortName: person.sortName, email: person.email,
       activeUntil: person.activeUntil, mean: mastery.mean, variance: mastery.variance,
       lastEvidenceAt: mastery.lastEvidenceAt, answers: mastery.answers}) AS people
   }
   RETURN key AS skill, coalesce(reference.difficulty, 0.0) AS reference, calibration AS parameters, people`,
);

/** People with mastery of each skill whom the viewer sees, by name. */
export async function peopleOfSkills(
  queries: Queries,
  skills: readonly string[],
  page: Page,
  visible: Visible,
): Promise<SkillPeopleRow[]> {
  return withParameters(await queries.query(PEOPLE_OF_SKILLS, { skills, ...page, ...visible }));
}

/** A whole node comes as the driver's node object: only its properties matter here. */
function withParameters<Row extends { parameters: ModelParameters }>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({
    ...row,
    parameters: (row.parameters as unknown as { properties: ModelParameters }).properties,
  }));
}
