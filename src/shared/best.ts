/** Of many items the few that come first in an order. */
export class Best<Item> {
  /** In the order. */
  readonly items: Item[] = [];

  /** @param before below 0 where the one item comes before the other */
  constructor(
    private readonly most: number,
    private readonly before: (one: Item, other: Item) => number,
  ) {}

  /** The one that the next to come must stand before; undefined while there is room. */
  get last(): Item | undefined {
    return this.items.length < this.most ? undefined : this.items.at(-1);
  }

  add(item: Item): void {
    const { items } = this;
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = items[middle];
      if (there !== undefined && this.before(there, item) < 0) low = middle + 1;
      else high = middle;
    }
    if (low >= this.most) return;
    items.splice(low, 0, item);
    if (items.length > this.most) items.pop();
  }
}
