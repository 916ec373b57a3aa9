import { touched } from '../../graph/identity';
import {
  countChanged,
  markedNew,
  removeRelationships,
  saveRelationships,
  unmarked,
  type SavedRow,
} from '../../graph/relation';
import { statement, type Queries } from '../../graph/statement';

/** What a module teaches of a skill, to be saved. */
export interface TeachingToSave {
  readonly module: string;
  readonly skill: string;
  readonly from: number | null;
  readonly to: number;
}

const SAVE_TEACHINGS = statement<SavedRow>(
  'modules.saveTeachings',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   MATCH (skill:Skill {id: item.skill})
   MERGE (module)-[teaching:TEACHES]->(skill)
   ${markedNew('teaching')}
   WITH item, module, teaching, properties(teaching) AS before
   SET teaching.from = item.from, teaching.to = item.to, ${unmarked('teaching')}
   FOREACH (_ IN CASE WHEN properties(teaching) = before THEN [] ELSE [1] END | SET ${touched('module')})
   RETURN count(*) AS saved, ${countChanged('teaching')}`,
);

const REMOVE_TEACHINGS = statement<{ changed: number }>(
  'modules.removeTeachings',
  `UNWIND $items AS item
   MATCH (module:Module {id: item.module})
   MATCH (module)-[teaching:TEACHES]->(:Skill {id: item.skill})
   DELETE teaching
   SET ${touched('module')}
   RETURN count(*) AS changed`,
);

/** States what modules teach; a module counts as changed now where that differs. Gives how many differ. */
export function saveTeachings(tx: Queries, items: readonly TeachingToSave[], now: number): Promise<number> {
  return saveRelationships(tx, SAVE_TEACHINGS, items, { now });
}

export function removeTeachings(
  tx: Queries,
  items: readonly Pick<TeachingToSave, 'module' | 'skill'>[],
  now: number,
): Promise<number> {
  return removeRelationships(tx, REMOVE_TEACHINGS, items, { now });
}
