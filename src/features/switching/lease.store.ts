import { ConflictError } from '../../shared/errors';
import { newKey } from '../../shared/ids';
import type { Database } from '../../graph/driver/database';
import { statement } from '../../graph/driver/statement';

/** How long a lease lasts that is not renewed, and how often it is, milliseconds. */
const lasts = 60_000;
const renewedEvery = 10_000;

const TAKE = statement<{ taken: boolean; what: string | null; since: number | null }>(
  'building.takeLease',
  `MATCH (installation:Installation {one: 1})
   SET installation.lock = 0
   WITH installation, timestamp() AS now, installation.makingWhat AS what, installation.makingSince AS since
   WITH *, coalesce(NOT installation.makingBy IN $own AND now < installation.makingUntil
     // One that ends later than any lease was taken before the database's clock was set back.
     AND installation.makingUntil <= now + $lasts, false) AS taken
   FOREACH (_ IN CASE WHEN taken THEN [] ELSE [1] END |
     SET installation.makingBy = $token, installation.makingWhat = $what, installation.makingSince = now,
       installation.makingUntil = now + $lasts)
   RETURN taken, what, since`,
);

const RENEW = statement(
  'building.renewLease',
  `MATCH (installation:Installation {one: 1}) WHERE installation.makingBy = $token
   SET installation.makingUntil = timestamp() + $lasts`,
);

const LEAVE = statement(
  'building.leaveLease',
  `MATCH (installation:Installation {one: 1}) WHERE installation.makingBy = $token
   REMOVE installation.makingBy, installation.makingWhat, installation.makingSince, installation.makingUntil`,
);

/** Cypher: goes on only where the lease with this $token is held still. */
export const underLease = `MATCH (installation:Installation {one: 1}) WHERE installation.makingBy = $token`;

/** Leases of this process whose end could not be written: it need not wait for them. */
const leftBehind = new Set<string>();

/**
 * Does the work while nobody else, in any process, builds a calibration; throws ConflictError where somebody does. A killed
 * process loses the lease after a minute. The work proves by the token, in each of its transactions, that it has it still.
 */
export async function underLeaseOf<Result>(
  database: Database,
  what: string,
  work: (token: string) => Promise<Result>,
): Promise<Result> {
  const token = newKey();
  const own = [...leftBehind];
  const [held] = await database.transaction((tx) => tx.query(TAKE, { token, own, what, lasts }));
  if (held?.taken) throw new ConflictError(refusal(held.what, held.since));
  for (const former of own) leftBehind.delete(former);
  const renewing = setInterval(() => {
    // What fails here is tried again; who loses the lease learns it by the next transaction.
    database.idempotentTransaction((tx) => tx.query(RENEW, { token, lasts })).catch(() => undefined);
  }, renewedEvery);
  renewing.unref();
  try {
    return await work(token);
  } finally {
    clearInterval(renewing);
    await database
      .idempotentTransaction((tx) => tx.query(LEAVE, { token }))
      .catch(() => leftBehind.add(token));
  }
}

function refusal(what: string | null, since: number | null): string {
  const begun = since === null ? '' : ` (since ${new Date(since).toISOString()})`;
  return `A calibration is being built${begun}: ${what ?? 'another process'} has to end first. Wait until "calibrations" lists none with the state BUILDING, then try again; a process that was killed releases its lease after a minute.`;
}
