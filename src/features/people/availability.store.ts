import { periodFilter } from '../../graph/noun-list';
import { expectAll } from '../../graph/errors';
import { statement, type Queries } from '../../graph/statement';
import { dateOf } from '../../shared/period';
import { NodeList } from '../access/lists';
import { isVisible, seenPeople } from './people.list';
import type { Availability } from './person.type';
import { fromEver } from './team.store';

/** A stretch of availability to be saved, or taken away. */
export interface AvailabilityToSave {
  readonly person: string;
  readonly share: number;
  readonly from: number | null;
  readonly to: number | null;
}

const SAVE_AVAILABILITY = statement<{ saved: number }>(
  'people.saveAvailability',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MERGE (person)-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})
   SET availability.to = item.to, availability.share = item.share
   RETURN count(*) AS saved`,
);

const REMOVE_AVAILABILITY = statement(
  'people.removeAvailability',
  `UNWIND $items AS item
   MATCH (:Person {id: item.person})-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})
   DETACH DELETE availability`,
);

export async function saveAvailability(tx: Queries, items: readonly AvailabilityToSave[]): Promise<void> {
  if (items.length === 0) return;
  const [row] = await tx.query(SAVE_AVAILABILITY, { items: items.map(fromEver) });
  expectAll(row?.saved ?? 0, items.length);
}

export async function removeAvailability(tx: Queries, items: readonly AvailabilityToSave[]): Promise<void> {
  if (items.length > 0) await tx.query(REMOVE_AVAILABILITY, { items: items.map(fromEver) });
}

interface AvailabilityRow {
  share: number;
  from: number;
  to: number | null;
}

export const availabilityOfPerson = new NodeList<AvailabilityRow, Availability>(
  {
    name: 'people.availability',
    nested: true,
    match: 'MATCH (person:Person {id: parent})-[:HAS_AVAILABILITY]->(availability:Availability)',
    where: [isVisible],
    filters: { states: periodFilter('availability', 'CURRENT', 'FUTURE') },
    orders: { FROM: [['availability.from', 'number']] },
    columns: 'availability.share AS share, availability.from AS from, availability.to AS to',
  },
  async (context) => ({
    ...(await seenPeople(context)),
    nodeOf: ({ share, from, to }) => ({ share, from: dateOf(from), to: dateOf(to) }),
  }),
);
