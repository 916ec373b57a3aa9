import type { Identity, Reference } from '../../graph/nouns/identity';
import { sortNameOf } from '../../graph/nouns/model';
import type { Queries } from '../../graph/driver/statement';
import { Batch, invalid, ItemErrorCode, Rejection } from '../../shared/items';

/** What a batch of nouns came to: internal ids by position, and the errors. */
export interface Saved {
  readonly keys: ReadonlyMap<number, string>;
  readonly errors: Batch<unknown>['errors'];
}

/** An item that names a noun, and may say when it was last seen unchanged. */
export interface NounItem {
  readonly outside: Reference;
  readonly unchangedSince: number | null;
}

const changedSince = new Rejection(
  ItemErrorCode.STALE,
  'ifUnchangedSince: it has changed since then, or is gone: read it again and decide anew.',
);

/**
 * What is there of a batch before it is saved, by reference. Items that must meet an unchanged noun take its lock
 * first, so that it stays as it was found until the transaction ends; the others are rejected.
 */
export async function beginSaving<Value extends NounItem>(
  tx: Queries,
  identity: Identity,
  checked: Batch<Value>,
): Promise<{ known: Map<Reference, string>; batch: Batch<Value> }> {
  const known = await identity.resolve(
    tx,
    checked.good.map(({ value }) => value.outside),
  );
  const held = checked.good.filter(({ value }) => value.unchangedSince !== null);
  const changedAt = await identity.lock(
    tx,
    held.flatMap(({ value }) => known.get(value.outside) ?? []),
  );
  const batch = checked.map(({ value }) => {
    const since = value.unchangedSince;
    if (since === null) return value;
    const found = changedAt.get(known.get(value.outside) ?? '');
    return found !== undefined && found <= since ? value : changedSince;
  });
  return { known, batch };
}

/** Rejects new nouns that lack a name; a name given earlier in the batch counts. */
export function named<Value extends NounItem & { name?: string | undefined }>(
  batch: Batch<Value>,
  known: ReadonlyMap<Reference, string>,
  what: string,
): Batch<Value> {
  const there = new Set(known.keys());
  return batch.map(({ value }) => {
    if (value.name === undefined && !there.has(value.outside))
      return invalid(`name: is required for a new ${what}`);
    there.add(value.outside);
    return value;
  });
}

/** A name brings the form that lists are ordered by. */
export function withSortName<Given extends { name?: string | undefined }>(
  given: Given,
): Given & { sortName?: string } {
  return given.name === undefined ? given : { ...given, sortName: sortNameOf(given.name) };
}

/** Internal ids as saved, by position in the input. */
export function savedOf(batch: Batch<unknown>, keys: readonly string[]): Saved {
  return {
    keys: new Map(batch.good.map(({ index }, position) => [index, keys[position] ?? ''])),
    errors: batch.errors,
  };
}

/** The last value given for each noun of a batch, where one is given. */
export function lastGiven<Value, Given>(
  batch: Batch<Value>,
  keys: readonly string[],
  givenOf: (value: Value) => Given | undefined,
): Map<string, Given> {
  return new Map(
    batch.good.flatMap(({ value }, position) => {
      const given = givenOf(value);
      return given === undefined ? [] : [[keys[position] ?? '', given] as const];
    }),
  );
}
