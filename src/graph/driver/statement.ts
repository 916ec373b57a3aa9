import type { ChangeKind } from '../feed/change';

/** A Cypher text with its name: the name stands in logs, metrics and the database's own query list. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Why this statement may scan a whole label, where it must; every other scan fails the suite. */
  readonly scansBecause: string | undefined;
  /** Carries the row type only; never set. */
  readonly row?: Row;
}

/** Every statement of the loaded code, for the spec that EXPLAINs them all. */
export const statements = new Map<string, Statement<unknown>>();

/** Names a Cypher text. Row is the shape of one returned record. */
export function statement<Row>(name: string, text: string, scansBecause?: string): Statement<Row> {
  if (statements.has(name)) throw new Error(`Two statements are named ${name}.`);
  const named: Statement<Row> = { name, text: `/* ${name} */ ${text.trim()}`, scansBecause };
  statements.set(name, named);
  return named;
}

/**
 * The database's own number of a node or relationship, as id() gives it: the fastest way back to it, good only within
 * the transaction that read it. A number travels in a fifth of the bytes of an elementId().
 */
export type Handle = number;

export type Parameters = Readonly<Record<string, unknown>>;

/** What a store function needs: a transaction, or the database for a read of its own. */
export interface Queries {
  query<Row>(statement: Statement<Row>, parameters?: Parameters): Promise<Row[]>;
  /**
   * Says, beside the statement that writes it, what readers of the feed must hear of: internal ids, which a change that is
   * committed with the transaction names, each once.
   */
  changed(kind: ChangeKind, ids: Iterable<string>): void;
}
