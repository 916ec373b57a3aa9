import { periodFilter } from '../../graph/noun-list';
import {
  countChanged,
  markedNew,
  removeRelationships,
  saveRelationships,
  unmarked,
  type SavedRow,
} from '../../graph/relation';
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

const SAVE_AVAILABILITY = statement<SavedRow>(
  'people.saveAvailability',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MERGE (person)-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})
   ${markedNew('availability')}
   WITH item, availability, properties(availability) AS before
   SET availability.to = item.to, availability.share = item.share, ${unmarked('availability')}
   RETURN count(*) AS saved, ${countChanged('availability')}`,
);

const REMOVE_AVAILABILITY = statement<{ changed: number }>(
  'people.removeAvailability',
  `UNWIND $items AS item
   MATCH (:Person {id: item.person})-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})
   DETACH DELETE availability
   RETURN count(*) AS changed`,
);

/** Gives how many stretches are otherwise than before. */
export function saveAvailability(tx: Queries, items: readonly AvailabilityToSave[]): Promise<number> {
  return saveRelationships(tx, SAVE_AVAILABILITY, items.map(fromEver));
}

export function removeAvailability(tx: Queries, items: readonly AvailabilityToSave[]): Promise<number> {
  return removeRelationships(tx, REMOVE_AVAILABILITY, items.map(fromEver));
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
