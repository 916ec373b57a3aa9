import { statement, type Queries } from '../../graph/driver/statement';
import type { Calibration } from './calibration.store';

/** What a calibration holds of a question version or a skill. */
export interface Setting {
  /** Internal id. */
  readonly key: string;
  readonly ofSkill: boolean;
  readonly difficulty: number;
  readonly variance: number | null;
  readonly discrimination: number | null;
  readonly usual: number | null;
}

const SETTINGS = statement<Setting>(
  'calibration.settings',
  `MATCH (:Calibration {number: $number})-[own:SETS]->(node)
   RETURN node.id AS key, node:Skill AS ofSkill, own.difficulty AS difficulty, own.variance AS variance,
     own.discrimination AS discrimination, own.usual AS usual`,
);

/** All that a calibration says of questions and skills. */
export function settingsOf(queries: Queries, { number }: Pick<Calibration, 'number'>): Promise<Setting[]> {
  return queries.query(SETTINGS, { number });
}
