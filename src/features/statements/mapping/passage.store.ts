import { grouped } from '../../../shared/grouped';
import { externalKey, externalNameOf } from '../../../shared/ids';
import { statement, type Queries } from '../../../graph/driver/statement';
import type { Segment } from '../profiles/told';
import { sourceOf } from './source';

/** A visit that is there of a passage. */
export interface KnownPassage {
  /** Its id in the platform's source. */
  readonly id: string;
  /** Epoch milliseconds; null where only views of it are there. */
  readonly at: number | null;
  readonly completedAt: number | null;
  readonly endedAt: number | null;
  readonly withdrawn: boolean;
  /** What was told that was played in its course, and in how many views. */
  readonly played: readonly Segment[];
  readonly views: number;
}

interface Row extends Omit<KnownPassage, 'id' | 'played' | 'views'> {
  readonly base: string;
  readonly id: string;
  readonly segments: readonly (readonly number[])[];
}

const KNOWN = statement<Row>(
  'statements.knownPassages',
  `UNWIND $bases AS base
   MATCH (visit:Evidence) WHERE visit.id STARTS WITH base
   RETURN base, visit.id AS id, visit.at AS at, visit.completedAt AS completedAt, visit.endedAt AS endedAt,
     visit.withdrawn AS withdrawn,
     [(visit)<-[:DURING]-(view:VideoView) | coalesce(view.segments, [])] AS segments`,
);

/** The visits of passages of a platform, by their base, in the order in which they were made. */
export async function knownPassages(
  queries: Queries,
  platform: string,
  bases: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownPassage[]>> {
  if (bases.length === 0) return new Map();
  const keys = bases.map((base) => externalKey('visit', sourceOf(platform), base));
  const rows = (await queries.query(KNOWN, { bases: keys })).map(({ base, id, segments, ...visit }) => ({
    base: externalNameOf(base).value,
    visit: {
      ...visit,
      id: externalNameOf(id).value,
      played: segments.flatMap(asSegments),
      views: segments.length,
    },
  }));
  const inOrder = rows.sort(
    ({ visit: one }, { visit: other }) => one.id.length - other.id.length || (one.id < other.id ? -1 : 1),
  );
  const byBase = grouped(inOrder, ({ base }) => base);
  return new Map([...byBase].map(([base, ofBase]) => [base, ofBase.map(({ visit }) => visit)]));
}

function asSegments(flat: readonly number[]): Segment[] {
  return flat.flatMap((from, place) => (place % 2 === 0 ? [{ from, to: flat[place + 1] ?? from }] : []));
}
