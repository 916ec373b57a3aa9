import type { Database } from '../../graph/driver/database';
import type { Identity, Reference } from '../../graph/nouns/identity';
import { withFoldedForms } from '../../graph/nouns/folded-forms';
import type { Relation } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { externalKey, isExternalKey } from '../../shared/ids';
import { Batch, invalid, ItemErrorCode, notFound, Rejection } from '../../shared/items';
import { wordsOf } from '../../shared/words';

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

/** `key`: internal id of what has changed; undefined where it is gone. */
function changedSince(key: string | undefined): Rejection {
  return new Rejection(
    ItemErrorCode.STALE,
    'ifUnchangedSince: it has changed since then, or is gone: read it again and decide again.',
    ['ifUnchangedSince'],
    key,
  );
}

/**
 * What is there of a batch before it is saved, by reference. Where an item must meet an unchanged noun, names the noun by
 * its global id, or names others of the same kind, all of it is locked in id order, as by every writer, so that it stays
 * as it was found until the transaction ends; items that find it changed or gone are rejected. Each good item then refers
 * to its noun as a source calls it. `named`: what items name besides.
 */
export async function beginSaving<Value extends NounItem>(
  tx: Queries,
  identity: Identity,
  checked: Batch<Value>,
  named: readonly Reference[] = [],
): Promise<{ known: Map<Reference, string>; batch: Batch<Value> }> {
  const saved = checked.good.map(({ value }) => value.outside);
  const known = await identity.resolve(tx, [...saved, ...named]);
  const byGlobalId = saved.filter((reference) => !isExternalKey(reference));
  const held =
    named.length > 0 ||
    byGlobalId.length > 0 ||
    checked.good.some(({ value }) => value.unchangedSince !== null);
  const changedAt = await identity.lock(tx, held ? known.values() : []);
  const calledBy = await namesOf(tx, identity, byGlobalId, known, saved);
  const batch = checked.map(({ value }) => {
    const key = known.get(value.outside) ?? '';
    const found = changedAt.get(key);
    const outside = isExternalKey(value.outside) ? value.outside : found !== undefined && calledBy.get(key);
    if (!outside) return notFound(`globalId: the ${wordsOf(identity.label)}`);
    const since = value.unchangedSince;
    return since === null || (found !== undefined && found <= since)
      ? { ...value, outside }
      : changedSince(known.get(value.outside));
  });
  return { known, batch };
}

/**
 * One of the things that sources call each of these nouns, by internal id: if items of the batch name it by one, that,
 * so that what they say of it is one. What is found so is known by it, too.
 */
async function namesOf(
  tx: Queries,
  identity: Identity,
  references: readonly Reference[],
  known: Map<Reference, string>,
  saved: readonly Reference[],
): Promise<Map<string, Reference>> {
  const keys = [...new Set(references.flatMap((reference) => known.get(reference) ?? []))];
  if (keys.length === 0) return new Map();
  const inBatch = new Set(saved);
  const names = new Map<string, Reference>();
  for (const { key, name } of await identity.externalNames(tx, keys)) {
    const reference = externalKey(identity.label, name.source, name.value);
    if (!names.has(key) || inBatch.has(reference)) names.set(key, reference);
  }
  for (const [key, reference] of names) known.set(reference, key);
  return names;
}

/** Rejects new nouns that lack a name; a name given earlier in the batch counts. */
function named<Value extends NounItem & { name?: string | undefined }>(
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

/** Saves the nouns of a batch, of each item these properties; returns their internal ids in the order of the items. */
export function saveItems<Value extends NounItem>(
  tx: Queries,
  identity: Identity,
  batch: Pick<Batch<Value>, 'good'>,
  propertiesOf: (value: Value) => Readonly<Record<string, unknown>> & { name?: string | undefined },
  now: number,
): Promise<string[]> {
  return identity.save(
    tx,
    batch.good.map(({ value }) => ({
      reference: value.outside,
      properties: withFoldedForms(identity.label, propertiesOf(value)),
    })),
    now,
  );
}

/** Saves nouns whose items hold properties and nothing else. */
export function saveNouns<Value extends NounItem & { name?: string | undefined }>(
  database: Database,
  identity: Identity,
  checked: Batch<Value>,
  now: number,
): Promise<Saved> {
  return database.transaction(async (tx) => {
    const begun = await beginSaving(tx, identity, checked);
    const batch = named(begun.batch, begun.known, wordsOf(identity.label));
    const keys = await saveItems(
      tx,
      identity,
      batch,
      ({ outside: _outside, unchangedSince: _since, ...given }) => given,
      now,
    );
    return savedOf(batch, keys);
  });
}

/** Relates each noun of a batch to the nodes that its last item gives, where one does, instead of those before. */
export async function replaceRelated<Value>(
  tx: Queries,
  relation: Pick<Relation, 'replace'>,
  batch: Batch<Value>,
  keys: readonly string[],
  othersOf: (value: Value) => readonly string[] | undefined,
  now: number,
): Promise<void> {
  const given = lastGiven(batch, keys, othersOf);
  await relation.replace(
    tx,
    [...given].map(([node, others]) => ({ node, others: [...new Set(others)] })),
    now,
  );
}

/** Internal ids as saved, by position in the input. */
export function savedOf(batch: Batch<unknown>, keys: readonly string[]): Saved {
  return {
    keys: new Map(batch.good.map(({ index }, position) => [index, keys[position] ?? ''])),
    errors: batch.errors,
  };
}

/** The last value given for each noun of a batch, where one is given. */
function lastGiven<Value, Given>(
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
