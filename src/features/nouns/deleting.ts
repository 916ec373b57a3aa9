import type { Database } from '../../graph/driver/database';
import type { Identity } from '../../graph/nouns/identity';
import { reference } from '../../shared/checks';
import { Batch, notThere } from '../../shared/items';
import { wordsOf } from '../../shared/words';
import { DeleteStatus, type DeletePayload } from './deleted.type';
import type { ReferenceInput } from './reference.input';

/** Deletes nouns with their parts and relationships; those that evidence depends on are archived. */
export async function deleteNouns(
  database: Database,
  identity: Identity,
  items: readonly ReferenceInput[],
  now: number,
): Promise<DeletePayload> {
  const checked = Batch.check(items, reference(identity.label));
  return database.transaction(async (tx) => {
    const found = await identity.resolve(
      tx,
      checked.good.map(({ value }) => value),
    );
    const batch = checked.map(({ value }) => found.get(value) ?? notThere(wordsOf(identity.label)));
    const locked = await identity.lock(
      tx,
      batch.good.map(({ value }) => value),
    );
    const archived = await identity.remove(tx, [...locked.keys()], now);
    return {
      results: batch.good.map(({ index, value }) => ({
        index,
        status: archived.has(value) ? DeleteStatus.ARCHIVED : DeleteStatus.DELETED,
      })),
      errors: batch.errors,
    };
  });
}
