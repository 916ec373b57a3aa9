import type { z } from 'zod';
import { fates, type Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { levelRequiredBy } from '../../shared/bands';
import { Batch, invalid, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { SavedRelationships } from '../nouns/saved.type';
import { savedRelationships, writeRelationships } from '../nouns/saving-relationships';
import type { Viewer } from '../access/viewer';
import { savePeriods } from '../people/periods.service';
import { personIdentity } from '../people/people.store';
import { skillIdentity } from '../skills/skill.store';
import { removeAssignments, saveAssignments, type AssignmentToSave } from './assignment.store';
import { roleTemplateApplicationCheck, type RoleTemplateApplicationInput } from './project.input';
import { projectIdentity, staffedBy } from './project.store';
import {
  assignmentCheck,
  mostPeople,
  requirementCheck,
  type AssignmentInput,
  type RequirementInput,
} from './requirement.input';
import { recordChanges } from './requirement-change.store';
import {
  LevelsByBand,
  removeRequirements,
  saveRequirements,
  storedRequirements,
  type RequirementToSave,
} from './requirement.store';
import {
  requirementsOfTemplates,
  roleTemplateIdentity,
  type RoleTemplateApplied,
} from './role-template.store';
import { projectsOfTasks, taskIdentity } from './task.store';

type Given = Pick<RequestContext, 'database' | 'viewer' | 'now'>;

/** What items give as the owner of a requirement: one of these. */
interface OwnerGiven {
  readonly project?: string | null | undefined;
  readonly task?: string | null | undefined;
  readonly roleTemplate?: string | null | undefined;
}

/** Looks up owners of requirements; an owner that the viewer does not staff is refused. */
async function ownersOf(
  tx: Queries,
  viewer: Viewer,
  given: readonly OwnerGiven[],
): Promise<(owner: OwnerGiven) => string | Rejection> {
  const projects = await projectIdentity.resolve(
    tx,
    given.flatMap(({ project }) => project ?? []),
  );
  const tasks = await taskIdentity.resolve(
    tx,
    given.flatMap(({ task }) => task ?? []),
  );
  const templates = await roleTemplateIdentity.resolve(
    tx,
    given.flatMap(({ roleTemplate }) => roleTemplate ?? []),
  );
  const projectOfTask = await projectsOfTasks(tx, [...tasks.values()]);
  const staffed = await staffedBy(tx, viewer);
  const organisation = viewer.role === 'hr' || viewer.role === 'admin';
  return ({ project, task, roleTemplate }) => {
    if (roleTemplate != null) {
      const template = templates.get(roleTemplate);
      if (template === undefined) return notFound('roleTemplate');
      return organisation ? template : notOrganisation;
    }
    const owner = project != null ? projects.get(project) : tasks.get(task ?? '');
    if (owner === undefined) return notFound(project != null ? 'project' : 'task');
    return staffed(projectOfTask.get(owner) ?? owner) ? owner : notLed;
  };
}

/** States requirements; a lead those of the projects that their teams are responsible for. */
export async function saveSkillRequirements(
  { database, viewer, now, rules }: Given & Pick<RequestContext, 'rules'>,
  items: readonly RequirementInput[],
): Promise<SavedRelationships<RequirementToSave>> {
  const checked = Batch.check(items, requirementCheck);
  return database.transaction(async (tx) => {
    const resolved = await withOwnersAndSkills(tx, viewer, checked);
    const stated = await LevelsByBand.read(
      tx,
      resolved.good.map(({ value }) => value),
    );
    const batch = resolved.map(({ value }) => {
      const level = value.level ?? stated.of(value) ?? levelRequiredBy(rules.bands, value.band ?? '');
      if (typeof level === 'string') return invalid(level);
      if (value.headcount === 0) stated.forget(value);
      return { ...value, level };
    });
    const wanted = combined(batch.good.map(({ value }) => value));
    const found = await change(tx, { viewer, now }, wanted);
    const named = batch.good.map(({ index, value }) => [index, value] as const);
    return savedRelationships(batch, found, nameOfRequirement, new Map(named));
  });
}

/** Saves what is wanted, removes what nobody is wanted for, and keeps who did; gives what became of each by its name. */
async function change(
  tx: Queries,
  { viewer, now }: Omit<Given, 'database'>,
  wanted: readonly RequirementToSave[],
): Promise<Map<string, Fate>> {
  const before = await storedRequirements(tx, wanted);
  const found = await writeRelationships(new Map(wanted.map((one) => [nameOfRequirement(one), one])), {
    isGone: ({ headcount }) => headcount === 0,
    remove: (some) => removeRequirements(tx, some, now),
    save: (some) => saveRequirements(tx, some, now),
  });
  await recordChanges(tx, viewer, { before, after: await storedRequirements(tx, wanted) }, now);
  return found;
}

function nameOfRequirement({
  owner,
  skill,
  level,
}: Pick<RequirementToSave, 'owner' | 'skill' | 'level'>): string {
  return JSON.stringify([owner, skill, level]);
}

/** The items whose owner the viewer staffs and whose skill exists, with the internal ids of both. */
async function withOwnersAndSkills(
  tx: Queries,
  viewer: Viewer,
  checked: Batch<z.output<typeof requirementCheck>>,
) {
  const ownerOf = await ownersOf(
    tx,
    viewer,
    checked.good.map(({ value }) => value),
  );
  const skills = await skillIdentity.resolve(
    tx,
    checked.good.map(({ value }) => value.skill),
  );
  return checked.map(
    ({ value: { level = null, band = null, importance = null, headcount = null, ...value } }) => {
      const owner = ownerOf(value);
      if (owner instanceof Rejection) return owner;
      const skill = skills.get(value.skill);
      return skill === undefined ? notFound('skill') : { owner, skill, level, band, importance, headcount };
    },
  );
}

/** States what templates require, with their importance, as requirements of projects and tasks. */
export async function applyRoleTemplates(
  { database, viewer, now }: Given,
  items: readonly RoleTemplateApplicationInput[],
): Promise<SavedRelationships<RoleTemplateApplied>> {
  const checked = Batch.check(items, roleTemplateApplicationCheck);
  return database.transaction(async (tx) => {
    const given = checked.good.map(({ value: { project, task } }) => ({ project, task }));
    const ownerOf = await ownersOf(tx, viewer, given);
    const templates = await roleTemplateIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.roleTemplate),
    );
    const batch = checked.map(({ value: { project, task, roleTemplate, headcount } }) => {
      const template = templates.get(roleTemplate);
      if (template === undefined) return notFound('roleTemplate');
      const owner = ownerOf({ project, task });
      return owner instanceof Rejection ? owner : { owner, template, filled: headcount ?? 1 };
    });
    const required = await requirementsOfTemplates(tx, [...new Set(templates.values())]);
    const wanted = batch.map(({ value: { owner, template, filled } }) => ({
      template,
      requirements: required
        .filter((requirement) => requirement.template === template)
        .map(({ skill, level, band, importance, headcount }) => ({
          owner,
          skill,
          level,
          band,
          importance,
          headcount: Math.min(headcount * filled, mostPeople),
        })),
    }));
    const stated = await LevelsByBand.read(
      tx,
      wanted.good.flatMap(({ value }) => value.requirements),
    );
    const applied = wanted.map(({ value: { template, requirements } }) => ({
      template,
      requirements: requirements.map((item) => ({ ...item, level: stated.of(item) ?? item.level })),
    }));
    const found = await change(
      tx,
      { viewer, now },
      combined(applied.good.flatMap(({ value }) => value.requirements)),
    );
    const named = new Map(applied.good.map(({ index, value }) => [index, value]));
    const ofItem = ({ requirements }: RoleTemplateApplied): Fate =>
      joinedFate(requirements.flatMap((one) => found.get(nameOfRequirement(one)) ?? []));
    return {
      ...savedRelationships(applied, found, () => '', named),
      fates: new Map(applied.good.map(({ index, value }) => [index, ofItem(value)])),
    };
  });
}

/** What became of several as one. */
function joinedFate(several: readonly Fate[]): Fate {
  const [first = fates.UNCHANGED, ...others] = several;
  return others.every((fate) => fate === first) ? first : fates.CHANGED;
}

const notOrganisation = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'The requirements of a role template apply to everybody and are stated by HR: ask them.',
  ['roleTemplate'],
);

const notLed = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'A lead may state requirements for projects of their own teams only: ask the lead of the responsible team, or HR.',
);

/** One item for each owner, skill and level: what all of them in their order come to. */
export function combined(items: readonly RequirementToSave[]): RequirementToSave[] {
  const combination = new Map<string, RequirementToSave>();
  for (const item of items) {
    const name = nameOfRequirement(item);
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

export function saveProjectAssignments(
  given: Pick<RequestContext, 'database' | 'now'>,
  items: readonly AssignmentInput[],
): Promise<SavedRelationships<AssignmentToSave>> {
  return savePeriods(given, Batch.check(items, assignmentCheck), {
    ends: [
      { name: 'person', identity: personIdentity, of: ({ person }) => person },
      { name: 'project', identity: projectIdentity, of: ({ project }) => project },
    ],
    rowOf: ({ share }, [person = '', project = ''], period) => ({
      person,
      project,
      share: share ?? null,
      ...period,
    }),
    save: saveAssignments,
    remove: removeAssignments,
  });
}
