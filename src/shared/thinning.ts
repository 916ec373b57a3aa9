/** A place on some lines that are drawn over the same axis. */
export interface Place {
  readonly x: number;
  readonly ys: readonly number[];
}

/** Places between two that are kept, and the one among them that lies furthest from the straight lines between these. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly furthest: number;
  readonly distance: number;
}

/**
 * Which of many places to draw so that the lines stray from the full ones as little as may be: the ends and those that
 * must be kept, then again and again the place that lies furthest from the lines drawn so far (Ramer 1972; Douglas &
 * Peucker 1973). Positions in order; more than `most` only where more must be kept.
 */
export function thinned(
  places: readonly Place[],
  most: number,
  mustKeep: (position: number) => boolean,
): number[] {
  const kept = places.flatMap((_, position) =>
    position === 0 || position === places.length - 1 || mustKeep(position) ? [position] : [],
  );
  const gaps = kept.slice(1).map((to, index) => gapBetween(places, kept[index] ?? 0, to));
  while (kept.length < most) {
    let widest = 0;
    gaps.forEach(({ distance }, index) => {
      if (distance > (gaps[widest]?.distance ?? 0)) widest = index;
    });
    const gap = gaps[widest];
    if (!gap || gap.distance === 0) break;
    kept.push(gap.furthest);
    gaps.splice(
      widest,
      1,
      gapBetween(places, gap.from, gap.furthest),
      gapBetween(places, gap.furthest, gap.to),
    );
  }
  return kept.sort((one, other) => one - other);
}

function gapBetween(places: readonly Place[], from: number, to: number): Gap {
  const [start, end] = [places[from], places[to]];
  let furthest = from;
  let distance = 0;
  if (!start || !end) return { from, to, furthest, distance };
  for (let position = from + 1; position < to; position++) {
    const { x, ys } = places[position] ?? start;
    const share = end.x > start.x ? (x - start.x) / (end.x - start.x) : 0;
    for (const [line, y] of ys.entries()) {
      const drawn = (start.ys[line] ?? 0) * (1 - share) + (end.ys[line] ?? 0) * share;
      if (Math.abs(y - drawn) <= distance) continue;
      distance = Math.abs(y - drawn);
      furthest = position;
    }
  }
  return { from, to, furthest, distance };
}
