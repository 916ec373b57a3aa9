import type { FoldPosition } from '../../estimators/fold';
import { LostRaceError } from '../../graph/driver/errors';
import { byKind, referredNodes, type Reference } from '../../graph/nouns/identity';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { positionOf, type PositionRow } from './state.store';

/** A person whose write lock is held until the transaction ends. */
export interface LockedPerson {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  readonly position: FoldPosition | undefined;
}

type LockedRow = Omit<PositionRow, 'person'> & { reference: Reference; person: string | null; node: Handle };

const LOCK_REFERRED = statement<LockedRow>(
  'recording.lockPeople',
  `${referredNodes('Person')}
   WITH reference, node AS person ORDER BY person.id
   SET person.lock = 0
   RETURN reference, person.id AS person, id(person) AS node,
          person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id`,
);

/**
 * People by reference, each locked in id order before anything else of theirs is read, as lockPeople does, and in the
 * same statement. References are looked up in order, too: a statement that writes holds the index entry of each external id
 * that it looks up, and whoever saves nouns takes these in order. An unknown one is left out; one who was merged away while the lock was waited for is a lost race.
 */
export async function lockReferredPeople(
  tx: Queries,
  references: Iterable<Reference>,
): Promise<Map<Reference, LockedPerson>> {
  const distinct = [...new Set(references)].sort();
  if (distinct.length === 0) return new Map();
  const rows = await tx.query(
    LOCK_REFERRED,
    byKind(distinct, (reference) => reference),
  );
  return new Map(
    rows.map(({ reference, person, node, ...row }) => {
      if (person === null) throw new LostRaceError();
      return [reference, { person, node, position: positionOf({ person, ...row }) }];
    }),
  );
}
