import type { Queries } from '../../graph/driver/statement';
import { inSlices } from '../../shared/slices';
import { KnownRevision } from './known-revision';
import { changedVisits } from './passages.read';
import type { PassagesAt } from './released-passages';

/** What is kept of one revision. */
export interface KeptRevision {
  readonly known: KnownRevision;
  /** What was released of it last, and of which version of what is known. */
  released?: { readonly version: number; readonly passages: PassagesAt };
}

/** Some five million views of a hundred modules. Bytes. */
const mostBytes = 320 * 2 ** 20;

/**
 * What this server keeps of the passages through revisions: read once and then brought up to date by what changed, as much as
 * there is room for. Never a truth: what is let go is read again.
 */
export class KeptPassages {
  /** The least recently used ones first. */
  private readonly kept = new Map<string, KeptRevision>();
  private readonly loading = new Map<string, Promise<KeptRevision>>();

  constructor(private readonly room = mostBytes) {}

  /** Revisions, by internal id, as they are in the graph by now or later. One statement where all are kept. */
  async upToDate(
    queries: Queries,
    revisions: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, KeptRevision>> {
    const found = new Map<string, KeptRevision>();
    const joined: [string, KeptRevision][] = [];
    for (const revision of new Set(revisions)) {
      const there = this.kept.get(revision) ?? (await this.loading.get(revision));
      if (there) joined.push([revision, there]);
      else found.set(revision, await this.load(queries, revision, now));
    }
    for (const revision of await this.bringUpToDate(queries, joined, now))
      found.set(revision, await this.load(queries, revision, now));
    for (const [revision, kept] of joined) if (!found.has(revision)) found.set(revision, kept);
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

  /** One at a time: all of a revision's views are in memory twice meanwhile. Whoever asks for the same waits for it. */
  private load(queries: Queries, revision: string, now: number): Promise<KeptRevision> {
    const loading = this.read(queries, revision, now).finally(() => this.loading.delete(revision));
    this.loading.set(revision, loading);
    return loading;
  }

  private async read(queries: Queries, revision: string, now: number): Promise<KeptRevision> {
    const known = new KnownRevision();
    const [all] = await changedVisits(queries, [[revision, -Infinity]]);
    if (all) await inSlices(known.takeIn(all, now));
    return { known };
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
