import neo4j, { type BookmarkManager, type Config, type Driver, type Session } from 'neo4j-driver';
import { DatabaseUnavailableError, InstallationError, messageOf } from '../../shared/errors';
import { Lanes } from '../feed/lanes';
import { AttemptsOver } from './attempts';
import { ConnectionProbe } from './connection-probe';
import { isCritical, isUnreachable, named, SilenceError } from './errors';

export interface DatabaseAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Name of the database; the server's default where left out. */
  readonly database?: string | undefined;
}

type AccessMode = typeof neo4j.session.READ;

/** What databases of one address share, however they are observed. */
export class Connections {
  readonly probe = new ConnectionProbe(
    () => this.probeDriver.executeQuery('RETURN 1', {}, targetOf(this.address)),
    () => this.renew(),
  );
  readonly over = new AttemptsOver();
  readonly lanes = new Lanes();
  private readonly bookmarkManager: BookmarkManager = neo4j.bookmarkManager();
  private driver: Driver;
  /** One connection for the probe alone. */
  private probeDriver: Driver;

  private constructor(
    readonly address: DatabaseAddress,
    private readonly plainIntegers: boolean,
  ) {
    this.driver = this.newDriver();
    this.probeDriver = this.newProbeDriver();
  }

  static async open(address: DatabaseAddress, plainIntegers: boolean): Promise<Connections> {
    const connections = new Connections(address, plainIntegers);
    try {
      await connections.driver.verifyConnectivity(targetOf(address));
    } catch (error) {
      await connections.close();
      if (isCritical(error)) throw named(error);
      if (isUnreachable(error))
        throw new DatabaseUnavailableError(
          `Neo4j at ${address.uri} does not answer (${messageOf(error)}): start it, or check NEO4J_URI, or leave NEO4J_URI out to use the embedded database.`,
          { cause: error },
        );
      throw new InstallationError(
        `Neo4j at ${address.uri} refuses the connection (${messageOf(error)}): check NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD, or leave NEO4J_URI out to use the embedded database.`,
        { cause: error },
      );
    }
    return connections;
  }

  /** Does the work in a session of its own; closing it rolls back what was not committed. */
  async inSession<Result>(
    defaultAccessMode: AccessMode,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const { bookmarkManager } = this;
    const session = this.driver.session({ ...targetOf(this.address), defaultAccessMode, bookmarkManager });
    let silent = false;
    try {
      return await this.probe.watch(work(session));
    } catch (error) {
      silent = error instanceof SilenceError;
      throw error;
    } finally {
      const closed = session.close();
      // Closing waits for the database to confirm that the work is rolled back.
      if (silent) closed.catch(() => undefined);
      else await closed;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.driver.close(), this.probeDriver.close()]);
  }

  /** What a silent database was asked by these connections it may never answer: whoever comes next gets new ones. */
  private renew(): void {
    this.close().catch(() => undefined);
    this.driver = this.newDriver();
    this.probeDriver = this.newProbeDriver();
  }

  private newDriver(): Driver {
    return driverOf(this.address, { disableLosslessIntegers: this.plainIntegers });
  }

  private newProbeDriver(): Driver {
    return driverOf(this.address, { maxConnectionPoolSize: 1, maxTransactionRetryTime: 1_000 });
  }
}

function targetOf({ database }: DatabaseAddress): { database?: string } {
  return database === undefined ? {} : { database };
}

function driverOf({ uri, username, password }: DatabaseAddress, settings: Config): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    // Where no machine has the address any more, no answer says so.
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 10_000,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
    ...settings,
  });
}
