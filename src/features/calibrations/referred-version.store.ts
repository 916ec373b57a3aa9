import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { byKind, type Reference } from '../../graph/nouns/identity';
import type { ReferredVersion } from '../evidence/evidence.service';
import { calibrationsNamed, numbersOf, type Calibration } from './calibration.store';
import { parametersOf, versionColumns, type VersionParameters, type VersionRow } from './version.store';

/** A question as it is referred to, and which version of it. */
export interface WantedVersion {
  readonly reference: Reference;
  /** Null for the current version. */
  readonly number: number | null;
}

/** A version as evidence hangs on it and as the model reads it. */
export type VersionToRecord = ReferredVersion & VersionParameters;

interface ReferredRow extends Omit<VersionRow, 'version'> {
  readonly position: number;
  readonly question: string;
  readonly version: string | null;
  readonly node: Handle;
}

/** The reference is the key of an external id, or an internal id. */
interface WantedAt extends WantedVersion {
  /** Where in the batch. */
  readonly position: number;
}

const wantedColumns = new Columns<WantedAt>({ position: null, reference: null, number: null });
const wantedItem = wantedColumns.of('wanted');

const REFERRED_VERSIONS = statement<ReferredRow>(
  'versions.referred',
  `${calibrationsNamed}
   CALL {
     UNWIND $outside AS wanted
     MATCH (:OutsideId {key: ${wantedItem.reference}})-[:IDENTIFIES]->(question:Question)-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internal AS wanted
     MATCH (question:Question {id: ${wantedItem.reference}})-[:CURRENT]->(version:QuestionVersion)
     RETURN wanted, question, version
     UNION ALL
     UNWIND $externalNumbered AS wanted
     MATCH (:OutsideId {key: ${wantedItem.reference}})-[:IDENTIFIES]->(question:Question)
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: ${wantedItem.number}})
     RETURN wanted, question, version
     UNION ALL
     UNWIND $internalNumbered AS wanted
     MATCH (question:Question {id: ${wantedItem.reference}})
     OPTIONAL MATCH (question)-[:HAS_VERSION]->(version:QuestionVersion {number: ${wantedItem.number}})
     RETURN wanted, question, version
   }
   RETURN ${wantedItem.position} AS position, question.id AS question, id(version) AS node, ${versionColumns}`,
);

/** What each wanted version is; "question" or "version" where that does not exist. In the order asked for. */
export async function referredVersions(
  tx: Queries,
  wanted: readonly WantedVersion[],
  calibrations: readonly Calibration[],
): Promise<(VersionToRecord | 'question' | 'version')[]> {
  if (wanted.length === 0) return [];
  const items = wanted.map((one, position) => wantedColumns.rowOf({ ...one, position }));
  const isCurrent = (item: ColumnRow<WantedAt>): boolean => wantedColumns.fieldsOf(item).number === null;
  const referenceIn = (item: ColumnRow<WantedAt>): Reference => wantedColumns.fieldsOf(item).reference;
  const current = byKind(items.filter(isCurrent), referenceIn);
  const numbered = byKind(
    items.filter((item) => !isCurrent(item)),
    referenceIn,
  );
  const rows = await tx.query(REFERRED_VERSIONS, {
    ...current,
    externalNumbered: numbered.outside,
    internalNumbered: numbered.internal,
    numbers: numbersOf(calibrations),
  });
  const found: (VersionToRecord | 'question' | 'version')[] = wanted.map(() => 'question');
  for (const { position, question, version, node, ...row } of rows) {
    found[position] = version === null ? 'version' : { question, node, ...parametersOf({ version, ...row }) };
  }
  return found;
}
