import { fitOf, type Fit } from '../../estimators/fit';
import type { Gaussian } from '../../estimators/types';
import { filterValues } from '../../graph/nouns/list';
import { Page, type Beyond, type Connection } from '../../shared/connection';
import { questionOf } from '../../shared/cursors';
import { ForbiddenError } from '../../shared/errors';
import { mapInSlices } from '../../shared/slices';
import { staffing } from '../access/policy';
import { sees, type Visible } from '../access/viewer';
import { holdersAmong } from '../counting/holders.read';
import type { RequestContext } from '../request/context';
import { asError, inOrderOf, load, type BatchRead } from '../request/loaders';
import { refuseEarlier } from '../mastery/as-of';
import { abilityAt } from '../states/stored-state';
import { leavesOutUnseen, openConditions, openPersonFilters } from '../people/people.list';
import { namedPerson } from '../people/people.store';
import { staffedBy } from '../projects/project.store';
import { neededBy, requirementOf } from '../projects/requirement.store';
import { candidateOf, probabilityOf, type Ranked } from './candidate';
import type { Candidate } from './candidate.type';
import {
  eligiblePeople,
  heldSkill,
  holderColumns,
  holdersOfSkills,
  type Among,
  type Holder,
  type HoldersRow,
  type Need,
} from './candidates.read';
import { byFit, cursorAt, fingerprintOfNeeds, isBehind, refuseMoved, type Ranking } from './ranking';

interface CandidatesWanted extends Among {
  readonly first: number;
  readonly ranking: Ranking;
}

/** What the cursors of a project's candidates belong to. */
export function questionOfCandidates(project: string, { filterBy, includeAssigned }: Among): string {
  return questionOf('candidates', project, filterBy, includeAssigned);
}

/** Internal ids of all who are eligible for each project. They count as looked at: that they are known in a skill is told. */
const eligibleLookedAt: BatchRead<string, readonly string[], Among> = async (context, keys, among) => {
  const rows = await eligiblePeople(context, keys, among);
  for (const { people } of rows) for (const person of people) context.looks.add('staffing', person);
  return inOrderOf(
    keys,
    rows,
    ({ project }) => project,
    ({ people }) => people,
    () => [],
  );
};

/** Of which projects the viewer may see the candidates. */
export const candidatesShown: BatchRead<string, boolean, null> = async ({ database, viewer }, projects) =>
  projects.map(staffing.includes(viewer.role) ? await staffedBy(database, viewer) : () => false);

/** Candidates by project: who fits best first; a page is pinned to its date and calibration. */
export const candidatesOfProject: BatchRead<string, Connection<Candidate>, CandidatesWanted> = async (
  context,
  keys,
  wanted,
) => {
  const { ranking, first, ...among } = wanted;
  const { asOf } = ranking;
  const allowed = await staffedBy(context.database, context.viewer);
  const last = await lastOnPageBefore(context, keys.filter(allowed), ranking);
  const rows = await holdersOfSkills(context, {
    projects: keys.filter(allowed),
    asOf,
    ...among,
    afterFits: Object.fromEntries([...last].map(([key, { fit }]) => [key, fit])),
    limit: first + 1,
  });
  const visible = await context.visible();
  const byProject = new Map(rows.map((row) => [row.project, row]));
  const ofProject = async (key: string): Promise<Connection<Candidate> | Error> => {
    if (!allowed(key)) {
      return new ForbiddenError(
        'Only the leads of the responsible team, hr and admin may see the candidates of this project.',
      );
    }
    const row = byProject.get(key);
    if (!row) return nobody;
    const page = { ranking, last: last.get(key), visible, first, among };
    return pageOf(context, page, row).catch(asError);
  };
  return Promise.all(keys.map(ofProject));
};

/** A page that says how many are left out of its list, where it is asked. */
export class CandidatePage extends Page<Candidate> {
  constructor(
    nodes: readonly Candidate[],
    cursors: (index: number) => string,
    beyond: Beyond,
    count: () => Promise<number>,
    readonly countLeftOut: () => Promise<number>,
  ) {
    super(nodes, cursors, beyond, count);
  }
}

const none = (): Promise<number> => Promise.resolve(0);
const nobody = new CandidatePage([], () => '', { before: false, after: false }, none, none);

function conditionsGiven(filterBy: object | null): string[] {
  return Object.keys(filterValues(openPersonFilters, filterBy));
}

/** How many meet every condition that is asked of everybody, and are left out by one that is asked of those alone whom the viewer sees. */
async function leftOut(context: RequestContext, project: string, among: Among): Promise<number> {
  const visible = await context.visible();
  if (!leavesOutUnseen(visible, conditionsGiven(among.filterBy))) return 0;
  const open = { ...among, filterBy: openConditions(among.filterBy) };
  const all = await load(context, eligibleLookedAt, project, open);
  return all.filter((person) => !sees(visible, person)).length;
}

interface PageWanted {
  readonly ranking: Ranking;
  /** With whom the page before ended. */
  readonly last: { readonly key: string; readonly fit: number } | undefined;
  readonly visible: Visible;
  readonly first: number;
  readonly among: Among;
}

/** A page of one project's candidates; each of them is looked at by this, and with a total everybody eligible. */
async function pageOf(
  context: RequestContext,
  { ranking, last, visible, first, among }: PageWanted,
  row: HoldersRow,
): Promise<Connection<Candidate>> {
  const { asOf } = ranking;
  const rankedBy = { calibration: row.calibration.number, needs: fingerprintOfNeeds(row.needs) };
  const eligible = (): Promise<readonly string[]> => load(context, eligibleLookedAt, row.project, among);
  try {
    refuseMoved(ranking, rankedBy, row.latest);
    refuseEarlier(asOf, row.latest ?? asOf, context.now);
  } catch (refusal) {
    // That it is refused tells when somebody's latest evidence happened.
    await eligible();
    throw refusal;
  }
  const question = questionOfCandidates(row.project, among);
  const rest = (await rank(row, asOf, context.gone)).filter((one) => isBehind(last, one));
  const ranked = rest.slice(0, first);
  const requirements = row.needs.map(requirementOf);
  const shown = new CandidatePage(
    ranked.map((one) =>
      candidateOf(namedPerson(one.holder), one, row.needs, requirements, {
        meetsFrom: context.rules.meetsFrom,
        isSeen: sees(visible, one.key),
      }),
    ),
    (index) => cursorAt(context, question, ranking, rankedBy, ranked[index]?.key ?? ''),
    {
      before: false,
      after: rest.length > first,
      onlyVisible: leavesOutUnseen(visible, conditionsGiven(among.filterBy)),
    },
    async () => (await eligible()).length,
    async () => leftOut(context, row.project, among),
  );
  for (const { person } of shown.nodes) context.looks.add('staffing', person.key);
  return shown;
}

/** How well the one with whom the page before ended fits each project; a cursor does not say. */
async function lastOnPageBefore(
  context: RequestContext,
  projects: readonly string[],
  { asOf, after }: Ranking,
): Promise<Map<string, { readonly key: string; readonly fit: number }>> {
  if (!after) return new Map();
  const { key } = after;
  const needs = await neededBy(context.database, projects);
  const skills = [...new Set(needs.map(({ skillKey }) => skillKey))];
  const known = await holdersAmong(context.database, skills, [key]);
  const references = new Map(known.map(({ skill, reference }) => [skill, reference]));
  const abilities = new Map(
    known.flatMap(({ skill, general: [general], edges: [edge], calibration }) =>
      general && edge ? [[skill, abilityAt(general, edge, asOf, calibration)] as const] : [],
    ),
  );
  return new Map(
    projects.map((project) => {
      const own = needs.filter((need) => need.project === project);
      const referred = own.map((need) => ({ ...need, reference: references.get(need.skillKey) ?? 0 }));
      return [project, { key, fit: fitTo(referred, abilities).fit }];
    }),
  );
}

/** Those who may be among the next, best fit first. */
async function rank(row: HoldersRow, asOf: number, gone: AbortSignal): Promise<Ranked[]> {
  const ofHolder = (columns: HoldersRow['holders'][number]): Ranked => {
    const holder = holderColumns.fieldsOf(columns);
    const abilities = abilitiesOf(holder, row, asOf);
    return { key: holder.key, holder, abilities, ...fitTo(row.needs, abilities) };
  };
  return (await mapInSlices(row.holders, ofHolder, gone)).sort(byFit);
}

function fitTo(needs: readonly Need[], abilities: ReadonlyMap<string, Gaussian>): Fit {
  return fitOf(
    needs.map((need) => ({ importance: need.importance, probability: probabilityOf(need, abilities) })),
  );
}

/** Ability on the date, by skill. */
function abilitiesOf(
  { general, states }: Holder,
  { calibration }: HoldersRow,
  asOf: number,
): Map<string, Gaussian> {
  return new Map(
    states.map((state) => {
      const { skill, edge } = heldSkill.fieldsOf(state);
      return [skill, abilityAt(general, edge, asOf, calibration)];
    }),
  );
}
