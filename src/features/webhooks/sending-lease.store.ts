import type { Database } from '../../graph/driver/database';
import { statement } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';

/** How long the lease lasts that is not renewed, and after how long it is, milliseconds. */
const lasts = 30_000;
const renewedAfter = 10_000;

const TAKE = statement<{ taken: boolean }>(
  'sending.takeLease',
  `MATCH (installation:Installation {one: 1})
   SET installation.lock = 0
   WITH installation, timestamp() AS now
   WITH *, coalesce(installation.sendingBy <> $token AND now < installation.sendingUntil
     // One that ends later than any lease was taken before the database's clock was set back.
     AND installation.sendingUntil <= now + $lasts, false) AS taken
   FOREACH (_ IN CASE WHEN taken THEN [] ELSE [1] END |
     SET installation.sendingBy = $token, installation.sendingUntil = now + $lasts)
   RETURN taken`,
);

const LEAVE = statement(
  'sending.leaveLease',
  `MATCH (installation:Installation {one: 1}) WHERE installation.sendingBy = $token
   REMOVE installation.sendingBy, installation.sendingUntil`,
);

/** The right to send messages, which one process has at a time; a killed one loses it after half a minute. */
export class SendingLease {
  private readonly token = newKey();
  private takenAt: number | undefined;

  constructor(private readonly database: Database) {}

  /** Takes it or renews it; false where another process has it. */
  async hold(): Promise<boolean> {
    const now = performance.now();
    if (this.takenAt !== undefined && now - this.takenAt < renewedAfter) return true;
    this.takenAt = undefined;
    const { token } = this;
    const [row] = await this.database.idempotentTransaction((tx) => tx.query(TAKE, { token, lasts }));
    if (row?.taken !== false) return false;
    this.takenAt = now;
    return true;
  }

  async leave(): Promise<void> {
    if (this.takenAt === undefined) return;
    this.takenAt = undefined;
    const { token } = this;
    await this.database.idempotentTransaction((tx) => tx.query(LEAVE, { token }));
  }
}
