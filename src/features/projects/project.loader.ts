import { dateOf } from '../../shared/period';
import { inGroupsOf, inOrderOf, load, type BatchRead } from '../access/loaders';
import { personOf } from '../people/people.store';
import { teamOf } from '../people/team.store';
import type { Team } from '../people/team.type';
import { assignments } from './assignment.store';
import { projectOf, projectsByKey, responsibleProjects, responsibleTeams } from './project.store';
import type { Project, Task } from './project.type';
import { requirementOf, requirementsOfProjects, requirementsOfTasks } from './requirement.store';
import type { Assignment, Requirement } from './requirement.type';
import { taskOf, tasksByKey, tasksOfProjects } from './task.store';

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

/** The team responsible for a project; null where there is none. */
export const teamOfProject: BatchRead<string, Team | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await responsibleTeams(context.database, keys),
    ({ project }) => project,
    teamOf,
    () => null,
  );

/** The projects that a team is responsible for, by name. */
export const projectsOfTeam: BatchRead<string, Project[], null> = async (context, keys) => {
  const rows = await responsibleProjects(context.database, keys);
  const projects = await Promise.all(rows.map(({ project }) => load(context, projectByKey, project, null)));
  const found = rows.flatMap(({ team }, position) => {
    const project = projects[position];
    return project ? [{ team, project }] : [];
  });
  return inGroupsOf(
    keys,
    found,
    ({ team }) => team,
    ({ project }) => project,
  );
};

/** Tasks by project, by name. */
export const tasksOfProject: BatchRead<string, Task[], null> = async (context, keys) =>
  inGroupsOf(keys, await tasksOfProjects(context.database, keys), ({ project }) => project, taskOf);

/** What a project requires as a whole, by skill and level. */
export const requirementsOfProject: BatchRead<string, Requirement[], null> = async (context, keys) =>
  inGroupsOf(keys, await requirementsOfProjects(context.database, keys), ({ owner }) => owner, requirementOf);

/** What a task requires, by skill and level. */
export const requirementsOfTask: BatchRead<string, Requirement[], null> = async (context, keys) =>
  inGroupsOf(keys, await requirementsOfTasks(context.database, keys), ({ owner }) => owner, requirementOf);

/** Assignments by project that have not ended, of persons whom the viewer sees. */
export const assignmentsOfProject: BatchRead<string, Assignment[], null> = async (context, keys) => {
  const rows = await assignments(context.database, keys, context.now, await context.visible());
  return inGroupsOf(
    keys,
    rows,
    ({ project }) => project,
    (row) => ({
      person: personOf(row, true),
      share: row.share,
      from: dateOf(row.from),
      to: dateOf(row.to),
    }),
  );
};
