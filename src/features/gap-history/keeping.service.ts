import { Lease, leaseKind } from '../../graph/leases/lease';
import { localDate } from '../../shared/local-day';
import { inSpareTime } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { nameOfScope, peopleNow, scopesInNeed, teamsOfAll, type InMemory, type Scope } from './scope';
import { withSkillsOfNow } from './skills-of-now';
import {
  endDay,
  keepSnapshots,
  lastDayKept,
  lastSnapshots,
  pruneSnapshots,
  type Snapshot,
  type SnapshotToKeep,
} from './snapshot.store';
import { foreseenOf, standingNow } from './standing';

const keeping = leaseKind('gapHistory', 'gapHistory', 60_000);
const millisecondsPerDay = 86_400_000;
/** So many scopes are written in one transaction. */
const scopesAtOnce = 100;

/**
 * Keeps how the gaps of the organisation, of its open projects and of the teams responsible for these stand today, by the first
 * process that comes to it, and deletes what is older than `keepDays`. In a context that shows everybody.
 */
export async function keepGapsOfToday(context: RequestContext, keepDays: number): Promise<void> {
  const { database, now, rules } = context;
  const date = localDate(now, rules.timeZone);
  const isKept = async (): Promise<boolean> => (await lastDayKept(database)) === date;
  if (await isKept()) return;
  const lease = new Lease(database, keeping, `keeping how gaps stand on ${date}`);
  await lease.during(
    async () => {
      // Whoever had the lease until now may have kept them.
      if (!(await isKept())) await keepDay(context, date, now - keepDays * millisecondsPerDay);
    },
    () => undefined,
  );
}

async function keepDay(context: RequestContext, date: string, oldest: number): Promise<void> {
  const { database, now } = context;
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const scopes = scopesInNeed(plans, now);
  for (let from = 0; from < scopes.length; from += scopesAtOnce) {
    const some = scopes.slice(from, from + scopesAtOnce);
    const last = await lastSnapshots(database, some, now);
    const kept: SnapshotToKeep[] = [];
    for (const scope of some) {
      const former = last.get(nameOfScope(scope));
      if (former?.date === date) continue;
      const held = { states, plans };
      const snapshot = await inSpareTime(
        () => snapshotNow(context, held, scope, former, oldest),
        context.gone,
      );
      kept.push({ scope, snapshot: { ...snapshot, date }, formerDate: former?.date });
    }
    await keepSnapshots(database, kept);
  }
  await pruneSnapshots(database, oldest);
  await endDay(database, date);
}

async function snapshotNow(
  context: RequestContext,
  held: InMemory,
  scope: Scope,
  former: Snapshot | undefined,
  oldest: number,
): Promise<Omit<Snapshot, 'date'>> {
  const { now } = context;
  const before = former && (await withSkillsOfNow(context, held.states, former));
  const standing = await standingNow(context, held, scope, before);
  // What is not required any more is kept for as long as there are snapshots of when it was.
  const needs = standing.needs.filter(({ endedAt }) => endedAt === 0 || endedAt >= oldest);
  const people = peopleNow(held, scope, now);
  return {
    ...{ ...standing, needs },
    foreseen: await foreseenOf(context, held, scope, needs),
    personCount: people.length,
    teams: teamsOfAll(held, scope, people, now),
  };
}
