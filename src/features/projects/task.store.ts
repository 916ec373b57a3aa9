import { identityOf } from '../../graph/identity';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import type { Task } from './project.type';

export const taskIdentity = identityOf('Task');

export interface TaskRow {
  key: string;
  name: string;
}

export function taskOf({ key, name }: TaskRow): Task {
  return { key, id: globalId('Task', key), name };
}

const TASKS_BY_KEY = statement<TaskRow>(
  'tasks.byKey',
  `UNWIND $keys AS key
   MATCH (task:Task {id: key})
   RETURN key, task.name AS name`,
);

export function tasksByKey(queries: Queries, keys: readonly string[]): Promise<TaskRow[]> {
  return queries.query(TASKS_BY_KEY, { keys });
}

const TASKS_OF_PROJECTS = statement<TaskRow & { project: string }>(
  'tasks.ofProjects',
  `UNWIND $keys AS project
   MATCH (:Project {id: project})-[:HAS_TASK]->(task:Task)
   RETURN project, task.id AS key, task.name AS name
   ORDER BY task.sortName, task.id`,
);

export function tasksOfProjects(
  queries: Queries,
  keys: readonly string[],
): Promise<(TaskRow & { project: string })[]> {
  return queries.query(TASKS_OF_PROJECTS, { keys });
}

const PROJECTS_OF_TASKS = statement<{ task: string; project: string }>(
  'tasks.projects',
  `UNWIND $keys AS task
   MATCH (:Task {id: task})<-[:HAS_TASK]-(project:Project)
   RETURN task, project.id AS project`,
);

/** Internal ids of the projects that these tasks are part of, by task. */
export async function projectsOfTasks(
  queries: Queries,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await queries.query(PROJECTS_OF_TASKS, { keys });
  return new Map(rows.map(({ task, project }) => [task, project]));
}

const MOVE_TASKS = statement(
  'tasks.move',
  `UNWIND $items AS item
   MATCH (task:Task {id: item.task})
   OPTIONAL MATCH (task)<-[former:HAS_TASK]-(owner:Project) WHERE owner.id <> item.project
   DELETE former
   WITH DISTINCT item, task
   MATCH (project:Project {id: item.project})
   MERGE (project)-[:HAS_TASK]->(task)`,
);

/** Makes each of these distinct tasks part of its project and of no other. */
export async function moveTasks(
  tx: Queries,
  items: readonly { task: string; project: string }[],
): Promise<void> {
  if (items.length > 0) await tx.query(MOVE_TASKS, { items });
}
