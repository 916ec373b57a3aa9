import neo4j, {
  type Config,
  type Driver,
  type QueryResult,
  type Session,
  type Transaction,
} from 'neo4j-driver';
import { DatabaseUnavailableError, InstallationError, messageOf } from '../../shared/errors';
import { ConnectionProbe } from './connection-probe';
import { isCritical, isUnreachable, named, SilenceError } from './errors';
import { withRetries } from './retries';
import type { Parameters, Queries, Statement } from './statement';

export interface DatabaseAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Name of the database; the server's default where left out. */
  readonly database?: string | undefined;
}

/** Called for every statement that ran, with the rows it returned and the milliseconds it took. */
export type StatementListener = (name: string, rows: number, milliseconds: number) => void;

/** What databases of one address share, however they are observed. */
interface Connections {
  readonly address: DatabaseAddress;
  readonly driver: Driver;
  /** One connection for the probe alone. */
  readonly probeDriver: Driver;
  readonly probe: ConnectionProbe;
}

/**
 * The one way to Neo4j. A read outside a transaction is repeated where that is safe and sees what this process wrote
 * before it, on a cluster too (bookmarks).
 */
export class Database implements Queries {
  private constructor(
    private readonly connections: Connections,
    private readonly listeners: readonly StatementListener[],
    /** The one transaction in which a rehearsal runs everything. */
    private readonly rehearsal?: Queries,
    /** Nothing begins once it is aborted. */
    private readonly gone?: AbortSignal,
  ) {}

  /**
   * Connects.
   * @throws DatabaseUnavailableError where nothing answers, InstallationError where it does not let us in; each says what
   * to do.
   */
  static open(address: DatabaseAddress): Promise<Database> {
    return Database.connect(address, true);
  }

  /**
   * The same database over connections of its own, whose values come as they are stored: an integer is the driver's
   * Integer, and only a float a number. The caller closes it.
   */
  exact(): Promise<Database> {
    return Database.connect(this.connections.address, false);
  }

  private static async connect(address: DatabaseAddress, plainIntegers: boolean): Promise<Database> {
    const driver = driverOf(address, { disableLosslessIntegers: plainIntegers });
    try {
      await driver.verifyConnectivity(targetOf(address));
    } catch (error) {
      await driver.close();
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
    const probeDriver = driverOf(address, { maxConnectionPoolSize: 1, maxTransactionRetryTime: 1_000 });
    const probe = new ConnectionProbe(() => probeDriver.executeQuery('RETURN 1', {}, targetOf(address)));
    return new Database({ address, driver, probeDriver, probe }, []);
  }

  /** The same connections, with one more listener: a request counts its statements this way. */
  observedBy(listener: StatementListener): Database {
    return new Database(this.connections, [...this.listeners, listener], this.rehearsal, this.gone);
  }

  /**
   * The same connections for somebody who may leave: once the signal is aborted, its reason is thrown in the place of
   * statements and transactions that have not begun. Those that have are seen through. Undefined: nobody leaves.
   */
  until(gone: AbortSignal | undefined): Database {
    return new Database(this.connections, this.listeners, this.rehearsal, gone);
  }

  /** Whether nothing that is written on it stays. */
  get isRehearsal(): boolean {
    return this.rehearsal !== undefined;
  }

  async query<Row>(statement: Statement<Row>, parameters: Parameters = {}): Promise<Row[]> {
    if (this.rehearsal) return this.rehearsal.query(statement, parameters);
    return this.timed(statement.name, async () => rowsOf<Row>(await this.read(statement.text, parameters)));
  }

  /** Without a transaction of the client's own, which would cost another round trip. */
  private read(text: string, parameters: Parameters): Promise<QueryResult> {
    return this.inSession(neo4j.session.READ, (session) => untraced(() => session.run(text, parameters)));
  }

  /**
   * Runs the work in one write transaction; it may run again after a deadlock or a lost race, so it must do nothing
   * but query. What it returns is durable when the promise resolves.
   */
  async transaction<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result> {
    if (this.rehearsal) return work(this.rehearsal);
    return this.inSession(neo4j.session.WRITE, async (session) => {
      const tx = await session.beginTransaction();
      const result = await work(this.within(tx));
      await tx.commit();
      return result;
    });
  }

  /** Each attempt in a session of its own; closing it rolls back what was not committed. */
  private inSession<Result>(
    defaultAccessMode: typeof neo4j.session.READ,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const { address, driver, probe } = this.connections;
    return withRetries(probe, async () => {
      this.gone?.throwIfAborted();
      const session = driver.session({
        ...targetOf(address),
        defaultAccessMode,
        bookmarkManager: driver.executeQueryBookmarkManager,
      });
      let silent = false;
      try {
        return await probe.watch(work(session));
      } catch (error) {
        silent = error instanceof SilenceError;
        throw error;
      } finally {
        const closed = session.close();
        // Closing waits for the database to confirm that the work is rolled back.
        if (silent) closed.catch(() => undefined);
        else await closed;
      }
    });
  }

  /**
   * Runs the work on a database that keeps nothing of it: reads and transactions alike run in one transaction, which sees its own
   * writes and is rolled back at the end. It may run again, as a transaction may.
   */
  rehearse<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    return this.inSession(neo4j.session.WRITE, async (session) => {
      const tx = await session.beginTransaction();
      const bound = this.within(tx);
      const result = await work(new Database(this.connections, this.listeners, bound));
      await tx.rollback();
      return result;
    });
  }

  /** Runs a statement that Neo4j allows in no transaction with others, schema changes; it must be safe to repeat. */
  async autocommit<Row>(statement: Statement<Row>, parameters: Parameters = {}): Promise<Row[]> {
    return this.timed(statement.name, async () =>
      rowsOf<Row>(
        await this.inSession(neo4j.session.WRITE, (session) => session.run(statement.text, parameters)),
      ),
    );
  }

  async close(): Promise<void> {
    const { driver, probeDriver } = this.connections;
    await Promise.all([driver.close(), probeDriver.close()]);
  }

  private within(tx: Transaction): Queries {
    return {
      query: <Row>(statement: Statement<Row>, parameters: Parameters = {}) =>
        this.timed(
          statement.name,
          async () => rowsOf<Row>(await untraced(() => tx.run(statement.text, parameters))),
          false,
        ),
    };
  }

  private async timed<Row>(name: string, run: () => Promise<Row[]>, rename = true): Promise<Row[]> {
    const start = performance.now();
    try {
      const rows = await run();
      const milliseconds = performance.now() - start;
      for (const listener of this.listeners) listener(name, rows.length, milliseconds);
      return rows;
    } catch (error) {
      if (error instanceof Error) Error.captureStackTrace(error);
      // Inside a transaction the driver's own error says whether all of it may be repeated.
      throw rename ? named(error) : error;
    }
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

function rowsOf<Row>({ records }: Pick<QueryResult, 'records'>): Row[] {
  return records.map((record) => {
    const row: Record<PropertyKey, unknown> = {};
    for (let column = 0; column < record.length; column++)
      row[record.keys[column] ?? ''] = record.get(column);
    return row as Row;
  });
}

/**
 * Starts a statement without the stack trace that the driver captures for each of them in case it fails: mapping it to
 * the sources costs more than the round trip. A statement that fails gets its stack trace afterwards.
 */
function untraced<Started>(start: () => Started): Started {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return start();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
