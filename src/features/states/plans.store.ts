import { statement, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { PlansOfPerson, ProjectFields, RequirementFields, TaskFields, TeamFields } from './held-plans';
import type { StretchFields } from './stretches-of-people';

const requirementColumns = new Columns<RequirementFields>({
  requirement: '.id',
  level: '.level',
  band: '.band',
  importance: '.importance',
  headcount: '.headcount',
  skillKey: 'skill.id',
});

/** A row whose requirements are as the driver carries them. */
type Listed<Owner> = Omit<Owner, 'required'> & { readonly required: readonly ColumnRow<RequirementFields>[] };

function projectsOf(rows: readonly Listed<ProjectFields>[]): ProjectFields[] {
  return rows.map(({ required, ...project }) => ({ ...project, required: requirementsOf(required) }));
}

function tasksOf(rows: readonly Listed<TaskFields>[]): TaskFields[] {
  return rows.map(({ required, ...task }) => ({ ...task, required: requirementsOf(required) }));
}

function requirementsOf(rows: readonly ColumnRow<RequirementFields>[]): RequirementFields[] {
  return rows.map((row) => requirementColumns.fieldsOf(row));
}

/** Cypher: what a bound owner requires by itself. */
const requiredBy = (owner: string): string =>
  `[(${owner})-[requirement:REQUIRES]->(skill:Skill) | ${requirementColumns.list('requirement')}] AS required`;

const projectColumns = `project.id AS key, project.name AS name, project.sortName AS sortName, project.from AS from, project.to AS to,
          project.archivedAt AS archivedAt, [(project)<-[:RESPONSIBLE_FOR]-(team:Team) | team.id] AS teams, ${requiredBy('project')}`;

const taskColumns = `task.id AS key, task.name AS name, head([(task)<-[:HAS_TASK]-(project:Project) | project.id]) AS project,
          ${requiredBy('task')}`;

const ALL_PROJECTS = statement<Listed<ProjectFields>>(
  'plans.allProjects',
  `MATCH (project:Project) RETURN ${projectColumns}`,
  'Every project is read, once a start.',
);
const PROJECTS = statement<Listed<ProjectFields>>(
  'plans.projects',
  `UNWIND $keys AS key MATCH (project:Project {id: key}) RETURN ${projectColumns}`,
);
const ALL_TASKS = statement<Listed<TaskFields>>(
  'plans.allTasks',
  `MATCH (task:Task) RETURN ${taskColumns}`,
  'Every task is read, once a start.',
);
const TASKS = statement<Listed<TaskFields>>(
  'plans.tasks',
  `UNWIND $keys AS key MATCH (task:Task {id: key}) RETURN ${taskColumns}`,
);

export async function allProjects(queries: Queries): Promise<ProjectFields[]> {
  return projectsOf(await queries.query(ALL_PROJECTS));
}

/** Those of these that are there, and are projects. */
export async function projectsNamed(queries: Queries, keys: readonly string[]): Promise<ProjectFields[]> {
  return projectsOf(await queries.query(PROJECTS, { keys }));
}

export async function allTasks(queries: Queries): Promise<TaskFields[]> {
  return tasksOf(await queries.query(ALL_TASKS));
}

/** Those of these that are there, and are tasks. */
export async function tasksNamed(queries: Queries, keys: readonly string[]): Promise<TaskFields[]> {
  return tasksOf(await queries.query(TASKS, { keys }));
}

const broaderColumns = `team.id AS key, [(team)-[:BROADER]->(broader:Team) | broader.id] AS broader`;

const NESTED_TEAMS = statement<TeamFields>(
  'plans.nestedTeams',
  `MATCH (team:Team) WHERE EXISTS { (team)-[:BROADER]->(:Team) } RETURN ${broaderColumns}`,
  'Every team is read, once a start.',
);
const TEAMS = statement<TeamFields>(
  'plans.teams',
  `UNWIND $keys AS key MATCH (team:Team {id: key}) RETURN ${broaderColumns}`,
);

/** The teams that are within another one. */
export function nestedTeams(queries: Queries): Promise<TeamFields[]> {
  return queries.query(NESTED_TEAMS);
}

/** Those of these teams that are there. */
export function teamsNamed(queries: Queries, keys: readonly string[]): Promise<TeamFields[]> {
  return queries.query(TEAMS, { keys });
}

const stretchesOf = (of: string, share: string): Columns<StretchFields> =>
  new Columns<StretchFields>({ of, share, from: '.from', to: '.to' });

const columns = {
  memberships: stretchesOf('team.id', '1.0'),
  assignments: stretchesOf('project.id', '.share'),
  availability: stretchesOf("''", '.share'),
};
type Kind = keyof typeof columns;

type PlansRow = Readonly<Record<Kind, readonly ColumnRow<StretchFields>[]>> & { readonly key: string };

const plansOfPerson = `person.id AS key,
     [(person)-[one:MEMBER_OF]->(team:Team) | ${columns.memberships.list('one')}] AS memberships,
     [(person)-[one:ASSIGNED_TO]->(project:Project) | ${columns.assignments.list('one')}] AS assignments,
     [(person)-[:HAS_AVAILABILITY]->(one:Availability) | ${columns.availability.list('one')}] AS availability`;

function plansOf({ key, ...lists }: PlansRow): PlansOfPerson {
  const of = (kind: Kind): StretchFields[] => lists[kind].map((row) => columns[kind].fieldsOf(row));
  return {
    key,
    memberships: of('memberships'),
    assignments: of('assignments'),
    availability: of('availability'),
  };
}

const PART = statement<PlansRow>(
  'plans.part',
  `MATCH (person:Person) WHERE $from <= person.id AND person.id < $before RETURN ${plansOfPerson}`,
);

/** What is planned for everybody from one internal id on and before another. */
export async function plansOfPart(queries: Queries, from: string, before: string): Promise<PlansOfPerson[]> {
  return (await queries.query(PART, { from, before })).map(plansOf);
}

const PEOPLE = statement<PlansRow>(
  'plans.people',
  `UNWIND $keys AS key MATCH (person:Person {id: key}) RETURN ${plansOfPerson}`,
);

/** What is planned for those of these people who are there. */
export async function plansNamed(queries: Queries, keys: readonly string[]): Promise<PlansOfPerson[]> {
  return (await queries.query(PEOPLE, { keys })).map(plansOf);
}
