import { statement, type Queries } from '../../graph/driver/statement';

const PEOPLE_OF_PROJECTS = statement<{ scope: string; people: string[] }>(
  'gaps.peopleOfProjects',
  `UNWIND $scopes AS key
   MATCH (project:Project {id: key})
   OPTIONAL MATCH (project)<-[assignment:ASSIGNED_TO]-(person:Person)
   WHERE coalesce(assignment.to > $now, true) AND coalesce(person.activeUntil > $now, true)
     AND person.archivedAt IS NULL
   RETURN key AS scope, collect(DISTINCT person.id) AS people`,
);

const PEOPLE_OF_TEAMS = statement<{ scope: string; people: string[] }>(
  'gaps.peopleOfTeams',
  `UNWIND $scopes AS key
   MATCH (team:Team {id: key})
   OPTIONAL MATCH (team)<-[membership:MEMBER_OF]-(person:Person)
   WHERE membership.from <= $now AND coalesce(membership.to > $now, true)
     AND coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL
   RETURN key AS scope, collect(DISTINCT person.id) AS people`,
);

/** Active people by project (assigned now or later) or by team (members now). */
export async function peopleOfScopes(
  queries: Queries,
  kind: 'project' | 'team',
  scopes: readonly string[],
  now: number,
): Promise<Map<string, string[]>> {
  const rows = await queries.query(kind === 'project' ? PEOPLE_OF_PROJECTS : PEOPLE_OF_TEAMS, {
    scopes,
    now,
  });
  return new Map(rows.map(({ scope, people }) => [scope, people]));
}

const OPEN_PROJECTS = statement<{ project: string }>(
  'gaps.openProjects',
  `MATCH (project:Project) WHERE project.archivedAt IS NULL AND coalesce(project.to > $asOf, true)
   RETURN project.id AS project`,
  'The report is on every open project, and most are open.',
);

/** Internal ids of the projects in use that have not ended on the date. */
export async function openProjects(queries: Queries, asOf: number): Promise<string[]> {
  return (await queries.query(OPEN_PROJECTS, { asOf })).map(({ project }) => project);
}
