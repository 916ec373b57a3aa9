/** Statements whose times of storing were given out, and that are not in the graph yet. */
export interface TimesGiven {
  /** The first; each further one a microsecond later. Epoch microseconds. */
  readonly first: number;
  /** They are in the graph, or will never be. */
  settle(): void;
}

/**
 * When statements are stored: no two at the same microsecond, each after those given out before it in this process and
 * after all that the graph has.
 */
export class StoredTimes {
  private last = 0;
  private readonly underWay = new Set<number>();

  /** Times for so many statements, after this one, which the graph has. */
  give(count: number, after: number): TimesGiven {
    const first = Math.max(this.last, after, microsecondsNow() - 1) + 1;
    this.last = first + count - 1;
    this.underWay.add(first);
    return { first, settle: () => this.underWay.delete(first) };
  }

  /** Up to when all that is or will be stored can be read; epoch microseconds. */
  consistentThrough(): number {
    this.last = Math.max(this.last, microsecondsNow());
    return Math.min(this.last, ...Array.from(this.underWay, (first) => first - 1));
  }
}

function microsecondsNow(): number {
  return Date.now() * 1_000;
}

/** A time in epoch microseconds, in RFC 3339. */
export function timeText(microseconds: number): string {
  const whole = new Date(Math.floor(microseconds / 1_000)).toISOString();
  return whole.replace('Z', `${String(microseconds % 1_000).padStart(3, '0')}Z`);
}

/** Epoch microseconds of a timestamp whose milliseconds are known; what is smaller is left out. */
export function microsecondsOf(text: string, milliseconds: number): number {
  const [, fraction = ''] = /[.,](\d+)/u.exec(text) ?? [];
  return Math.floor(milliseconds) * 1_000 + Number(fraction.slice(3, 6).padEnd(3, '0'));
}
