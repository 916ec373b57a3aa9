import type { Database } from '../../graph/driver/database';
import { Lease, leaseKind, type Holder } from '../../graph/leases/lease';
import { ConflictError } from '../../shared/errors';

export const building = leaseKind('building', 'making', 60_000);

/**
 * Does the work while nobody else, in any process, builds a calibration; throws ConflictError where somebody does. A killed
 * process loses the lease after a minute. The work proves by the token, in each of its transactions, that it has it still.
 */
export function underLeaseOf<Result>(
  database: Database,
  what: string,
  work: (token: string) => Promise<Result>,
): Promise<Result> {
  return new Lease(database, building, what).during(work, refuse);
}

function refuse({ what, since }: Holder): never {
  const begun = since === null ? '' : ` (since ${new Date(since).toISOString()})`;
  throw new ConflictError(
    `A calibration is being built${begun}: ${what ?? 'another process'} has to end first. Wait until "calibrations" lists none with the state BUILDING, then try again; a process that was killed releases its lease after a minute.`,
  );
}
