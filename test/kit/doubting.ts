import { setDoubt } from '../../src/features/deciding/doubt.store';
import { readAnew } from '../../src/features/deciding/reading-anew.service';
import { Background } from '../../src/features/request/background';
import { uncounted } from '../../src/features/request/counts';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { keyOfGlobalId } from '../../src/shared/ids';
import type { Saved } from './graph';

const VERSIONS = statement<{ key: string }>(
  'test.currentVersions',
  `UNWIND $questions AS question
   MATCH (:Question {id: question})-[:CURRENT]->(version:QuestionVersion)
   RETURN version.id AS key`,
);

/**
 * Opens or closes a problem of questions in their current version, as a diagnosis does; waits until levels have it, or leaves it,
 * as a killed process does.
 */
export async function doubt(
  database: Database,
  questions: readonly Saved[],
  doubted = true,
  levels: 'read anew' | 'left' = 'read anew',
): Promise<string[]> {
  const versions = await database.query(VERSIONS, {
    questions: questions.map(({ id }) => keyOfGlobalId('Question', id)!),
  });
  const changed = await database.transaction((tx) =>
    setDoubt(
      tx,
      versions.map(({ key }) => key),
      doubted,
    ),
  );
  if (levels === 'left') return changed;
  await readAnew({
    database,
    counts: uncounted,
    background: new Background((_id, error) => {
      throw error;
    }),
  });
  return changed;
}
