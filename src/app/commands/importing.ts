import {
  importAll,
  type Imported,
  type ImportOptions,
  type ImportSource,
} from '../../adapters/import/import-all';
import { kindsOf, type Kind } from '../../adapters/import/kinds';
import { DatabaseUnavailableError, InstallationError } from '../../shared/errors';
import { rulesOf } from '../graphql/context';
import type { Installation } from '../installation';
import { buildApiSchema } from '../graphql/schema';
import { askerOf, senderOf, type Ask } from '../send-items';
import { summaryOfImport } from './import-summary';
import { count, showProgress } from './progress';
import { untilStopped } from './until-stopped';

/** What the commands that import share: the API without HTTP, and a way to be stopped. */
export interface Importing {
  readonly kinds: readonly Kind[];
  readonly ask: Ask;
  readonly stop: AbortSignal;
  /** Imports, in a rehearsal without changing anything, and prints what it came to. */
  run(
    sources: readonly ImportSource[],
    kinds: readonly Kind[],
    isRehearsal: boolean,
    onLine?: ImportOptions['onLine'],
  ): Promise<Imported>;
}

export function importingInto({ config, database }: Installation): Importing {
  const stop = new AbortController();
  void untilStopped().then(() => {
    stop.abort();
  });
  const schema = buildApiSchema();
  const ask = askerOf(schema, rulesOf(config));
  return {
    kinds: kindsOf(schema),
    ask,
    stop: stop.signal,
    async run(sources, kinds, isRehearsal, onLine) {
      const progress = showProgress('lines');
      let read = 0;
      let imported: Imported;
      try {
        imported = await importAll(sources, kinds, senderOf(ask, database, isRehearsal), {
          isRehearsal,
          stop: stop.signal,
          ...(onLine && { onLine }),
          onProgress: ({ bytes, ofBytes, lines }) => {
            read = lines;
            progress.update({ done: bytes, total: ofBytes, items: lines });
          },
        });
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError)) throw error;
        throw new InstallationError(
          `The database could not be reached for a minute, after ${count(read)} lines: what was accepted stays. Run it again to import the rest.`,
          { cause: error },
        );
      } finally {
        progress.end();
      }
      print(summaryOfImport(imported, isRehearsal));
      return imported;
    },
  };
}

/** 0 where every line landed, 2 where some did not, 1 where it was stopped. */
export function exitCodeOf({ isStopped, rejectedPaths }: Imported): number {
  if (isStopped) return 1;
  return rejectedPaths.length > 0 ? 2 : 0;
}

export function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
