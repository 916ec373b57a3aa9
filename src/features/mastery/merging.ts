import { invalid, type Rejection } from '../../shared/items';

/** Who becomes whom within a batch, item by item in its order. Pure: people are internal ids. */
export class Merging {
  private readonly into = new Map<string, string>();
  /** By kept person those who are merged into them, in the order in which they fill what is missing. */
  private readonly merged = new Map<string, string[]>();

  /** Adds one item, or says why it cannot be. */
  add(keep: string, merge: string): Rejection | undefined {
    const kept = this.keptFor(keep);
    if (kept === this.keptFor(merge)) {
      return invalid('keep and merge are one person, by now at least: leave the item out.');
    }
    if (this.into.has(merge)) {
      return invalid(
        'merge: an earlier item of the batch merges this person into somebody else: name whom they became, or leave the item out.',
      );
    }
    this.into.set(merge, kept);
    const line = [...(this.merged.get(kept) ?? []), merge, ...(this.merged.get(merge) ?? [])];
    this.merged.set(kept, line);
    this.merged.delete(merge);
    return undefined;
  }

  /** Whom a person has become by the items so far; themselves where they were not merged. */
  keptFor(person: string): string {
    for (let kept = person; ;) {
      const next = this.into.get(kept);
      if (next === undefined) return kept;
      kept = next;
    }
  }

  /** Everybody who goes, with the one who stays for them in the end; those who go first, fill first. */
  pairs(): { readonly keep: string; readonly merge: string }[] {
    return [...this.merged].flatMap(([keep, line]) => line.map((merge) => ({ keep, merge })));
  }
}
