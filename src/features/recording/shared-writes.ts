import type { Reference } from '../../graph/nouns/identity';
import { SkillwakeError } from '../../shared/errors';

/** What one request wants written about some people. */
interface Waiting<Batch, Result> {
  readonly people: ReadonlySet<Reference>;
  readonly batch: Batch;
  readonly write: Write<Batch, Result>;
  readonly gone: AbortSignal;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** Writes batches in one transaction, in their order; a result for each. */
export type Write<Batch, Result> = (batches: readonly Batch[]) => Promise<readonly Result[]>;

interface Group<Batch, Result> {
  readonly people: Set<Reference>;
  readonly members: Waiting<Batch, Result>[];
}

/** So many batches are written together at most: a transaction must not grow without end. */
const mostTogether = 8;

/**
 * Group commit (DeWitt et al. 1984, Implementation techniques for main memory database systems) by person: while a batch is
 * being written, batches about the same people wait here and not for locks of the database, and are then written together.
 * Batches about the same people are written in the order in which they came.
 */
export class SharedWrites<Batch, Result> {
  private waiting: Waiting<Batch, Result>[] = [];
  /** About whom something is being written. */
  private readonly busy = new Set<Reference>();

  /** Writes a batch, alone or with others; rejects with the signal's reason where it is aborted before the turn comes. */
  write(
    people: ReadonlySet<Reference>,
    batch: Batch,
    write: Write<Batch, Result>,
    gone: AbortSignal,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ people, batch, write, gone, resolve, reject });
      this.begin();
    });
  }

  private begin(): void {
    const groups: Group<Batch, Result>[] = [];
    const waiting: Waiting<Batch, Result>[] = [];
    /** Whom those that go on waiting are about: nobody overtakes them. */
    const awaited = new Set<Reference>();
    for (const one of this.waiting) {
      if (one.gone.aborted) {
        one.reject(one.gone.reason);
        continue;
      }
      const overlapping = groups.filter(({ people }) => meet(one.people, people));
      const [group = { people: new Set<Reference>(), members: [] }] = overlapping;
      if (
        meet(one.people, this.busy) ||
        meet(one.people, awaited) ||
        overlapping.length > 1 ||
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

  private async writeGroup({ people, members }: Group<Batch, Result>): Promise<void> {
    for (const person of people) this.busy.add(person);
    await settle(members);
    for (const person of people) this.busy.delete(person);
    this.begin();
  }
}

function meet(some: ReadonlySet<Reference>, others: ReadonlySet<Reference>): boolean {
  for (const one of some) if (others.has(one)) return true;
  return false;
}

/** Writes batches together; what nobody expected is then asked of each by itself, so that one does not cost the others theirs. */
async function settle<Batch, Result>(members: readonly Waiting<Batch, Result>[]): Promise<void> {
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
