/** What lies below each skill or team, by internal id: the links that they have to broader ones, the other way round. */
export class Narrower {
  private readonly below = new Map<string, Set<string>>();

  /** Takes one from those above it and puts it under others. */
  move(key: string, from: readonly string[], to: readonly string[]): void {
    for (const broader of from) this.below.get(broader)?.delete(key);
    for (const broader of to) {
      const there = this.below.get(broader);
      if (there) there.add(key);
      else this.below.set(broader, new Set([key]));
    }
  }

  /** Those directly below. */
  directlyBelow(key: string): Iterable<string> {
    return this.below.get(key) ?? [];
  }

  /** The one itself and all those below it, at any depth, each once. */
  withNarrower(key: string): string[] {
    const reached = new Set([key]);
    for (const one of reached) for (const narrower of this.below.get(one) ?? []) reached.add(narrower);
    return [...reached];
  }
}
