import { invalid, type Rejection } from '../../shared/items';

/** What becomes what within a batch, item by item in its order. Pure: people, or skills, are internal ids. */
export class Merging {
  private readonly into = new Map<string, string>();
  /** By what is kept those that are merged into it, in the order in which they fill what is missing. */
  private readonly merged = new Map<string, string[]>();

  /** @param noun what is merged, in a sentence: person or skill */
  constructor(private readonly noun: string) {}

  /** Adds one item, or says why it cannot be. */
  add(keep: string, merge: string): Rejection | undefined {
    const kept = this.keptFor(keep);
    if (kept === this.keptFor(merge)) {
      return invalid(`keep and merge are already one ${this.noun}: leave the item out.`);
    }
    if (this.into.has(merge)) {
      return invalid(
        `merge: an earlier item of the batch merges this ${this.noun} into another: use that one, or leave the item out.`,
      );
    }
    this.into.set(merge, kept);
    const line = [...(this.merged.get(kept) ?? []), merge, ...(this.merged.get(merge) ?? [])];
    this.merged.set(kept, line);
    this.merged.delete(merge);
    return undefined;
  }

  /** What this one has become by the items so far; itself where it was not merged. */
  keptFor(one: string): string {
    for (let kept = one; ;) {
      const next = this.into.get(kept);
      if (next === undefined) return kept;
      kept = next;
    }
  }

  /** All that go, each with the one that stays for it in the end; those that go first, fill first. */
  pairs(): { readonly keep: string; readonly merge: string }[] {
    return [...this.merged].flatMap(([keep, line]) => line.map((merge) => ({ keep, merge })));
  }
}
