import type { Queries } from '../../graph/driver/statement';
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

/** Keeps statements, in one transaction: what it says is kept is durable. */
export async function keepStatements(
  { database, background }: KeepingContext,
  batch: BatchToKeep,
): Promise<Kept> {
  const times = background.keep(StoredTimes);
  const known = background.keep(KnownDescriptions);
  const given: TimesGiven[] = [];
  let written: Written | undefined;
  try {
    const { kept, learned } = await database.idempotentTransaction(async (tx): Promise<Written> => {
      const { fates, fresh, isAgain } = await sort(tx, batch, written);
      // The connection broke while an earlier try was committed, and that one holds.
      if (isAgain && written) return written;
      if (fresh.length === 0 || (batch.allOrNothing && fates.includes('conflict')))
        return { kept: { fates, stored: [] }, learned: [] };
      const mine = times.give(fresh.length, await latestSeq(tx));
      given.push(mine);
      written = await write(tx, batch, fates, fresh, mine.first, known);
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
  readonly kept: Kept;
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

/** Tells what is new from what is there, and whether that is what an earlier try wrote. */
async function sort(
  tx: Queries,
  { sender, items }: BatchToKeep,
  earlier: Written | undefined,
): Promise<{ fates: Fate[]; fresh: Fresh[]; isAgain: boolean }> {
  const keys = items.map(({ id }) => statementKey(sender.name, id));
  const known = new Map((await knownStatements(tx, keys)).map((row) => [row.key, row]));
  const fresh = new Map<string, Fresh>();
  const fates = items.map((item, place): Fate => {
    const key = keys[place] ?? '';
    const content = contentOf(item.statement);
    const before = known.get(key);
    const first = fresh.get(key);
    if (first) return isSame(item.statement, content, asKnown(first)) ? 'duplicate' : 'conflict';
    if (before?.there === true) return isSame(item.statement, content, before) ? 'duplicate' : 'conflict';
    fresh.set(key, { key, item, content, awaited: before !== undefined });
    return 'stored';
  });
  const own = new Set(earlier?.kept.stored.map(({ seq }) => seq));
  const isAgain = [...known.values()].some(({ seq }) => seq !== null && own.has(seq));
  return { fates, fresh: [...fresh.values()], isAgain };
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
  { sender, attachments }: BatchToKeep,
  fates: readonly Fate[],
  fresh: readonly Fresh[],
  first: number,
  known: KnownDescriptions,
): Promise<Written> {
  const rows = await withTargets(
    tx,
    fresh.map((one, place) => rowOf(sender, one, first + place)),
  );
  const awaited = new Map(
    rows.filter((_, place) => fresh[place]?.awaited === true).map((row) => [row.key, row]),
  );
  await writeStatements(tx, rows, awaited);
  await writeMentions(tx, rows, 'stored');
  const referrers = awaited.size > 0 ? await nameReferrers(tx, awaited) : [];
  const voiding = new Set(referrers.flatMap(({ target, voids }) => (voids ? [target] : [])));
  if (attachments.length > 0) await writeAttachments(tx, sender.name, attachments);
  const descriptions = fresh.flatMap(({ item }) => descriptionsIn(item.statement));
  const learned = await learnDefinitions(tx, sender.name, descriptions, known);
  const stored = fresh.map(({ key, item }, place): KeptStatement => {
    const timestamp = item.statement.timestamp ?? timeText(first + place);
    return {
      platform: sender.name,
      statement: { ...item.statement, id: item.id, timestamp },
      seq: first + place,
      voided: voiding.has(key) && rows[place]?.voids !== true,
    };
  });
  return { kept: { fates, stored }, learned };
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
