import { setTimeout as delay } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { isCritical } from '../driver/errors';

const lookEvery = 1_000;
/** A database that takes longer to say a number is busy, and not in a critical error: that is said at once. */
const patience = 2_000;

/**
 * Asks a running Neo4j whether it has met a critical error: it goes on answering then, with nothing but that, until it
 * is started anew.
 */
export class CriticalErrorWatch {
  private readonly driver: Driver;

  constructor(boltPort: number, password: string) {
    this.driver = neo4j.driver(`bolt://127.0.0.1:${boltPort}`, neo4j.auth.basic('neo4j', password), {
      telemetryDisabled: true,
      maxConnectionPoolSize: 1,
      connectionTimeout: patience,
      connectionAcquisitionTimeout: patience,
      maxTransactionRetryTime: 0,
    });
  }

  async isMet(): Promise<boolean> {
    const asked = this.driver.executeQuery('RETURN 1', {}, { database: 'neo4j' }).then(
      () => false,
      (error: unknown) => isCritical(error),
    );
    return Promise.race([asked, delay(patience, false, { ref: false })]);
  }

  /** Resolves with true once it is met, with false when the watch is called off. */
  async untilMet(calledOff: AbortSignal): Promise<boolean> {
    while (!calledOff.aborted) {
      if (await this.isMet()) return true;
      await delay(lookEvery, undefined, { signal: calledOff }).catch(() => undefined);
    }
    return false;
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}
