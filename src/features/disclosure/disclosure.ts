import { sees, type Visible } from '../access/viewer';
import { Withheld } from './withheld.type';

/** Figures on fewer people than this are withheld from viewers who may not see those people. */
export const smallestGroup = 5;

/** How few those are, as people read it. */
export const fewPeople = `fewer than ${String(smallestGroup)} people`;

/** Whether a figure on these people would give away individuals whom the viewer may not see. */
export function tooFew(people: readonly string[], visible: Visible): boolean {
  return (
    people.length > 0 && people.length < smallestGroup && !people.every((person) => sees(visible, person))
  );
}

function withheld(reason: string): Withheld {
  return Object.assign(new Withheld(), { reason });
}

const notAllSeen = 'and not all of them are yours to see.';

/** In the place of a figure on too few people; `fact` says which of them are few, and begins the sentence. */
export function withheldAsFew(fact: string): Withheld {
  return withheld(`${fact.charAt(0).toUpperCase()}${fact.slice(1)}, ${notAllSeen}`);
}

/** In the place of a figure that would give away one that is withheld as few. */
export function withheldBeside(): Withheld {
  return withheld(`Together with figures that are shown it would speak of ${fewPeople}, ${notAllSeen}`);
}

/** People whom figures are on: a number of them all, and more on those who are known. */
export interface Counted {
  readonly people: readonly string[];
  /** Some of the people. */
  readonly known: readonly string[];
}

/**
 * The groups whose figures are withheld where those of the whole are shown: those that are too few themselves, and
 * those that would give away too few by a difference (complementary suppression; Willenborg and de Waal, Elements of
 * Statistical Disclosure Control, 2001). Such are a group within a slightly larger one, and the rest of the whole beside
 * all groups that are shown. Cut off is what one subtraction gives away: people who belong to several groups at once could be
 * closed in by longer sums, which are not searched for.
 */
export function withheldGroups(
  whole: Counted,
  groups: ReadonlyMap<string, Counted>,
  few: (people: readonly string[]) => boolean,
): Set<string> {
  const shown = new Map(
    [...groups]
      .filter(([, { people, known }]) => !few(people) && !few(known))
      .sort(([a, left], [b, right]) => left.people.length - right.people.length || (a < b ? -1 : 1)),
  );
  withholdInner(whole, shown, few);
  withholdBesideRest(whole, shown, few);
  return new Set([...groups.keys()].filter((group) => !shown.has(group)));
}

/** Withholds groups that lie within another, or the whole, and leave too few of it; the largest first. */
function withholdInner(
  whole: Counted,
  shown: Map<string, Counted>,
  few: (people: readonly string[]) => boolean,
): void {
  const groupsOf = new Map<string, string[]>();
  for (const [group, { people }] of shown) {
    for (const person of people) {
      const there = groupsOf.get(person);
      if (there) there.push(group);
      else groupsOf.set(person, [group]);
    }
  }
  for (const [group, inner] of [...shown].reverse()) {
    const [first] = inner.people;
    if (first === undefined) continue;
    const around = (groupsOf.get(first) ?? []).flatMap((other) =>
      other === group ? [] : (shown.get(other) ?? []),
    );
    if ([whole, ...around].some((outer) => leavesFew(outer, inner, few))) shown.delete(group);
  }
}

function leavesFew(outer: Counted, inner: Counted, few: (people: readonly string[]) => boolean): boolean {
  const left = [outer.people.length - inner.people.length, outer.known.length - inner.known.length];
  if (!left.some((count) => count > 0 && count < smallestGroup)) return false;
  const members = new Set(inner.people);
  const rest = outer.people.filter((person) => !members.has(person));
  if (rest.length !== left[0]) return false;
  return few(rest) || few(outer.known.filter((person) => !members.has(person)));
}

/** Withholds the smallest groups while too few people of the whole belong to none that is shown. */
function withholdBesideRest(
  whole: Counted,
  shown: Map<string, Counted>,
  few: (people: readonly string[]) => boolean,
): void {
  for (const [group, { people, known }] of shown) {
    const covered = new Set([...shown.values()].flatMap((one) => one.people));
    const rest = (some: readonly string[]): string[] => some.filter((person) => !covered.has(person));
    const [tooFewPeople, tooFewKnown] = [few(rest(whole.people)), few(rest(whole.known))];
    if (!tooFewPeople && !tooFewKnown) return;
    if (tooFewPeople ? people.length > 0 : known.length > 0) shown.delete(group);
  }
}
