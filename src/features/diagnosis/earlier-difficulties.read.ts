import type { EarlierDifficulty } from '../../estimators/missed-skill';
import { statement, type Queries } from '../../graph/driver/statement';
import type { AnsweredVersion } from './given-answers.read';

interface EarlierRow extends EarlierDifficulty {
  readonly version: string;
}

const EARLIER_DIFFICULTIES = statement<EarlierRow>(
  'diagnosis.earlierDifficulties',
  `UNWIND $versions AS item
   MATCH (version:QuestionVersion {id: item.version})<-[own:SETS]-(calibration:Calibration)
   WHERE own.variance > 0 AND calibration.inForceSince <= item.since
   WITH version, own ORDER BY calibration.number DESC
   WITH version, head(collect(own)) AS latest
   RETURN version.id AS version, latest.difficulty AS difficulty, latest.variance AS variance`,
);

/**
 * How hard versions were for others, by internal id: as the calibration says that was in force before the first of these
 * answers was recorded. It was fitted to none of them. What somebody stated shows nothing of anybody, and is passed over.
 */
export async function earlierDifficulties(
  queries: Queries,
  versions: readonly AnsweredVersion[],
): Promise<Map<string, EarlierDifficulty>> {
  const answered = versions
    .filter(({ answers }) => answers.length > 0)
    .map(({ version, answers }) => ({
      version,
      since: answers.reduce((first, { recordedAt }) => Math.min(first, recordedAt), Infinity),
    }));
  const rows = await queries.query(EARLIER_DIFFICULTIES, { versions: answered });
  return new Map(rows.map(({ version, ...earlier }) => [version, earlier]));
}
