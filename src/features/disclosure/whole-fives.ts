import { smallestGroup } from './disclosure';

/** So many people in whole groups of the smallest size that is shown: who is beyond them waits for others. */
export function inWholeGroups(people: number): number {
  return Math.floor(people / smallestGroup) * smallestGroup;
}

/**
 * A count of people as everybody may see it: in whole groups, and null where there is none. Of what only ever happens to
 * people, and to each once, it changes by five of them at a time: seen before and after somebody came it says nothing of
 * them, nor do totals and parts, of which each is a number of whole groups.
 */
export function countShown(people: number): number | null {
  const shown = inWholeGroups(people);
  return shown === 0 ? null : shown;
}

/**
 * Of items in the order in which they arrived those that figures may be made of: the first items of people in whole groups,
 * each one's first, then their second ones likewise, and so on. A figure made of them changes by the items of five people at
 * a time, so that nobody's own comes out by subtraction. The order stays.
 */
export function itemsShown<Item>(items: readonly Item[], personOf: (item: Item) => string): Item[] {
  const rounds: Item[][] = [];
  const countOf = new Map<string, number>();
  for (const item of items) {
    const person = personOf(item);
    const round = countOf.get(person) ?? 0;
    countOf.set(person, round + 1);
    (rounds[round] ??= []).push(item);
  }
  const shown = new Set(rounds.flatMap((round) => round.slice(0, inWholeGroups(round.length))));
  return items.filter((item) => shown.has(item));
}
