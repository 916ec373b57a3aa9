import { statement, type Queries } from '../../graph/driver/statement';
import type { PlayedBy } from './seconds-seen-by-people';

/** What somebody played of a video, and when it became known: epoch milliseconds. */
export interface PlayedAt extends PlayedBy {
  readonly recordedAt: number;
}

type PlayedColumns = readonly [
  person: string,
  durationSeconds: number,
  segments: readonly number[],
  recordedAt: number,
];

const PLAYED = statement<{ page: string; played: PlayedColumns[] }>(
  'exhaust.playedOnPages',
  `UNWIND $pages AS key
   MATCH (page:Page {id: key})<-[:OF]-(view:VideoView)-[:DURING]->(visit:Visit)-[:TAKEN_BY]->(person:Person)
   WHERE NOT view.withdrawn AND NOT visit.withdrawn
   RETURN key AS page, collect([person.id, view.durationSeconds, view.segments, view.recordedAt]) AS played`,
);

/** What was played on pages, by internal id, and when it became known. */
export async function playedOnPages(
  queries: Queries,
  pages: readonly string[],
): Promise<Map<string, PlayedAt[]>> {
  const rows = await queries.query(PLAYED, { pages });
  return new Map(
    rows.map(({ page, played }) => [
      page,
      played.map(([person, durationSeconds, segments, recordedAt]) => ({
        ...{ person, durationSeconds, segments, recordedAt },
      })),
    ]),
  );
}
