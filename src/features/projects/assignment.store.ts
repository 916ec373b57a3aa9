import { expectAll } from '../../graph/errors';
import { statement, type Queries } from '../../graph/statement';
import { sinceEver } from '../../shared/period';
import type { Visible } from '../access/viewer';
import type { PersonRow } from '../people/people.store';

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
  const [row] = await tx.query(SAVE_ASSIGNMENTS, {
    items: items.map((item) => ({ ...item, from: item.from ?? sinceEver })),
  });
  expectAll(row?.saved ?? 0, items.length);
}

export interface AssignmentRow extends PersonRow {
  project: string;
  share: number;
  from: number;
  to: number | null;
}

const ASSIGNMENTS = statement<AssignmentRow>(
  'projects.assignments',
  `UNWIND $keys AS project
   MATCH (:Project {id: project})<-[assignment:ASSIGNED_TO]-(person:Person)
   WHERE coalesce(assignment.to > $now, true) AND ($everyone OR person.id IN $personKeys)
   RETURN project, person.id AS key, person.name AS name, person.sortName AS sortName, person.email AS email,
          person.activeUntil AS activeUntil, assignment.share AS share, assignment.from AS from, assignment.to AS to
   ORDER BY person.sortName, person.id, assignment.from`,
);

/** Assignments that have not ended, of persons whom the viewer sees, by name. */
export function assignments(
  queries: Queries,
  keys: readonly string[],
  now: number,
  visible: Visible,
): Promise<AssignmentRow[]> {
  return queries.query(ASSIGNMENTS, { keys, now, ...visible });
}
