import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { InstallationError, messageOf } from '../../shared/errors';
import { pathsOf } from './data-directory';
import { hasCode } from './failure';
import { explainFailedStart } from './start-failure';

const database = 'neo4j';

/**
 * Neo4j answers Bolt also when it could not open its database, and says so in no log but the one for debugging.
 * Only a query shows it, since beginning a transaction does not reach the database; the time that Neo4j takes to
 * compile its first one is not lost, the next is faster by it.
 * @param reasons what the log for debugging holds of this start
 * @throws InstallationError when the password is not the database's or the database is out of order.
 */
export async function untilAvailable(
  dataDirectory: string,
  boltPort: number,
  password: string,
  reasons: () => Promise<string>,
): Promise<void> {
  const driver = neo4j.driver(`bolt://127.0.0.1:${boltPort}`, neo4j.auth.basic('neo4j', password), {
    telemetryDisabled: true,
    // The driver counts an unopened database among what is worth repeating for half a minute.
    maxTransactionRetryTime: 0,
  });
  try {
    while (!(await answers(driver, dataDirectory))) {
      const status = await statusOf(driver);
      if (status !== undefined) {
        const text = `ERROR ${status}\n${await reasons()}`;
        throw explainFailedStart({ dataDirectory, boltPort, logPath: pathsOf(dataDirectory).debugLog, text });
      }
      await delay(200);
    }
  } finally {
    await driver.close();
  }
}

async function answers(driver: Driver, dataDirectory: string): Promise<boolean> {
  try {
    await driver.executeQuery('RETURN 1', {}, { database });
    return true;
  } catch (error) {
    if (hasCode(error, 'Neo.ClientError.Security.Unauthorized')) {
      throw new InstallationError(
        `The password in ${pathsOf(dataDirectory).password} is not that of the database beside it; ` +
          'put back the file that belongs to it, or name another data directory.',
        { cause: error },
      );
    }
    return false;
  }
}

/** Why the database is not to be had; nothing while it is still on its way. */
async function statusOf(driver: Driver): Promise<string | undefined> {
  try {
    const { records } = await driver.executeQuery(
      'SHOW DATABASE $database YIELD currentStatus, statusMessage',
      { database },
      { database: 'system' },
    );
    const status = String(records[0]?.get('currentStatus') ?? 'missing');
    const message = String(records[0]?.get('statusMessage') ?? '');
    const underWay = message === '' && ['initial', 'starting', 'unknown', 'online'].includes(status);
    return underWay ? undefined : message || `the database is ${status}`;
  } catch (error) {
    return messageOf(error);
  }
}
