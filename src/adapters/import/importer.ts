import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from '../../shared/errors';
import { ItemErrorCode, largestBatch, type ItemError } from '../../shared/items';
import type { Item } from './cells';
import type { Entry, RejectedLine } from './entry';
import type { Kind } from './kinds';
import type { Waiting, WaitingLines } from './waiting-lines';

/** What became of an item: it was new, differed from what was there, or said what was there already. */
export type Fate = 'created' | 'changed' | 'unchanged';

/** What became of a batch: of each item, undefined where it failed, or how many, where the API does not say of which. */
export type Outcome = { readonly errors: readonly ItemError[] } & (
  { readonly fates: readonly (Fate | undefined)[] } | Readonly<Record<Fate, number>>
);

/** Sends a batch through the API's mutation of the kind. */
export type Send = (kind: Kind, items: readonly Item[]) => Promise<Outcome>;

/** What became of the lines of one kind. */
export interface Tally {
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Lines that say again what earlier lines of the import said, and were not sent. */
  repeated: number;
  /** Lines that refer to something that does not exist yet. */
  waiting: number;
}

const noLines: Tally = { created: 0, changed: 0, unchanged: 0, rejected: 0, repeated: 0, waiting: 0 };

interface Lane {
  entries: Entry[];
  underWay: Promise<void>;
}

/** Lanes that evidence is spread over, by person. */
const evidenceLanes = 4;

/** How long a database that cannot be reached is waited for, milliseconds. */
const patience = 60_000;
const pause = 1_000;

/**
 * Sends lines in batches. Lines of one kind keep their order, and go after those of the kinds that theirs refer to;
 * evidence goes in lanes at once, one person's always in the same. A line that names what is not there waits until all
 * others are in, for a later line may bring it.
 */
export class Importer {
  readonly tallies = new Map<Kind, Tally>();
  /** Rejected lines of which no kind is known. */
  unread = 0;
  private readonly lanes = new Map<Kind, Lane[]>();
  private failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly kinds: readonly Kind[],
    private readonly send: Send,
    private readonly reject: (lines: readonly RejectedLine[]) => Promise<void>,
    private readonly waiting: WaitingLines,
  ) {}

  /** Takes a line; waits where as many as may be are under way. Throws what the database threw at an earlier one. */
  async add(entry: Entry): Promise<void> {
    const lane = this.laneOf(entry);
    lane.entries.push(entry);
    if (lane.entries.length >= largestBatch) await this.dispatch(entry.kind, lane);
  }

  /** Sends what is left, without what waits. */
  async flush(): Promise<void> {
    for (const kind of this.kinds) await this.drain(kind);
  }

  /** Sends again what waits, as long as that brings some of it in; what is left is rejected. */
  async settle(): Promise<void> {
    for (let before = Infinity; this.waiting.count > 0 && this.waiting.count < before;) {
      before = this.waiting.count;
      for await (const { entry } of this.waiting.taken(this.kinds)) {
        this.tallyOf(entry.kind).waiting--;
        await this.add(entry);
      }
      await this.flush();
    }
    await this.rejectWaiting(() => true);
  }

  /** Rejects the waiting lines that are hopeless; the others stay counted as waiting. */
  async rejectWaiting(isHopeless: (entry: Entry) => boolean): Promise<void> {
    for await (const { entry, message } of this.waiting.taken(this.kinds)) {
      if (!isHopeless(entry)) continue;
      const tally = this.tallyOf(entry.kind);
      tally.waiting--;
      tally.rejected++;
      await this.reject([rejectedOf(entry, ItemErrorCode.NOT_FOUND, message)]);
    }
  }

  /** Counts lines that were rejected before they could be sent. */
  countRejected(lines: readonly RejectedLine[]): void {
    for (const line of lines) {
      const kind = this.kinds.find(({ name }) => name === line.kind);
      if (kind) this.tallyOf(kind).rejected++;
      else this.unread++;
    }
  }

  /** Counts a line that says what an earlier one said, and is not sent; of evidence as the API would. */
  countRepeated(kind: Kind): void {
    this.tallyOf(kind)[kind.isEvidence ? 'unchanged' : 'repeated']++;
  }

  private tallyOf(kind: Kind): Tally {
    const tally = this.tallies.get(kind) ?? { ...noLines };
    this.tallies.set(kind, tally);
    return tally;
  }

  private laneOf({ kind, item }: Entry): Lane {
    const count = kind.isEvidence ? evidenceLanes : 1;
    const lanes =
      this.lanes.get(kind) ??
      Array.from({ length: count }, () => ({ entries: [], underWay: Promise.resolve() }));
    this.lanes.set(kind, lanes);
    const place = count === 1 ? 0 : placeByHash(JSON.stringify(item['person'] ?? item['id'] ?? null), count);
    const lane = lanes[place];
    if (!lane) throw new Error(`There is no lane ${String(place)}.`);
    return lane;
  }

  private async dispatch(kind: Kind, lane: Lane): Promise<void> {
    for (const earlier of this.kinds.slice(0, this.kinds.indexOf(kind))) await this.drain(earlier);
    const entries = lane.entries;
    lane.entries = [];
    await lane.underWay;
    this.throwFailure();
    lane.underWay = this.deliver(kind, entries).catch((error: unknown) => {
      this.failure ??= { error };
    });
  }

  private async drain(kind: Kind): Promise<void> {
    for (const lane of this.lanes.get(kind) ?? [])
      if (lane.entries.length > 0) await this.dispatch(kind, lane);
    for (const lane of this.lanes.get(kind) ?? []) await lane.underWay;
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }

  private async deliver(kind: Kind, entries: readonly Entry[]): Promise<void> {
    const outcome = await this.sendPatiently(
      kind,
      entries.map(({ item }) => item),
    );
    const tally = this.tallyOf(kind);
    count(tally, outcome, entries);
    const { errors } = outcome;
    const rejected: RejectedLine[] = [];
    const waiting: Waiting[] = [];
    for (const { index, code, message } of errors) {
      const entry = entries[index];
      if (!entry) continue;
      if (code === ItemErrorCode.NOT_FOUND) {
        tally.waiting++;
        waiting.push({ entry, message });
      } else if (entry.isRepeat && code === ItemErrorCode.INVALID) {
        // What it lacks may be what the earlier line brings.
        tally.waiting++;
      } else {
        tally.rejected++;
        rejected.push(rejectedOf(entry, code, message));
      }
    }
    await this.waiting.add(waiting);
    await this.reject(rejected);
  }

  /** A batch may be sent again: what was taken the first time is there already. */
  private async sendPatiently(kind: Kind, items: readonly Item[]): Promise<Outcome> {
    for (const until = performance.now() + patience; ;) {
      try {
        return await this.send(kind, items);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError) || performance.now() > until) throw error;
        await delay(pause);
      }
    }
  }
}

/** What an earlier line made is not new once more, though a rehearsal may not find it there. */
function count(tally: Tally, outcome: Outcome, entries: readonly Entry[]): void {
  if ('fates' in outcome) {
    outcome.fates.forEach((fate, place) => {
      if (fate !== undefined) tally[fate === 'created' && entries[place]?.isRepeat ? 'changed' : fate]++;
    });
  } else for (const fate of ['created', 'changed', 'unchanged'] as const) tally[fate] += outcome[fate];
}

function rejectedOf({ file, line, kind, item }: Entry, code: string, reason: string): RejectedLine {
  return { file, line, kind: kind.name, code, reason, item };
}

function placeByHash(text: string, places: number): number {
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum % places;
}
