import { hash } from 'node:crypto';
import { timestampMoment } from '../checking/formats';
import { grouped } from '../../../shared/grouped';
import { takeTurns } from '../../../shared/slices';
import { ToldMeanwhileError } from '../../capture/view.service';
import type { Reason } from '../profiles/reasons';
import { meaningOf } from '../profiles/registry';
import { objectAndParents } from '../profiles/told';
import type { StoredStatement } from '../statement';
import { contentOf } from './content.store';
import { typesOf } from './content';
import { Evidence } from './evidence';
import type { MappingContext } from './mapping-context';
import { peopleOf } from './people.service';
import { knownPassages } from './passage.store';
import { activitiesOf, actorsOf, place, type Placed, type Reading } from './placing';
import { settle, type Outcome, type UnmappedGroup } from './waiting.store';

/** A kept statement that waits to be read. */
export interface ToRead {
  readonly key: string;
  readonly platform: string;
  readonly statement: StoredStatement;
  readonly voided: boolean;
  /** What it waits for. */
  readonly was: string;
}

/** What came of a statement: evidence of a visit or of none, or why nothing. */
type Fate = { readonly visit: string | null } | Reason;

/** Reads statements, records what they are evidence of, and notes of the others why they are none. */
export async function readStatements(context: MappingContext, toRead: readonly ToRead[]): Promise<void> {
  const fates = new Map<string, Fate>();
  for (const ofPlatform of grouped(toRead, ({ platform }) => platform).values()) {
    const read = await readOfOne(context, ofPlatform);
    for (const [key, fate] of read) fates.set(key, fate);
  }
  const groups = new Map<string, UnmappedGroup>();
  const outcomes = toRead.map((one): Outcome => {
    const fate = fates.get(one.key);
    const { key, was } = one;
    // What was taken back, or takes another back, will never be evidence.
    if (fate === undefined) return { key, was, waiting: null, visit: null };
    if (typeof fate !== 'string') return { key, was, waiting: null, visit: fate.visit };
    const group = groupOf(one, fate);
    if (!groups.has(group.key)) groups.set(group.key, group);
    return { key, was, waiting: group.key, visit: null };
  });
  await context.database.idempotentTransaction((tx) => settle(tx, outcomes, groups));
}

/** What came of the statements of one platform, by key; nothing of those that were taken back, or take another back. */
async function readOfOne(context: MappingContext, toRead: readonly ToRead[]): Promise<Map<string, Fate>> {
  const { database } = context;
  const fates = new Map<string, Fate>();
  const readings = new Map<string, Reading>();
  for (const { key, platform, statement, voided } of toRead) {
    await takeTurns();
    if (voided) continue;
    const timed = { ...statement, timestamp: inUtc(statement.timestamp) };
    const { told, reason } = meaningOf(timed);
    if (told) readings.set(key, { platform, statement: timed, told });
    // Statements that take others back are read by what they take back.
    else if (reason !== 'VOIDING') fates.set(key, reason);
  }
  if (readings.size === 0) return fates;
  const all = [...readings.values()];
  const [people, content] = await Promise.all([
    peopleOf(context, [...new Map(all.flatMap(actorsOf).map((one) => [one.actor, one])).values()]),
    contentOf(database, all.flatMap(activitiesOf)),
  ]);
  const placed = new Map<string, Placed>();
  for (const [key, reading] of readings) {
    await takeTurns();
    const found = place(reading, { people, content });
    if (typeof found === 'string') fates.set(key, found);
    else placed.set(key, found);
  }
  for (const [key, fate] of await recordPlaced(context, readings, placed)) fates.set(key, fate);
  return fates;
}

/** So often passages are looked up anew of which another server tells at the same time; then it is somebody's fault. */
const mostTries = 10;

/** Records what was placed, as what is not told yet of passages. */
async function recordPlaced(
  context: MappingContext,
  readings: ReadonlyMap<string, Reading>,
  placed: ReadonlyMap<string, Placed>,
): Promise<ReadonlyMap<string, Fate>> {
  const bases = new Set(
    [...placed.values()].flatMap(({ visits, pageViews, videoViews }) =>
      [...visits, ...pageViews, ...videoViews].map(({ base }) => base),
    ),
  );
  const platform = [...readings.values()][0]?.platform ?? '';
  const inOrder = byTime(readings);
  for (let tries = 1; ; tries++) {
    const evidence = new Evidence(platform, await knownPassages(context.database, platform, [...bases]));
    for (const [key, reading] of inOrder) {
      const found = placed.get(key);
      if (found) evidence.add(key, reading.statement.id, found);
    }
    try {
      return await evidence.record(context);
    } catch (error) {
      if (!(error instanceof ToldMeanwhileError) || tries === mostTries) throw error;
    }
  }
}

/** What of one passage happened first comes first, wherever that is in the batch. */
function byTime(readings: ReadonlyMap<string, Reading>): [string, Reading][] {
  return [...readings].sort(([, { statement: one }], [, { statement: other }]) =>
    one.timestamp < other.timestamp ? -1 : one.timestamp > other.timestamp ? 1 : one.id < other.id ? -1 : 1,
  );
}

/** Platforms write times in many ways. */
function inUtc(timestamp: string): string {
  return new Date(timestampMoment(timestamp) ?? Date.parse(timestamp)).toISOString();
}

function groupOf({ platform, statement }: ToRead, reason: Reason): UnmappedGroup {
  const { id, verb, object } = statement;
  const types = typesOf(statement);
  const activities = objectAndParents(statement);
  const activity = object.id ?? object.objectType ?? '';
  const type = types.get(activity) ?? null;
  const names = [...new Set(activities.flatMap((one) => [one, types.get(one) ?? []].flat()))];
  const key = hash('sha256', JSON.stringify([platform, reason, verb.id, type, activity, names]), 'base64url');
  return { key, platform, reason, verb: verb.id, type, activity, names, example: id };
}
