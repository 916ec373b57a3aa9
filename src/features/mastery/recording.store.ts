import type { FoldPosition } from '../../estimators/fold';
import type { Reference } from '../../graph/identity';
import { statement, type Handle, type Queries } from '../../graph/statement';
import { isOutsideKey } from '../../shared/ids';
import type { ReferredVersion } from '../evidence/evidence.service';
import { parametersOf, versionColumns, type VersionParameters, type VersionRow } from './calibration.store';
import { positionOf, type PositionRow } from './state.store';

/** A person whose write lock is held until the transaction ends. */
export interface LockedPerson {
  /** Internal id. */
  readonly person: string;
  readonly node: Handle;
  readonly position: FoldPosition | undefined;
}

const LOCK_REFERRED = statement<PositionRow & { reference: Reference; node: Handle }>(
  'recording.lockPeople',
  `CALL {
     UNWIND $outside AS reference
     MATCH (:OutsideId {key: reference})-[:IDENTIFIES]->(person:Person)
     RETURN reference, person
     UNION ALL
     UNWIND $internal AS reference
     MATCH (person:Person {id: reference})
     RETURN reference, person
   }
   WITH reference, person ORDER BY person.id
   SET person.lock = 0
   RETURN reference, person.id AS person, id(person) AS node,
          person.foldedAt AS at, person.foldedAttempt AS attempt, person.foldedId AS id`,
);

/**
 * People by reference, each locked in id order before anything else of theirs is read, as lockPeople does, and in the
 * same statement. An unknown one is left out.
 */
export async function lockReferredPeople(
  tx: Queries,
  references: Iterable<Reference>,
): Promise<Map<Reference, LockedPerson>> {
  const rows = await tx.query(
    LOCK_REFERRED,
    split([...new Set(references)], (reference) => reference),
  );
  return new Map(
    rows.map((row) => [row.reference, { person: row.person, node: row.node, position: positionOf(row) }]),
  );
}

/** A question as an answer refers to it, and which version of it. */
export interface WantedVersion {
  readonly reference: Reference;
  /** Null for the current version. */
  readonly number: number | null;
}

/** A version as an answer hangs on it and as the model reads it. */
export type VersionToRecord = ReferredVersion & VersionParameters;

interface ReferredRow extends Omit<VersionRow, 'version'> {
  readonly position: number;
  readonly question: string;
  readonly version: string | null;
  readonly node: Handle;
}

const REFERRED_VERSIONS = statement<ReferredRow>(
  'recording.versions',
  `MATCH (calibration:Calibration {current: true})
   CALL {
     UNWIND $outside AS wanted
     MATCH (:OutsideId {key: wanted[1]})-[:IDENTIFIES]->(question:Question)-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internal AS wanted
     MATCH (question:Question {id: wanted[1]})-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $outsideNumbered AS wanted
     MATCH (:OutsideId {key: wanted[1]})-[:IDENTIFIES]->(question:Question)
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: wanted[2]})
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internalNumbered AS wanted
     MATCH (question:Question {id: wanted[1]})
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: wanted[2]})
     RETURN wanted, question, version
   }
   RETURN wanted[0] AS position, question.id AS question, id(version) AS node, ${versionColumns}`,
);

/** What each wanted version is; "question" or "version" where that does not exist. In the order asked for. */
export async function referredVersions(
  tx: Queries,
  wanted: readonly WantedVersion[],
): Promise<(VersionToRecord | 'question' | 'version')[]> {
  const items = wanted.map(({ reference, number }, position) => [position, reference, number] as const);
  const current = split(
    items.filter(([, , number]) => number === null),
    ([, reference]) => reference,
  );
  const numbered = split(
    items.filter(([, , number]) => number !== null),
    ([, reference]) => reference,
  );
  const rows = await tx.query(REFERRED_VERSIONS, {
    ...current,
    outsideNumbered: numbered.outside,
    internalNumbered: numbered.internal,
  });
  const found: (VersionToRecord | 'question' | 'version')[] = wanted.map(() => 'question');
  for (const { position, question, version, node, own, skills } of rows) {
    found[position] =
      version === null ? 'version' : { question, node, ...parametersOf({ version, own, skills }) };
  }
  return found;
}

/** References by the way they are looked up. */
function split<Item>(
  items: readonly Item[],
  referenceOf: (item: Item) => Reference,
): { outside: Item[]; internal: Item[] } {
  return {
    outside: items.filter((item) => isOutsideKey(referenceOf(item))),
    internal: items.filter((item) => !isOutsideKey(referenceOf(item))),
  };
}
