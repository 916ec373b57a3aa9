import { InstallationError } from '../../shared/errors';
import type { Database } from '../driver/database';
import { statement, type Queries } from '../driver/statement';
import { firstRelease } from './0001-first-release';
import { catalogue } from './0002-catalogue';
import { looks } from './0003-looks';
import { jointModel } from './0004-joint-model';
import { warmUp } from './0005-warm-up';
import { cohorts } from './0006-cohorts';
import { oneClaimEach } from './0007-one-claim-each';
import { viewersOfLooks } from './0008-viewers-of-looks';
import { tokens } from './0009-tokens';
import { projectsOfChanges } from './0010-projects-of-changes';
import { foldedNames } from './0011-folded-names';
import { calledByValue } from './0012-called-by-value';
import { tidyKeys } from './0013-tidy-keys';
import { statements } from './0014-statements';
import { statementMapping } from './0015-statement-mapping';
import { diagnoses } from './0016-diagnoses';
import { decisions } from './0017-decisions';
import { lackingTeams } from './0018-lacking-teams';
import { feed } from './0019-feed';
import { memories } from './0020-memories';
import { openings } from './0021-openings';
import { webhooks } from './0022-webhooks';
import { gapSnapshots } from './0023-gap-snapshots';
import { proposals } from './0024-proposals';
import { learningRates } from './0025-learning-rates';
import type { Migration } from './migration';

export const migrations: readonly Migration[] = [
  firstRelease,
  catalogue,
  looks,
  jointModel,
  warmUp,
  cohorts,
  oneClaimEach,
  viewersOfLooks,
  tokens,
  projectsOfChanges,
  foldedNames,
  calledByValue,
  tidyKeys,
  statements,
  statementMapping,
  diagnoses,
  decisions,
  lackingTeams,
  feed,
  memories,
  openings,
  webhooks,
  gapSnapshots,
  proposals,
  learningRates,
];

const INSTALLATION_UNIQUE = statement(
  'migrations.installationUnique',
  `CREATE CONSTRAINT installation_one IF NOT EXISTS FOR (installation:Installation) REQUIRE installation.one IS UNIQUE`,
);

const ATTEMPT_UNIQUE = statement(
  'migrations.attemptUnique',
  `CREATE CONSTRAINT attempt_token IF NOT EXISTS FOR (attempt:Attempt) REQUIRE attempt.token IS UNIQUE`,
);

const FORGET_ATTEMPTS = statement(
  'migrations.forgetAttempts',
  `MATCH (attempt:Attempt) WHERE attempt.at < timestamp() - 86400000 DELETE attempt`,
  'there are as many as killed processes have left, and nothing is repeated for as long as a day',
);

const LOCK_INSTALLATION = statement<{ migration: number }>(
  'migrations.lock',
  `MERGE (installation:Installation {one: 1})
   SET installation.migration = coalesce(installation.migration, 0)
   RETURN installation.migration AS migration`,
);

const MIGRATION = statement<{ migration: number }>(
  'migrations.migration',
  `MATCH (installation:Installation {one: 1}) RETURN installation.migration AS migration`,
);

/** Number of the last migration that this code knows. */
export const newestMigration = migrations.at(-1)?.number ?? 0;

/** Number of the last migration that the graph has been through. */
export async function migrationOf(queries: Queries): Promise<number> {
  return (await queries.query(MIGRATION))[0]?.migration ?? 0;
}

const UNFOLDED = statement<{ unfolded: boolean }>(
  'migrations.unfolded',
  `MATCH (installation:Installation {one: 1}) RETURN coalesce(installation.unfolded, false) AS unfolded`,
);

/** Whether a migration dropped what is derived from evidence, and it has not been folded again since. */
export async function isUnfolded(queries: Queries): Promise<boolean> {
  return (await queries.query(UNFOLDED))[0]?.unfolded ?? false;
}

const MARK_FOLDED = statement(
  'migrations.markFolded',
  `MATCH (installation:Installation {one: 1}) REMOVE installation.unfolded`,
);

/** Says that what is derived is there again. */
export async function markFolded(tx: Queries): Promise<void> {
  await tx.query(MARK_FOLDED);
}

/** Says what the graph has been through: a restore puts it back to where its file was written. */
export async function markMigrated(tx: Queries, number: number): Promise<void> {
  await tx.query(MARK_MIGRATED, { number });
}

const MARK_MIGRATED = statement(
  'migrations.mark',
  `MATCH (installation:Installation {one: 1}) SET installation.migration = $number`,
);

/** Whether the graph is of this release; throws where the database cannot say. */
export async function graphState(database: Database): Promise<'current' | 'older' | 'newer'> {
  const done = await migrationOf(database);
  if (done === newestMigration) return 'current';
  return done < newestMigration ? 'older' : 'newer';
}

/**
 * Brings the graph to this release. The write lock on the one Installation node is held throughout, so that of two
 * processes starting at once one migrates and the other finds it done.
 */
export async function migrate(opened: Database): Promise<void> {
  // A large graph takes as long as it takes.
  const database = opened.withTimeLimit(0);
  await database.autocommit(INSTALLATION_UNIQUE);
  await database.autocommit(ATTEMPT_UNIQUE);
  await database.idempotentTransaction(async (tx) => {
    await tx.query(FORGET_ATTEMPTS);
    const [installation] = await tx.query(LOCK_INSTALLATION);
    const done = installation?.migration ?? 0;
    if (done > newestMigration) {
      throw new InstallationError(
        `The graph was migrated to step ${String(done)} by a newer release and this one knows ${String(newestMigration)}: start the newer release, or point this one at another database.`,
      );
    }
    for (const migration of migrations.filter(({ number }) => number > done)) {
      await migration.run(database, tx);
      await markMigrated(tx, migration.number);
    }
  });
}
