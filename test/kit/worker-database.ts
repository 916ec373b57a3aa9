import { Database, type DatabaseAddress } from '../../src/graph/driver/database';
import { migrate } from '../../src/graph/migrations/migrations';
import { emptyGraph, refill, wholeNodesOf, type WholeNode } from './whole-graph';

let asked: Promise<DatabaseAddress> | undefined;
let isUsed = false;

/** The Neo4j of this worker of jest, which its specs share one after the other. */
export function testDatabaseAddress(): Promise<DatabaseAddress> {
  isUsed = true;
  return (asked ??= askForDatabase());
}

/** Whether it was asked for since this was called last. */
export function wasUsed(): boolean {
  const was = isUsed;
  isUsed = false;
  return was;
}

async function askForDatabase(): Promise<DatabaseAddress> {
  const { SKILLWAKE_TEST_DATABASES: run, JEST_WORKER_ID: worker = '1' } = process.env;
  if (run === undefined) throw new Error('Run the specs by `npm test`: it starts their database.');
  const response = await fetch(`${run}/${worker}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as DatabaseAddress;
}

/** The worker's Neo4j with nothing in it but what a start makes: for what counts everybody, or changes what all are read with. */
export interface EmptiedDatabase {
  readonly address: DatabaseAddress;
  readonly database: Database;
  /** Empties it again: the specs that come next expect nothing of this one. */
  close(): Promise<void>;
}

/** What a start makes of nothing: its constraints and indexes stay, and its nodes are put back faster than made anew. */
let started: readonly WholeNode[] | undefined;

export async function openEmptiedDatabase(): Promise<EmptiedDatabase> {
  const address = await testDatabaseAddress();
  const database = await Database.open(address);
  const empty = async (): Promise<void> => {
    if (started) return refill(database, started);
    await emptyGraph(database);
    await migrate(database);
    started = await wholeNodesOf(database);
  };
  await empty();
  return {
    address,
    database,
    async close() {
      await empty();
      await database.close();
    },
  };
}
