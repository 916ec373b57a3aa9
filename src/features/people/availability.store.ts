import { periodFilter, savedFilter } from '../../graph/nouns/noun-list';
import { readingOf, removalOf, savingOf, sayingOf, type Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { dateOf } from '../../shared/period';
import { NodeList } from '../nouns/lists';
import { isVisible, namedBeside } from './people.list';
import type { Availability } from './person.type';
import { fromEver } from './stretches';

/** A stretch of availability to be saved, or taken away. */
export interface AvailabilityToSave {
  readonly person: string;
  readonly share: number;
  readonly from: number | null;
  readonly to: number | null;
}

const writeAvailability = sayingOf(
  'availability',
  ({ person }: Pick<AvailabilityToSave, 'person'>) => person,
  savingOf('people.saveAvailability', 'availability', {
    merge: `MATCH (person:Person {id: item.person})
     MERGE (person)-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})`,
    set: 'availability.to = item.to, availability.share = item.share',
    onChange: 'availability.updatedAt = $now',
  }),
);

const deleteAvailability = sayingOf(
  'availability',
  ({ person }: Pick<AvailabilityToSave, 'person'>) => person,
  removalOf(
    'people.removeAvailability',
    `MATCH (:Person {id: item.person})-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})
     DETACH DELETE availability`,
  ),
);

export function saveAvailability(
  tx: Queries,
  items: readonly AvailabilityToSave[],
  now: number,
): Promise<Fate[]> {
  return writeAvailability(tx, items.map(fromEver), { now });
}

export function removeAvailability(tx: Queries, items: readonly AvailabilityToSave[]): Promise<Fate[]> {
  return deleteAvailability(tx, items.map(fromEver));
}

interface AvailabilityRow {
  share: number;
  from: number;
  to: number | null;
}

const availabilityColumns = 'availability.share AS share, availability.from AS from, availability.to AS to';

function availabilityFrom({ share, from, to }: AvailabilityRow): Availability {
  return { share, from: dateOf(from), to: dateOf(to) };
}

export const availabilityNow = readingOf('people.availabilityNow', {
  itemOf: (named: AvailabilityToSave) => fromEver(named),
  match:
    'MATCH (:Person {id: item.person})-[:HAS_AVAILABILITY]->(availability:Availability {from: item.from})',
  columns: availabilityColumns,
  valueOf: availabilityFrom,
});

export const availabilityOfPerson = new NodeList<AvailabilityRow, Availability>(
  {
    name: 'people.availability',
    nested: true,
    match: 'MATCH (person:Person {id: parent})-[:HAS_AVAILABILITY]->(availability:Availability)',
    where: [isVisible],
    filters: {
      states: periodFilter('availability', 'CURRENT', 'FUTURE'),
      updatedSince: savedFilter('availability'),
    },
    orders: { FROM: [['availability.from', 'number']] },
    columns: availabilityColumns,
  },
  async (context) => ({
    ...(await namedBeside(context, 'availability')),
    nodeOf: availabilityFrom,
  }),
);
