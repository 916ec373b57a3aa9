import { identityOf } from '../../graph/identity';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import type { Viewer } from '../access/viewer';
import { behindToken } from '../people/people.store';
import type { TeamRow } from '../people/team.store';
import type { Project } from './project.type';

export const projectIdentity = identityOf('Project');

export interface ProjectRow {
  key: string;
  name: string;
  sortName: string;
  description: string | null;
  from: number | null;
  to: number | null;
}

export function projectOf({ key, name, sortName, description, from, to }: ProjectRow): Project {
  return {
    key,
    id: globalId('Project', key),
    name,
    sortName,
    description,
    from: dateOf(from),
    to: dateOf(to),
  };
}

const PROJECTS_BY_KEY = statement<ProjectRow>(
  'projects.byKey',
  `UNWIND $keys AS key
   MATCH (project:Project {id: key})
   RETURN key, project.name AS name, project.sortName AS sortName, project.description AS description,
          project.from AS from, project.to AS to`,
);

export async function projectsByKey(queries: Queries, keys: readonly string[]): Promise<ProjectRow[]> {
  return keys.length === 0 ? [] : queries.query(PROJECTS_BY_KEY, { keys });
}

const LIST_PROJECTS = statement<ProjectRow>(
  'projects.list',
  `MATCH (project:Project)
   WHERE project.sortName >= $afterName AND project.id IS NOT NULL
     AND [project.sortName, project.id] > [$afterName, $afterId]
   RETURN project.id AS key, project.name AS name, project.sortName AS sortName,
          project.description AS description, project.from AS from, project.to AS to
   ORDER BY project.sortName, project.id LIMIT toInteger($limit)`,
);

export function listProjects(queries: Queries, page: Page): Promise<ProjectRow[]> {
  return queries.query(LIST_PROJECTS, { ...page });
}

const SAVE_RESPONSIBLE = statement(
  'projects.saveResponsible',
  `UNWIND $items AS item
   MATCH (project:Project {id: item.project})
   OPTIONAL MATCH (project)<-[responsible:RESPONSIBLE_FOR]-(former:Team)
   WHERE item.team IS NULL OR former.id <> item.team
   DELETE responsible
   WITH DISTINCT item, project
   MATCH (team:Team {id: item.team})
   MERGE (team)-[:RESPONSIBLE_FOR]->(project)`,
);

/** Gives each of these distinct projects its one responsible team, or none. */
export async function saveResponsible(
  tx: Queries,
  items: readonly { project: string; team: string | null }[],
): Promise<void> {
  if (items.length > 0) await tx.query(SAVE_RESPONSIBLE, { items });
}

const RESPONSIBLE_TEAMS = statement<TeamRow & { project: string }>(
  'projects.responsibleTeams',
  `UNWIND $keys AS project
   MATCH (:Project {id: project})<-[:RESPONSIBLE_FOR]-(team:Team)
   RETURN project, team.id AS key, team.name AS name, team.sortName AS sortName`,
);

export function responsibleTeams(
  queries: Queries,
  keys: readonly string[],
): Promise<(TeamRow & { project: string })[]> {
  return queries.query(RESPONSIBLE_TEAMS, { keys });
}

const RESPONSIBLE_PROJECTS = statement<{ team: string; project: string }>(
  'projects.ofTeams',
  `UNWIND $keys AS team
   MATCH (:Team {id: team})-[:RESPONSIBLE_FOR]->(owned:Project)
   RETURN team, owned.id AS project
   ORDER BY owned.sortName, owned.id`,
);

/** Internal ids of the projects that these teams are responsible for, by name of the project. */
export function responsibleProjects(
  queries: Queries,
  teamKeys: readonly string[],
): Promise<{ team: string; project: string }[]> {
  return queries.query(RESPONSIBLE_PROJECTS, { keys: teamKeys });
}

const LED_PROJECTS = statement<{ key: string }>(
  'projects.led',
  `${behindToken}
   MATCH (viewer)-[:LEADS]->(:Team)-[:RESPONSIBLE_FOR]->(project:Project)
   RETURN DISTINCT project.id AS key`,
);

/**
 * Which projects the viewer staffs: hr and admin all of them, anybody else those for which a team that they lead is
 * responsible. Told by internal id.
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
