/** What stands above what, as far as a change can reach: a picture in memory to try lists against, one at a time. */
export class Hierarchy {
  private readonly aboveOf = new Map<string, readonly string[]>();
  private readonly replaced = new Set<string>();

  constructor(edges: Iterable<{ below: string; above: string }>) {
    for (const { below, above } of edges) {
      this.aboveOf.set(below, [...(this.aboveOf.get(below) ?? []), above]);
    }
  }

  /** The position in a list of the first entry that leads back to the node; undefined where the list closes no circle. */
  circleOf(node: string, above: readonly string[]): number | undefined {
    const reached = new Set<string>();
    for (const [position, entry] of above.entries()) {
      const open = [entry];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (next === node) return position;
        if (reached.has(next)) continue;
        reached.add(next);
        open.push(...(this.aboveOf.get(next) ?? []));
      }
    }
    return undefined;
  }

  /** What stands directly above a node. */
  above(node: string): readonly string[] {
    return this.aboveOf.get(node) ?? [];
  }

  /** Replaces the list of one node; only for a list that closes no circle. */
  replace(node: string, above: readonly string[]): void {
    this.aboveOf.set(node, [...new Set(above)]);
    this.replaced.add(node);
  }

  /**
   * Gives one node the links of another, up and down, and takes them from that one. What the first has stands: a link that
   * would close a circle with it is left out.
   */
  join(keep: string, merge: string): void {
    const above = this.above(merge);
    const below = [...this.aboveOf].flatMap(([node, list]) => (list.includes(merge) ? [node] : []));
    for (const node of [merge, ...below])
      this.replace(node, node === merge ? [] : this.above(node).filter((entry) => entry !== merge));
    for (const entry of above) this.link(keep, entry);
    for (const node of below) this.link(node, keep);
  }

  private link(node: string, above: string): void {
    if (this.circleOf(node, [above]) === undefined) this.replace(node, [...this.above(node), above]);
  }

  /** The lists that were replaced, each as it is now. */
  *changes(): Iterable<{ node: string; above: readonly string[] }> {
    for (const node of this.replaced) yield { node, above: this.aboveOf.get(node) ?? [] };
  }
}
