import type { KeptStatement } from '../keeping.service';
import { statementKey } from '../statement.store';
import { inOneGo, type MappingContext } from './mapping-context';
import { MappingTurns } from './mapping-turns';
import { readStatements, type ToRead } from './reading.service';
import { voidEvidence } from './voiding.service';
import { unread } from './waiting.store';

/**
 * Makes evidence of statements that were just kept. They are kept in any case: what fails here waits, is reported, and is
 * read when statements are next read again. One request after the other, in this server: statements of one passage build on
 * each other.
 */
export async function mapKept(context: MappingContext, kept: readonly KeptStatement[]): Promise<void> {
  if (kept.length === 0) return;
  const { database, background } = context;
  // What is kept is read though its sender has left.
  const given = { ...context, database: database.until(undefined), gone: new AbortController().signal };
  const work = async (): Promise<void> => {
    for (let first = 0; first < kept.length; first += inOneGo) {
      const some = kept.slice(first, first + inOneGo);
      await readStatements(given, some.map(toRead));
      await voidEvidence(given, some);
    }
  };
  // A rehearsal's transaction is its own, and what fails in it fails it.
  if (database.isRehearsal) return work();
  await background
    .keep(MappingTurns)
    .take(work)
    .catch((error: unknown) => {
      background.failed('statements', error);
    });
}

function toRead({ platform, statement, voided }: KeptStatement): ToRead {
  return { key: statementKey(platform, statement.id), platform, statement, voided, was: unread };
}
