import { idFilter, savedFilter } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { openingColumns, openingOf, type OpeningRow } from './opening.store';
import type { Opening } from './opening.type';

const openings = {
  filters: {
    open: { where: '(opening.filledAt IS NULL AND opening.closedAt IS NULL) = $filter.open' },
    project: idFilter('Project', 'EXISTS { (opening)-[:OPENED_FOR]->(:Project {id: $filter.project}) }'),
    updatedSince: savedFilter('opening'),
  },
  orders: {
    OPENED_AT: [
      ['opening.openedAt', 'number'],
      ['opening.key', 'string'],
    ],
  },
  columns: openingColumns,
} as const;

export const openingList = new NodeList<OpeningRow, Opening>(
  { name: 'hiring.openings', nested: false, match: 'MATCH (opening:Opening)', ...openings },
  () => ({ nodeOf: openingOf }),
);

export const openingsFilledBy = new NodeList<OpeningRow, Opening>(
  {
    name: 'hiring.openingsFilledBy',
    nested: true,
    match: 'MATCH (:Person {id: parent})<-[:FILLED_BY]-(opening:Opening)',
    ...openings,
  },
  () => ({ nodeOf: openingOf }),
);
