/** Nearer to 0 or 1 a part of a person is none, or the whole. */
export const WHOLE = 1e-6;

interface Rise {
  sum: number;
  count: number;
}

/**
 * By how much bounds rose once somebody was in or out, for each unit of their part (pseudo-costs: Achterberg, Koch and
 * Martin 2005, Branching rules revisited): where to branch next.
 */
export class PseudoCosts {
  private readonly known = [new Map<number, Rise>(), new Map<number, Rise>()];
  private readonly all: readonly Rise[] = [
    { sum: 0, count: 0 },
    { sum: 0, count: 0 },
  ];

  learn(place: number, isIn: boolean, rise: number): void {
    const side = Number(isIn);
    const there = this.known[side]?.get(place) ?? { sum: 0, count: 0 };
    this.known[side]?.set(place, { sum: there.sum + rise, count: there.count + 1 });
    const all = this.all[side];
    if (!all) return;
    all.sum += rise;
    all.count++;
  }

  /** The place whose two decisions can be expected to raise the bound most; undefined where all parts are whole. */
  hardest(values: Float64Array): number | undefined {
    let hardest: number | undefined;
    let most = -1;
    values.forEach((part, place) => {
      if (part <= WHOLE || part >= 1 - WHOLE) return;
      const score =
        Math.max(1e-9, this.expected(place, 1) * (1 - part)) * Math.max(1e-9, this.expected(place, 0) * part);
      if (score <= most) return;
      most = score;
      hardest = place;
    });
    return hardest;
  }

  private expected(place: number, side: number): number {
    const { sum, count } = this.known[side]?.get(place) ?? this.all[side] ?? { sum: 1, count: 1 };
    return count > 0 ? sum / count : 1;
  }
}
