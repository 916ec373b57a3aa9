import type { Reference } from '../../graph/nouns/identity';
import { Batch, invalid, notFound, Rejection } from '../../shared/items';
import { Withheld } from '../disclosure/withheld.type';
import { gapsOfProject } from '../gaps/gaps.loader';
import type { SavedRelationships } from '../nouns/saved.type';
import { savedRelationships, writeRelationships } from '../nouns/saving-relationships';
import { lockPeople, personIdentity } from '../people/people.store';
import { projectIdentity, projectsByKey } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import { bySkill, isLacking, shownGaps, titleOf, type RequiredGap } from './lacking';
import { openingCheck, type CheckedOpening, type OpeningInput } from './opening.input';
import {
  openingsByKey,
  removeOpenings,
  requiredNow,
  saveOpeningNodes,
  type OpeningToSave,
} from './opening.store';

/** An opening as the items so far leave it. */
interface OpeningDraft extends OpeningToSave {
  readonly isGone: boolean;
}

/** A project that an opening is for, with all that it requires. */
interface LackingProject {
  readonly name: string;
  readonly gaps: readonly RequiredGap[];
}

/** What items are told from. */
interface Named {
  /** Internal ids by reference. */
  readonly projects: ReadonlyMap<Reference, string>;
  readonly people: ReadonlyMap<Reference, string>;
  /** The projects of new openings, by internal id. */
  readonly lacking: ReadonlyMap<string, LackingProject>;
}

type Given = Pick<RequestContext, 'now' | 'rules'>;

/** Saves openings, new ones with what their projects lack now. Each is named by its source and id. */
export async function saveOpenings(
  context: RequestContext,
  items: readonly OpeningInput[],
): Promise<SavedRelationships<string>> {
  const { database, now } = context;
  const checked = Batch.check(items, openingCheck);
  const given = checked.good.map(({ value }) => value);
  const keys = given.map(({ outside }) => outside);
  // Before the transaction: comparing everybody takes longer than locks should be held.
  const projects = await projectIdentity.resolve(
    database,
    given.flatMap(({ project }) => project ?? []),
  );
  const there = await openingsByKey(database, keys);
  const opened = given.filter(({ outside, remove }) => remove !== true && !there.has(outside));
  const lacking = await lackingProjects(
    context,
    opened.flatMap(({ project }) => projects.get(project ?? '') ?? []),
  );
  return database.idempotentTransaction(async (tx) => {
    const people = await personIdentity.resolve(
      tx,
      given.flatMap(({ filledBy }) => filledBy ?? []),
    );
    await lockPeople(tx, people.values());
    const stored = await openingsByKey(tx, keys);
    const drafts = new Map<string, OpeningDraft>(
      [...stored].map(([key, { project, filledBy, openedAt, filledAt, closedAt, sought }]) => [
        key,
        { key, project, filledBy, sought, properties: { openedAt, filledAt, closedAt }, isGone: false },
      ]),
    );
    const batch = checked.map(({ value }) => {
      const draft = draftAfter(value, drafts.get(value.outside), { projects, people, lacking }, context);
      if (draft instanceof Rejection) return draft;
      drafts.set(value.outside, draft);
      return value.outside;
    });
    const named = new Map(batch.good.map(({ index, value }) => [index, value]));
    const touched = [...new Set(named.values())].sort();
    const found = await writeRelationships(
      new Map(
        touched.flatMap((key) => {
          const draft = drafts.get(key);
          return draft ? [[key, draft] as const] : [];
        }),
      ),
      {
        isGone: ({ isGone }) => isGone,
        remove: (gone) => removeOpenings(tx, gone),
        save: (some) => saveOpeningNodes(tx, some, stored, now),
      },
    );
    return savedRelationships(batch, found, (key) => key, named);
  });
}

/** What these projects require, with what those assigned supply. A rehearsal rests on no figures. */
async function lackingProjects(
  context: RequestContext,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LackingProject>> {
  const { database, now } = context;
  const rows = await projectsByKey(database, [...new Set(keys)]);
  const distinct = rows.map(({ key }) => key);
  const reports = database.isRehearsal
    ? undefined
    : await loadAhead(context, gapsOfProject, distinct, { asOf: now });
  const required = reports === undefined ? await requiredNow(database, distinct) : [];
  const nothing = { coveredProbability: 0, unknown: 0 };
  return new Map(
    rows.map(({ key, name }) => {
      const report = reports?.get(key);
      const gaps =
        report === undefined || report instanceof Withheld
          ? required
              .filter(({ project }) => project === key)
              .map((row) => ({
                requirement: requirementOf(row),
                supply: { ...nothing, expectedShortfall: row.headcount },
              }))
          : shownGaps(report);
      return [key, { name, gaps }];
    }),
  );
}

/** An opening after an item; undefined is one that is not there. */
function draftAfter(
  value: CheckedOpening,
  before: OpeningDraft | undefined,
  named: Named,
  context: Given,
): OpeningDraft | Rejection {
  if (before?.isGone === true)
    return invalid('id: an earlier item of this batch removes the opening: save it anew in another batch');
  if (value.remove === true) return { ...(before ?? noOpening(value.outside)), isGone: true };
  const begun = before === undefined ? opened(value, named, context) : stillTheSame(value, before, named);
  if (begun instanceof Rejection) return begun;
  const person = value.filledBy == null ? value.filledBy : named.people.get(value.filledBy);
  if (value.filledBy != null && person == null) return notFound('filledBy');
  const { filledAt, closedAt } = value;
  const draft = {
    ...begun,
    filledBy: person === undefined ? begun.filledBy : person,
    properties: {
      ...begun.properties,
      ...(value.openedAt != null && { openedAt: value.openedAt }),
      ...(filledAt !== undefined && { filledAt }),
      ...(closedAt !== undefined && { closedAt }),
    },
  };
  return faultOf(draft) ?? draft;
}

function noOpening(key: string): OpeningDraft {
  const properties = { openedAt: 0, filledAt: null, closedAt: null };
  return { key, project: null, filledBy: null, sought: [], properties, isGone: false };
}

/** A new opening with what its project lacks. */
function opened(value: CheckedOpening, named: Named, { now, rules }: Given): OpeningDraft | Rejection {
  if (value.project == null) return invalid('project: is required for a new opening');
  const key = named.projects.get(value.project);
  const project = key === undefined ? undefined : named.lacking.get(key);
  if (key === undefined || !project) return notFound('project');
  const wanted = value.requirements;
  const missing = wanted?.findIndex((id) => !project.gaps.some(({ requirement }) => requirement.id === id));
  if (missing !== undefined && missing >= 0)
    return invalid(`requirements.${String(missing)}: the project has no such requirement`);
  const gaps = bySkill(
    project.gaps.filter((gap) =>
      wanted == null ? isLacking(gap, rules.meetsFrom) : wanted.includes(gap.requirement.id),
    ),
  );
  if (gaps.length === 0)
    return invalid('requirements: the project lacks nothing: name what the opening is for');
  return {
    ...noOpening(value.outside),
    project: key,
    properties: {
      ...{ openedAt: now, filledAt: null, closedAt: null, measuredAt: now },
      ...{
        title: titleOf(
          gaps.map(({ requirement }) => requirement.skill.name),
          project.name,
        ),
      },
      projectName: project.name,
    },
    sought: gaps.map(({ requirement: { id, level, band, headcount, skill }, supply }) => ({
      ...{ requirement: id, level, band, headcount },
      ...{ expectedShortfall: supply.expectedShortfall, coveredProbability: supply.coveredProbability },
      ...{ skillKey: skill.key, skillName: skill.name, skillSortName: skill.sortName },
    })),
  };
}

/** An opening that is there is for what it was opened for. */
function stillTheSame(
  { project, requirements }: CheckedOpening,
  before: OpeningDraft,
  { projects }: Named,
): OpeningDraft | Rejection {
  if (project != null) {
    const key = projects.get(project);
    if (key === undefined) return notFound('project');
    if (key !== before.project) return invalid('project: stays the same: save another opening');
  }
  const others = requirements?.some((id) => !before.sought.some(({ requirement }) => requirement === id));
  return others === true ? invalid('requirements: stay the same: save another opening') : before;
}

function faultOf({ filledBy, properties }: OpeningDraft): Rejection | undefined {
  const { openedAt, filledAt, closedAt } = properties;
  if (filledAt !== null && closedAt !== null)
    return invalid('closedAt: an opening is filled or closed: clear filledAt first');
  if (filledAt !== null && filledAt < openedAt) return invalid('filledAt: must not lie before openedAt');
  if (closedAt !== null && closedAt < openedAt) return invalid('closedAt: must not lie before openedAt');
  if (filledBy !== null && filledAt === null) return invalid('filledBy: goes with filledAt');
  return undefined;
}
