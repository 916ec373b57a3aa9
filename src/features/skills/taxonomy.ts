/** What is broader than what, as far as a change can reach: a picture in memory to try lists against, one at a time. */
export class Taxonomy {
  private readonly broaderOf = new Map<string, readonly string[]>();
  private readonly replaced = new Set<string>();

  constructor(edges: Iterable<{ skill: string; broader: string }>) {
    for (const { skill, broader } of edges) {
      this.broaderOf.set(skill, [...(this.broaderOf.get(skill) ?? []), broader]);
    }
  }

  /**
   * Replaces the list of one skill, unless that closes a circle: then nothing changes and the position in the list of
   * the first entry that leads back to the skill is returned.
   */
  replace(skill: string, broader: readonly string[]): number | undefined {
    const circle = this.firstLeadingTo(skill, broader);
    if (circle !== undefined) return circle;
    this.broaderOf.set(skill, [...new Set(broader)]);
    this.replaced.add(skill);
    return undefined;
  }

  /** The lists that were replaced, each as it is now. */
  *changes(): Iterable<{ skill: string; broader: readonly string[] }> {
    for (const skill of this.replaced) yield { skill, broader: this.broaderOf.get(skill) ?? [] };
  }

  /** Depth-first search upwards; what one entry has reached without the skill need not be walked for the next. */
  private firstLeadingTo(skill: string, entries: readonly string[]): number | undefined {
    const reached = new Set<string>();
    for (const [position, entry] of entries.entries()) {
      const open = [entry];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (next === skill) return position;
        if (reached.has(next)) continue;
        reached.add(next);
        open.push(...(this.broaderOf.get(next) ?? []));
      }
    }
    return undefined;
  }
}
