import { inOrderOf, load, type BatchRead } from '../request/loaders';
import { teamOf } from '../people/team.store';
import type { Team } from '../people/team.type';
import { projectOf, projectsByKey, responsibleTeams } from './project.store';
import type { Project, RoleTemplate, Task } from './project.type';
import { roleTemplateOf, roleTemplatesByKey } from './role-template.store';
import { projectsOfTasks, taskOf, tasksByKey } from './task.store';

/** Projects by internal id; null where there is none. */
export const projectByKey: BatchRead<string, Project | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await projectsByKey(context.database, keys),
    ({ key }) => key,
    projectOf,
    () => null,
  );

/** Tasks by internal id; null where there is none. */
export const taskByKey: BatchRead<string, Task | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await tasksByKey(context.database, keys),
    ({ key }) => key,
    taskOf,
    () => null,
  );

/** Role templates by internal id; null where there is none. */
export const roleTemplateByKey: BatchRead<string, RoleTemplate | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await roleTemplatesByKey(context.database, keys),
    ({ key }) => key,
    roleTemplateOf,
    () => null,
  );

/** The team responsible for a project; null where there is none. */
export const teamOfProject: BatchRead<string, Team | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await responsibleTeams(context.database, keys),
    ({ project }) => project,
    teamOf,
    () => null,
  );

/** The project that a task is part of. */
export const projectOfTask: BatchRead<string, Project | null, null> = async (context, keys) => {
  const projects = await projectsOfTasks(context.database, keys);
  return Promise.all(keys.map((key) => load(context, projectByKey, projects.get(key) ?? '', null)));
};
