import type { Transaction } from 'neo4j-driver';
import { newKey } from '../../shared/ids';
import { statement } from './statement';
import { untraced } from './untraced';

/** Takes with it the notes of transactions that are over: nobody asks about those again. */
const NOTE = statement<{ number: number }>(
  'driver.noteAttempt',
  `MERGE (attempt:Attempt {token: $token})
   ON CREATE SET attempt.number = $number, attempt.at = timestamp()
   WITH attempt.number AS number
   OPTIONAL MATCH (over:Attempt) WHERE over.token IN $over
   DELETE over
   RETURN DISTINCT number`,
);

const mostForgottenAtOnce = 100;

/** Notes of transactions that are over, and stand in the graph still. */
export class AttemptsOver {
  private tokens: string[] = [];

  add(tokens: readonly string[]): void {
    this.tokens.push(...tokens);
  }

  take(): string[] {
    return this.tokens.splice(0, mostForgottenAtOnce);
  }
}

/**
 * One piece of work that is tried until it is done, once. Where a connection breaks while it commits, nobody knows whether
 * it is done: each try writes the work's token in its own transaction, and the next one finds it there or not. A try
 * that is still open in the database holds the token's lock, so that the next one waits for its end.
 */
export class AttemptedWork<Result> {
  readonly token = newKey();
  private tries = 0;
  /** What came of the tries whose end is not known, by their numbers. */
  private readonly committing = new Map<number, { readonly result: Result }>();

  constructor(private readonly over: AttemptsOver) {}

  /** @param commit commits the transaction */
  async attempt(tx: Transaction, commit: () => Promise<void>, work: () => Promise<Result>): Promise<Result> {
    const number = ++this.tries;
    const over = this.over.take();
    try {
      // It travels with the work's first statement, for which nobody waits a round trip longer.
      const noted = noteIn(tx, { token: this.token, number, over });
      noted.catch(() => undefined);
      const done = this.committing.size > 0 ? this.committing.get(await noted) : undefined;
      if (done) {
        await commit();
        return done.result;
      }
      const result = await work();
      await noted;
      this.committing.set(number, { result });
      await commit();
      return result;
    } catch (error) {
      this.over.add(over);
      throw error;
    }
  }
}

async function noteIn(
  tx: Transaction,
  parameters: { token: string; number: number; over: readonly string[] },
): Promise<number> {
  const { records } = await untraced(() => tx.run<{ number: number }>(NOTE.text, parameters));
  return Number(records[0]?.get('number'));
}
