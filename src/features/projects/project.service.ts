import type { Reference } from '../../graph/nouns/identity';
import type { Queries } from '../../graph/driver/statement';
import { Batch, invalid, notFound, type Rejection } from '../../shared/items';
import { periodFault } from '../../shared/period';
import type { RequestContext } from '../request/context';
import { beginSaving, replaceRelated, savedOf, saveItems, saveNouns, type Saved } from '../nouns/saving';
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
type PeriodGiven = Readonly<Partial<Record<'from' | 'to', number | null | undefined>>>;

export async function saveProjects({ database, now }: Given, items: readonly ProjectInput[]): Promise<Saved> {
  const checked = Batch.check(items, projectCheck);
  return database.transaction(async (tx) => {
    const { known, batch: begun } = await beginSaving(tx, projectIdentity, checked);
    const teams = await teamIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.responsibleTeam ?? []),
    );
    const periods = await ProjectPeriods.read(tx, known);
    const batch = begun.map(({ value }) => {
      if (value.name === undefined && !periods.has(value.outside))
        return invalid('name: is required for a new project');
      if (value.responsibleTeam != null && !teams.has(value.responsibleTeam))
        return notFound('responsibleTeam');
      return periods.change(value.outside, value) ?? value;
    });
    const keys = await saveItems(
      tx,
      projectIdentity,
      batch,
      ({ outside: _outside, unchangedSince: _since, responsibleTeam: _team, ...given }) => given,
      now,
    );
    const teamOf = ({ responsibleTeam: team }: (typeof batch.good)[number]['value']) =>
      team === undefined ? undefined : team === null ? [] : [teams.get(team) ?? ''];
    await replaceRelated(tx, responsibleTeamOf, batch, keys, teamOf, now);
    return savedOf(batch, keys);
  });
}

/** The dates of each project after the items so far: an item may give one end and leave the other as it is. */
class ProjectPeriods {
  private constructor(private readonly periods: Map<Reference, Period>) {}

  static async read(tx: Queries, known: ReadonlyMap<Reference, string>): Promise<ProjectPeriods> {
    const stored = new Map((await projectsByKey(tx, [...known.values()])).map((row) => [row.key, row]));
    return new ProjectPeriods(
      new Map([...known].map(([outside, key]) => [outside, stored.get(key) ?? { from: null, to: null }])),
    );
  }

  has(project: Reference): boolean {
    return this.periods.has(project);
  }

  /** Takes the ends that are given; a period that cannot be is rejected and changes nothing. */
  change(project: Reference, given: PeriodGiven): Rejection | undefined {
    const before = this.periods.get(project);
    const { from = before?.from ?? null, to = before?.to ?? null } = given;
    const fault = periodFault(from, to);
    if (!fault) this.periods.set(project, { from, to });
    return fault;
  }
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
    const keys = await saveItems(
      tx,
      taskIdentity,
      batch,
      ({ outside: _outside, unchangedSince: _since, project: _project, ...given }) => given,
      now,
    );
    const ownerOf = ({ project }: (typeof batch.good)[number]['value']) =>
      project === undefined ? undefined : [projects.get(project) ?? ''];
    await replaceRelated(tx, projectOfTasks, batch, keys, ownerOf, now);
    return savedOf(batch, keys);
  });
}

export function saveRoleTemplates(
  { database, now }: Given,
  items: readonly RoleTemplateInput[],
): Promise<Saved> {
  return saveNouns(database, roleTemplateIdentity, Batch.check(items, roleTemplateCheck), now);
}
