import type { Database } from '../../graph/database';
import { Batch, invalid, notFound } from '../../shared/items';
import { periodFault } from '../../shared/period';
import { alreadyThere, savedOf, withSortName, type Saved } from '../people/people.service';
import { teamIdentity } from '../people/team.store';
import { projectCheck, taskCheck, type ProjectInput, type TaskInput } from './project.input';
import { projectIdentity, projectsByKey, saveResponsible } from './project.store';
import { moveTasks, taskIdentity } from './task.store';

type Period = Readonly<Record<'from' | 'to', number | null>>;

export async function saveProjects(database: Database, items: readonly ProjectInput[]): Promise<Saved> {
  const checked = Batch.check(items, projectCheck);
  return database.transaction(async (tx) => {
    const known = await projectIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.outside),
    );
    const teams = await teamIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.responsibleTeam ?? []),
    );
    const stored = new Map((await projectsByKey(tx, [...known.values()])).map((row) => [row.key, row]));
    // What each project's dates are after the items so far: an item may give one end and leave the other.
    const periods = new Map<string, Period>(
      [...known].map(([outside, key]) => [outside, stored.get(key) ?? { from: null, to: null }]),
    );
    const batch = checked.map(({ value }) => {
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
      batch.good.map(({ value: { outside, responsibleTeam: _, ...given } }) => ({
        reference: outside,
        properties: { ...withSortName(given), lock: 0 },
      })),
    );
    const responsible = new Map(
      batch.good.flatMap(({ value: { responsibleTeam: team } }, position) =>
        team === undefined ? [] : [[keys[position] ?? '', team === null ? null : (teams.get(team) ?? null)]],
      ),
    );
    await saveResponsible(
      tx,
      [...responsible].map(([project, team]) => ({ project, team })),
    );
    return savedOf(batch, keys);
  });
}

export async function saveTasks(database: Database, items: readonly TaskInput[]): Promise<Saved> {
  const checked = Batch.check(items, taskCheck);
  return database.transaction(async (tx) => {
    const there = await alreadyThere(tx, taskIdentity, checked);
    const projects = await projectIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.project ?? []),
    );
    const batch = checked.map(({ value }) => {
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
      batch.good.map(({ value: { outside, project: _, ...given } }) => ({
        reference: outside,
        properties: { ...withSortName(given), lock: 0 },
      })),
    );
    const owners = new Map(
      batch.good.flatMap(({ value: { project } }, position) =>
        project === undefined ? [] : [[keys[position] ?? '', projects.get(project) ?? '']],
      ),
    );
    await moveTasks(
      tx,
      [...owners].map(([task, project]) => ({ task, project })),
    );
    return savedOf(batch, keys);
  });
}
