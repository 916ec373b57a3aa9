import type { Database } from '../../graph/driver/database';
import { Lease, leaseKind } from '../../graph/leases/lease';

const sending = leaseKind('sending', 'sending', 30_000);
/** After how long it is renewed, milliseconds. */
const renewedAfter = 10_000;

/** The right to send messages, which one process has at a time; a killed one loses it after half a minute. */
export class SendingLease {
  private readonly lease: Lease;
  private takenAt: number | undefined;

  constructor(database: Database) {
    this.lease = new Lease(database, sending, 'sending messages to webhooks');
  }

  /** Takes it or renews it; false where another process has it. */
  async hold(): Promise<boolean> {
    const now = performance.now();
    if (this.takenAt !== undefined && now - this.takenAt < renewedAfter) return true;
    this.takenAt = undefined;
    if (await this.lease.take()) return false;
    this.takenAt = now;
    return true;
  }

  async leave(): Promise<void> {
    if (this.takenAt === undefined) return;
    this.takenAt = undefined;
    await this.lease.leave();
  }
}
