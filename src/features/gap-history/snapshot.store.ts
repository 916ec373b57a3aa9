import type { Database } from '../../graph/driver/database';
import { statement, type Queries } from '../../graph/driver/statement';
import { foreseenDays } from '../../estimators/shortfall-causes';
import { nameOfScope, type Scope } from './scope';
import type { NeedStanding, Standing } from './standing';

/** How a scope stood on a day, as it is stored; the last one of a scope alone is gone on from. */
export interface Snapshot extends Standing {
  /** As in 2026-01-31, by the installation's calendar. */
  readonly date: string;
  readonly personCount: number;
  /** Internal ids of the teams whose leads may see every one of the people. */
  readonly teams: readonly string[];
}

/** The properties of a snapshot: skills and figures in the order of the needs, `eachNeed` figures a need. */
interface StoredSnapshot {
  readonly key: string;
  readonly scope: string;
  readonly date: string;
  readonly at: number;
  readonly calibration: number;
  readonly personCount: number;
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  readonly figures: readonly number[];
  readonly marks?: string;
  readonly foreseen?: readonly number[];
}

const eachNeed = 9;

function storedOf(scope: Scope, { needs, foreseen, ...snapshot }: Snapshot): StoredSnapshot {
  const name = nameOfScope(scope);
  return {
    ...snapshot,
    ...{ key: `${name} ${snapshot.date}`, scope: name, skills: needs.map(({ skill }) => skill) },
    figures: needs.flatMap(({ level, demand, supply, shortfall, causes, endedAt }) => [
      ...[level, demand, supply, shortfall],
      ...[causes.people, causes.fading, causes.demand, causes.calibration, endedAt],
    ]),
    foreseen: foreseen.flat(),
  };
}

function snapshotOf({ skills, figures, marks, foreseen, ...stored }: StoredSnapshot): Snapshot {
  const needs = skills.map((skill, place): NeedStanding => {
    const own = figures.slice(eachNeed * place, eachNeed * (place + 1));
    const [level = 0, demand = 0, supply = 0, shortfall = 0, ...rest] = own;
    const [people = 0, fading = 0, changedDemand = 0, calibration = 0, endedAt = 0] = rest;
    const causes = { people, fading, demand: changedDemand, calibration };
    return { skill, level, demand, supply, shortfall, causes, endedAt };
  });
  const { date, at, calibration, personCount, teams } = stored;
  const each = foreseenDays.length;
  return {
    ...{ date, at, calibration, personCount, teams, needs, marks: marks ?? '' },
    foreseen: skills.map((_, place) => foreseen?.slice(each * place, each * (place + 1)) ?? []),
  };
}

const LAST = statement<{ scope: string; last: StoredSnapshot }>(
  'gapHistory.last',
  `UNWIND $scopes AS scope
   CALL (scope) {
     MATCH (snapshot:GapSnapshot {scope: scope}) WHERE snapshot.at <= $now
     RETURN snapshot {.*} AS last ORDER BY snapshot.at DESC LIMIT 1
   }
   RETURN scope, last`,
);

/** The last snapshots of these scopes, by name of the scope; of those that have one. */
export async function lastSnapshots(
  queries: Queries,
  scopes: readonly Scope[],
  now: number,
): Promise<Map<string, Snapshot>> {
  const rows = await queries.query(LAST, { scopes: scopes.map(nameOfScope), now });
  return new Map(rows.map(({ scope, last }) => [scope, snapshotOf(last)]));
}

interface PastRow {
  readonly scope: string;
  readonly past: StoredSnapshot | null;
  readonly last: StoredSnapshot | null;
  readonly hidden: number;
}

const PAST = statement<PastRow>(
  'gapHistory.past',
  `WITH COLLECT { MATCH (:Person {id: $lead})-[:LEADS]->(:Team)<-[:BROADER*0..]-(team:Team) RETURN DISTINCT team.id } AS led
   UNWIND $scopes AS scope
   WITH led, scope,
     COLLECT {
       MATCH (one:GapSnapshot {scope: scope}) WHERE one.at <= $since
       RETURN one {.*} ORDER BY one.at DESC LIMIT 1 } AS before,
     COLLECT {
       MATCH (one:GapSnapshot {scope: scope}) WHERE one.at > $since AND one.at <= $now
       RETURN one {.*} ORDER BY one.at LIMIT 1 } AS after,
     COLLECT {
       MATCH (one:GapSnapshot {scope: scope}) WHERE one.at <= $now
       RETURN one {.*} ORDER BY one.at DESC LIMIT 1 } AS newest
   WITH led, scope, coalesce(head(before), head(after)) AS past, head(newest) AS last
   RETURN scope, past, last, toFloat(COUNT {
     MATCH (one:GapSnapshot {scope: scope})
     WHERE one.at >= past.at AND one.at <= $now AND NOT any(team IN one.teams WHERE team IN led) }) AS hidden`,
);

/** What is stored of a scope. */
export interface Past {
  /** The last snapshot that is not later than the date asked for, or else the first; undefined where there is none. */
  readonly past: Snapshot | undefined;
  /** The last of all. */
  readonly last: Snapshot | undefined;
  /** Whether there is any from the one to the other that has people who were not in a team that the lead leads. */
  readonly isHidden: boolean;
}

/** By name of the scope. @param lead internal id of a person; empty for nobody */
export async function pastOfScopes(
  queries: Queries,
  scopes: readonly Scope[],
  asked: { readonly since: number; readonly now: number; readonly lead: string },
): Promise<Map<string, Past>> {
  const rows = await queries.query(PAST, { scopes: scopes.map(nameOfScope), ...asked });
  return new Map(
    rows.map(({ scope, past, last, hidden }) => [
      scope,
      {
        past: past ? snapshotOf(past) : undefined,
        last: last ? snapshotOf(last) : undefined,
        isHidden: hidden > 0,
      },
    ]),
  );
}

const LAST_DAY = statement<{ date: string | null }>(
  'gapHistory.lastDay',
  `MATCH (installation:Installation {one: 1}) RETURN installation.gapHistoryOn AS date`,
);

/** The last day of which all snapshots are kept; undefined where there is none. */
export async function lastDayKept(database: Database): Promise<string | undefined> {
  const [row] = await database.query(LAST_DAY);
  return row?.date ?? undefined;
}

const END_DAY = statement(
  'gapHistory.endDay',
  `MATCH (installation:Installation {one: 1})
   SET installation.gapHistoryOn = $date`,
);

/** Says that all snapshots of a day are kept. */
export async function endDay(database: Database, date: string): Promise<void> {
  await database.idempotentTransaction((tx) => tx.query(END_DAY, { date }));
}

const KEEP = statement(
  'gapHistory.keep',
  `UNWIND $snapshots AS item
   MERGE (snapshot:GapSnapshot {key: item.stored.key})
   ON CREATE SET snapshot += item.stored
   WITH item
   MATCH (former:GapSnapshot {key: item.former})
   REMOVE former.marks, former.foreseen`,
);

/** A snapshot to be kept. */
export interface SnapshotToKeep {
  readonly scope: Scope;
  readonly snapshot: Snapshot;
  /** The date of the scope's last one before it, which is not gone on from any more. */
  readonly formerDate: string | undefined;
}

/** Keeps snapshots of scopes that have none of the day. */
export async function keepSnapshots(database: Database, kept: readonly SnapshotToKeep[]): Promise<void> {
  const snapshots = kept.map(({ scope, snapshot, formerDate }) => ({
    stored: storedOf(scope, snapshot),
    former: formerDate === undefined ? null : `${nameOfScope(scope)} ${formerDate}`,
  }));
  await database.idempotentTransaction((tx) => tx.query(KEEP, { snapshots }));
}

const PRUNE = statement<{ deleted: number }>(
  'gapHistory.prune',
  `MATCH (snapshot:GapSnapshot) WHERE snapshot.at < $before
   WITH snapshot LIMIT 1000
   DELETE snapshot
   RETURN toFloat(count(*)) AS deleted`,
);

/** Deletes snapshots from before a moment. */
export async function pruneSnapshots(database: Database, before: number): Promise<void> {
  for (;;) {
    const [row] = await database.idempotentTransaction((tx) => tx.query(PRUNE, { before }));
    if ((row?.deleted ?? 0) === 0) return;
  }
}
