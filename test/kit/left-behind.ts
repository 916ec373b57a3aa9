import { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { openEmptiedDatabase, testDatabaseAddress, wasUsed } from './worker-database';

interface LeftRow {
  /** Numbers of the calibrations that levels are read from. */
  readonly inForce: readonly number[];
  /** Numbers of those whose states are being built. */
  readonly making: readonly number[];
  /** What still has the right to build one; null where nothing has. */
  readonly lease: string | null;
  /** Internal ids, five at most. */
  readonly nameless: readonly string[];
}

const LEFT = statement<LeftRow>(
  'kit.left',
  `MATCH (installation:Installation {one: 1})
   RETURN COLLECT { MATCH (calibration:Calibration {current: true}) RETURN calibration.number } AS inForce,
     COLLECT { MATCH (calibration:Calibration) WHERE calibration.making RETURN calibration.number } AS making,
     CASE WHEN timestamp() < installation.makingUntil THEN coalesce(installation.makingWhat, 'somebody') END AS lease,
     COLLECT { MATCH (node:Person|Skill) WHERE node.name IS NULL RETURN node.id LIMIT 5 } AS nameless`,
  'a spec may look at everything of its own',
);

function faultsOf({ inForce, making, lease, nameless }: LeftRow): string[] {
  return [
    ...(inForce.join() === '1'
      ? []
      : [`calibration ${inForce.join(' and ') || 'none'} in force, not the first`]),
    ...making.map((number) => `calibration ${String(number)}, which is still being built`),
    ...(lease === null ? [] : [`the lease of ${lease}`]),
    ...nameless.map((id) => `the person or skill ${id}, without a name`),
  ];
}

/**
 * Throws where the worker's database was used and is not what the specs that come next expect, and empties it, so that only the spec that
 * left it so fails.
 */
export async function expectNothingLeftBehind(): Promise<void> {
  if (!wasUsed()) return;
  const database = await Database.open(await testDatabaseAddress());
  const [row] = await database.query(LEFT).finally(() => database.close());
  const faults = row ? faultsOf(row) : ['a database without an installation'];
  if (faults.length > 0) await (await openEmptiedDatabase()).close();
  wasUsed();
  if (faults.length === 0) return;
  throw new Error(
    `This spec leaves on the database that all specs of its worker share: ${faults.join('; ')}. Take it back at the end, or begin with openEmptiedDatabase() and close it.`,
  );
}
