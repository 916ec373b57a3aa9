import type { Database } from '../driver/database';
import type { Parameters, Queries, Statement } from '../driver/statement';

/** One numbered change of the graph. It may be run twice: a fall between its work and its mark repeats it. */
export interface Migration {
  readonly number: number;
  readonly what: string;
  run(database: Database, tx: Queries): Promise<void>;
}

/** Requires that a property tells the nodes of a label apart. */
export async function requireUnique(
  database: Database,
  keys: readonly { readonly label: string; readonly property: string }[],
): Promise<void> {
  for (const { label, property } of keys)
    await database.autocommit({
      name: 'migrations.unique',
      text: `CREATE CONSTRAINT ${label}_${property} IF NOT EXISTS FOR (node:${label}) REQUIRE node.${property} IS UNIQUE`,
      scansBecause: undefined,
    });
}

/** Changes the graph in steps, each a transaction of its own, until a step finds nothing left to change. */
export async function changeInSteps(
  database: Database,
  step: Statement<{ changed: number }>,
  parameters: Parameters = {},
): Promise<void> {
  for (;;) {
    const [row] = await database.transaction((tx) => tx.query(step, parameters));
    if (!row || row.changed === 0) return;
  }
}
