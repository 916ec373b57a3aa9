import { SkillwakeError } from '../../shared/errors';
import type { RequestContext } from '../request/context';

/** What one request wants written. */
export interface Wanted<Batch, Result> {
  /** What it is about, people or what else writers wait for each other at, by whatever names it in the same way to everybody. */
  readonly about: ReadonlySet<string>;
  readonly batch: Batch;
  /** Writes batches in one transaction, in their order; a result for each. */
  readonly write: (batches: readonly Batch[]) => Promise<readonly Result[]>;
  readonly gone: AbortSignal;
}

interface Promised<Batch, Result> extends Wanted<Batch, Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** What waits, whatever its kind. */
interface Waiting {
  readonly kind: Kind;
  readonly about: ReadonlySet<string>;
  readonly gone: AbortSignal;
  readonly reject: (reason: unknown) => void;
}

interface Kind {
  writeTogether(members: readonly Waiting[]): Promise<void>;
}

interface Group {
  readonly kind: Kind;
  readonly about: Set<string>;
  readonly members: Waiting[];
}

/** What can be written in one transaction: one for each kind of evidence. */
export class KindOfWrite<Batch, Result> implements Kind {
  private readonly promised = new WeakMap<Waiting, Promised<Batch, Result>>();

  waitingFor(promised: Promised<Batch, Result>): Waiting {
    const { about, gone, reject } = promised;
    const waiting = { kind: this, about, gone, reject };
    this.promised.set(waiting, promised);
    return waiting;
  }

  writeTogether(members: readonly Waiting[]): Promise<void> {
    return settle(members.flatMap((waiting) => this.promised.get(waiting) ?? []));
  }
}

/**
 * Group commit (DeWitt et al. 1984, Implementation techniques for main memory database systems) by what is written about:
 * while a batch is being written, batches about the same wait here and not for locks of the database, and those of one kind
 * are then written together. Batches about the same are written in the order in which they came.
 */
export class SharedWrites {
  /** So many batches are written together at most: a transaction must not grow without end. */
  protected readonly mostTogether: number = 8;
  private waiting: Waiting[] = [];
  /** About whom or what something is being written. */
  private readonly busy = new Set<string>();

  /** Those of one server, for each class of them; those of a rehearsal, whose transaction is its own. */
  static of({ database, background }: Pick<RequestContext, 'database' | 'background'>): SharedWrites {
    return database.isRehearsal ? new this() : background.keep(this);
  }

  /** Writes a batch, alone or with others; rejects with the signal's reason where it is aborted before the turn comes. */
  write<Batch, Result>(kind: KindOfWrite<Batch, Result>, wanted: Wanted<Batch, Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push(kind.waitingFor({ ...wanted, resolve, reject }));
      this.begin();
    });
  }

  private begin(): void {
    const groups: Group[] = [];
    const waiting: Waiting[] = [];
    /** What those that go on waiting are about: nobody overtakes them. */
    const awaited = new Set<string>();
    for (const one of this.waiting) {
      if (one.gone.aborted) {
        one.reject(one.gone.reason);
        continue;
      }
      const overlapping = groups.filter(({ about }) => meet(one.about, about));
      const [group = { kind: one.kind, about: new Set<string>(), members: [] }] = overlapping;
      if (
        meet(one.about, this.busy) ||
        meet(one.about, awaited) ||
        overlapping.length > 1 ||
        group.kind !== one.kind ||
        group.members.length >= this.mostTogether
      ) {
        waiting.push(one);
        for (const name of one.about) awaited.add(name);
        continue;
      }
      if (overlapping.length === 0) groups.push(group);
      group.members.push(one);
      for (const name of one.about) group.about.add(name);
    }
    this.waiting = waiting;
    for (const group of groups) void this.writeGroup(group);
  }

  private async writeGroup({ kind, about, members }: Group): Promise<void> {
    for (const name of about) this.busy.add(name);
    await kind.writeTogether(members);
    for (const name of about) this.busy.delete(name);
    this.begin();
  }
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}

/** Writes batches together; what nobody expected is then asked of each by itself, so that one does not cost the others theirs. */
async function settle<Batch, Result>(members: readonly Promised<Batch, Result>[]): Promise<void> {
  const [first, ...others] = members;
  if (!first) return;
  try {
    const results = await first.write(members.map(({ batch }) => batch));
    members.forEach(({ resolve }, place) => resolve(results[place] as Result));
  } catch (error) {
    if (others.length === 0 || error instanceof SkillwakeError)
      for (const { reject } of members) reject(error);
    else for (const one of members) await settle([one]);
  }
}
