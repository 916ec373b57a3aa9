import type { Queries } from '../../graph/driver/statement';
import { inSlices } from '../../shared/slices';
import { KnownRevision } from './known-revision';
import { changedVisits, visitCounts } from './passages.read';
import type { PassagesAt } from './released-passages';

/** What is kept of one revision. */
export interface KeptRevision {
  readonly known: KnownRevision;
  /** What was released of it last, and of which version of what is known. */
  released?: { readonly version: number; readonly passages: PassagesAt };
}

/** Some five million views of a hundred modules. Bytes. */
const mostBytes = 320 * 2 ** 20;
/** So many visits are read in one statement at most, where a revision has not more by itself. */
const visitsAtOnce = 5_000;

/**
 * What this server keeps of the passages through revisions: read once and then brought up to date by what changed, as much as
 * there is room for. Never a truth: what is let go is read again.
 */
export class KeptPassages {
  /** The least recently used ones first. */
  private readonly kept = new Map<string, KeptRevision>();
  private readonly loading = new Map<string, Promise<ReadonlyMap<string, KeptRevision>>>();

  constructor(private readonly room = mostBytes) {}

  /** Revisions, by internal id, as they are in the graph by now or later. One statement where all are kept. */
  async upToDate(
    queries: Queries,
    revisions: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, KeptRevision>> {
    const distinct = [...new Set(revisions)];
    const there = new Map<string, KeptRevision>();
    const cold: string[] = [];
    for (const revision of distinct) {
      const kept = this.kept.get(revision) ?? (await this.loading.get(revision))?.get(revision);
      if (kept) there.set(revision, kept);
      else cold.push(revision);
    }
    const anew = await this.bringUpToDate(queries, [...there], now);
    const found = new Map([...there, ...(await this.load(queries, [...cold, ...anew], now))]);
    for (const [revision, kept] of found) this.keep(revision, kept);
    this.letGo();
    return found;
  }

  /** Takes in what changed; gives those that have to be read anew. */
  private async bringUpToDate(
    queries: Queries,
    revisions: readonly (readonly [string, KeptRevision])[],
    now: number,
  ): Promise<string[]> {
    if (revisions.length === 0) return [];
    const since = revisions.map(([revision, { known }]) => [revision, known.since ?? 0] as const);
    const anew: string[] = [];
    const keptOf = new Map(revisions);
    for (const changed of await changedVisits(queries, since)) {
      const kept = keptOf.get(changed.revision);
      if (kept && !(await inSlices(kept.known.takeIn(changed, now)))) anew.push(changed.revision);
    }
    return anew;
  }

  /** Whoever asks for the same meanwhile waits for it. */
  private async load(
    queries: Queries,
    revisions: readonly string[],
    now: number,
  ): Promise<Map<string, KeptRevision>> {
    if (revisions.length === 0) return new Map();
    const loading = this.read(queries, revisions, now);
    for (const revision of revisions) this.loading.set(revision, loading);
    try {
      return await loading;
    } finally {
      for (const revision of revisions) this.loading.delete(revision);
    }
  }

  /** Few visits together in one statement, many in several: all of them are in memory twice meanwhile. */
  private async read(
    queries: Queries,
    revisions: readonly string[],
    now: number,
  ): Promise<Map<string, KeptRevision>> {
    const found = new Map(revisions.map((revision) => [revision, { known: new KnownRevision() }]));
    for (const some of parts(await visitCounts(queries, revisions))) {
      const all = some.map((revision) => [revision, -Infinity] as const);
      for (const changed of await changedVisits(queries, all)) {
        const known = found.get(changed.revision)?.known;
        if (known) await inSlices(known.takeIn(changed, now));
      }
    }
    return found;
  }

  private keep(revision: string, kept: KeptRevision): void {
    this.kept.delete(revision);
    this.kept.set(revision, kept);
  }

  private letGo(): void {
    let bytes = [...this.kept.values()].reduce((sum, { known }) => sum + known.bytes, 0);
    for (const [revision, { known }] of this.kept) {
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
