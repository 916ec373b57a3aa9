import { newKey } from '../../shared/ids';
import type { Database } from '../driver/database';
import { statement, type Statement } from '../driver/statement';

/** Who has a lease that another process asks for. */
export interface Holder {
  /** What they do under it, in words. */
  readonly what: string | null;
  /** Since when, milliseconds. */
  readonly since: number | null;
}

/** Something that one process of an installation does at a time. */
export interface LeaseKind {
  /** How long it lasts that is not renewed, milliseconds: as long is a killed process waited for. */
  readonly lasts: number;
  /** Cypher: goes on only where the lease with this $token is held still. */
  readonly held: string;
  readonly take: Statement<Holder & { readonly taken: boolean }>;
  readonly renew: Statement<unknown>;
  readonly leave: Statement<unknown>;
  /** Tokens of this process whose end could not be written: it need not wait for them. */
  readonly leftBehind: Set<string>;
}

/**
 * A lease that lies on the installation, in properties that begin with `property`.
 * @param room how the names of its statements begin
 */
export function leaseKind(room: string, property: string, lasts: number): LeaseKind {
  const [by, what, since, until] = ['By', 'What', 'Since', 'Until'].map(
    (end) => `installation.${property}${end}`,
  ) as [string, string, string, string];
  const held = `MATCH (installation:Installation {one: 1}) WHERE ${by} = $token`;
  return {
    ...{ lasts, held },
    leftBehind: new Set(),
    take: statement(
      `${room}.takeLease`,
      `MATCH (installation:Installation {one: 1})
       SET installation.lock = 0
       WITH installation, timestamp() AS now, ${what} AS what, ${since} AS since
       WITH *, coalesce(NOT ${by} IN $own AND now < ${until}
         // One that ends later than any lease was taken before the database's clock was set back.
         AND ${until} <= now + $lasts, false) AS taken
       FOREACH (_ IN CASE WHEN taken THEN [] ELSE [1] END |
         SET ${by} = $token, ${what} = $what, ${since} = now, ${until} = now + $lasts)
       RETURN taken, what, since`,
    ),
    renew: statement(
      `${room}.renewLease`,
      `${held}
       SET ${until} = timestamp() + $lasts`,
    ),
    leave: statement(
      `${room}.leaveLease`,
      `${held}
       REMOVE ${by}, ${what}, ${since}, ${until}`,
    ),
  };
}

/** The right of this process to do something alone. */
export class Lease {
  /** Proves in a transaction that the lease is held still. */
  readonly token = newKey();

  constructor(
    private readonly database: Database,
    private readonly kind: LeaseKind,
    /** What is done under it, in words for those who have to wait. */
    private readonly what: string,
  ) {}

  /** Takes it, or has it last anew where this has it; gives who has it where another process does. */
  async take(): Promise<Holder | undefined> {
    const { lasts, take, leftBehind } = this.kind;
    const { token, what } = this;
    const own = [token, ...leftBehind];
    const [row] = await this.database.idempotentTransaction((tx) =>
      tx.query(take, { token, own, what, lasts }),
    );
    if (row?.taken !== false) return row ?? { what: null, since: null };
    for (const former of own) leftBehind.delete(former);
    return undefined;
  }

  async leave(): Promise<void> {
    const { kind, token } = this;
    await this.database
      .idempotentTransaction((tx) => tx.query(kind.leave, { token }))
      .catch(() => kind.leftBehind.add(token));
  }

  /** Does the work, which is given the token, while the lease is renewed; where another process has it, what is made of that. */
  async during<Result>(
    work: (token: string) => Promise<Result>,
    refused: (holder: Holder) => Result,
  ): Promise<Result> {
    const holder = await this.take();
    if (holder) return refused(holder);
    const { kind, token } = this;
    const { lasts } = kind;
    const renewing = setInterval(() => {
      // What fails here is tried again; who loses the lease learns it by the next transaction.
      this.database
        .idempotentTransaction((tx) => tx.query(kind.renew, { token, lasts }))
        .catch(() => undefined);
    }, lasts / 6);
    renewing.unref();
    try {
      return await work(token);
    } finally {
      clearInterval(renewing);
      await this.leave();
    }
  }
}
