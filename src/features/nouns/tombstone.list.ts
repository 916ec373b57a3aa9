import { dateFilter } from '../../graph/nouns/noun-list';
import { globalId } from '../../shared/ids';
import { NodeList } from './lists';
import type { Tombstone } from './tombstone.type';

interface TombstoneRow {
  key: string;
  type: Tombstone['type'];
  at: number;
  into: string | null;
}

export const tombstoneList = new NodeList<TombstoneRow, Tombstone>(
  {
    name: 'nouns.tombstones',
    nested: false,
    match: 'MATCH (tombstone:Tombstone)',
    filters: {
      since: dateFilter('tombstone.at >= $filter.since'),
      types: { where: 'tombstone.type IN $filter.types' },
    },
    orders: {
      AT: [
        ['tombstone.at', 'number'],
        ['tombstone.id', 'string'],
      ],
    },
    columns: 'tombstone.id AS key, tombstone.type AS type, tombstone.at AS at, tombstone.mergedInto AS into',
  },
  () => ({
    nodeOf: ({ key, type, at, into }) => ({
      formerId: globalId(type, key),
      type,
      at: new Date(at),
      mergedInto: into === null ? null : globalId(type, into),
    }),
  }),
);
