import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { relationOf } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import type { Viewer } from '../access/viewer';
import { teamColumns, type TeamRow } from '../people/team.store';
import type { Project } from './project.type';

export const projectIdentity = identityOf('Project');
export const responsibleTeamOf = relationOf('Project', 'RESPONSIBLE_FOR', 'Team', 'in');

/** What is read of a project wherever it is named. */
export interface ProjectNameRow {
  key: string;
  name: string;
}

export interface ProjectRow extends ProjectNameRow, NounRow {
  description: string | null;
  from: number | null;
  to: number | null;
}

export const projectColumns = `${nounColumns('project')}, project.name AS name, project.description AS description,
          project.from AS from, project.to AS to`;

/** A project by name only: what else the API shows of it, it looks up by itself. */
export function namedProject({ key, name }: ProjectNameRow): Project {
  return { key, id: globalId('Project', key), name };
}

export function projectOf(row: ProjectRow): Project {
  return {
    ...namedProject(row),
    ...nounDates(row),
    description: row.description,
    from: dateOf(row.from),
    to: dateOf(row.to),
  };
}

const PROJECTS_BY_KEY = statement<ProjectRow>(
  'projects.byKey',
  `UNWIND $keys AS key
   MATCH (project:Project {id: key})
   RETURN ${projectColumns}`,
);

export async function projectsByKey(queries: Queries, keys: readonly string[]): Promise<ProjectRow[]> {
  return keys.length === 0 ? [] : queries.query(PROJECTS_BY_KEY, { keys });
}

const RESPONSIBLE_TEAMS = statement<TeamRow & { project: string }>(
  'projects.responsibleTeams',
  `UNWIND $keys AS project
   MATCH (:Project {id: project})<-[:RESPONSIBLE_FOR]-(team:Team)
   RETURN project, ${teamColumns}`,
);

export function responsibleTeams(
  queries: Queries,
  keys: readonly string[],
): Promise<(TeamRow & { project: string })[]> {
  return queries.query(RESPONSIBLE_TEAMS, { keys });
}

const LED_PROJECTS = statement<{ key: string }>(
  'projects.led',
  `MATCH (viewer:Person {id: $personKey})
   MATCH (viewer)-[:LEADS]->(:Team)<-[:BROADER*0..]-(:Team)-[:RESPONSIBLE_FOR]->(project:Project)
   RETURN DISTINCT project.id AS key`,
);

/**
 * Which projects the viewer staffs: hr and admin all of them, anybody else those for which a team that they lead, or one
 * within it, is responsible. Told by internal id.
 */
export async function staffedBy(
  queries: Queries,
  { role, personKey }: Viewer,
): Promise<(project: string) => boolean> {
  if (role === 'hr' || role === 'admin') return () => true;
  const rows = personKey === undefined ? [] : await queries.query(LED_PROJECTS, { personKey });
  const led = new Set(rows.map(({ key }) => key));
  return (project) => led.has(project);
}
