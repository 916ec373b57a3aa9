import type { Logger } from 'pino';
import type { Database } from '../../graph/driver/database';
import { OverloadedError } from '../../shared/errors';
import type { Looks } from '../request/looks';
import type { Viewer } from '../access/viewer';
import { oneLook, writeLooks, type LooksToWrite } from './look.store';
import { ViewersAsTheyAre } from './viewers';

/** What one request looked at. */
export interface LooksOfRequest {
  readonly viewer: Viewer;
  readonly operation: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly looks: Looks;
}

type Look = Omit<LooksToWrite, 'lastAt' | 'count'>;

/** Looks alike, as far as they are one: of a viewer at a person for a need, within an hour. */
interface Kept {
  /** The same for all that are alike. */
  readonly name: string;
  readonly look: Look;
  lastAt: number;
  /** How many are not written yet. */
  count: number;
  /** By performance.now(); undefined before the first time. */
  writtenAt: number | undefined;
}

/** A request whose looks there is no room for yet: its answer waits. */
interface Waiting {
  readonly looks: readonly Look[];
  readonly admit: () => void;
}

/**
 * How long looks wait for others to be written with; milliseconds, as all times here. Only when somebody looked is a time
 * of day: what waits goes by performance.now(), which nobody sets.
 */
const patience = 1_000;
/** A further look of one that is written is only counted: this often is often enough. */
const recountAfter = 300_000;
const largestBatch = 1_000;
/** While few looks wait the writer rests so many times as long as a batch took: reads have the database to themselves. */
const restFactor = 20;
const few = 5_000;
const longestRest = 10_000;
const longestRetry = 60_000;
/** Most written looks that are kept to be counted on, of 600 bytes each: an export looks at everybody once, and keeps no more. */
const mostKept = 20_000;
const longestOperation = 200;

/** How much waits to be written before answers wait for it, and how long these do, milliseconds. */
interface Room {
  readonly mostDue: number;
  readonly longestWait: number;
}
const usualRoom: Room = { mostDue: 50_000, longestWait: 15_000 };

/**
 * Writes down who looked at whose figures, beside the requests: they leave what they looked at and go on, unless more is
 * waiting to be written than may be held: then they wait. One writer, some looks at a time; while the database is away
 * looks wait. What waits is lost where the process is killed.
 */
export class LookRecorder {
  private readonly viewers: ViewersAsTheyAre;
  /** By name: those that looks of now can be counted with. */
  private readonly kept = new Map<string, Kept>();
  /** To be written, the oldest first. */
  private readonly unwritten = new Set<Kept>();
  private readonly line: Waiting[] = [];
  private sweptAt = performance.now();
  private timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;
  private restUntil = 0;
  private failures = 0;
  private working: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly room: Room = usualRoom,
  ) {
    this.viewers = new ViewersAsTheyAre(database);
  }

  /** How many looks are held to be written. */
  get due(): number {
    return this.unwritten.size;
  }

  /** The same, with those that answers wait for. */
  get waiting(): number {
    return this.line.reduce((sum, { looks }) => sum + looks.length, this.due);
  }

  /**
   * Takes over what a request looked at, at once where there is room. Throws OverloadedError where there is none for too
   * long: what was looked at must then not be shown.
   */
  async take({ viewer: { personKey, role }, operation, at, looks }: LooksOfRequest): Promise<void> {
    const viewer = personKey === undefined ? undefined : await this.viewers.now(personKey);
    const shared = { viewer, role, operation: operation?.slice(0, longestOperation) ?? null, firstAt: at };
    const taken = [...looks].flatMap(({ need, person }) =>
      person === viewer?.key || person === personKey ? [] : [{ ...shared, need, person }],
    );
    if (this.line.length === 0 && this.due < this.room.mostDue) this.gather(taken);
    else await this.roomFor(taken);
  }

  /** Writes what is left, counts included; where that fails the looks are lost, and the log says so. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer?.handle);
    await this.working;
    for (const one of this.kept.values()) if (one.count > 0) this.unwritten.add(one);
    try {
      while (this.due > 0) await this.writeBatch();
    } catch (error) {
      this.logger.error({ err: error, looks: this.due }, 'looks are lost: they could not be written');
    }
  }

  /** Whether it has to be gone on with at once. */
  private get isPressed(): boolean {
    return this.line.length > 0 || this.due >= few;
  }

  private roomFor(looks: readonly Look[]): Promise<void> {
    this.wakeIn(0);
    return new Promise((resolve, reject) => {
      const handle = setTimeout(() => {
        this.line.splice(this.line.indexOf(waiting), 1);
        reject(
          new OverloadedError(
            'Who looks at figures of people is written down, and more is waiting to be than may be held: ask again in a while.',
          ),
        );
      }, this.room.longestWait);
      const waiting: Waiting = {
        looks,
        admit: () => {
          clearTimeout(handle);
          this.gather(looks);
          resolve();
        },
      };
      this.line.push(waiting);
    });
  }

  /** Lets those go on for whose looks there is room by now, in the order in which they came. */
  private admit(): void {
    while (this.due < this.room.mostDue) {
      const next = this.line.shift();
      if (!next) return;
      next.admit();
    }
  }

  private gather(looks: readonly Look[]): void {
    for (const look of looks) this.count(look);
    this.wakeIn(patience);
  }

  /** Sees to it that the writer works at that time at the latest; earlier it may, but not while it rests. */
  private wakeIn(milliseconds: number): void {
    const now = performance.now();
    const at = Math.max(now + milliseconds, this.restUntil);
    if (this.closed || this.working || (this.timer && this.timer.at <= at)) return;
    clearTimeout(this.timer?.handle);
    const handle = setTimeout(() => {
      this.timer = undefined;
      this.working = this.work();
    }, at - now);
    this.timer = { at, handle: handle.unref() };
  }

  /** One round: what is due is found, and a batch written. */
  private async work(): Promise<void> {
    this.sweep();
    const begun = performance.now();
    try {
      await this.writeBatch();
      this.failures = 0;
      this.admit();
      const rest = this.isPressed ? 0 : Math.min(longestRest, restFactor * (performance.now() - begun));
      this.restUntil = performance.now() + rest;
    } catch (error) {
      const wait = Math.min(longestRetry, patience * 2 ** this.failures++);
      this.restUntil = performance.now() + wait;
      this.logger.warn({ err: error, looks: this.waiting, wait }, 'looks wait: they cannot be written now');
    }
    this.working = undefined;
    if (this.due > 0) this.wakeIn(this.isPressed ? 0 : patience);
    else if (this.kept.size > 0) this.wakeIn(recountAfter);
  }

  private count(look: Look): void {
    const { viewer, role, person, need, firstAt: at } = look;
    const name = `${viewer?.key ?? ''} ${role} ${person} ${need}`;
    const alike = this.kept.get(name);
    if (alike && at < alike.look.firstAt + oneLook) {
      alike.lastAt = Math.max(alike.lastAt, at);
      alike.count++;
      return;
    }
    if (alike && alike.count > 0) this.unwritten.add(alike);
    const fresh: Kept = { name, look, lastAt: at, count: 1, writtenAt: undefined };
    this.kept.delete(name);
    this.kept.set(name, fresh);
    this.unwritten.add(fresh);
  }

  /** Forgets what is kept too long or is too many, and finds counts that have waited long enough. */
  private sweep(): void {
    const now = performance.now();
    const timeOfDay = Date.now();
    const wholly = now - this.sweptAt >= recountAfter;
    if (wholly) this.sweptAt = now;
    for (const [name, one] of this.kept) {
      if (!wholly && this.kept.size <= mostKept) return;
      const over = one.look.firstAt + oneLook <= timeOfDay || this.kept.size > mostKept;
      if (over) this.kept.delete(name);
      const waited = one.writtenAt !== undefined && one.writtenAt + recountAfter <= now;
      if (one.count > 0 && (over || waited)) this.unwritten.add(one);
    }
  }

  /** Writes the oldest that are due; of those alike one at a time, that the earlier is there before the later. */
  private async writeBatch(): Promise<void> {
    const batch = new Map<string, { readonly one: Kept; readonly row: LooksToWrite }>();
    for (const one of this.unwritten) {
      if (batch.size === largestBatch) break;
      const { name, look, lastAt, count } = one;
      if (!batch.has(name)) batch.set(name, { one, row: { ...look, lastAt, count } });
    }
    if (batch.size === 0) return;
    const rows = [...batch.values()].map(({ row }) => row);
    await this.database.transaction((tx) => writeLooks(tx, rows));
    for (const { one, row } of batch.values()) {
      this.unwritten.delete(one);
      one.count -= row.count;
      one.writtenAt = performance.now();
    }
  }
}
