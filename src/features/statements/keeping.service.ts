import type { Queries } from '../../graph/driver/statement';
import { KindOfWrite, SharedWrites } from '../recording/shared-writes';
import type { RequestContext } from '../request/context';
import { writeAttachments, type AttachmentContent } from './attachment.store';
import { voided } from './checking/statement-check';
import { timestampMoment } from './checking/formats';
import { contentOf } from './comparing';
import { KnownDescriptions, learnDefinitions } from './defining.service';
import { descriptionsIn } from './definitions';
import { defaultVersion, keptText } from './kept-text';
import { writeMentions } from './mention.store';
import { namesOf } from './naming';
import type { Sender } from './platform.service';
import { unread } from './mapping/waiting.store';
import { nameReferrers, withNamesOfTargets } from './referring.service';
import type { StoredStatement } from './statement';
import { targetOf, type GivenStatement } from './statement-parts';
import {
  awaitTargets,
  knownStatements,
  latestSeq,
  statementKey,
  writeStatements,
  type KnownStatement,
  type StatementRow,
} from './statement.store';
import { StoredTimes, timeText, type TimesGiven } from './stored-times';

export type KeepingContext = Pick<RequestContext, 'database' | 'background'>;

/** A checked statement with its id, and its text as it came. */
export interface StatementToKeep {
  readonly id: string;
  readonly statement: GivenStatement;
  readonly text: string;
}

/** What became of a statement: it is new, it was there, or another one is there under its id. */
export type Fate = 'stored' | 'duplicate' | 'conflict';

/** What was kept of a batch. */
export interface Kept {
  /** By position. */
  readonly fates: readonly Fate[];
  /** The new ones, in the order in which they are stored. */
  readonly stored: readonly KeptStatement[];
}

/** A statement that is new, for those who read more out of it. */
export interface KeptStatement {
  readonly platform: string;
  readonly statement: StoredStatement;
  /** When it was stored, epoch microseconds. */
  readonly seq: number;
  /** Whether a statement that takes it back came before it. */
  readonly voided: boolean;
}

export interface BatchToKeep {
  readonly sender: Sender;
  readonly items: readonly StatementToKeep[];
  readonly attachments: readonly AttachmentContent[];
  /** Whether nothing is kept where one of them is in conflict. */
  readonly allOrNothing: boolean;
}

/** Small batches of one platform: at the door each would be a transaction of its own. */
class KeepingWrites extends SharedWrites {
  protected override readonly mostTogether = 32;
}

const batches = new KindOfWrite<BatchToKeep, Kept>();

/** Larger batches are kept by themselves: they gain nothing by it, and would make smaller ones wait. */
const largestSmallBatch = 50;

/**
 * Keeps statements, in one transaction, a small batch maybe with others that the platform sends at the time: what it says is
 * kept is durable.
 */
export async function keepStatements(context: KeepingContext, batch: BatchToKeep): Promise<Kept> {
  const write = (some: readonly BatchToKeep[]): Promise<readonly Kept[]> => keepTogether(context, some);
  if (batch.items.length > largestSmallBatch || batch.attachments.length > 0) {
    const [kept] = await write([batch]);
    return kept ?? nothing;
  }
  const about = new Set([batch.sender.name]);
  // Whoever has left is not waited for: what was sent is kept.
  const gone = new AbortController().signal;
  return KeepingWrites.of(context).write(batches, { about, batch, write, gone });
}

const nothing: Kept = { fates: [], stored: [] };

/** Keeps batches of one platform, as if one came after the other. */
async function keepTogether(
  { database, background }: KeepingContext,
  together: readonly BatchToKeep[],
): Promise<readonly Kept[]> {
  const times = background.keep(StoredTimes);
  const known = background.keep(KnownDescriptions);
  const given: TimesGiven[] = [];
  let written: Written | undefined;
  try {
    const { kept, learned } = await database.idempotentTransaction(async (tx): Promise<Written> => {
      const { sorted, isAgain } = await sort(tx, together, written);
      // The connection broke while an earlier try was committed, and that one holds.
      if (isAgain && written) return written;
      const count = sorted.reduce((sum, { fresh }) => sum + fresh.length, 0);
      if (count === 0) return { kept: sorted.map(({ fates }) => ({ fates, stored: [] })), learned: [] };
      const mine = times.give(count, await latestSeq(tx));
      given.push(mine);
      written = await write(tx, sorted, mine.first, known);
      return written;
    });
    // What a rehearsal wrote is gone.
    if (!database.isRehearsal) known.add(learned);
    return kept;
  } finally {
    for (const one of given) one.settle();
  }
}

interface Written {
  /** By batch. */
  readonly kept: readonly Kept[];
  /** Digests of descriptions that the graph has then. */
  readonly learned: readonly string[];
}

interface Fresh {
  readonly key: string;
  readonly item: StatementToKeep;
  readonly content: string;
  /** Whether others point at it already. */
  readonly awaited: boolean;
}

/** A batch, told what of it is new; nothing of it is where all or nothing is to be kept and something is in conflict. */
interface SortedBatch {
  readonly batch: BatchToKeep;
  readonly fates: readonly Fate[];
  readonly fresh: readonly Fresh[];
}

/** Tells what is new from what is there, and whether that is what an earlier try wrote. */
async function sort(
  tx: Queries,
  together: readonly BatchToKeep[],
  earlier: Written | undefined,
): Promise<{ sorted: readonly SortedBatch[]; isAgain: boolean }> {
  const keys = together.flatMap(({ sender, items }) => items.map(({ id }) => statementKey(sender.name, id)));
  const known = new Map((await knownStatements(tx, [...new Set(keys)])).map((row) => [row.key, row]));
  const before = new Map<string, Fresh>();
  const sorted = together.map((batch): SortedBatch => {
    const fresh = new Map<string, Fresh>();
    const fates = batch.items.map((item): Fate => {
      const key = statementKey(batch.sender.name, item.id);
      const content = contentOf(item.statement);
      const there = known.get(key);
      const first = fresh.get(key) ?? before.get(key);
      if (first) return isSame(item.statement, content, asKnown(first)) ? 'duplicate' : 'conflict';
      if (there?.there === true) return isSame(item.statement, content, there) ? 'duplicate' : 'conflict';
      fresh.set(key, { key, item, content, awaited: there !== undefined });
      return 'stored';
    });
    if (batch.allOrNothing && fates.includes('conflict')) return { batch, fates, fresh: [] };
    for (const [key, one] of fresh) before.set(key, one);
    return { batch, fates, fresh: [...fresh.values()] };
  });
  const own = new Set(earlier?.kept.flatMap(({ stored }) => stored.map(({ seq }) => seq)));
  const isAgain = [...known.values()].some(({ seq }) => seq !== null && own.has(seq));
  return { sorted, isAgain };
}

type Comparable = Pick<KnownStatement, 'content' | 'at'>;

function asKnown({ content, item }: Fresh): Comparable {
  return { content, at: momentOf(item.statement) ?? null };
}

/** The time of the event may have been added by the store: it is compared where a statement states it. */
function isSame(statement: GivenStatement, content: string, before: Comparable): boolean {
  const at = momentOf(statement);
  return content === before.content && (at === undefined || before.at === null || at === before.at);
}

function momentOf({ timestamp }: GivenStatement): number | undefined {
  return timestamp === undefined ? undefined : timestampMoment(timestamp);
}

async function write(
  tx: Queries,
  sorted: readonly SortedBatch[],
  first: number,
  known: KnownDescriptions,
): Promise<Written> {
  const fresh = sorted.flatMap(({ batch: { sender }, fresh: some }) =>
    some.map((one) => ({ ...one, sender })),
  );
  const rows = await withTargets(
    tx,
    fresh.map((one, place) => rowOf(one.sender, one, first + place)),
  );
  const awaited = new Map(
    rows.filter((_, place) => fresh[place]?.awaited === true).map((row) => [row.key, row]),
  );
  await writeStatements(tx, rows, awaited);
  await writeMentions(tx, rows, 'stored');
  const referrers = awaited.size > 0 ? await nameReferrers(tx, awaited) : [];
  const voiding = new Set(referrers.flatMap(({ target, voids }) => (voids ? [target] : [])));
  const platform = fresh[0]?.sender.name ?? '';
  const attachments = sorted.flatMap(({ batch, fresh: some }) => (some.length > 0 ? batch.attachments : []));
  if (attachments.length > 0) await writeAttachments(tx, platform, attachments);
  const descriptions = fresh.flatMap(({ item }) => descriptionsIn(item.statement));
  const learned = await learnDefinitions(tx, platform, descriptions, known);
  const stored = fresh.map(({ key, item }, place): KeptStatement => {
    const timestamp = item.statement.timestamp ?? timeText(first + place);
    return {
      platform,
      statement: { ...item.statement, id: item.id, timestamp },
      seq: first + place,
      voided: voiding.has(key) && rows[place]?.voids !== true,
    };
  });
  let taken = 0;
  const kept = sorted.map(({ fates, fresh: some }) => ({
    fates,
    stored: stored.slice(taken, (taken += some.length)),
  }));
  return { kept, learned };
}

function rowOf(sender: Sender, { key, item, content }: Fresh, seq: number): StatementRow {
  const { id, statement } = item;
  const stored = timeText(seq);
  const { timestamp = stored, version = defaultVersion, attachments = [] } = statement;
  const text = keptText(item.text, { id, stored, timestamp, version, authority: sender.authority });
  const target = targetOf(statement);
  return {
    key,
    platform: sender.name,
    seq,
    waiting: unread,
    text,
    size: attachments.reduce((sum, { length }) => sum + length, Buffer.byteLength(text)),
    content,
    at: timestampMoment(timestamp) ?? Math.floor(seq / 1_000),
    ...namesOf(sender.name, statement, sender.authority),
    ...(target !== undefined && { target: statementKey(sender.name, target) }),
    ...(statement.verb.id === voided && { voids: true }),
  };
}

/** The rows with the names of what they point at, where they point at something. */
async function withTargets(tx: Queries, rows: readonly StatementRow[]): Promise<readonly StatementRow[]> {
  const own = new Set(rows.map(({ key }) => key));
  const pointed = [...new Set(rows.flatMap(({ target }) => target ?? []))];
  if (pointed.length === 0) return rows;
  const outside = pointed.filter((key) => !own.has(key));
  const found = outside.length > 0 ? await awaitTargets(tx, outside) : [];
  const names = withNamesOfTargets(rows, new Map(found.map((target) => [target.key, target])));
  return rows.map((row) => ({ ...row, ...names.get(row.key) }));
}
