import { expectAll } from '../../graph/errors';
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

const SAVE_ASSIGNMENTS = statement<{ saved: number }>(
  'projects.saveAssignments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (project:Project {id: item.project})
   MERGE (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project)
   SET assignment.to = item.to, assignment.share = coalesce(item.share, assignment.share, 1.0)
   RETURN count(*) AS saved`,
);

export async function saveAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<void> {
  if (items.length === 0) return;
  const [row] = await tx.query(SAVE_ASSIGNMENTS, { items: items.map(fromEver) });
  expectAll(row?.saved ?? 0, items.length);
}

const REMOVE_ASSIGNMENTS = statement(
  'projects.removeAssignments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (person)-[assignment:ASSIGNED_TO {from: item.from}]->(project:Project {id: item.project})
   DELETE assignment`,
);

export async function removeAssignments(tx: Queries, items: readonly AssignmentToSave[]): Promise<void> {
  if (items.length > 0) await tx.query(REMOVE_ASSIGNMENTS, { items: items.map(fromEver) });
}
