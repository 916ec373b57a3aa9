import {
  countChanged,
  markedNew,
  removeRelationships,
  saveRelationships,
  unmarked,
  type SavedRow,
} from '../../graph/relation';
import { statement, type Queries } from '../../graph/statement';
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

const SAVE_ASSIGNMENTS = statement<SavedRow>(
  'projects.saveAssignments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (project:Project {id: item.project})
   MERGE (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project)
   ${markedNew('assignment')}
   WITH item, assignment, properties(assignment) AS before
   SET assignment.to = item.to, assignment.share = coalesce(item.share, assignment.share, 1.0), ${unmarked('assignment')}
   RETURN count(*) AS saved, ${countChanged('assignment')}`,
);

/** Gives how many assignments are otherwise than before. */
export function saveAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<number> {
  return saveRelationships(tx, SAVE_ASSIGNMENTS, items.map(fromEver));
}

const REMOVE_ASSIGNMENTS = statement<{ changed: number }>(
  'projects.removeAssignments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project:Project {id: item.project})
   DELETE assignment
   RETURN count(*) AS changed`,
);

export function removeAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<number> {
  return removeRelationships(tx, REMOVE_ASSIGNMENTS, items.map(fromEver));
}
