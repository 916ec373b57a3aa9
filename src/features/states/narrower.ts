/** What lies below each skill, by internal id: the links that skills have to broader ones, the other way round. */
export class Narrower {
  private readonly below = new Map<string, Set<string>>();

  /** Takes a skill from those above it and puts it under others. */
  move(skill: string, from: readonly string[], to: readonly string[]): void {
    for (const broader of from) this.below.get(broader)?.delete(skill);
    for (const broader of to) {
      const there = this.below.get(broader);
      if (there) there.add(skill);
      else this.below.set(broader, new Set([skill]));
    }
  }

  /** The skills directly below. */
  directlyBelow(skill: string): Iterable<string> {
    return this.below.get(skill) ?? [];
  }

  /** The skill itself and all those below it, at any depth, each once. */
  withNarrower(skill: string): string[] {
    const reached = new Set([skill]);
    for (const one of reached) for (const narrower of this.below.get(one) ?? []) reached.add(narrower);
    return [...reached];
  }
}
