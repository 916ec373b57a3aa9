import DataLoader from 'dataloader';
import type { RequestContext } from './context';

/** Reads many keys at once, results in the order of the keys. */
export type BatchRead<Key, Value, Arguments> = (
  context: RequestContext,
  keys: readonly Key[],
  given: Arguments,
) => Promise<readonly (Value | Error)[]>;

/** Loads one key through the request's loader for this read and these arguments. */
export function load<Key, Value, Arguments>(
  context: RequestContext,
  read: BatchRead<Key, Value, Arguments>,
  key: Key,
  given: Arguments,
): Promise<Value> {
  return loaderOf(context, read, given).load(key);
}

/**
 * Loads many keys at once, each once, before a computation that goes on in slices: these end at different times, and each
 * would look its own up by itself.
 */
export async function loadAhead<Value, Arguments>(
  context: RequestContext,
  read: BatchRead<string, Value, Arguments>,
  keys: Iterable<string>,
  given: Arguments,
): Promise<Map<string, Value>> {
  const distinct = [...new Set(keys)];
  const values = await Promise.all(distinct.map((key) => load(context, read, key, given)));
  return new Map(values.map((value, place) => [distinct[place] ?? '', value]));
}

/** Loaders of a request for another moment: what these reads give is the same at every moment, and is read once for both. */
export function loadersBeside(
  { loaders }: RequestContext,
  timeless: readonly unknown[],
): RequestContext['loaders'] {
  for (const read of timeless) if (!loaders.has(read)) loaders.set(read, new Map<string, unknown>());
  return new Map(timeless.map((read) => [read, loaders.get(read) ?? new Map<string, unknown>()]));
}

/** Says what loading this key would give: who is at hand need not be read again. */
export function prime<Value, Arguments>(
  context: RequestContext,
  read: BatchRead<string, Value, Arguments>,
  key: string,
  given: Arguments,
  value: Value,
): void {
  loaderOf(context, read, given).prime(key, value);
}

function loaderOf<Key, Value, Arguments>(
  context: RequestContext,
  read: BatchRead<Key, Value, Arguments>,
  given: Arguments,
): DataLoader<Key, Value> {
  const byArguments = context.loaders.get(read) ?? new Map<string, unknown>();
  context.loaders.set(read, byArguments);
  const name = JSON.stringify(given);
  const found = byArguments.get(name) as DataLoader<Key, Value> | undefined;
  const loader =
    found ??
    new DataLoader<Key, Value>((keys) => read(context, keys, given), {
      maxBatchSize: 1_000,
      batchScheduleFn: (dispatch) => {
        context.completing.whenThrough(dispatch);
      },
    });
  byArguments.set(name, loader);
  return loader;
}

/** Rows put into the order of the keys; what is missing becomes the given value. */
export function inOrderOf<Row, Value>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
  missing: () => Value,
): Value[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => {
    const row = byKey.get(key);
    return row === undefined ? missing() : valueOf(row);
  });
}

/** Rows collected by key, in the order of the keys; none is an empty list. */
export function inGroupsOf<Row, Value>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): Value[][] {
  const groups = new Map<string, Value[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(valueOf(row));
  return keys.map((key) => groups.get(key) ?? []);
}

/** What a batch saved, by position in its input; null where an item failed. */
export function loadSaved<Value>(
  context: RequestContext,
  byKey: BatchRead<string, Value | null, null>,
  items: readonly unknown[],
  keys: ReadonlyMap<number, string>,
): Promise<(Value | null)[]> {
  return Promise.all(
    items.map((_, index) => {
      const key = keys.get(index);
      return key === undefined ? Promise.resolve(null) : load(context, byKey, key, null);
    }),
  );
}

/** An error of one key is that key's own: the others of the batch get their answer. */
export function orError<Value>(compute: () => Value): Value | Error {
  try {
    return compute();
  } catch (error) {
    return asError(error);
  }
}

/** What was thrown, as a batch answers it for one key. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
