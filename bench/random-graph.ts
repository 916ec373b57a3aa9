import { seededUniforms } from '../src/estimators/random';
import type { Database } from '../src/graph/driver/database';
import { statement, type Queries } from '../src/graph/driver/statement';
import { globalId, newKey, externalKey } from '../src/shared/ids';

export interface GraphSize {
  readonly people: number;
  readonly skills: number;
  readonly edgesEach: number;
  readonly projects: number;
  readonly requirementsEach: number;
}

export const usualSize: GraphSize = {
  people: 10_000,
  skills: 2_000,
  edgesEach: 20,
  projects: 500,
  requirementsEach: 5,
};

export interface RandomGraph {
  /** Internal ids by number; external ids are ("bench", number). */
  readonly people: readonly string[];
  readonly versions: readonly string[];
  readonly skills: readonly string[];
  /** Skill numbers of each person. */
  readonly skillsOf: readonly (readonly number[])[];
  readonly projects: readonly {
    /** Global id. */
    readonly key: string;
    readonly internalId: string;
    readonly skills: readonly string[];
  }[];
}

const MAKE_PEOPLE = statement(
  'bench.people',
  `UNWIND $rows AS row
   CREATE (:OutsideId {key: row.outside})-[:IDENTIFIES]->(:Person {id: row.key, name: row.name, sortName: row.name, lock: 0})`,
);
const MAKE_SKILLS = statement(
  'bench.skills',
  `UNWIND $rows AS row
   CREATE (skill:Skill {id: row.key, name: row.name, sortName: row.name})
   CREATE (:OutsideId {key: row.outside})-[:IDENTIFIES]->(question:Question {id: row.question, sortName: row.name, lock: 0})
   CREATE (question)-[:HAS_VERSION]->(version:QuestionVersion {id: row.version, number: 1, prompt: row.name, options: [], publishedAt: 0})
   CREATE (question)-[:CURRENT]->(version)
   CREATE (version)-[:ASSESSES]->(skill)`,
);
const MAKE_EDGES = statement(
  'bench.edges',
  `UNWIND $rows AS row
   MATCH (person:Person {id: row.person})
   SET person.general0 = [1, row.general, 0.3, 0.0, 0.1, 0.0, 1, $at, 5]
   WITH person, row
   UNWIND row.skills AS one
   MATCH (skill:Skill {id: one.skill})
   CREATE (person)-[:HAS_SKILL {slot: 0, intercept: one.intercept, generalSlope: -0.5, sittingSlope: 0.0,
     variance: one.variance, lastEvidenceAt: $at, sitting: 1, answers: 5, claims: 0}]->(skill)`,
);
const MAKE_PROJECTS = statement(
  'bench.projects',
  `UNWIND $rows AS row
   CREATE (project:Project {id: row.key, name: row.name, sortName: row.name})
   WITH project, row
   UNWIND row.requirements AS one
   MATCH (skill:Skill {id: one.skill})
   CREATE (project)-[:REQUIRES {id: one.id, level: one.level, importance: 1.0, headcount: 1}]->(skill)`,
);

/** Writes rows a thousand at a time. */
export async function inParts<Row>(
  tx: Database,
  rows: readonly Row[],
  write: (tx: Queries, part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx.transaction((queries) => write(queries, rows.slice(from, from + 1_000)));
  }
}

/** People with these internal ids; external ids are ("bench", number). */
export async function makePeople(database: Database, people: readonly string[]): Promise<void> {
  await inParts(
    database,
    people.map((key, number) => ({
      key,
      name: `person ${String(number).padStart(5, '0')}`,
      outside: externalKey('Person', 'bench', String(number)),
    })),
    (tx, rows) => tx.query(MAKE_PEOPLE, { rows }),
  );
}

/** Builds the graph that the speed marks are stated for, or one of another size; the same on every run but for its ids. */
export async function makeRandomGraph(database: Database, size = usualSize): Promise<RandomGraph> {
  const random = seededUniforms(20_261_121);
  const whole = (below: number): number => Math.floor(random() * below);
  const people = Array.from({ length: size.people }, newKey);
  const skills = Array.from({ length: size.skills }, (_, number) => ({
    key: newKey(),
    question: newKey(),
    version: newKey(),
    name: `skill ${String(number).padStart(5, '0')}`,
    outside: externalKey('Question', 'bench', String(number)),
  }));
  const skillsOf = people.map(() => {
    const chosen = new Set<number>();
    while (chosen.size < size.edgesEach) chosen.add(whole(size.skills));
    return [...chosen];
  });
  const projects = Array.from({ length: size.projects }, (_, number) => ({
    key: newKey(),
    name: `project ${String(number).padStart(4, '0')}`,
    requirements: Array.from({ length: size.requirementsEach }, () => ({
      id: newKey(),
      skill: skills[whole(size.skills)]?.key ?? '',
      level: 0.3 + 0.5 * random(),
    })),
  }));
  await makePeople(database, people);
  await inParts(database, skills, (tx, rows) => {
    tx.changed(
      'catalogue',
      rows.map(({ key }) => key),
    );
    return tx.query(MAKE_SKILLS, { rows });
  });
  await inParts(
    database,
    people.map((person, number) => ({
      person,
      general: 2 * random() - 1,
      skills: (skillsOf[number] ?? []).map((skill) => ({
        skill: skills[skill]?.key,
        intercept: 2 * random() - 1,
        variance: 0.2 + 0.5 * random(),
      })),
    })),
    (tx, rows) => {
      tx.changed(
        'states',
        rows.map(({ person }) => person),
      );
      return tx.query(MAKE_EDGES, { rows, at: Date.UTC(2026, 0, 1) });
    },
  );
  await inParts(database, projects, (tx, rows) => tx.query(MAKE_PROJECTS, { rows }));
  return {
    people,
    versions: skills.map(({ version }) => version),
    skills: skills.map(({ key }) => key),
    skillsOf,
    projects: projects.map(({ key, requirements }) => ({
      key: globalId('Project', key),
      internalId: key,
      skills: requirements.map(({ skill }) => skill),
    })),
  };
}
