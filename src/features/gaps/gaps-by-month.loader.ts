import { lastsAt } from '../../shared/period';
import { monthsAfter } from '../../shared/months';
import type { Withheld } from '../disclosure/withheld.type';
import { needsOfTemplates } from '../projects/role-template.store';
import type { RequestContext } from '../request/context';
import type { BatchRead } from '../request/loaders';
import type { Plans, Stretch } from '../request/plans';
import type { States } from '../request/states';
import type { GapReport } from './gap.type';
import { organisationReports, reports, type GroupInNeed } from './gaps.loader';
import { membershipsWithin, neededBy, projectsWithin } from './gaps.read';

/** How many months ahead can be looked; of the organisation fewer, where each takes seconds. */
export const mostMonths = { group: 12, organisation: 6 };

type Reports = (GapReport | Withheld)[];

interface MonthsWanted {
  readonly months: number;
}

interface RoleByMonth extends MonthsWanted {
  /** Internal id; null for everybody active. */
  readonly team: string | null;
  readonly headcount: number;
}

/** Everybody and what is planned for them, as of one moment. */
interface InMemory {
  readonly states: States;
  readonly plans: Plans;
}

export const monthlyGapsOfProject: BatchRead<string, Reports, MonthsWanted> = async (
  context,
  keys,
  { months },
) => {
  const held = await inMemory(context);
  return monthly(context, keys, months, async (project, date) => ({
    people: peopleOn(held, held.plans.assignmentsTo(project), context.now, date),
    need: await neededBy(context, held.plans, lasting(held.plans, [project], date)),
  }));
};

export const monthlyGapsOfTeam: BatchRead<string, Reports, MonthsWanted> = async (
  context,
  keys,
  { months },
) => {
  const held = await inMemory(context);
  return monthly(context, keys, months, async (team, date) => ({
    people: peopleOn(held, membershipsWithin(held.plans, team), context.now, date),
    need: await neededBy(context, held.plans, lasting(held.plans, projectsWithin(held.plans, team), date)),
  }));
};

export const monthlyGapsOfRole: BatchRead<string, Reports, RoleByMonth> = async (
  context,
  keys,
  { months, team, headcount },
) => {
  const [held, needs] = await Promise.all([inMemory(context), needsOfTemplates(context.database, keys)]);
  const everybody = held.states.activePeople(context.now);
  return monthly(context, keys, months, (role, date) => ({
    people:
      team === null
        ? everybody.filter((person) => held.states.isActive(held.states.placeOf(person) ?? -1, date))
        : peopleOn(held, membershipsWithin(held.plans, team), context.now, date),
    isEverybody: team === null,
    need: (needs.get(role) ?? []).map((row) => ({
      ...row,
      ...{ project: '', headcount: headcount * row.headcount },
    })),
  }));
};

/** What everybody who is active then lacks for all projects that last then, now and month after month. */
export async function monthlyGapsOfOrganisation(
  context: RequestContext,
  months: number,
): Promise<GapReport[]> {
  const { plans } = await inMemory(context);
  const dates = datesOf(context, months).map(async (asOf) => ({
    need: await neededBy(context, plans, lasting(plans, plans.openProjects(asOf), asOf)),
    ...{ asOf, activeOn: asOf },
  }));
  return organisationReports(context, await Promise.all(dates));
}

async function inMemory(context: RequestContext): Promise<InMemory> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  return { states, plans };
}

function datesOf({ now }: RequestContext, months: number): number[] {
  return Array.from({ length: months + 1 }, (_, month) => monthsAfter(now, month));
}

type OnDate = Pick<GroupInNeed, 'people' | 'isEverybody' | 'need'>;

/** All dates of all groups together, so that what is known of their people is read once. */
async function monthly(
  context: RequestContext,
  keys: readonly string[],
  months: number,
  on: (key: string, date: number) => OnDate | Promise<OnDate>,
): Promise<(Reports | Error)[]> {
  const dates = datesOf(context, months);
  const groups: GroupInNeed[] = [];
  for (const key of keys)
    for (const asOf of dates) groups.push({ ...(await on(key, asOf)), lacked: [], asOf });
  const found = await reports(context, groups);
  return keys.map((_, place) => {
    const own = found.slice(dates.length * place, dates.length * (place + 1));
    const shown: Reports = [];
    for (const report of own) {
      if (report instanceof Error) return report;
      shown.push(report);
    }
    return shown;
  });
}

/** Those of these projects that have begun on a date and not ended. */
function lasting(plans: Plans, projects: readonly string[], date: number): string[] {
  return projects.filter((project) => {
    const found = plans.projectNamed(project);
    return found && lastsAt({ from: found.from ?? -Infinity, to: found.to }, date);
  });
}

/** Internal ids of those who are active, will be then, and for whom one of these stretches lasts then. */
function peopleOn({ states }: InMemory, stretches: readonly Stretch[], now: number, date: number): string[] {
  const places = new Set(stretches.filter((one) => lastsAt(one, date)).map(({ place }) => place));
  return [...places]
    .filter((place) => states.isActive(place, Math.max(now, date)) && !states.isArchived(place))
    .map((place) => states.keyAt(place));
}
