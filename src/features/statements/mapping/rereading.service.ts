import type { StoredStatement } from '../statement';
import { curable } from '../profiles/reasons';
import { inOneGo, type MappingContext } from './mapping-context';
import { MappingTurns } from './mapping-turns';
import { readStatements } from './reading.service';
import { curableGroups, unread, waitingStatements, type WaitingStatement } from './waiting.store';

/**
 * Reads statements again that wait, in the background, some at a time: those that nobody has read, as after a fall, and those
 * that may be evidence by now. With names, of the latter only those about these activities, or activities of these types.
 */
export function readAgain(context: Omit<MappingContext, 'gone'>, names: readonly string[] | null): void {
  const { background, database } = context;
  const given = { ...context, database: database.until(undefined).unhurried(), gone: background.stop };
  background.take(
    readAllAgain(given, names).catch((error: unknown) => {
      if (!background.stop.aborted) background.failed('statements', error);
    }),
  );
}

/** Reads in the background what was kept and not read, where there is any: a server that starts goes on so. */
export async function goOnReading(context: Omit<MappingContext, 'gone'>): Promise<void> {
  const some = await waitingStatements(context.database, { waiting: unread, after: 0, limit: 1 });
  if (some.length > 0) readAgain(context, []);
}

async function readAllAgain(context: MappingContext, names: readonly string[] | null): Promise<void> {
  const groups = names?.length === 0 ? [] : await curableGroups(context.database, curable, names);
  for (const waiting of [unread, ...groups]) await readWaiting(context, waiting);
}

async function readWaiting(context: MappingContext, waiting: string): Promise<void> {
  const turns = context.background.keep(MappingTurns);
  for (let after: number | undefined = 0; after !== undefined;) {
    context.gone.throwIfAborted();
    const from: number = after;
    // Those that are just being kept are read in the same turns: what was found before is read by nobody else meanwhile.
    after = await turns.take(async () => {
      const some = await waitingStatements(context.database, { waiting, after: from, limit: inOneGo });
      const now = Date.now();
      await readStatements(
        { ...context, now },
        some.map(({ key, platform, text, voided }) => ({
          ...{ key, platform, voided, was: waiting },
          statement: statementIn({ text }),
        })),
      );
      return some.at(-1)?.seq;
    });
  }
}

/** A statement was checked before it was kept. */
function statementIn({ text }: Pick<WaitingStatement, 'text'>): StoredStatement {
  return JSON.parse(text) as StoredStatement;
}
