import { statement, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { calibrationInForce, referenceOf, type Calibration } from '../calibrations/calibration.store';
import type { PersonWithEdges, SkillFields } from './held-states';
import { edgeColumns, generalInForce, type EdgeRow } from './stored-state';

const skillColumns = `skill.id AS key, skill.name AS name, skill.sortName AS sortName, skill.archivedAt AS archivedAt,
          [(skill)-[:BROADER]->(broader:Skill) | broader.id] AS broader`;

/** A skill with the database's own number of it. */
interface NumberedSkill extends SkillFields {
  readonly handle: number;
  /** How many edges it has, in both slots. */
  readonly edges: number;
}

const ALL_SKILLS = statement<NumberedSkill>(
  'states.allSkills',
  `${calibrationInForce}
   MATCH (skill:Skill)
   RETURN id(skill) AS handle, COUNT { (skill)<-[:HAS_SKILL]-() } AS edges, ${skillColumns}, ${referenceOf('skill')} AS reference`,
  'Every skill is read, once a start.',
);

export function allSkills(queries: Queries): Promise<NumberedSkill[]> {
  return queries.query(ALL_SKILLS);
}

const SKILLS = statement<SkillFields>(
  'states.skills',
  `${calibrationInForce}
   UNWIND $keys AS key
   MATCH (skill:Skill {id: key})
   RETURN ${skillColumns}, ${referenceOf('skill')} AS reference`,
);

/** Those of these skills that are there. */
export function skillsNamed(queries: Queries, keys: readonly string[]): Promise<SkillFields[]> {
  return queries.query(SKILLS, { keys });
}

/** An edge with its skill, as the statement names it. */
interface NamedEdge<Name> {
  readonly skill: Name;
  readonly edge: EdgeRow;
}

const edgeBySkill = {
  handle: new Columns<NamedEdge<number>>({ skill: 'id(skill)', edge: edgeColumns.list('edge') }),
  key: new Columns<NamedEdge<string>>({ skill: 'skill.id', edge: edgeColumns.list('edge') }),
};

interface PersonStates<Name> extends Omit<PersonWithEdges, 'skills' | 'edges'> {
  readonly known: readonly ColumnRow<NamedEdge<Name>>[];
}

/** Cypher: all that is held of a `person` in the slot. */
function statesBy(edges: Columns<NamedEdge<number>> | Columns<NamedEdge<string>>): string {
  return `WITH person, $slot AS slot
   RETURN person.id AS key, person.name AS name, person.sortName AS sortName, person.activeUntil AS activeUntil,
          person.archivedAt AS archivedAt, ${generalInForce('person')} AS general,
          COLLECT { MATCH (person)-[edge:HAS_SKILL {slot: slot}]->(skill:Skill) RETURN ${edges.list()} } AS known`;
}

const ALL_PEOPLE = statement<{ keys: string[] }>(
  'states.allPeople',
  `MATCH (person:Person) WITH person.id AS key ORDER BY key
   WITH collect(key) AS keys
   RETURN [place IN range(0, size(keys) - 1, $step) | keys[place]] AS keys`,
  'Everybody is read, once a start.',
);

/** The internal ids from which parts of at most so many people begin. */
export async function beginningsOfParts(queries: Queries, step: number): Promise<readonly string[]> {
  const [row] = await queries.query(ALL_PEOPLE, { step });
  return row?.keys ?? [];
}

const PART = statement<PersonStates<number>>(
  'states.part',
  `MATCH (person:Person) WHERE $from <= person.id AND person.id < $before
   ${statesBy(edgeBySkill.handle)}`,
);

/** Everybody from one internal id on and before another. */
export function partOfPeople(
  queries: Queries,
  slot: Calibration['slot'],
  from: string,
  before: string,
): Promise<PersonStates<number>[]> {
  return queries.query(PART, { slot, from, before });
}

const PEOPLE = statement<PersonStates<string>>(
  'states.people',
  `UNWIND $keys AS key
   MATCH (person:Person {id: key})
   ${statesBy(edgeBySkill.key)}`,
);

/** Those of these people who are there. */
export function peopleNamed(
  queries: Queries,
  slot: Calibration['slot'],
  keys: readonly string[],
): Promise<PersonStates<string>[]> {
  return queries.query(PEOPLE, { slot, keys });
}

/** The skills that a row names. */
export function skillsIn({ known }: PersonStates<string>): string[] {
  return known.map((row) => edgeBySkill.key.fieldsOf(row).skill);
}

/** A row as it is held, without edges of skills that have no number. */
export function withNumbers(
  row: PersonStates<string>,
  numberOf: (skill: string) => number | undefined,
): PersonWithEdges {
  return numbered(row, edgeBySkill.key, numberOf);
}

/** The same by the database's own numbers of skills. */
export function withNumbersOfHandles(
  row: PersonStates<number>,
  numberOf: (skill: number) => number | undefined,
): PersonWithEdges {
  return numbered(row, edgeBySkill.handle, numberOf);
}

function numbered<Name>(
  { known, ...person }: PersonStates<Name>,
  columns: Columns<NamedEdge<Name>>,
  numberOf: (skill: Name) => number | undefined,
): PersonWithEdges {
  const skills: number[] = [];
  const edges: EdgeRow[] = [];
  for (const row of known) {
    const { skill, edge } = columns.fieldsOf(row);
    const number = numberOf(skill);
    if (number === undefined) continue;
    skills.push(number);
    edges.push(edge);
  }
  return { ...person, skills, edges };
}
