/** How far one person came, in pages, minutes or whatever is counted. */
export interface Passage {
  /** Seen only from here on: who comes later than the start cannot have been seen to leave before. 0 for everybody else. */
  readonly from: number;
  /** Where the person left, or was last seen; above `from`. */
  readonly to: number;
  /** Whether the person left there, rather than being on the way still (censored). */
  readonly left: boolean;
}

/** People at a point, and how many of them left there. */
export interface AtRisk {
  readonly at: number;
  /** People who could have left here: there before, and not gone yet. */
  readonly atRisk: number;
  readonly left: number;
}

/** The curve from one leaving to the next. */
export interface SurvivalStep extends AtRisk {
  /** Estimated probability to go on past here, in [0,1]. */
  readonly surviving: number;
  /** Greenwood's variance of `surviving`; NaN where nobody is left. */
  readonly variance: number;
  /** Interval of `surviving`; NaN where nobody is left. */
  readonly low: number;
  readonly high: number;
}

/** How many could have left at each of these points, which rise, and how many did. */
export function riskAt(passages: readonly Passage[], points: readonly number[]): AtRisk[] {
  const entries = passages.map(({ from }) => from).sort((a, b) => a - b);
  const ends = passages.map(({ to }) => to).sort((a, b) => a - b);
  const leftAt = new Map<number, number>();
  for (const { to, left } of passages) if (left) leftAt.set(to, (leftAt.get(to) ?? 0) + 1);
  let [entered, ended] = [0, 0];
  return points.map((at) => {
    while (entered < entries.length && (entries[entered] ?? 0) < at) entered++;
    while (ended < ends.length && (ends[ended] ?? 0) < at) ended++;
    return { at, atRisk: entered - ended, left: leftAt.get(at) ?? 0 };
  });
}

/**
 * The product-limit estimate of the probability to go on past each point (Kaplan & Meier 1958), with late entrants counted
 * from where they came in (left truncation; Klein & Moeschberger 2003, Survival Analysis, section 4.6), variance by
 * Greenwood (1926), and intervals on the scale of log(-log), which stay within [0,1] (Kalbfleisch & Prentice 2002, section
 * 1.4). Who is censored where others leave counts as at risk there. `z` is the half-width of the interval in standard errors.
 */
export function survivalCurve(passages: readonly Passage[], z: number): SurvivalStep[] {
  const points = [...new Set(passages.filter(({ left }) => left).map(({ to }) => to))].sort((a, b) => a - b);
  let surviving = 1;
  let hazards = 0;
  return riskAt(passages, points).map(({ at, atRisk, left }) => {
    surviving *= (atRisk - left) / atRisk;
    hazards += left / (atRisk * (atRisk - left));
    return { at, atRisk, left, surviving, ...uncertainty(surviving, hazards, z) };
  });
}

function uncertainty(surviving: number, hazards: number, z: number) {
  if (surviving === 0) return { variance: NaN, low: NaN, high: NaN };
  const reach = Math.exp((z * Math.sqrt(hazards)) / Math.abs(Math.log(surviving)));
  return {
    variance: surviving * surviving * hazards,
    low: surviving ** reach,
    high: surviving ** (1 / reach),
  };
}
