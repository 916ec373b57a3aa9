import type { Queries } from '../../graph/driver/statement';
import { fates, type Fate, type WriteRelationships } from '../../graph/nouns/relation';
import { sinceEver } from '../../shared/period';

/** A beginning that is not known is stored as the beginning of time. */
export function fromEver<Item extends { readonly from: number | null }>(item: Item): Item & { from: number } {
  return { ...item, from: item.from ?? sinceEver };
}

/**
 * Cypher: the beginning, as `begins`, of the stretch that an item means. One that gives a beginning means that; one that
 * gives none but an end means the stretch that lasts at it, `lastsAt`, whenever it began, and only where there is none a stretch
 * whose beginning is not known.
 */
export function meantBeginning(between: string): string {
  return `CALL (*) {
       OPTIONAL MATCH ${between}
       WHERE lasting.from < item.lastsAt AND coalesce(lasting.to >= item.lastsAt, true)
       RETURN max(lasting.from) AS latest
     }
     WITH *, coalesce(latest, item.from) AS begins`;
}

/** What an item means, to be found by meantBeginning. */
export function asMeant<Item extends { readonly from: number | null; readonly to: number | null }>(
  item: Item,
): Item & { from: number; lastsAt: number | null } {
  return { ...fromEver(item), lastsAt: item.from === null ? item.to : null };
}

/**
 * Saves stretches; returns what became of each. Those that give no beginning come last, so that they find those of the same
 * batch. An end alone means the stretch that lasts until then.
 */
export async function saveStretches<Item extends Parameters<typeof asMeant>[0]>(
  tx: Queries,
  write: WriteRelationships<Item>,
  items: readonly Item[],
  now: number,
): Promise<Fate[]> {
  const found = new Map<object, Fate>();
  for (const some of [items.filter(({ from }) => from !== null), items.filter(({ from }) => from === null)]) {
    const written = await write(tx, some.map(asMeant), { now });
    some.forEach((item, place) => found.set(item, written[place] ?? fates.UNCHANGED));
  }
  return items.map((item) => found.get(item) ?? fates.UNCHANGED);
}
