import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';

/** What has become of somebody, by global id. */
export interface ChangedPerson {
  readonly id: string;
  readonly change: 'changed' | 'left' | 'archived' | 'merged' | 'deleted';
  /** Global id of the person whom they were merged into. */
  readonly mergedInto?: string;
}

interface Row {
  readonly key: string;
  readonly there: boolean;
  readonly archived: boolean;
  readonly left: boolean;
  readonly gone: boolean;
  readonly mergedInto: string | null;
}

const NAMED = statement<Row>(
  'sending.changedPeople',
  `UNWIND $keys AS key
   OPTIONAL MATCH (person:Person {id: key})
   OPTIONAL MATCH (tombstone:Tombstone {id: key}) WHERE tombstone.type = 'Person'
   RETURN key, person IS NOT NULL AS there, person.archivedAt IS NOT NULL AS archived,
          coalesce(person.activeUntil <= $now, false) AS left, tombstone IS NOT NULL AS gone,
          tombstone.mergedInto AS mergedInto`,
);

/** So many people are read in one statement. */
const page = 1_000;

/** What has become of those among these ids who are or were people. */
export async function changedPeople(
  queries: Queries,
  keys: readonly string[],
  now: number,
): Promise<ChangedPerson[]> {
  const found: ChangedPerson[] = [];
  for (let from = 0; from < keys.length; from += page) {
    const rows = await queries.query(NAMED, { keys: keys.slice(from, from + page), now });
    for (const row of rows) found.push(...personOf(row));
  }
  return found;
}

function personOf({ key, there, archived, left, gone, mergedInto }: Row): ChangedPerson[] {
  const id = globalId('Person', key);
  if (there) return [{ id, change: archived ? 'archived' : left ? 'left' : 'changed' }];
  if (!gone) return [];
  if (mergedInto === null) return [{ id, change: 'deleted' }];
  return [{ id, change: 'merged', mergedInto: globalId('Person', mergedInto) }];
}
