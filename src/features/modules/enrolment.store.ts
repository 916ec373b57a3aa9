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

const SAVE_ENROLMENTS = statement(
  'modules.saveEnrolments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (module:Module {id: item.module})
   MERGE (person)-[enrolment:ENROLLED_IN {from: item.from}]->(module)
   SET enrolment.due = item.due,
       enrolment.completedAt = CASE WHEN item.keepsCompletion THEN enrolment.completedAt ELSE item.completedAt END`,
);

const REMOVE_ENROLMENTS = statement(
  'modules.removeEnrolments',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (person)-[enrolment:ENROLLED_IN {from: item.from}]->(:Module {id: item.module})
   DELETE enrolment`,
);

export async function saveEnrolments(tx: Queries, items: readonly EnrolmentToSave[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(SAVE_ENROLMENTS, {
    items: items.map(({ completedAt, ...item }) => ({
      ...fromEver(item),
      completedAt: completedAt ?? null,
      keepsCompletion: completedAt === undefined,
    })),
  });
}

export async function removeEnrolments(tx: Queries, items: readonly EnrolmentToSave[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(REMOVE_ENROLMENTS, {
    items: items.map(({ person, module, from }) => fromEver({ person, module, from })),
  });
}
