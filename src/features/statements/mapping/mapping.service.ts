import type { KeptStatement } from '../keeping.service';
import { statementKey } from '../statement.store';
import { inOneGo, type MappingContext } from './mapping-context';
import { MappingTurns } from './mapping-turns';
import { readAgain } from './rereading.service';
import { readStatements, type ToRead } from './reading.service';
import { voidEvidence } from './voiding.service';
import { unread } from './waiting.store';

/** Statements that were kept and are not read yet, in their order; those of several requests are read together. */
class KeptStatements {
  private readonly queue: KeptStatement[] = [];
  private taken = 0;
  /** Whether some could not be read, and wait. */
  missed = false;

  /** How many there were up to these. */
  add(kept: readonly KeptStatement[]): number {
    for (const one of kept) this.queue.push(one);
    return this.taken + this.queue.length;
  }

  /** The next ones, where not so many were taken yet. */
  next(upTo: number): KeptStatement[] {
    const some = this.taken < upTo ? this.queue.splice(0, inOneGo) : [];
    this.taken += some.length;
    return some;
  }
}

/**
 * Makes evidence of statements that were just kept. They are kept in any case: what fails here waits, is reported, and is
 * read after the next that succeeds, or when the service starts. One after the other, in this server: statements of one passage build on each
 * other.
 */
export async function mapKept(context: MappingContext, kept: readonly KeptStatement[]): Promise<void> {
  if (kept.length === 0) return;
  const { database, background } = context;
  // What is kept is read though its sender has left.
  const given = { ...context, database: database.until(undefined), gone: new AbortController().signal };
  // A rehearsal's transaction is its own, and what fails in it fails it.
  const statements = database.isRehearsal ? new KeptStatements() : background.keep(KeptStatements);
  const upTo = statements.add(kept);
  const work = async (): Promise<void> => {
    for (let some = statements.next(upTo); some.length > 0; some = statements.next(upTo)) {
      await readStatements(given, some.map(toRead));
      await voidEvidence(given, some);
    }
  };
  if (database.isRehearsal) return work();
  try {
    await background.keep(MappingTurns).take(work);
    if (statements.missed) readAgain(context, []);
    statements.missed = false;
  } catch (error) {
    statements.missed = true;
    background.failed('statements', error);
  }
}

function toRead({ platform, statement, voided }: KeptStatement): ToRead {
  return { key: statementKey(platform, statement.id), platform, statement, voided, was: unread };
}
