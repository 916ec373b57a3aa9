import { statement } from '../driver/statement';
import type { Migration } from './migration';

const LEAVE_UNFOLDED = statement(
  'migrations.leaveClaimsUnfolded',
  `MATCH (installation:Installation {one: 1})
   WHERE EXISTS { (:Claim) }
   SET installation.unfolded = true`,
  'Whether there is any claim is known at the first one.',
);

export const oneClaimEach: Migration = {
  number: 7,
  what: 'of the claims by one claimant on a skill the latest alone counts: where there are claims, everybody is folded anew',
  async run(_database, tx) {
    await tx.query(LEAVE_UNFOLDED);
  },
};
