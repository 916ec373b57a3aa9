import type { Database } from '../driver/database';
import type { Queries } from '../driver/statement';

/** One numbered change of the graph. It may be run twice: a fall between its work and its mark repeats it. */
export interface Migration {
  readonly number: number;
  readonly what: string;
  run(database: Database, tx: Queries): Promise<void>;
}
