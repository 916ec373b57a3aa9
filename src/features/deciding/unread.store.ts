import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import { sayReadOtherwise } from '../questions/question-version.store';
import { lockCalibrations } from '../calibrations/calibration.store';

const READ_OTHERWISE = statement(
  'unread.readOtherwise',
  `MATCH (calibration:Calibration) WHERE calibration.current OR calibration.making
   SET calibration.readingsChanged = coalesce(calibration.readingsChanged, 0) + 1`,
  'There is one calibration for each time that somebody calibrated.',
);

const LEAVE_UNREAD = statement(
  'unread.leave',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   SET version.unread = $token`,
);

/**
 * Does what makes answers to question versions be read otherwise from its commit on, one after the other, and marks the versions
 * that it gives, internal ids: whoever answered them has yet to be folded anew.
 */
export async function leaveUnread(tx: Queries, change: () => Promise<string[]>): Promise<string[]> {
  await lockCalibrations(tx);
  const versions = await change();
  if (versions.length === 0) return [];
  await tx.query(READ_OTHERWISE);
  await tx.query(LEAVE_UNREAD, { versions, token: newKey() });
  await sayReadOtherwise(tx, versions);
  return versions;
}

/** A version whose answers are read otherwise than people's stored states may have it. */
export interface Unread {
  /** Internal id. */
  readonly version: string;
  /** Of the latest change. */
  readonly token: string;
}

const UNREAD = statement<Unread>(
  'unread.all',
  `MATCH (version:QuestionVersion) WHERE version.unread IS NOT NULL
   RETURN version.id AS version, version.unread AS token`,
  'Only versions whose answers are yet to be read anew are marked.',
);

export function unreadVersions(queries: Queries): Promise<Unread[]> {
  return queries.query(UNREAD);
}

const ANSWERED_BY = statement<{ person: string }>(
  'unread.answeredBy',
  `UNWIND $versions AS key
   MATCH (:QuestionVersion {id: key})<-[:TO]-(:Answer)-[:BY]->(person:Person)
   RETURN DISTINCT person.id AS person`,
);

/** Internal ids, in order, of those who answered any of these versions. */
export async function answeredBy(queries: Queries, unread: readonly Unread[]): Promise<string[]> {
  const rows = await queries.query(ANSWERED_BY, { versions: unread.map(({ version }) => version) });
  return rows.map(({ person }) => person).sort();
}

const ARE_READ = statement(
  'unread.areRead',
  `UNWIND $unread AS item
   MATCH (version:QuestionVersion {id: item.version}) USING INDEX version:QuestionVersion(id)
   WHERE version.unread = item.token
   REMOVE version.unread`,
);

/** Says that all who answered these were folded anew; not of a version that came to be read otherwise again meanwhile. */
export async function areRead(tx: Queries, unread: readonly Unread[]): Promise<void> {
  await lockCalibrations(tx);
  await tx.query(ARE_READ, { unread });
}
