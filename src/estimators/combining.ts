/** How likely people meet each of some needs: a column a need, the same position in each is the same person; 0 where unknown. */
export type Chances = readonly Float64Array[];

/** Some of the needs, by their numbers. */
type Part = readonly number[];

/**
 * The expected number of people who meet all of some needs. Given what is known of a person, meeting one is taken to be
 * independent of meeting another: each person's probability is the product of theirs.
 */
export function expectedToCombine(chances: Chances, needs: Part): number {
  const [first] = needs;
  if (first === undefined) return 0;
  let sum = 0;
  chances[first]?.forEach((_, person) => {
    sum += needs.reduce((product, need) => product * (chances[need]?.[person] ?? 0), 1);
  });
  return sum;
}

/** Counts where people say nothing of two needs, or the same of several, and nowhere else. */
const slightly = 1e-6;

/**
 * Two parts of at least two needs, by which of them go together in people. Two needs are as close as the cosine of the angle
 * between their columns (Salton and McGill 1983, Introduction to Modern Information Retrieval, 4.1): 1 where the same people meet both,
 * 0 where nobody meets both. The two that are least close begin a part each; of the others the most decided comes next, to the part
 * that it is closer to on average. `related`: which needs belong together where people do not say. A step for each pair.
 */
export function* splitSteps(
  chances: Chances,
  related: (one: number, other: number) => boolean,
): Generator<void, readonly [Part, Part]> {
  const closeness = chances.map(() => new Float64Array(chances.length));
  let [least, seeds] = [Infinity, [0, 1] as [number, number]];
  for (let other = 1; other < chances.length; other++)
    for (let one = 0; one < other; one++) {
      yield;
      const close = cosineOf(chances[one], chances[other]) + (related(one, other) ? slightly : 0);
      for (const [row, column] of [
        [one, other],
        [other, one],
      ] as const)
        closeness[row]?.set([close], column);
      if (close < least) [least, seeds] = [close, [one, other]];
    }
  const parts = seeds.map((seed) => [seed]) as [number[], number[]];
  const meanTo = (need: number, part: Part): number =>
    part.reduce((sum, there) => sum + (closeness[need]?.[there] ?? 0), 0) / part.length;
  const open = new Set(chances.keys());
  for (const seed of seeds) open.delete(seed);
  while (open.size > 0) {
    const leanings = [...open].map((need) => ({
      need,
      leaning: meanTo(need, parts[0]) - meanTo(need, parts[1]),
    }));
    const next = leanings.reduce((best, one) =>
      Math.abs(one.leaning) > Math.abs(best.leaning) ? one : best,
    );
    const isFirst = next.leaning === 0 ? parts[0].length <= parts[1].length : next.leaning > 0;
    parts[isFirst ? 0 : 1].push(next.need);
    open.delete(next.need);
  }
  for (const part of parts) part.sort((one, other) => one - other);
  return parts.sort(([one = 0], [other = 0]) => one - other);
}

function cosineOf(one: Float64Array = nothing, other: Float64Array = nothing): number {
  let [product, ofOne, ofOther] = [0, 0, 0];
  one.forEach((chance, person) => {
    const beside = other[person] ?? 0;
    product += chance * beside;
    ofOne += chance * chance;
    ofOther += beside * beside;
  });
  return product === 0 ? 0 : product / Math.sqrt(ofOne * ofOther);
}

const nothing = new Float64Array();
