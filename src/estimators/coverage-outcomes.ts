/**
 * Counts of people by level, the highest level first: whoever reaches a level reaches the lower ones too, so counts rise,
 * and none is counted above its cap. All of them are walked through in one order, the fullest first.
 */
export class RisingCounts {
  private readonly counts: Int32Array;

  /** Caps that rise. */
  constructor(private readonly caps: readonly number[]) {
    this.counts = Int32Array.from(caps);
  }

  at(level: number): number {
    return this.counts[level] ?? 0;
  }

  toFullest(): void {
    this.counts.set(this.caps);
  }

  /** Behind the emptiest nothing changes any more. */
  toNext(): void {
    const { counts, caps } = this;
    for (let level = counts.length - 1; level >= 0; level--) {
      const count = counts[level] ?? 0;
      if (count > (counts[level - 1] ?? 0)) {
        counts[level] = count - 1;
        for (let lower = level + 1; lower < counts.length; lower++) counts[lower] = caps[lower] ?? 0;
        return;
      }
    }
  }
}

/** Every way in which people can reach the levels, in the order of its counts, and how likely each is. */
export interface Outcomes {
  readonly mass: Float64Array;
  readonly counts: RisingCounts;
}

/** How many rising counts there are within rising caps; where that is more than `most`, anything above it. */
export function waysWithin(caps: readonly number[], most: number): number {
  let ways = Float64Array.of(1);
  let total = 1;
  for (const cap of caps) {
    // There are at least as many ways as counts of one level, and as ways so far.
    if (cap + 1 > most || total > most) return Infinity;
    const next = new Float64Array(cap + 1);
    let sum = 0;
    total = 0;
    for (let count = 0; count <= cap; count++) {
      sum += ways[count] ?? 0;
      next[count] = sum;
      total += sum;
    }
    ways = next;
  }
  return total;
}

/** By level and its count: in how many ways the counts of lower levels can go on. */
function waysOn(caps: readonly number[]): Float64Array[] {
  const tables: Float64Array[] = [];
  caps.forEach((cap) => tables.push(new Float64Array(cap + 1)));
  for (let level = caps.length - 1; level >= 0; level--) {
    const [here, lower] = [tables[level], tables[level + 1]];
    if (!here) continue;
    if (!lower) {
      here.fill(1);
      continue;
    }
    let sum = 0;
    let from = lower.length;
    for (let count = here.length - 1; count >= 0; count--) {
      while (from > count) sum += lower[--from] ?? 0;
      here[count] = sum;
    }
  }
  return tables;
}

/**
 * The joint distribution of how many people reach each level, from each one's probability to reach it, by level. One
 * person more leads from an outcome to fuller ones, whose places follow from how many outcomes lie between: nothing is
 * looked up. A step for each person.
 */
export function* distributionOf(
  caps: readonly number[],
  chances: readonly Float64Array[],
  people: number,
): Generator<void, Outcomes> {
  const counts = new RisingCounts(caps);
  const tables = waysOn(caps);
  const total = tables[0]?.reduce((sum, ways) => sum + ways, 0) ?? 1;
  const mass = new Float64Array(total);
  mass[mass.length - 1] = 1;
  for (let person = 0; person < people; person++) {
    addPerson({ mass, counts }, sharesOf(person, chances), tables);
    yield;
  }
  return { mass, counts };
}

function addPerson({ mass, counts }: Outcomes, shares: Float64Array, tables: readonly Float64Array[]): void {
  const all = shares[0] ?? 1;
  counts.toFullest();
  // Counts only rise: begun with the fullest, what a person adds lands where that person was counted already.
  for (let place = 0; place < mass.length; place++) {
    if (place > 0) counts.toNext();
    const here = mass[place] ?? 0;
    if (here === 0) continue;
    mass[place] = 0;
    let to = place;
    for (let level = tables.length - 1; level >= 0; level--) {
      mass[to] = (mass[to] ?? 0) + here * (shares[level + 1] ?? 0);
      // Counted at this level too, as far as it is counted.
      to -= tables[level]?.[counts.at(level) + 1] ?? 0;
    }
    mass[to] = (mass[to] ?? 0) + here * all;
  }
}

/** How likely a person is to reach all levels, and behind that for each level to reach the lower ones but not it. */
function sharesOf(person: number, chances: readonly Float64Array[]): Float64Array {
  const shares = new Float64Array(chances.length + 1);
  let reachesLower = 1;
  for (let level = chances.length - 1; level >= 0; level--) {
    const reaches = Math.min(reachesLower, chances[level]?.[person] ?? 0);
    shares[level + 1] = reachesLower - reaches;
    reachesLower = reaches;
  }
  shares[0] = reachesLower;
  return shares;
}
