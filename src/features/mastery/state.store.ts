import type { FoldPosition } from '../../estimators/fold';
import type { SkillState } from '../../estimators/types';
import { statement, type Handle, type Queries } from '../../graph/statement';

/** What is stored of a locked person's fold: where it stands, and a state for each skill. */
export interface StoredState {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  /** Undefined where nothing was folded in yet. */
  readonly position: FoldPosition | undefined;
  readonly skills: ReadonlyMap<string, SkillState>;
  /** The edges that are there, by skill. */
  readonly edges: ReadonlyMap<string, Handle>;
}

type SkillColumns = readonly [
  skill: string,
  mean: number,
  variance: number,
  lastEvidenceAt: number,
  answers: number,
  edge: Handle,
];

export interface PositionRow {
  person: string;
  at: number | null;
  attempt: number | null;
  id: string | null;
}

export function positionOf({ at, attempt, id }: PositionRow): FoldPosition | undefined {
  return at === null || attempt === null || id === null ? undefined : { at, attempt, id };
}

const READ_STATES = statement<PositionRow & { node: Handle; skills: SkillColumns[] }>(
  'mastery.readStates',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, id(person) AS node,
          person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id,
          [(person)-[mastery:HAS_SKILL]->(skill:Skill) |
           [skill.id, mastery.mean, mastery.variance, mastery.lastEvidenceAt, mastery.answers, id(mastery)]] AS skills`,
);

/** Whole states of people whose lock is held. */
export async function readStates(tx: Queries, people: readonly string[]): Promise<Map<string, StoredState>> {
  if (people.length === 0) return new Map();
  const rows = await tx.query(READ_STATES, { people });
  return new Map(
    rows.map((row) => {
      const { person, node } = row;
      return [person, stateOf({ person, node, position: positionOf(row) }, row.skills)];
    }),
  );
}

// Without labels, or the planner goes from the skill, which many more people have than a person has skills.
const READ_EDGES = statement<{ edges: (readonly [item: number, ...SkillColumns])[] }>(
  'mastery.readEdges',
  `UNWIND $pairs AS pair
   MATCH (person) WHERE id(person) = pair[1]
   MATCH (person)-[mastery:HAS_SKILL]->(skill) WHERE id(skill) = pair[2]
   RETURN collect([pair[0], skill.id, mastery.mean, mastery.variance, mastery.lastEvidenceAt, mastery.answers,
     id(mastery)]) AS edges`,
);

/** States of people whose lock is held, with the skills named only; in the order asked for. */
export async function readStatesOfSkills(
  tx: Queries,
  people: readonly (Omit<StoredState, 'skills' | 'edges'> & { readonly skills: readonly Handle[] })[],
): Promise<StoredState[]> {
  if (people.length === 0) return [];
  const [found] = await tx.query(READ_EDGES, {
    pairs: people.flatMap(({ node, skills }, item) => skills.map((skill) => [item, node, skill])),
  });
  const columns: SkillColumns[][] = people.map(() => []);
  for (const [item, ...rest] of found?.edges ?? []) columns[item]?.push(rest);
  return people.map((person, item) => stateOf(person, columns[item] ?? []));
}

function stateOf(
  { person, node, position }: Omit<StoredState, 'skills' | 'edges'>,
  columns: readonly SkillColumns[],
): StoredState {
  const skills = new Map<string, SkillState>();
  const edges = new Map<string, Handle>();
  for (const [skill, mean, variance, lastEvidenceAt, answers, edge] of columns) {
    skills.set(skill, { mean, variance, lastEvidenceAt, answers });
    edges.set(skill, edge);
  }
  return { person, node, position, skills, edges };
}

const MOVE_STATES = statement(
  'mastery.moveStates',
  `UNWIND $people AS item
   MATCH (person:Person) WHERE id(person) = item[0]
   SET person.foldedAt = item[1], person.foldedAttempt = item[2], person.foldedId = item[3]
   WITH item UNWIND item[4] AS row
   MATCH ()-[mastery:HAS_SKILL]->() WHERE id(mastery) = row[0]
   SET mastery.mean = row[1], mastery.variance = row[2], mastery.lastEvidenceAt = row[3], mastery.answers = row[4]`,
);

const ADD_SKILLS = statement(
  'mastery.addSkills',
  `UNWIND $rows AS row
   MATCH (person:Person) WHERE id(person) = row[0]
   MATCH (skill:Skill {id: row[1]})
   CREATE (person)-[:HAS_SKILL {mean: row[2], variance: row[3], lastEvidenceAt: row[4], answers: row[5]}]->(skill)`,
);

const REMOVE_STATES = statement(
  'mastery.removeStates',
  `UNWIND $people AS item
   MATCH (person:Person {id: item.person})-[mastery:HAS_SKILL]->(skill:Skill)
   WHERE skill.id IN item.skills
   DELETE mastery`,
);

/** Writes positions and the skills given; removes the edges of skills that no evidence is left for. */
export async function writeStates(
  tx: Queries,
  states: readonly StoredState[],
  gone: readonly { person: string; skills: readonly string[] }[] = [],
): Promise<void> {
  const added: unknown[][] = [];
  const people = states.map(({ node, position, skills, edges }) => {
    const moved: unknown[][] = [];
    for (const [skill, { mean, variance, lastEvidenceAt, answers }] of skills) {
      const edge = edges.get(skill);
      if (edge === undefined) added.push([node, skill, mean, variance, lastEvidenceAt, answers]);
      else moved.push([edge, mean, variance, lastEvidenceAt, answers]);
    }
    return [node, position?.at ?? null, position?.attempt ?? null, position?.id ?? null, moved];
  });
  if (people.length > 0) await tx.query(MOVE_STATES, { people });
  if (added.length > 0) await tx.query(ADD_SKILLS, { rows: added });
  if (gone.length > 0) await tx.query(REMOVE_STATES, { people: gone });
}

const PEOPLE_AFTER = statement<{ person: string }>(
  'mastery.peopleAfter',
  `MATCH (person:Person) WHERE person.id > $after
   RETURN person.id AS person ORDER BY person.id LIMIT toInteger($limit)`,
);

/** The next people in id order: how a rebuild walks through everybody and can go on where it stopped. */
export async function peopleAfter(queries: Queries, after: string, limit: number): Promise<string[]> {
  return (await queries.query(PEOPLE_AFTER, { after, limit })).map(({ person }) => person);
}
