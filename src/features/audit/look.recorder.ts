import type { Logger } from 'pino';
import type { Database } from '../../graph/driver/database';
import type { Looks } from '../request/looks';
import type { Viewer } from '../access/viewer';
import { oneLook, writeLooks, type LooksToWrite } from './look.store';

/** What one request looked at. */
export interface LooksOfRequest {
  readonly viewer: Viewer;
  readonly operation: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly looks: Looks;
}

/** Looks alike, as far as they are one. */
interface Kept {
  /** The same for all that are alike. */
  readonly name: string;
  readonly look: Omit<LooksToWrite, 'lastAt' | 'count'>;
  lastAt: number;
  /** How many are not written yet. */
  count: number;
  /** Undefined before the first time. */
  writtenAt: number | undefined;
}

/** How long looks wait for others to be written with; milliseconds, as all times here. */
const patience = 1_000;
/** A further look of one that is written is only counted: this often is often enough. */
const recountAfter = 300_000;
const largestBatch = 1_000;
/** The writer rests so many times as long as a batch took, that reads have the database to themselves. */
const restFactor = 20;
const longestRest = 10_000;
const longestRetry = 60_000;
/** Most looks that wait to be written, and most written ones that are kept to be counted on: some hundred bytes each. */
const mostWaiting = 200_000;
const mostKept = 100_000;
const longestOperation = 200;

/**
 * Writes down who looked at whose figures, beside the requests: these leave what they looked at and go on. One writer,
 * some looks at a time; while the database is away they wait. What waits is lost where the process is killed.
 */
export class LookRecorder {
  private arrived: LooksOfRequest[] = [];
  private arrivedLooks = 0;
  private lost = 0;
  /** By name: those that looks of now can be counted with. */
  private readonly kept = new Map<string, Kept>();
  /** To be written, the oldest first. */
  private readonly due = new Set<Kept>();
  private sweptAt = Date.now();
  private timer: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;
  private restUntil = 0;
  private failures = 0;
  private working: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** How many looks wait to be written. */
  get waiting(): number {
    return this.arrivedLooks + this.due.size;
  }

  /** Takes over what a request looked at; costs the request no more than that. */
  take(request: LooksOfRequest): void {
    const { size } = request.looks;
    if (this.waiting + size > mostWaiting) {
      this.lost += size;
    } else {
      this.arrived.push(request);
      this.arrivedLooks += size;
    }
    this.wakeIn(patience);
  }

  /** Writes what is left, counts included; where that fails the looks are lost, and the log says so. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer?.handle);
    await this.working;
    this.sort();
    for (const one of this.kept.values()) if (one.count > 0) this.due.add(one);
    try {
      while (this.due.size > 0) await this.writeBatch();
    } catch (error) {
      this.logger.error({ err: error, looks: this.due.size }, 'looks are lost: they could not be written');
    }
  }

  /** Sees to it that the writer works at that time at the latest; earlier it may, but not while it rests. */
  private wakeIn(milliseconds: number): void {
    const at = Math.max(Date.now() + milliseconds, this.restUntil);
    if (this.closed || this.working || (this.timer && this.timer.at <= at)) return;
    clearTimeout(this.timer?.handle);
    const handle = setTimeout(() => {
      this.timer = undefined;
      this.working = this.work();
    }, at - Date.now());
    this.timer = { at, handle: handle.unref() };
  }

  /** One round: what arrived is sorted, and a batch written. */
  private async work(): Promise<void> {
    this.sort();
    const begun = Date.now();
    try {
      await this.writeBatch();
      this.failures = 0;
      this.restUntil = Date.now() + Math.min(longestRest, restFactor * (Date.now() - begun));
    } catch (error) {
      const wait = Math.min(longestRetry, patience * 2 ** this.failures++);
      this.restUntil = Date.now() + wait;
      this.logger.warn({ err: error, looks: this.due.size, wait }, 'looks wait: they cannot be written now');
    }
    this.working = undefined;
    if (this.arrived.length > 0 || this.due.size > 0) this.wakeIn(patience);
    else if (this.kept.size > 0) this.wakeIn(recountAfter);
  }

  /** Counts what arrived with what is alike, and finds what is due to be written. */
  private sort(): void {
    const arrived = this.arrived;
    this.arrived = [];
    this.arrivedLooks = 0;
    for (const request of arrived) {
      const { personKey: viewer, role } = request.viewer;
      const operation = request.operation?.slice(0, longestOperation) ?? null;
      for (const { need, person } of request.looks) {
        if (person !== viewer) this.count({ viewer, role, person, need, operation, firstAt: request.at });
      }
    }
    if (this.lost > 0) {
      this.logger.error({ looks: this.lost }, 'looks are lost: more are waiting than may be held');
      this.lost = 0;
    }
    this.sweep();
  }

  private count(look: Kept['look']): void {
    const { viewer, role, person, need, operation, firstAt: at } = look;
    const name = JSON.stringify([viewer ?? null, role, person, need, operation]);
    const alike = this.kept.get(name);
    if (alike && at < alike.look.firstAt + oneLook) {
      alike.lastAt = Math.max(alike.lastAt, at);
      alike.count++;
      return;
    }
    if (alike && alike.count > 0) this.due.add(alike);
    const fresh: Kept = { name, look, lastAt: at, count: 1, writtenAt: undefined };
    this.kept.delete(name);
    this.kept.set(name, fresh);
    this.due.add(fresh);
  }

  /** Forgets what is kept too long or is too many, and finds counts that have waited long enough. */
  private sweep(): void {
    const now = Date.now();
    const wholly = now - this.sweptAt >= recountAfter;
    if (wholly) this.sweptAt = now;
    for (const [name, one] of this.kept) {
      if (!wholly && this.kept.size <= mostKept) return;
      const over = one.look.firstAt + oneLook <= now || this.kept.size > mostKept;
      if (over) this.kept.delete(name);
      const waited = one.writtenAt !== undefined && one.writtenAt + recountAfter <= now;
      if (one.count > 0 && (over || waited)) this.due.add(one);
    }
  }

  /** Writes the oldest that are due; of those alike one at a time, that the earlier is there before the later. */
  private async writeBatch(): Promise<void> {
    const batch = new Map<string, { readonly one: Kept; readonly row: LooksToWrite }>();
    for (const one of this.due) {
      if (batch.size === largestBatch) break;
      const { name, look, lastAt, count } = one;
      if (!batch.has(name)) batch.set(name, { one, row: { ...look, lastAt, count } });
    }
    if (batch.size === 0) return;
    const rows = [...batch.values()].map(({ row }) => row);
    await this.database.transaction((tx) => writeLooks(tx, rows));
    for (const { one, row } of batch.values()) {
      this.due.delete(one);
      one.count -= row.count;
      one.writtenAt = Date.now();
    }
  }
}
