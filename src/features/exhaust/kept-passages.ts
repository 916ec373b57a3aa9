import type { Queries } from '../../graph/driver/statement';
import { inSlices } from '../../shared/slices';
import { KnownRevision } from './known-revision';
import { changedVisits, visitCounts } from './passages.read';

/** Some five million views of a hundred modules. Bytes. */
const mostBytes = 400 * 2 ** 20;
/** So many visits are read in one statement at most, where a revision has not more by itself. */
const visitsAtOnce = 5_000;

/**
 * What this server keeps of the passages through revisions: read once and then brought up to date by what changed, as much as
 * there is room for. Never a truth: what is let go is read again.
 */
export class KeptPassages {
  /** The least recently used ones first. */
  private readonly kept = new Map<string, KnownRevision>();
  /** Of revisions that are read for the first time. */
  private readonly reading = new Map<string, Promise<void>>();

  constructor(private readonly room = mostBytes) {}

  /**
   * Revisions, by internal id, as they are in the graph by now or later: two statements, where not many visits are read for the
   * first time.
   */
  async upToDate(
    queries: Queries,
    revisions: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, KnownRevision>> {
    const distinct = [...new Set(revisions)];
    // Whoever asks for what another reads waits for it, and then reads what changed since.
    await Promise.allSettled(distinct.flatMap((revision) => this.reading.get(revision) ?? []));
    const found = new Map(
      distinct.map((revision) => [revision, this.kept.get(revision) ?? new KnownRevision()]),
    );
    const cold = distinct.filter((revision) => !this.kept.has(revision));
    const reading = this.read(queries, found, now);
    for (const revision of cold) this.reading.set(revision, reading);
    try {
      await reading;
    } finally {
      for (const revision of cold) this.reading.delete(revision);
    }
    for (const [revision, known] of found) this.keep(revision, known);
    this.letGo();
    return found;
  }

  /** Takes in what changed, and all where nothing is known yet or where it does not add up. */
  private async read(queries: Queries, revisions: Map<string, KnownRevision>, now: number): Promise<void> {
    const counts = await visitCounts(queries, [...revisions.keys()]);
    const isCold = (revision: string): boolean => revisions.get(revision)?.since === undefined;
    const weighed = counts.map(({ revision, visits }) => ({
      revision,
      visits: isCold(revision) ? visits : 0,
    }));
    const anew: string[] = [];
    for (const some of parts(weighed))
      for (const changed of await changedVisits(
        queries,
        some.map((one) => sinceOf(one, revisions)),
      )) {
        const known = revisions.get(changed.revision);
        if (known && !(await inSlices(known.takeIn(changed, now)))) anew.push(changed.revision);
      }
    if (anew.length === 0) return;
    for (const revision of anew) revisions.set(revision, new KnownRevision());
    for (const changed of await changedVisits(
      queries,
      anew.map((one) => sinceOf(one, revisions)),
    )) {
      const known = revisions.get(changed.revision);
      if (known) await inSlices(known.takeIn(changed, now));
    }
  }

  private keep(revision: string, known: KnownRevision): void {
    this.kept.delete(revision);
    this.kept.set(revision, known);
  }

  private letGo(): void {
    let bytes = [...this.kept.values()].reduce((sum, { bytes: ofOne }) => sum + ofOne, 0);
    for (const [revision, known] of this.kept) {
      if (bytes <= this.room) return;
      this.kept.delete(revision);
      bytes -= known.bytes;
    }
  }
}

/** Revisions that are read in one statement. */
function* parts(
  counts: readonly { readonly revision: string; readonly visits: number }[],
): Iterable<string[]> {
  let some: string[] = [];
  let sum = 0;
  for (const { revision, visits } of counts) {
    if (sum + visits > visitsAtOnce && some.length > 0) {
      yield some;
      [some, sum] = [[], 0];
    }
    some.push(revision);
    sum += visits;
  }
  if (some.length > 0) yield some;
}

/** A revision with the moment from which on what changed of it has to be read. */
function sinceOf(
  revision: string,
  revisions: ReadonlyMap<string, KnownRevision>,
): readonly [revision: string, since: number] {
  return [revision, revisions.get(revision)?.since ?? -Infinity];
}
