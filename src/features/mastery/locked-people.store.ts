import type { FoldPosition } from '../../estimators/fold';
import { LostRaceError } from '../../graph/driver/errors';
import { byKind, referredNodes, type Reference } from '../../graph/nouns/identity';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import {
  catalogueAfter,
  lanesAreFew,
  type CatalogueRow,
  type ChangesAfter,
  type FeedPosition,
} from '../../graph/feed/changes-after';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import {
  calibrationsAreFew,
  calibrationsUsed,
  withCurrent,
  type Calibration,
} from '../calibrations/calibration.store';
import { positionOf, type PositionRow } from './state.store';

/** A person whose write lock is held until the transaction ends. */
export interface LockedPerson {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  readonly position: FoldPosition | undefined;
}

/** People who were locked, and what is so from then on until the transaction ends. */
export interface Locked {
  readonly people: ReadonlyMap<Reference, LockedPerson>;
  /** Those that writers keep states for. */
  readonly calibrations: readonly Calibration[];
  /** What changed of the catalogue, as changesAfter gives it. */
  readonly heard: ChangesAfter | undefined;
}

interface LockedFound extends Omit<PositionRow, 'person'> {
  readonly reference: Reference;
  readonly person: string | null;
  readonly node: Handle;
}

const lockedPerson = new Columns<LockedFound>({
  reference: 'reference',
  person: '.id',
  node: 'id(person)',
  at: '.foldedAt',
  attempt: '.foldedAttempt',
  id: '.foldedId',
});

interface LockedRow extends CatalogueRow {
  readonly people: readonly ColumnRow<LockedFound>[];
  readonly calibrations: Calibration[];
}

const LOCK_REFERRED = statement<LockedRow>(
  'recording.lockPeople',
  `${referredNodes('Person')}
   WITH reference, node AS person ORDER BY person.id
   SET person.lock = 0
   WITH collect(${lockedPerson.list('person')}) AS people
   ${calibrationsUsed('people')}
   ${catalogueAfter.cypher('people')}
   RETURN people, calibrations, lanes`,
  `${calibrationsAreFew} And ${lanesAreFew}.`,
);

/**
 * People by reference, each locked in id order before anything else of theirs is read, as lockPeople does, and in the
 * same statement; what is read with their evidence after that, as of `position` in the feed. References are looked up in order, too:
 * a statement that writes holds the index entry of each external id that it looks up, and whoever saves nouns takes these in
 * order. An unknown one is left out; one who was merged away while the lock was waited for is a lost race.
 */
export async function lockReferredPeople(
  tx: Queries,
  references: Iterable<Reference>,
  position?: FeedPosition,
): Promise<Locked> {
  const [row] = await tx.query(LOCK_REFERRED, {
    ...byKind([...new Set(references)].sort(), (reference) => reference),
    ...catalogueAfter.parameters(position),
  });
  const { people = [], calibrations = [], lanes = [] } = row ?? {};
  const locked = people.map((columns) => {
    const { reference, person, node, at, attempt, id } = lockedPerson.fieldsOf(columns);
    if (person === null) throw new LostRaceError();
    return [reference, { person, node, position: positionOf({ at, attempt, id }) }] as const;
  });
  return {
    people: new Map(locked),
    calibrations: withCurrent(calibrations),
    heard: position && catalogueAfter.of(position, { lanes }),
  };
}
