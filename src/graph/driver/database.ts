import neo4j, { type QueryResult, type Session, type Transaction } from 'neo4j-driver';
import type { ChangeKind } from '../feed/change';
import { SaidChanges } from '../feed/said-changes';
import { AttemptedWork } from './attempts';
import { Connections, type DatabaseAddress } from './connections';
import { isUnreachable, named } from './errors';
import { withRetries } from './retries';
import type { Parameters, Queries, Statement } from './statement';
import { untraced } from './untraced';

export type { DatabaseAddress } from './connections';

/** Called for every statement that ran, with the rows it returned and the milliseconds it took. */
export type StatementListener = (name: string, rows: number, milliseconds: number) => void;

/** How long one transaction may take that nobody waits for, milliseconds: of a command, or in the background. */
const unhurried = 300_000;

/** What tells databases over the same connections from each other. */
interface Use {
  readonly listeners: readonly StatementListener[];
  /** How long a transaction may take in the database, waiting for locks included, milliseconds; 0 for as long as it takes. */
  readonly timeLimit: number;
  /** The one transaction in which a rehearsal runs everything. */
  readonly rehearsal?: Queries;
  /** Nothing begins once it is aborted. */
  readonly gone?: AbortSignal | undefined;
}

/**
 * The one way to Neo4j. A read outside a transaction is repeated where that is safe and sees what this process wrote
 * before it, on a cluster too (bookmarks).
 */
export class Database implements Queries {
  private constructor(
    private readonly connections: Connections,
    private readonly use: Use,
  ) {}

  /**
   * Connects.
   * @throws DatabaseUnavailableError where nothing answers, InstallationError where it does not let us in; each says what
   * to do.
   */
  static async open(address: DatabaseAddress): Promise<Database> {
    return new Database(await Connections.open(address, true), { listeners: [], timeLimit: unhurried });
  }

  /**
   * The same database over connections of its own, whose values come as they are stored: an integer is the driver's
   * Integer, and only a float a number. The caller closes it.
   */
  async exact(): Promise<Database> {
    const { timeLimit } = this.use;
    return new Database(await Connections.open(this.connections.address, false), {
      listeners: [],
      timeLimit,
    });
  }

  /** The same connections, with one more listener: a request counts its statements this way. */
  observedBy(listener: StatementListener): Database {
    return new Database(this.connections, { ...this.use, listeners: [...this.use.listeners, listener] });
  }

  /**
   * The same connections for somebody who may leave: once the signal is aborted, its reason is thrown in the place of
   * statements and transactions that have not begun. Those that have are seen through. Undefined: nobody leaves.
   */
  until(gone: AbortSignal | undefined): Database {
    return new Database(this.connections, { ...this.use, gone });
  }

  /** Whether nothing that is written on it stays. */
  get isRehearsal(): boolean {
    return this.use.rehearsal !== undefined;
  }

  /** The same connections, with another limit on the time that a transaction may take: see Use. */
  withTimeLimit(timeLimit: number): Database {
    return new Database(this.connections, { ...this.use, timeLimit });
  }

  /** The same connections for work that nobody waits for: its transactions may take minutes. */
  unhurried(): Database {
    return this.withTimeLimit(unhurried);
  }

  query<Row>(statement: Statement<Row>, parameters: Parameters = {}): Promise<Row[]> {
    return this.read(neo4j.session.READ, statement, parameters);
  }

  /**
   * A read that sees all that any process was told is written: on a cluster it asks the member that writes, since another may
   * not have heard of it yet.
   */
  queryLatest<Row>(statement: Statement<Row>, parameters: Parameters = {}): Promise<Row[]> {
    return this.read(neo4j.session.WRITE, statement, parameters);
  }

  changed(): void {
    if (!this.isRehearsal)
      throw new Error('Changes are said in a transaction, with which they are committed: by its tx.');
  }

  /** Without a transaction of the client's own, which would cost another round trip. */
  private async read<Row>(
    accessMode: typeof neo4j.session.READ,
    statement: Statement<Row>,
    parameters: Parameters,
  ): Promise<Row[]> {
    const { rehearsal } = this.use;
    if (rehearsal) return rehearsal.query(statement, parameters);
    const { name, text } = statement;
    return this.timed(name, async () =>
      rowsOf<Row>(
        await this.inSession(accessMode, (session) =>
          untraced(() => session.run(text, parameters, this.limits)),
        ),
      ),
    );
  }

  /**
   * Runs the work in one write transaction; it may run again after a deadlock or a lost race, so it must do nothing
   * but query. What it returns is durable when the promise resolves. It is done once, even where the connection breaks
   * while it commits.
   */
  async transaction<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result> {
    const { rehearsal } = this.use;
    if (rehearsal) return work(rehearsal);
    const { over } = this.connections;
    const once = new AttemptedWork<Result>(over);
    const result = await this.inSession(neo4j.session.WRITE, async (session, commit) => {
      const tx = await session.beginTransaction(this.limits);
      const said = new SaidChanges();
      return once.attempt(
        tx,
        () => this.commitSaying(tx, said, commit),
        () => work(this.within(tx, said)),
      );
    });
    // Not where a try that was given up hears of its end after all: the next one may be about to look for the note.
    over.add([once.token]);
    return result;
  }

  /**
   * A transaction for work that leaves the graph the same whether it is done once or twice: it is spared the note by which
   * others are found to be done. Its result may be that of the second time.
   */
  async idempotentTransaction<Result>(work: (tx: Queries) => Promise<Result>): Promise<Result> {
    const { rehearsal } = this.use;
    if (rehearsal) return work(rehearsal);
    return this.inSession(neo4j.session.WRITE, async (session, commit) => {
      const tx = await session.beginTransaction(this.limits);
      const said = new SaidChanges();
      const result = await work(this.within(tx, said));
      await this.commitSaying(tx, said, commit);
      return result;
    });
  }

  private commitSaying(
    tx: Transaction,
    said: SaidChanges,
    commit: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    return this.connections.lanes.commitSaying(this.within(tx), said, () => commit(tx));
  }

  /** Each attempt in a session of its own. */
  private inSession<Result>(
    accessMode: typeof neo4j.session.READ,
    work: (session: Session, commit: (tx: Transaction) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const { connections, use } = this;
    return withRetries(
      connections.probe,
      accessMode,
      async (cutOff) => {
        use.gone?.throwIfAborted();
        return connections.inSession(accessMode, (session) => work(session, (tx) => committing(tx, cutOff)));
      },
      use.timeLimit,
    );
  }

  /**
   * Runs the work on a database that keeps nothing of it: reads and transactions alike run in one transaction, which sees its own
   * writes and is rolled back at the end. It may run again, as a transaction may.
   */
  rehearse<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    return this.inSession(neo4j.session.WRITE, async (session) => {
      const tx = await session.beginTransaction(this.limits);
      const rehearsal = this.within(tx);
      const result = await work(new Database(this.connections, { ...this.use, rehearsal }));
      await tx.rollback();
      return result;
    });
  }

  /** Runs a statement that Neo4j allows in no transaction with others, schema changes; it must be safe to repeat. */
  async autocommit<Row>(statement: Statement<Row>, parameters: Parameters = {}): Promise<Row[]> {
    return this.timed(statement.name, async () =>
      rowsOf<Row>(
        await this.inSession(neo4j.session.WRITE, (session) =>
          session.run(statement.text, parameters, this.limits),
        ),
      ),
    );
  }

  async close(): Promise<void> {
    await this.connections.close();
  }

  private get limits(): { timeout: number } {
    return { timeout: this.use.timeLimit };
  }

  /** @param said takes what is said to be changed; left out where nothing of it stays */
  private within(tx: Transaction, said?: SaidChanges): Queries {
    return {
      changed: (kind: ChangeKind, ids: Iterable<string>) => said?.add(kind, ids),
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
      const heardAt = performance.now();
      const milliseconds = heardAt - start;
      this.connections.probe.heardAt = heardAt;
      for (const listener of this.use.listeners) listener(name, rows.length, milliseconds);
      return rows;
    } catch (error) {
      if (error instanceof Error) Error.captureStackTrace(error);
      // Inside a transaction the driver's own error says whether all of it may be repeated.
      throw rename ? named(error) : error;
    }
  }
}

/** @param cutOff called where the connection breaks before it is known what came of it */
async function committing(tx: Transaction, cutOff: () => void): Promise<void> {
  try {
    await tx.commit();
  } catch (error) {
    if (isUnreachable(error)) cutOff();
    throw error;
  }
}

function rowsOf<Row>({ records }: Pick<QueryResult, 'records'>): Row[] {
  return records.map((record) => {
    const row: Record<PropertyKey, unknown> = {};
    for (let column = 0; column < record.length; column++)
      row[record.keys[column] ?? ''] = record.get(column);
    return row as Row;
  });
}
