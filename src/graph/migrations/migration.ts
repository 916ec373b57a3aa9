import type { Database } from '../database';
import type { Queries } from '../statement';

/** One numbered change of the graph. It may be run twice: a fall between its work and its mark repeats it. */
export interface Migration {
  readonly number: number;
  readonly what: string;
  run(database: Database, tx: Queries): Promise<void>;
}
