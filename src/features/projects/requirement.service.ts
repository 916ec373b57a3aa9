import type { Database } from '../../graph/database';
import { Batch, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import { periodFault } from '../../shared/period';
import type { RequestContext } from '../access/context';
import type { SaveRelationshipsPayload } from '../access/saved.type';
import { personIdentity } from '../people/people.store';
import { skillIdentity } from '../skills/skill.store';
import { saveAssignments } from './assignment.store';
import { projectIdentity, staffedBy } from './project.store';
import {
  assignmentCheck,
  requirementCheck,
  type AssignmentInput,
  type RequirementInput,
} from './requirement.input';
import { removeRequirements, saveRequirements, type RequirementToSave } from './requirement.store';
import { projectsOfTasks, taskIdentity } from './task.store';

/** States requirements; a lead those of the projects that their teams are responsible for. */
export async function saveSkillRequirements(
  { database, viewer }: Pick<RequestContext, 'database' | 'viewer'>,
  items: readonly RequirementInput[],
): Promise<SaveRelationshipsPayload> {
  const checked = Batch.check(items, requirementCheck);
  return database.transaction(async (tx) => {
    const projects = await projectIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.project ?? []),
    );
    const tasks = await taskIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.task ?? []),
    );
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.skill),
    );
    const projectOfTask = await projectsOfTasks(tx, [...tasks.values()]);
    const staffed = await staffedBy(tx, viewer);
    const batch = checked.map(
      ({ value: { project, task, level, importance = null, headcount = null, ...value } }) => {
        const owner = project != null ? projects.get(project) : tasks.get(task ?? '');
        const skill = skills.get(value.skill);
        if (owner === undefined) return notFound(project != null ? 'project' : 'task');
        if (!staffed(projectOfTask.get(owner) ?? owner)) return notLed;
        return skill === undefined ? notFound('skill') : { owner, skill, level, importance, headcount };
      },
    );
    const wanted = combined(batch.good.map(({ value }) => value));
    await removeRequirements(
      tx,
      wanted.filter(({ headcount }) => headcount === 0),
    );
    await saveRequirements(
      tx,
      wanted.filter(({ headcount }) => headcount !== 0),
    );
    return { done: batch.good.length, errors: batch.errors };
  });
}

const notLed = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'A lead states what the projects of their own teams require: ask the lead of the responsible team, or HR.',
);

/** One item for each owner, skill and level: what all of them in their order come to. */
export function combined(items: readonly RequirementToSave[]): RequirementToSave[] {
  const combination = new Map<string, RequirementToSave>();
  for (const item of items) {
    const name = JSON.stringify([item.owner, item.skill, item.level]);
    const before = combination.get(name);
    // After a removal an item starts afresh: nothing of what was stored stays.
    const { importance, headcount } =
      before?.headcount === 0 ? { importance: 1, headcount: 1 } : (before ?? item);
    combination.set(name, {
      ...item,
      importance: item.importance ?? importance,
      headcount: item.headcount ?? headcount,
    });
  }
  return [...combination.values()];
}

export async function saveProjectAssignments(
  database: Database,
  items: readonly AssignmentInput[],
): Promise<SaveRelationshipsPayload> {
  const checked = Batch.check(items, assignmentCheck);
  return database.transaction(async (tx) => {
    const people = await personIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.person),
    );
    const projects = await projectIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.project),
    );
    const batch = checked.map(({ value: { share = null, from = null, to = null, ...value } }) => {
      const [person, project] = [people.get(value.person), projects.get(value.project)];
      if (person === undefined) return notFound('person');
      if (project === undefined) return notFound('project');
      return periodFault(from, to) ?? { person, project, share, from, to };
    });
    await saveAssignments(
      tx,
      batch.good.map(({ value }) => value),
    );
    return { done: batch.good.length, errors: batch.errors };
  });
}
