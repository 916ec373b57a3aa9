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

/** An enrolment to be saved, or taken away. */
export interface EnrolmentToSave {
  readonly person: string;
  readonly module: string;
  readonly from: number | null;
  readonly due: number | null;
  /** Undefined keeps what is stored. */
  readonly completedAt: number | null | undefined;
}

const SAVE_ENROLMENTS = statement<SavedRow>(
  'modules.saveEnrolments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (module:Module {id: item.module})
   MERGE (person)-[enrolment:ENROLLED_IN {from: item.from}]->(module)
   ${markedNew('enrolment')}
   WITH item, enrolment, properties(enrolment) AS before
   SET enrolment.due = item.due, ${unmarked('enrolment')},
       enrolment.completedAt = CASE WHEN item.keepsCompletion THEN enrolment.completedAt ELSE item.completedAt END
   RETURN count(*) AS saved, ${countChanged('enrolment')}`,
);

const REMOVE_ENROLMENTS = statement<{ changed: number }>(
  'modules.removeEnrolments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (person)-[enrolment:ENROLLED_IN {from: item.from}]->(:Module {id: item.module})
   DELETE enrolment
   RETURN count(*) AS changed`,
);

/** Gives how many enrolments are otherwise than before. */
export function saveEnrolments(tx: Queries, items: readonly EnrolmentToSave[]): Promise<number> {
  return saveRelationships(
    tx,
    SAVE_ENROLMENTS,
    items.map(({ completedAt, ...item }) => ({
      ...fromEver(item),
      completedAt: completedAt ?? null,
      keepsCompletion: completedAt === undefined,
    })),
  );
}

export function removeEnrolments(tx: Queries, items: readonly EnrolmentToSave[]): Promise<number> {
  return removeRelationships(
    tx,
    REMOVE_ENROLMENTS,
    items.map(({ person, module, from }) => fromEver({ person, module, from })),
  );
}
