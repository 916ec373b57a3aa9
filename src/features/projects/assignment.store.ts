import { removalOf, savingOf, sayingOf, type Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { fromEver, meantBeginning, saveStretches } from '../people/stretches';

/** An assignment to be saved. */
export interface AssignmentToSave {
  readonly person: string;
  readonly project: string;
  /** Null keeps what is stored, and is 1 where nothing is. */
  readonly share: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

const writeAssignments = sayingOf(
  'assignments',
  ({ person }: Pick<AssignmentToSave, 'person'>) => person,
  savingOf('projects.saveAssignments', 'assignment', {
    merge: `MATCH (person:Person {id: item.person})
     MATCH (project:Project {id: item.project})
     ${meantBeginning('(person)-[lasting:ASSIGNED_TO]->(project)')}
     MERGE (person)-[assignment:ASSIGNED_TO {from: begins}]->(project)`,
    set: 'assignment.to = item.to, assignment.share = coalesce(item.share, assignment.share, 1.0)',
    onChange: 'assignment.updatedAt = $now',
  }),
);

export function saveAssignments(
  tx: Queries,
  items: readonly AssignmentToSave[],
  now: number,
): Promise<Fate[]> {
  return saveStretches(tx, writeAssignments, items, now);
}

const deleteAssignments = sayingOf(
  'assignments',
  ({ person }: Pick<AssignmentToSave, 'person'>) => person,
  removalOf(
    'projects.removeAssignments',
    `MATCH (person:Person {id: item.person})
     MATCH (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project:Project {id: item.project})
     DELETE assignment`,
  ),
);

export function removeAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<Fate[]> {
  return deleteAssignments(tx, items.map(fromEver));
}
