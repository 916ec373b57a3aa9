import { removalOf, savingOf, type Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { fromEver } from '../people/stretches';

/** An enrolment to be saved, or taken away. */
export interface EnrolmentToSave {
  readonly person: string;
  readonly module: string;
  readonly from: number | null;
  readonly due: number | null;
  /** Undefined keeps what is stored. */
  readonly completedAt: number | null | undefined;
}

const writeEnrolments = savingOf('modules.saveEnrolments', 'enrolment', {
  merge: `MATCH (person:Person {id: item.person})
     MATCH (module:Module {id: item.module})
     MERGE (person)-[enrolment:ENROLLED_IN {from: item.from}]->(module)`,
  set: `enrolment.due = item.due,
       enrolment.completedAt = CASE WHEN item.keepsCompletion THEN enrolment.completedAt ELSE item.completedAt END`,
  onChange: 'enrolment.updatedAt = $now',
});

const deleteEnrolments = removalOf(
  'modules.removeEnrolments',
  `MATCH (person:Person {id: item.person})
     MATCH (person)-[enrolment:ENROLLED_IN {from: item.from}]->(:Module {id: item.module})
     DELETE enrolment`,
);

export function saveEnrolments(tx: Queries, items: readonly EnrolmentToSave[], now: number): Promise<Fate[]> {
  return writeEnrolments(
    tx,
    items.map(({ completedAt, ...item }) => ({
      ...fromEver(item),
      completedAt: completedAt ?? null,
      keepsCompletion: completedAt === undefined,
    })),
    { now },
  );
}

export function removeEnrolments(tx: Queries, items: readonly EnrolmentToSave[]): Promise<Fate[]> {
  return deleteEnrolments(
    tx,
    items.map(({ person, module, from }) => fromEver({ person, module, from })),
  );
}
