import { Batch, invalid, notFound } from '../../shared/items';
import { periodFault } from '../../shared/period';
import type { RequestContext } from '../request/context';
import { beginSaving, lastGiven, named, savedOf, withSortName, type Saved } from '../nouns/saving';
import { teamIdentity } from '../people/team.store';
import {
  projectCheck,
  roleTemplateCheck,
  taskCheck,
  type ProjectInput,
  type RoleTemplateInput,
  type TaskInput,
} from './project.input';
import { projectIdentity, projectsByKey, responsibleTeamOf } from './project.store';
import { roleTemplateIdentity } from './role-template.store';
import { projectOfTasks, taskIdentity } from './task.store';

type Given = Pick<RequestContext, 'database' | 'now'>;
type Period = Readonly<Record<'from' | 'to', number | null>>;

export async function saveProjects({ database, now }: Given, items: readonly ProjectInput[]): Promise<Saved> {
  const checked = Batch.check(items, projectCheck);
  return database.transaction(async (tx) => {
    const { known, batch: begun } = await beginSaving(tx, projectIdentity, checked);
    const teams = await teamIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.responsibleTeam ?? []),
    );
    const stored = new Map((await projectsByKey(tx, [...known.values()])).map((row) => [row.key, row]));
    // What each project's dates are after the items so far: an item may give one end and leave the other.
    const periods = new Map<string, Period>(
      [...known].map(([outside, key]) => [outside, stored.get(key) ?? { from: null, to: null }]),
    );
    const batch = begun.map(({ value }) => {
      const before = periods.get(value.outside);
      if (value.name === undefined && before === undefined)
        return invalid('name: is required for a new project');
      if (value.responsibleTeam != null && !teams.has(value.responsibleTeam))
        return notFound('responsibleTeam');
      const { from = before?.from ?? null, to = before?.to ?? null } = value;
      const fault = periodFault(from, to);
      if (fault) return fault;
      periods.set(value.outside, { from, to });
      return value;
    });
    const keys = await projectIdentity.save(
      tx,
      batch.good.map(({ value: { outside, unchangedSince: _, responsibleTeam: _team, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
      now,
    );
    const responsible = lastGiven(batch, keys, ({ responsibleTeam: team }) =>
      team === undefined ? undefined : team === null ? [] : [teams.get(team) ?? ''],
    );
    await responsibleTeamOf.replace(
      tx,
      [...responsible].map(([node, others]) => ({ node, others })),
      now,
    );
    return savedOf(batch, keys);
  });
}

export async function saveTasks({ database, now }: Given, items: readonly TaskInput[]): Promise<Saved> {
  const checked = Batch.check(items, taskCheck);
  return database.transaction(async (tx) => {
    const { known, batch: begun } = await beginSaving(tx, taskIdentity, checked);
    const there = new Set(known.keys());
    const projects = await projectIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.project ?? []),
    );
    const batch = begun.map(({ value }) => {
      if (value.project !== undefined && !projects.has(value.project)) return notFound('project');
      if (!there.has(value.outside)) {
        if (value.name === undefined) return invalid('name: is required for a new task');
        if (value.project === undefined) return invalid('project: is required for a new task');
        there.add(value.outside);
      }
      return value;
    });
    const keys = await taskIdentity.save(
      tx,
      batch.good.map(({ value: { outside, unchangedSince: _, project: _project, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
      now,
    );
    const owners = lastGiven(batch, keys, ({ project }) => project);
    await projectOfTasks.replace(
      tx,
      [...owners].map(([node, project]) => ({ node, others: [projects.get(project) ?? ''] })),
      now,
    );
    return savedOf(batch, keys);
  });
}

export async function saveRoleTemplates(
  { database, now }: Given,
  items: readonly RoleTemplateInput[],
): Promise<Saved> {
  const checked = Batch.check(items, roleTemplateCheck);
  return database.transaction(async (tx) => {
    const begun = await beginSaving(tx, roleTemplateIdentity, checked);
    const batch = named(begun.batch, begun.known, 'role template');
    const keys = await roleTemplateIdentity.save(
      tx,
      batch.good.map(({ value: { outside, unchangedSince: _, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
      now,
    );
    return savedOf(batch, keys);
  });
}
