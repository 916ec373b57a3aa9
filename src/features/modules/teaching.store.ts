import { touched } from '../../graph/nouns/identity';
import { removalOf, savingOf, sayingOf, type Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';

/** What a module teaches of a skill, to be saved. */
export interface TeachingToSave {
  readonly module: string;
  readonly skill: string;
  readonly from: number | null;
  readonly to: number;
}

const writeTeachings = sayingOf(
  'catalogue',
  ({ module }: Pick<TeachingToSave, 'module'>) => module,
  savingOf('modules.saveTeachings', 'teaching', {
    merge: `MATCH (module:Module {id: item.module})
     MATCH (skill:Skill {id: item.skill})
     MERGE (module)-[teaching:TEACHES]->(skill)`,
    set: 'teaching.from = item.from, teaching.to = item.to',
    onChange: `teaching.updatedAt = $now, ${touched('module')}`,
  }),
);

const deleteTeachings = sayingOf(
  'catalogue',
  ({ module }: Pick<TeachingToSave, 'module'>) => module,
  removalOf(
    'modules.removeTeachings',
    `MATCH (module:Module {id: item.module})
     MATCH (module)-[teaching:TEACHES]->(:Skill {id: item.skill})
     DELETE teaching
     SET ${touched('module')}`,
  ),
);

/** States what modules teach; a module counts as changed now where that differs. Gives what became of each. */
export function storeTeachings(tx: Queries, items: readonly TeachingToSave[], now: number): Promise<Fate[]> {
  return writeTeachings(tx, items, { now });
}

export function removeTeachings(
  tx: Queries,
  items: readonly Pick<TeachingToSave, 'module' | 'skill'>[],
  now: number,
): Promise<Fate[]> {
  return deleteTeachings(tx, items, { now });
}
