import { InstallationError } from '../../shared/errors';
import type { Database } from '../driver/database';
import { beginEpoch } from '../feed/epoch';
import { markMigrated, migrate, newestMigration } from '../migrations/migrations';
import { statement, type Queries } from '../driver/statement';
import { checkFile, linesOf, nodeOf, type CheckedFile } from './file';
import type { NodeLine } from './lines';
import { loadNodes, loadRelationships } from './load';

const nodesAtOnce = 2_000;
/** Characters of lines that are written together, unless one has more. */
const charactersAtOnce = 4_000_000;

const STATE = statement<{ restoring: string | null; others: boolean }>(
  'restore.state',
  `MATCH (installation:Installation {one: 1})
   RETURN installation.restoring AS restoring, EXISTS {
     MATCH (node) WHERE NOT node:Installation|Attempt|Feed|Lane|Change|Calibration
   } OR EXISTS { (:Calibration)-[:SETS]->() } AS others`,
  'whether a graph is empty takes one node of any kind',
);

const MARK = statement(
  'restore.mark',
  `MATCH (installation:Installation {one: 1}) SET installation.restoring = $sha256`,
);

const EMPTY = statement<{ deleted: number }>(
  'restore.empty',
  `MATCH (node) WHERE NOT node:Installation AND NOT node:Attempt
   WITH node LIMIT 10000
   DETACH DELETE node
   RETURN toFloat(count(*)) AS deleted`,
  'all that a restore that was stopped has left goes',
);

const WITHDRAWN = statement<{ last: string | null }>(
  'restore.withdrawn',
  `MATCH (evidence:Evidence) WHERE evidence.id > $after
   WITH evidence ORDER BY evidence.id LIMIT 10000
   FOREACH (_ IN CASE WHEN evidence.withdrawn AND NOT EXISTS { (evidence)<-[:ABOUT]-(:Withdrawal) } THEN [1] ELSE [] END |
     SET evidence.withdrawn = false)
   RETURN max(evidence.id) AS last`,
);

const NEVER_AWAITED = statement(
  'restore.neverAwaited',
  `MATCH (evidence:Awaited) WHERE NOT EXISTS { (evidence)<-[:ABOUT]-(:Withdrawal) }
   DELETE evidence`,
  'there are few that wait',
);

/** Progress of a restore: the steps done, and how many there are. */
export type RestoreProgress = (done: number, of: number) => void;

/** Throws InstallationError where a restore of this graph was stopped before its end. */
export async function refuseHalfRestored(queries: Queries): Promise<void> {
  const [state] = await queries.query(STATE);
  if (state?.restoring != null)
    throw new InstallationError(
      'The graph is half restored: run `npm run restore` again with the file, which starts over, or name another database.',
    );
}

/**
 * Loads a backup into an empty graph, or again into one in which an earlier restore was stopped. The file's checksum is
 * compared before anything is written. Mastery is left to a rebuild, after which `finishRestore` opens the graph.
 * @throws InstallationError where the graph is not empty or the file does not hold.
 */
export async function restore(
  database: Database,
  path: string,
  onProgress: RestoreProgress,
): Promise<CheckedFile> {
  const file = await checkFile(path, newestMigration);
  const [state] = await database.query(STATE);
  if (state?.restoring == null && state?.others !== false)
    throw new InstallationError(
      'The graph is not empty, and a restore needs an empty one: name an empty database, or another data directory.',
    );
  await database.transaction((tx) => tx.query(MARK, { sha256: file.footer.sha256 }));
  await empty(database);
  const exact = await database.exact();
  try {
    let done = 0;
    for (const load of [loadNodes, loadRelationships])
      for await (const lines of batchesOf(file)) {
        await exact.transaction((tx) => load(tx, lines));
        done += lines.length;
        onProgress(done, 2 * file.footer.nodes);
      }
  } finally {
    await exact.close();
  }
  await mendWithdrawals(database);
  // What later migrations do to a graph is done to what was loaded.
  await database.transaction((tx) => markMigrated(tx, file.header.migration));
  await migrate(database);
  return file;
}

/** The graph is complete: from now on it may be used. */
export async function finishRestore(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await beginEpoch(tx);
    await tx.query(MARK, { sha256: null });
  });
}

async function empty(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.idempotentTransaction((tx) => tx.query(EMPTY));
    if (!row || row.deleted === 0) return;
  }
}

/** A withdrawal that came while the file was written marks its answer, and may itself not be in it: then it has not come. */
async function mendWithdrawals(database: Database): Promise<void> {
  for (let after = ''; ;) {
    const [row] = await database.transaction((tx) => tx.query(WITHDRAWN, { after }));
    if (row?.last == null) break;
    after = row.last;
  }
  await database.transaction((tx) => tx.query(NEVER_AWAITED));
}

async function* batchesOf({ path, footer }: CheckedFile): AsyncGenerator<NodeLine[]> {
  let batch: NodeLine[] = [];
  let [position, characters] = [-1, 0];
  for await (const line of linesOf(path)) {
    // Header and footer stand around the nodes.
    if (position >= 0 && position < footer.nodes) batch.push(nodeOf(path, line, position + 2));
    position++;
    characters += line.length;
    if (batch.length < nodesAtOnce && characters < charactersAtOnce) continue;
    if (batch.length > 0) yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
