import { statement, type Queries } from '../../graph/driver/statement';

/** How far a rebuild has come. */
export interface RebuildPlace {
  /** The last person who was folded anew, internal id. */
  readonly after: string;
  readonly people: number;
  readonly differed: number;
}

const PLACE = statement<RebuildPlace>(
  'rebuild.place',
  `MATCH (installation:Installation {one: 1}) WHERE installation.rebuiltTo IS NOT NULL
   RETURN installation.rebuiltTo AS after, installation.rebuiltPeople AS people, installation.rebuiltDiffered AS differed`,
);

/** Where a rebuild was stopped; undefined where the last one came to its end. */
export async function rebuildPlace(queries: Queries): Promise<RebuildPlace | undefined> {
  return (await queries.query(PLACE))[0];
}

const NOTE = statement(
  'rebuild.note',
  `MATCH (installation:Installation {one: 1})
   SET installation.rebuiltTo = $after, installation.rebuiltPeople = $people, installation.rebuiltDiffered = $differed`,
);

export async function noteRebuild(tx: Queries, place: RebuildPlace): Promise<void> {
  await tx.query(NOTE, { ...place });
}

const FORGET = statement(
  'rebuild.forget',
  `MATCH (installation:Installation {one: 1})
   REMOVE installation.rebuiltTo, installation.rebuiltPeople, installation.rebuiltDiffered`,
);

export async function forgetRebuild(tx: Queries): Promise<void> {
  await tx.query(FORGET);
}
