import type { FoldPosition } from '../../estimators/fold';
import type { SkillState } from '../../estimators/types';
import { statement, type Queries } from '../../graph/statement';

/** What is stored of a person's fold: where it stands, and a state for each skill. */
export interface StoredState {
  readonly person: string;
  /** Undefined where nothing was folded in yet. */
  readonly position: FoldPosition | undefined;
  readonly skills: ReadonlyMap<string, SkillState>;
  /** The database's own ids of the edges that are there, by skill: the fastest way back to them in this transaction. */
  readonly edges?: ReadonlyMap<string, string>;
}

type SkillColumns = readonly [
  skill: string,
  mean: number,
  variance: number,
  lastEvidenceAt: number,
  answers: number,
  edge: string,
];

interface StateRow {
  person: string;
  at: number | null;
  attempt: number | null;
  id: string | null;
  skills: SkillColumns[];
}

const READ_STATES = statement<StateRow>(
  'mastery.readStates',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id,
          [(person)-[mastery:HAS_SKILL]->(skill:Skill) |
           [skill.id, mastery.mean, mastery.variance, mastery.lastEvidenceAt, mastery.answers, elementId(mastery)]] AS skills`,
);

/** Whole states of people whose lock is held. */
export async function readStates(tx: Queries, people: readonly string[]): Promise<Map<string, StoredState>> {
  if (people.length === 0) return new Map();
  const rows = await tx.query(READ_STATES, { people });
  return new Map(rows.map((row) => [row.person, stateOf(row)]));
}

const READ_POSITIONS = statement<Omit<StateRow, 'skills'>>(
  'mastery.readPositions',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id`,
);

const READ_EDGES = statement<{ edges: (readonly [person: string, ...SkillColumns])[] }>(
  'mastery.readEdges',
  `UNWIND $pairs AS pair
   MATCH (person:Person {id: pair[0]})
   MATCH (skill:Skill {id: pair[1]})
   MATCH (person)-[mastery:HAS_SKILL]->(skill)
   RETURN collect([pair[0], pair[1], mastery.mean, mastery.variance, mastery.lastEvidenceAt, mastery.answers,
     elementId(mastery)]) AS edges`,
);

/** States of people whose lock is held, with the skills named only. */
export async function readStatesOfSkills(
  tx: Queries,
  people: readonly { person: string; skills: readonly string[] }[],
): Promise<Map<string, StoredState>> {
  if (people.length === 0) return new Map();
  const positions = await tx.query(READ_POSITIONS, { people: people.map(({ person }) => person) });
  const [found] = await tx.query(READ_EDGES, {
    pairs: people.flatMap(({ person, skills }) => skills.map((skill) => [person, skill])),
  });
  const columns = new Map<string, SkillColumns[]>();
  for (const [person, ...rest] of found?.edges ?? [])
    columns.set(person, [...(columns.get(person) ?? []), rest]);
  return new Map(
    positions.map((row) => [row.person, stateOf({ ...row, skills: columns.get(row.person) ?? [] })]),
  );
}

function stateOf({ person, at, attempt, id, skills }: StateRow): StoredState {
  return {
    person,
    position: at === null || attempt === null || id === null ? undefined : { at, attempt, id },
    skills: new Map(
      skills.map(([skill, mean, variance, lastEvidenceAt, answers]) => [
        skill,
        { mean, variance, lastEvidenceAt, answers },
      ]),
    ),
    edges: new Map(skills.map(([skill, , , , , edge]) => [skill, edge])),
  };
}

const MOVE_EDGES = statement(
  'mastery.moveEdges',
  `UNWIND $rows AS row
   MATCH ()-[mastery:HAS_SKILL]->() WHERE elementId(mastery) = row[0]
   SET mastery.mean = row[1], mastery.variance = row[2], mastery.lastEvidenceAt = row[3], mastery.answers = row[4]`,
);

const WRITE_STATES = statement(
  'mastery.writeStates',
  `UNWIND $people AS item
   MATCH (person:Person {id: item.person})
   SET person.foldedAt = item.at, person.foldedAttempt = item.attempt, person.foldedId = item.id
   WITH person, item
   UNWIND item.skills AS row
   MATCH (skill:Skill {id: row[0]})
   MERGE (person)-[mastery:HAS_SKILL]->(skill)
   SET mastery.mean = row[1], mastery.variance = row[2], mastery.lastEvidenceAt = row[3], mastery.answers = row[4]`,
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
  if (states.length > 0) {
    const moved: unknown[][] = [];
    const people = states.map(({ person, position, skills, edges }) => {
      const added: unknown[][] = [];
      for (const [skill, { mean, variance, lastEvidenceAt, answers }] of skills) {
        const edge = edges?.get(skill);
        (edge === undefined ? added : moved).push([edge ?? skill, mean, variance, lastEvidenceAt, answers]);
      }
      return {
        person,
        at: position?.at ?? null,
        attempt: position?.attempt ?? null,
        id: position?.id ?? null,
        skills: added,
      };
    });
    await tx.query(WRITE_STATES, { people });
    if (moved.length > 0) await tx.query(MOVE_EDGES, { rows: moved });
  }
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
