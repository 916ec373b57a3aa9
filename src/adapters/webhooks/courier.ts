import type { Logger } from 'pino';
import type { WebhookSecrets } from '../../features/access/webhook-secrets';
import type { Background } from '../../features/request/background';
import type { RequestContext } from '../../features/request/context';
import { triedAgainAt, type Attempt } from '../../features/webhooks/attempt';
import { Doorbell } from '../../features/webhooks/doorbell';
import { noticeGaps, noticeLeavers } from '../../features/webhooks/noticing-gaps.service';
import { notice } from '../../features/webhooks/noticing.service';
import { SendingLease } from '../../features/webhooks/sending-lease';
import {
  disableWebhook,
  dueDeliveries,
  forgetDeliveries,
  recordAttempt,
  webhooksSending,
  type DueDelivery,
  type SendingRow,
} from '../../features/webhooks/sending.store';
import { signaturesOf } from '../../features/webhooks/signature';
import type { Database } from '../../graph/driver/database';
import { post } from './post';

/** How often it is looked for something to send, and for what is to be taken out of the log, milliseconds. */
const [looksEvery, forgetsEvery] = [1_000, 600_000];
const day = 86_400_000;

/** What an installation sets of webhooks. */
export interface CourierSettings {
  readonly ownHosts: ReadonlySet<string>;
  /** Delays between attempts, milliseconds. */
  readonly schedule: readonly number[];
  /** A receiver that has taken nothing for so many days is told of no more. */
  readonly failingDays: number;
  /** For how many days the log keeps what has ended. */
  readonly logDays: number;
  /** How often at most it is looked for gaps, milliseconds. */
  readonly gapsEvery: number;
}

/** What a courier works with. */
export interface CourierDoors {
  readonly database: Database;
  readonly background: Background;
  readonly secrets: WebhookSecrets;
  readonly logger: Logger;
  /** A context of nobody's request, in which everything can be read: another one each time. */
  readonly context: () => RequestContext;
  /** The product, as receivers are told it. */
  readonly agent: string;
}

/**
 * Notices what webhooks are to be told of, and sends it: of all processes one at a time does. Each webhook is sent its messages one
 * after the other, so that a slow receiver keeps none of the others waiting, and is not asked more at a time than it can take.
 */
export class Courier {
  private readonly lease: SendingLease;
  /** Nothing begins on it once the server stops. */
  private readonly database: Database;
  private readonly doorbell: Doorbell;
  private readonly busy = new Set<string>();
  private readonly working = new Set<Promise<void>>();
  private forgetsAt = 0;
  private looksAt = 0;
  /** Whether something has changed since gaps were looked for, or may have before this server began. */
  private hasChanged = true;
  private gapsSeenAt = 0;
  private isWell = true;

  constructor(
    private readonly doors: CourierDoors,
    private readonly settings: CourierSettings,
  ) {
    this.lease = new SendingLease(doors.database);
    this.database = doors.database.until(doors.background.stop);
    this.doorbell = doors.background.keep(Doorbell);
  }

  /** Works until the server stops. What was under way then is sent again by the next. */
  async run(): Promise<void> {
    await Promise.race([this.work(), shortlyAfter(this.doors.background.stop)]);
  }

  private async work(): Promise<void> {
    const { stop } = this.doors.background;
    while (!stop.aborted) {
      await this.round().then(
        () => {
          this.isWell = true;
        },
        (error: unknown) => {
          // Once, not every second, while the database is away.
          if (this.isWell && !stop.aborted)
            this.doors.logger.warn({ err: error }, 'webhooks could not be looked after');
          this.isWell = false;
        },
      );
      await this.doorbell.wait(looksEvery, stop);
    }
    await Promise.all(this.working);
    await this.lease.leave().catch(() => undefined);
  }

  private async round(): Promise<void> {
    const { database } = this;
    const webhooks = await webhooksSending(database, Date.now());
    if (webhooks.length === 0 || !(await this.lease.hold())) return;
    const { isMore, kept, changed } = await notice(database, webhooks, Date.now());
    if (isMore || kept) this.doorbell.ring();
    for (const webhook of webhooks) if (webhook.due) this.beside(webhook.id, () => this.sendDue(webhook));
    this.hasChanged ||= changed;
    if (performance.now() >= this.looksAt) this.beside('gaps', () => this.look(webhooks));
    await this.forget();
  }

  /** Looks for what shows by itself: who has left, and which gaps opened and closed. */
  private async look(webhooks: readonly SendingRow[]): Promise<void> {
    this.looksAt = performance.now() + this.settings.gapsEvery;
    const told = webhooks.filter(({ active }) => active);
    if (told.some(({ events }) => events.includes('people.changed')))
      await noticeLeavers(this.doors.context(), told);
    const ofGaps = told.some(({ events }) => events.some((event) => event.startsWith('gap.')));
    // Levels fade, and assignments begin and end, without a change.
    const isOld = Date.now() - this.gapsSeenAt > day;
    if (!ofGaps || !(this.hasChanged || isOld)) return;
    this.hasChanged = false;
    try {
      await noticeGaps(this.doors.context(), told);
    } catch (error) {
      this.hasChanged = true;
      throw error;
    }
    this.gapsSeenAt = Date.now();
    this.doorbell.ring();
  }

  private async forget(): Promise<void> {
    if (performance.now() < this.forgetsAt) return;
    this.forgetsAt = performance.now() + forgetsEvery;
    await forgetDeliveries(this.database, Date.now() - this.settings.logDays * day);
  }

  /** Does something beside all else, and once at a time. */
  private beside(what: string, does: () => Promise<void>): void {
    if (this.busy.has(what)) return;
    this.busy.add(what);
    const work = does()
      .catch((error: unknown) => {
        if (!this.doors.background.stop.aborted) this.doors.background.failed('webhooks', error);
      })
      .finally(() => {
        this.busy.delete(what);
        this.working.delete(work);
      });
    this.working.add(work);
  }

  private async sendDue(webhook: SendingRow): Promise<void> {
    const { database } = this;
    const { background } = this.doors;
    for (;;) {
      const due = await dueDeliveries(database, webhook.id, Date.now());
      for (const delivery of due) {
        const attempt = await this.send(webhook, delivery);
        // Cut off by the stop of this server: the next one sends it.
        if (background.stop.aborted && attempt.status === null) return;
        await this.record(webhook, delivery, attempt);
        // What else waits for a receiver that is down, or asks to be spared, waits for the next round.
        if (attempt.fault !== null) return;
      }
      if (due.length === 0) return;
    }
  }

  private send({ url, id, generation, formerUntil }: SendingRow, { id: message, body }: DueDelivery) {
    const { secrets, agent, background } = this.doors;
    const timestamp = Math.floor(Date.now() / 1_000);
    const former = formerUntil !== null && formerUntil > Date.now() ? [generation - 1] : [];
    const signing = [generation, ...former].map((one) => secrets.of(id, one));
    const headers = {
      'content-type': 'application/json',
      'user-agent': agent,
      'webhook-id': message,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signaturesOf({ id: message, timestamp, body }, signing),
    };
    return post({ url, headers, body }, this.settings.ownHosts, background.stop);
  }

  private async record(webhook: SendingRow, delivery: DueDelivery, attempt: Attempt): Promise<void> {
    const now = Date.now();
    const { status, milliseconds, fault } = attempt;
    const isGone = status === 410;
    const again =
      fault === null || isGone
        ? undefined
        : triedAgainAt(now, delivery.step, this.settings.schedule, attempt, Math.random());
    const properties = {
      ...{ attempts: delivery.attempts + 1, step: delivery.step + 1, lastAt: now },
      ...{ lastStatus: status, lastMilliseconds: milliseconds, lastFault: fault },
      state: fault === null ? 'DELIVERED' : again === undefined ? 'FAILED' : 'WAITING',
      ...{ nextAt: again ?? null, endedAt: again === undefined ? now : null },
    };
    // While the server stops, too: it would be sent again by the next.
    await this.doors.database.idempotentTransaction(async (tx) => {
      const attempted = { id: delivery.id, name: webhook.name, failed: fault !== null, now, properties };
      const failingSince = await recordAttempt(tx, attempted);
      const because = this.reasonToDisable(isGone, failingSince, now);
      if (because !== undefined) await disableWebhook(tx, webhook, because, now);
    });
  }

  private reasonToDisable(isGone: boolean, failingSince: number | null, now: number): string | undefined {
    if (isGone) return 'The receiver answered 410 Gone: it wants no more messages.';
    const { failingDays } = this.settings;
    if (failingSince === null || now - failingSince < failingDays * day) return undefined;
    return `The receiver has taken nothing since ${new Date(failingSince).toISOString()}: see in the log why, mend it, and switch the webhook on again.`;
  }
}

/** A database that does not answer is not waited for when the server stops. */
function shortlyAfter(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      setTimeout(resolve, 1_000).unref();
    };
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}
