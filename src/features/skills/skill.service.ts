import type { Database } from '../../graph/database';
import type { Reference } from '../../graph/identity';
import { Batch, invalid, notFound } from '../../shared/items';
import { savedOf, withSortName, type Saved } from '../people/people.service';
import { skillCheck, type CheckedSkill, type SkillInput } from './skill.input';
import { skillIdentity } from './skill.store';
import { Taxonomy } from './taxonomy';
import { ancestorEdges, lockTaxonomy, saveBroader } from './taxonomy.store';

/**
 * Nodes are saved before edges, so that a broader skill may come later in the same batch. An item whose list would
 * close a circle changes nothing; but if its skill is new and a good item points to it, it is created all the same,
 * without broader skills: one bad item must not cost the good ones.
 */
export async function saveSkills(database: Database, items: readonly SkillInput[]): Promise<Saved> {
  const checked = Batch.check(items, skillCheck);
  return database.transaction(async (tx) => {
    const known = await skillIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => [value.outside, ...(value.broader ?? [])]),
    );
    const possible = withBroaderThere(checked, known);
    const lists = possible.good.flatMap(({ value }) => (value.broader ? [value.broader] : []));
    if (lists.length > 0) await lockTaxonomy(tx);
    const taxonomy = new Taxonomy(
      await ancestorEdges(tx, [...new Set(lists.flat().flatMap((above) => known.get(above) ?? []))]),
    );
    const placeOf = (reference: Reference) => known.get(reference) ?? reference;
    const batch = possible.map(({ value }) => {
      if (value.broader === undefined) return value;
      const circle = taxonomy.replace(placeOf(value.outside), value.broader.map(placeOf));
      return circle === undefined ? value : invalid(circleMessage(circle));
    });

    const done = new Set(batch.good.map(({ index }) => index));
    const needed = new Set([
      ...batch.good.map(({ value }) => value.outside),
      ...[...taxonomy.changes()].flatMap(({ broader }) => broader),
    ]);
    const nodes = possible.good.filter(
      ({ index, value }) => done.has(index) || (!known.has(value.outside) && needed.has(value.outside)),
    );
    const keys = await skillIdentity.save(
      tx,
      nodes.map(({ value: { outside, broader: _, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
    );
    const keyOfPlace = new Map(
      nodes.map(({ value }, position) => [placeOf(value.outside), keys[position] ?? '']),
    );
    const keyOf = (place: string) => keyOfPlace.get(place) ?? place;
    await saveBroader(
      tx,
      [...taxonomy.changes()].map(({ skill, broader }) => ({
        skill: keyOf(skill),
        broader: broader.map(keyOf),
      })),
    );
    return savedOf(
      batch,
      batch.good.map(({ value }) => keyOf(placeOf(value.outside))),
    );
  });
}

/** Rejects what names skills that are neither there nor saved by this batch, until nothing left does. */
function withBroaderThere(
  batch: Batch<CheckedSkill>,
  known: ReadonlyMap<Reference, string>,
): Batch<CheckedSkill> {
  const created = new Set(
    batch.good.flatMap(({ value }) => (value.name === undefined ? [] : [value.outside])),
  );
  const isThere = (reference: Reference) => known.has(reference) || created.has(reference);
  const next = batch.map(({ value }) => {
    if (!isThere(value.outside)) return invalid('name: is required for a new skill');
    return value.broader?.every(isThere) === false ? notFound('broader: one of the skills') : value;
  });
  return next.good.length === batch.good.length ? next : withBroaderThere(next, known);
}

function circleMessage(position: number): string {
  return `broader.${String(position)}: is this skill itself or has it among its own broader skills, so a circle would close: leave it out, or change that skill first. The broader list stays as it was.`;
}
