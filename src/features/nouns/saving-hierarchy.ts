import type { Identity, Reference } from '../../graph/nouns/identity';
import type { AcyclicRelation } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { Hierarchy } from '../../shared/hierarchy';
import { invalid, notFound, type Batch, type FieldSentence, type Rejection } from '../../shared/items';
import { beginSaving, savedOf, saveItems, type NounItem, type Saved } from './saving';

type NamedItem = NounItem & { readonly name?: string | undefined };

/** A list of an item that names nouns of the same kind, and must close no circle. */
export interface HierarchyField<Value> {
  /** As the input calls it. */
  readonly name: string;
  readonly relation: AcyclicRelation;
  readonly listOf: (value: Value) => readonly Reference[] | undefined;
}

export interface HierarchicalNoun<Value> {
  readonly identity: Identity;
  readonly fields: readonly HierarchyField<Value>[];
  readonly propertiesOf: (value: Value) => Readonly<Record<string, unknown>> & { name?: string | undefined };
}

/**
 * Saves nouns whose lists name nouns of the same kind. Nodes are saved before edges, so that what a list names may
 * come later in the same batch. An item whose list would close a circle changes nothing; but if its noun is new and a
 * good item names it, it is created all the same, without lists: one bad item must not cost the good ones.
 */
export async function saveHierarchical<Value extends NamedItem>(
  tx: Queries,
  { identity, fields, propertiesOf }: HierarchicalNoun<Value>,
  checked: Batch<Value>,
  now: number,
): Promise<{ saved: Saved; batch: Batch<Value>; keys: readonly string[] }> {
  const lists = checked.good.flatMap(({ value }) =>
    fields.flatMap((field) => {
      const list = field.listOf(value);
      return list ? [{ field, list }] : [];
    }),
  );
  // Before any noun is locked: others hold it until they have locked all of theirs.
  for (const field of fields) if (lists.some((one) => one.field === field)) await field.relation.lock(tx);
  const named = lists.flatMap(({ list }) => list);
  const begun = await beginSaving(tx, identity, checked, named);
  const { known } = begun;
  const possible = withAllThere(begun.batch, known, identity.label, fields);
  const keyOrReference = (reference: Reference): string => known.get(reference) ?? reference;
  const hierarchies = new Map<HierarchyField<Value>, Hierarchy>();
  for (const field of fields) hierarchies.set(field, await hierarchyOf(tx, field, possible, known));
  const batch = possible.map(({ value }) => placed(value, hierarchies, keyOrReference));

  const changes = new Map([...hierarchies].map(([field, hierarchy]) => [field, [...hierarchy.changes()]]));
  const nodes = nodesToSave(possible, batch, known, [...changes.values()].flat());
  const saved = await saveItems(tx, identity, nodes, propertiesOf, now);
  const keyOfPlace = new Map(
    nodes.good.map(({ value }, position) => [keyOrReference(value.outside), saved[position] ?? '']),
  );
  const keyOf = (place: string): string => keyOfPlace.get(place) ?? place;
  for (const [field, lists] of changes) {
    const items = lists.map(({ node, above }) => ({ node: keyOf(node), others: above.map(keyOf) }));
    await field.relation.replace(tx, items, now);
  }
  const keys = batch.good.map(({ value }) => keyOf(keyOrReference(value.outside)));
  return { saved: savedOf(batch, keys), batch, keys };
}

/** Puts an item's lists into the hierarchies; rejected, with nothing changed, where one of them would close a circle. */
function placed<Value extends NamedItem>(
  value: Value,
  hierarchies: ReadonlyMap<HierarchyField<Value>, Hierarchy>,
  keyOrReference: (reference: Reference) => string,
): Value | Rejection {
  const node = keyOrReference(value.outside);
  const lists = [...hierarchies].flatMap(([field, hierarchy]) => {
    const above = field.listOf(value)?.map(keyOrReference);
    return above ? [{ field, above, hierarchy }] : [];
  });
  for (const { field, above, hierarchy } of lists) {
    const circle = hierarchy.circleOf(node, above);
    if (circle !== undefined) return invalid(circleMessage(field.name, circle));
  }
  for (const { above, hierarchy } of lists) hierarchy.replace(node, above);
  return value;
}

/** The good items, and those of new nouns that good items name. */
function nodesToSave<Value extends NamedItem>(
  possible: Batch<Value>,
  batch: Batch<Value>,
  known: ReadonlyMap<Reference, string>,
  changes: readonly { readonly above: readonly string[] }[],
): Pick<Batch<Value>, 'good'> {
  const done = new Set(batch.good.map(({ index }) => index));
  const needed = new Set([
    ...batch.good.map(({ value }) => value.outside),
    ...changes.flatMap(({ above }) => above),
  ]);
  return {
    good: possible.good.filter(
      ({ index, value }) => done.has(index) || (!known.has(value.outside) && needed.has(value.outside)),
    ),
  };
}

/** The picture that a field's lists are tried against. */
async function hierarchyOf<Value>(
  tx: Queries,
  { relation, listOf }: HierarchyField<Value>,
  batch: Batch<Value>,
  known: ReadonlyMap<Reference, string>,
): Promise<Hierarchy> {
  const lists = batch.good.flatMap(({ value }) => {
    const list = listOf(value);
    return list ? [list] : [];
  });
  return new Hierarchy(
    await relation.edgesAbove(tx, [...new Set(lists.flat().flatMap((above) => known.get(above) ?? []))]),
  );
}

/** Rejects what names nouns that are neither there nor saved by this batch, until nothing left does. */
function withAllThere<Value extends NamedItem>(
  batch: Batch<Value>,
  known: ReadonlyMap<Reference, string>,
  label: string,
  fields: readonly HierarchyField<Value>[],
): Batch<Value> {
  const created = new Set(
    batch.good.flatMap(({ value }) => (value.name === undefined ? [] : [value.outside])),
  );
  const isThere = (reference: Reference): boolean => known.has(reference) || created.has(reference);
  const next = batch.map(({ value }) => {
    if (!isThere(value.outside)) return invalid(`name: is required for a new ${label.toLowerCase()}`);
    const lacking = fields.find((field) => field.listOf(value)?.every(isThere) === false);
    return lacking ? notFound(`${lacking.name}: one of the ${label.toLowerCase()}s`) : value;
  });
  return next.good.length === batch.good.length ? next : withAllThere(next, known, label, fields);
}

function circleMessage(field: string, position: number): FieldSentence {
  return `${field}.${String(position)}: is this one itself or leads back to it, so a cycle would close: leave it out, or change that one first. The list stays as it was.`;
}
