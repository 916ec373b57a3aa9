import { requireUnique, type Migration } from './migration';

export const proposals: Migration = {
  number: 24,
  what: 'proposed teams, and what was answered to them',
  run: (database) =>
    requireUnique(database, [
      { label: 'Proposal', property: 'key' },
      { label: 'ProposedMember', property: 'id' },
    ]),
};
