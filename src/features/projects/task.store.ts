import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { relationOf } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import type { Task } from './project.type';

export const taskIdentity = identityOf('Task');

export const projectOfTasks = relationOf('Task', 'HAS_TASK', 'Project', 'in');

/** What is read of a task wherever it is named. */
export interface TaskNameRow {
  key: string;
  name: string;
}

export interface TaskRow extends TaskNameRow, NounRow {}

export const taskColumns = `${nounColumns('task')}, task.name AS name`;

/** A task by name only: what else the API shows of it, it looks up by itself. */
export function namedTask({ key, name }: TaskNameRow): Task {
  return { key, id: globalId('Task', key), name };
}

export function taskOf(row: TaskRow): Task {
  return { ...namedTask(row), ...nounDates(row) };
}

const TASKS_BY_KEY = statement<TaskRow>(
  'tasks.byKey',
  `UNWIND $keys AS key
   MATCH (task:Task {id: key})
   RETURN ${taskColumns}`,
);

export function tasksByKey(queries: Queries, keys: readonly string[]): Promise<TaskRow[]> {
  return queries.query(TASKS_BY_KEY, { keys });
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
