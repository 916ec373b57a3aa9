import { removalOf, savingOf } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { fromEver } from '../people/team.store';

/** An assignment to be saved. */
export interface AssignmentToSave {
  readonly person: string;
  readonly project: string;
  /** Null keeps what is stored, and is 1 where nothing is. */
  readonly share: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

const writeAssignments = savingOf('projects.saveAssignments', 'assignment', {
  merge: `MATCH (person:Person {id: item.person})
     MATCH (project:Project {id: item.project})
     MERGE (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project)`,
  set: 'assignment.to = item.to, assignment.share = coalesce(item.share, assignment.share, 1.0)',
});

/** Returns how many assignments changed. */
export function saveAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<number> {
  return writeAssignments(tx, items.map(fromEver));
}

const deleteAssignments = removalOf(
  'projects.removeAssignments',
  `MATCH (person:Person {id: item.person})
     MATCH (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project:Project {id: item.project})
     DELETE assignment`,
);

export function removeAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<number> {
  return deleteAssignments(tx, items.map(fromEver));
}
