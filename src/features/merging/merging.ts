import { invalid, type Rejection } from '../../shared/items';

/** What an item is answered with that names one thing twice, in the same words. */
export const itself = invalid('merge: is what is kept: name the other one.');

/** What becomes what within a batch, item by item in its order. Pure: people, or skills, are internal ids. */
export class Merging {
  private readonly into = new Map<string, string>();
  /** By what is kept those that are merged into it, in the order in which they fill what is missing. */
  private readonly merged = new Map<string, string[]>();

  /** @param noun what is merged, in a sentence: person or skill */
  constructor(private readonly noun: string) {}

  /** Adds one item, or says why it cannot be; two that are one already stay so: it may be sent again. */
  add(keep: string, merge: string): Rejection | undefined {
    const kept = this.keptFor(keep);
    if (this.areOne(keep, merge)) return undefined;
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

  /** Whether two are one by the items so far, or were before. */
  areOne(one: string, other: string): boolean {
    return this.keptFor(one) === this.keptFor(other);
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
