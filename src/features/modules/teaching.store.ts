import { touched } from '../../graph/identity';
import { statement, type Queries } from '../../graph/statement';

/** What a module teaches of a skill, to be saved. */
export interface TeachingToSave {
  readonly module: string;
  readonly skill: string;
  readonly from: number | null;
  readonly to: number;
}

const SAVE_TEACHINGS = statement(
  'modules.saveTeachings',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   MATCH (skill:Skill {id: item.skill})
   MERGE (module)-[teaching:TEACHES]->(skill)
   WITH item, module, teaching, properties(teaching) AS before
   SET teaching.from = item.from, teaching.to = item.to
   FOREACH (_ IN CASE WHEN properties(teaching) = before THEN [] ELSE [1] END | SET ${touched('module')})`,
);

const REMOVE_TEACHINGS = statement(
  'modules.removeTeachings',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   MATCH (module)-[teaching:TEACHES]->(:Skill {id: item.skill})
   DELETE teaching
   SET ${touched('module')}`,
);

/** States what modules teach; a module counts as changed now where that differs. */
export async function saveTeachings(
  tx: Queries,
  items: readonly TeachingToSave[],
  now: number,
): Promise<void> {
  if (items.length > 0) await tx.query(SAVE_TEACHINGS, { items, now });
}

export async function removeTeachings(
  tx: Queries,
  items: readonly Pick<TeachingToSave, 'module' | 'skill'>[],
  now: number,
): Promise<void> {
  if (items.length > 0) await tx.query(REMOVE_TEACHINGS, { items, now });
}
