import { SkillwakeError } from '../../shared/errors';
import type { RequestContext } from '../request/context';

/** What one request wants written about some people. */
export interface Wanted<Batch, Result> {
  /** By whatever names them in the same way to everybody. */
  readonly people: ReadonlySet<string>;
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
  readonly people: ReadonlySet<string>;
  readonly gone: AbortSignal;
  readonly reject: (reason: unknown) => void;
}

interface Kind {
  writeTogether(members: readonly Waiting[]): Promise<void>;
}

interface Group {
  readonly kind: Kind;
  readonly people: Set<string>;
  readonly members: Waiting[];
}

/** What can be written in one transaction: one for each kind of evidence. */
export class KindOfWrite<Batch, Result> implements Kind {
  private readonly promised = new WeakMap<Waiting, Promised<Batch, Result>>();

  waitingFor(promised: Promised<Batch, Result>): Waiting {
    const { people, gone, reject } = promised;
    const waiting = { kind: this, people, gone, reject };
    this.promised.set(waiting, promised);
    return waiting;
  }

  writeTogether(members: readonly Waiting[]): Promise<void> {
    return settle(members.flatMap((waiting) => this.promised.get(waiting) ?? []));
  }
}

/** So many batches are written together at most: a transaction must not grow without end. */
const mostTogether = 8;

/**
 * Group commit (DeWitt et al. 1984, Implementation techniques for main memory database systems) by person: while a batch is
 * being written, batches about the same people wait here and not for locks of the database, and those of one kind are then
 * written together. Batches about the same people are written in the order in which they came.
 */
export class SharedWrites {
  private waiting: Waiting[] = [];
  /** About whom something is being written. */
  private readonly busy = new Set<string>();

  /** Those of one server; those of a rehearsal, whose transaction is its own. */
  static of({ database, background }: Pick<RequestContext, 'database' | 'background'>): SharedWrites {
    return database.isRehearsal ? new SharedWrites() : background.keep(SharedWrites);
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
    /** Whom those that go on waiting are about: nobody overtakes them. */
    const awaited = new Set<string>();
    for (const one of this.waiting) {
      if (one.gone.aborted) {
        one.reject(one.gone.reason);
        continue;
      }
      const overlapping = groups.filter(({ people }) => meet(one.people, people));
      const [group = { kind: one.kind, people: new Set<string>(), members: [] }] = overlapping;
      if (
        meet(one.people, this.busy) ||
        meet(one.people, awaited) ||
        overlapping.length > 1 ||
        group.kind !== one.kind ||
        group.members.length >= mostTogether
      ) {
        waiting.push(one);
        for (const person of one.people) awaited.add(person);
        continue;
      }
      if (overlapping.length === 0) groups.push(group);
      group.members.push(one);
      for (const person of one.people) group.people.add(person);
    }
    this.waiting = waiting;
    for (const group of groups) void this.writeGroup(group);
  }

  private async writeGroup({ kind, people, members }: Group): Promise<void> {
    for (const person of people) this.busy.add(person);
    await kind.writeTogether(members);
    for (const person of people) this.busy.delete(person);
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
