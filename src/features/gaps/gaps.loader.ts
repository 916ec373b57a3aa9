import type { RequestContext } from '../request/context';
import { asError, type BatchRead } from '../request/loaders';
import { sees, type Visible } from '../access/viewer';
import { countableSkills, type CountableSkill } from '../counting/abilities';
import { disclosed, withheld } from '../disclosure/disclosure';
import type { Covering } from './covering';
import { covering, gapReport, supplyFor } from './gap-report';
import type { Group } from './gap-of-group';
import type { Withheld } from '../disclosure/withheld.type';
import type { GapReport } from './gap.type';
import { lackedNeeds, type LackedNeed } from './lacked-need';
import { grouped } from '../../shared/grouped';
import { mapInSlices } from '../../shared/slices';
import { neededBy, peopleOfScope, projectsWithin } from './gaps.read';
import { needsOfTemplates } from '../projects/role-template.store';
import { byNeed } from '../projects/need-order';
import type { NeedRow, RequirementRow } from '../request/plans';
import { skillsOf } from '../staffing/eligible';

/** For when gaps are sought, and what is assumed to be required; null or left out where it is what projects require. */
interface GapsWanted {
  readonly asOf: number;
  readonly requirements?: readonly RequirementRow[] | null;
}

/** Gap reports by project or by team. */
export const gapsOfProject: BatchRead<string, GapReport | Withheld, GapsWanted> = async (
  context,
  keys,
  wanted,
) => {
  const needs = new Map(keys.map((key) => [key, [key]]));
  return reportsOfScopes(context, 'project', keys, needs, wanted);
};

export const gapsOfTeam: BatchRead<string, GapReport | Withheld, GapsWanted> = async (
  context,
  keys,
  wanted,
) => {
  const plans = await context.plans();
  const projects = new Map(keys.map((key) => [key, projectsWithin(plans, key)]));
  const lacked = wanted.requirements ? undefined : await lackedNeeds(context, keys);
  return reportsOfScopes(context, 'team', keys, projects, wanted, lacked);
};

/** What is assumed to be required is nobody's: whom a project's candidates would show is not shown by it. */
function needsAssumed(requirements: readonly RequirementRow[]): NeedRow[] {
  return requirements.map((row) => ({ ...row, project: '' })).sort(byNeed);
}

export interface RoleWanted {
  /** Internal id; null for everybody active. */
  readonly team: string | null;
  /** How many people are to fill the role. */
  readonly headcount: number;
  readonly asOf: number;
  /** What is assumed to be required; null where it is what the role requires. */
  readonly requirements: readonly RequirementRow[] | null;
}

/** Gap reports by role template. */
export const gapsOfRole: BatchRead<string, GapReport | Withheld, RoleWanted> = async (
  context,
  keys,
  { team, headcount, asOf, requirements },
) => {
  const [states, plans, needs] = await Promise.all([
    context.states(),
    context.plans(),
    requirements ? undefined : needsOfTemplates(context.database, keys),
  ]);
  const assumed = requirements && needsAssumed(requirements);
  const people =
    team === null
      ? states.activePeople(context.now)
      : peopleOfScope({ states, plans }, 'team', team, context.now);
  const groups = keys.map((key) => {
    const rows = assumed ?? needs?.get(key) ?? [];
    const need = rows.map((row) => ({ ...row, project: '', headcount: headcount * row.headcount }));
    return { people, isEverybody: team === null, need, lacked: [], asOf };
  });
  return reports(context, groups);
};

async function reportsOfScopes(
  context: RequestContext,
  kind: 'project' | 'team',
  scopes: readonly string[],
  projects: ReadonlyMap<string, readonly string[]>,
  { asOf, requirements }: GapsWanted,
  lackedBy: ReadonlyMap<string, readonly LackedNeed[]> = new Map(),
): Promise<(GapReport | Withheld | Error)[]> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const assumed = requirements && needsAssumed(requirements);
  const rows = assumed ? [] : await neededBy(context, plans, new Set([...projects.values()].flat()));
  const groups = scopes.map((scope) => {
    const wanted = new Set(projects.get(scope));
    return {
      people: peopleOfScope({ states, plans }, kind, scope, context.now),
      need: assumed ?? rows.filter(({ project }) => wanted.has(project)),
      lacked: lackedBy.get(scope) ?? [],
      asOf,
    };
  });
  return reports(context, groups);
}

/** People, by internal id, and what is required of them. */
export interface GroupInNeed {
  readonly people: readonly string[];
  /** Whether that is everybody active, of whom none is named as unknown. */
  readonly isEverybody?: boolean;
  readonly need: readonly NeedRow[];
  readonly lacked: readonly LackedNeed[];
  /** The date that the figures are for, epoch milliseconds. */
  readonly asOf: number;
}

/** To viewers who do not see all of a group it is said what it lacks of so many skills: each is read with all its cohorts. */
const mostSkills = 200;

/** Whether a viewer sees everybody in a group, some of whom it would be said of too many skills what they lack, or neither. */
type Sight = 'ALL' | 'TOO_MANY_SKILLS' | 'SOME';

function sightOf(visible: Visible, { people, need, lacked }: GroupInNeed): Sight {
  if (people.every((person) => sees(visible, person))) return 'ALL';
  return skillsOf([...need, ...lacked]).length > mostSkills ? 'TOO_MANY_SKILLS' : 'SOME';
}

/** Gap reports by group, in their order. Those of groups that the viewer sees all of need no cohorts, and are made by themselves. */
export async function reports(
  context: RequestContext,
  groups: readonly GroupInNeed[],
): Promise<(GapReport | Withheld | Error)[]> {
  const visible = await context.visible();
  const found = new Map<GroupInNeed, GapReport | Withheld | Error>();
  const bySight = grouped(groups, (group) => sightOf(visible, group));
  for (const [sight, some] of bySight) {
    const of =
      sight === 'TOO_MANY_SKILLS'
        ? some.map(() => withheld(tooManySkills))
        : await reportsAlike(context, some);
    for (const [at, group] of some.entries()) {
      const report = of[at];
      if (report) found.set(group, report);
    }
  }
  return groups.map((group) => found.get(group) ?? new Error('A group has no report.'));
}

const tooManySkills = `More than ${String(mostSkills)} skills are required, and not all people of the group are yours to see: ask for a team within it, or ask its leads or HR.`;

async function reportsAlike(
  context: RequestContext,
  groups: readonly GroupInNeed[],
): Promise<(GapReport | Withheld | Error)[]> {
  const wantedSkills = groups.flatMap(({ need, lacked }) => [...need, ...lacked]);
  const skills = skillsOf(wantedSkills);
  const everybody = new Set<string>();
  for (const { people } of groups) for (const person of people) everybody.add(person);
  const countable = await countableSkills(context, skills, [...everybody]);
  const visible = await context.visible();
  return Promise.all(
    groups.map(async ({ people, isEverybody = false, need, lacked, asOf }) => {
      const among = new Set(people);
      const counts = (person: string): boolean => among.has(person);
      try {
        return await disclosed(visible, [{ people, whom: 'the people of the group' }], async () => {
          const members = isEverybody ? [] : people;
          const scope = { size: people.length, members, has: counts, asOf };
          const group = await groupOf(context, scope, countable, counts);
          const supply = await supplyFor(context, need, group);
          return gapReport(context, need, group, supply, asOf, lacked);
        });
      } catch (error) {
        return asError(error);
      }
    }),
  );
}

/** A group of people with what is known of those who count, which is covered with as soon as it is known. */
export async function groupOf(
  { gone }: RequestContext,
  people: Omit<Group, 'skills'>,
  countable: readonly CountableSkill[],
  counts?: (person: string) => boolean,
  cover?: Covering,
): Promise<Group> {
  const ofSkill = (one: CountableSkill) => {
    const abilities = one.abilitiesOn(people.asOf, counts);
    cover?.add(one.skill, abilities);
    return [one.skill, { reference: one.reference, abilities }] as const;
  };
  const skills = await mapInSlices(countable, ofSkill, gone);
  return { ...people, skills: new Map(skills) };
}

/** What everybody active lacks for all projects that are open on the date, or for what is assumed to be required. */
export async function gapsOfOrganisation(
  context: RequestContext,
  asOf: number,
  requirements: readonly RequirementRow[] | null = null,
): Promise<GapReport> {
  const plans = await context.plans();
  const rows = requirements
    ? needsAssumed(requirements)
    : await neededBy(context, plans, plans.openProjects(asOf));
  const [report] = await organisationReports(context, [{ need: rows, asOf, activeOn: context.now }]);
  if (!report) throw new Error('Nothing was computed of the organisation.');
  return report;
}

/** What is required of the organisation on a date. */
export interface OrganisationInNeed {
  readonly need: readonly NeedRow[];
  readonly asOf: number;
  /** Those who are active now and still are then count. */
  readonly activeOn: number;
}

/** Gap reports of the organisation, one after the other. */
export async function organisationReports(
  context: RequestContext,
  dates: readonly OrganisationInNeed[],
): Promise<GapReport[]> {
  const states = await context.states();
  const countable = new Map(
    (await countableSkills(context, skillsOf(dates.flatMap(({ need }) => need)))).map((one) => [
      one.skill,
      one,
    ]),
  );
  const found: GapReport[] = [];
  for (const { need, asOf, activeOn } of dates) {
    const isThere = (person: string): boolean => states.isActive(states.placeOf(person) ?? -1, activeOn);
    const counts = activeOn > context.now ? isThere : undefined;
    const size = states.activePeople(activeOn).length;
    const wanted = skillsOf(need).flatMap((skill) => countable.get(skill) ?? []);
    const report = covering(
      context,
      need,
      (skill) => states.referenceOf(skill),
      async (cover) => {
        const people = { size, members: [], has: counts ?? (() => true), asOf };
        const group = await groupOf(context, people, wanted, counts, cover);
        return gapReport(context, need, group, await cover.supply(), asOf);
      },
    );
    found.push(await report);
  }
  return found;
}
