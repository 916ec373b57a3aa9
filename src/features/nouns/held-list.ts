import type { ListFilter, ListPlace } from '../../graph/nouns/list';
import { Best } from '../../shared/best';
import { compareTexts } from '../../shared/name-order';
import type { Wanted } from './lists';

/** A row with where it stands in the order of its list. */
export interface Placed<Row> {
  readonly row: Row;
  readonly place: ListPlace;
}

/** A list of what is held in memory: which of it meets conditions, the database says; the order is kept here. */
export class HeldList<Row> {
  /** @param orders by name what rows are ordered by, the last of it unique; the first one is the default */
  constructor(
    readonly shape: { readonly name: string; readonly filters: Readonly<Record<string, ListFilter>> },
    private readonly orders: Readonly<Record<string, (row: Row) => ListPlace>>,
  ) {}

  get defaultOrder(): string {
    return Object.keys(this.orders)[0] ?? '';
  }

  /** Takes rows one by one, and keeps those of a page: one more than asked for where there are, backwards in reverse. */
  cut(wanted: Pick<Wanted, 'cut' | 'after' | 'length'>): Cut<Row> {
    const placeOf = this.orders[wanted.cut.order];
    if (!placeOf) throw new Error(`The list ${this.shape.name} has no order ${wanted.cut.order}.`);
    return new Cut(placeOf, wanted);
  }
}

class Cut<Row> {
  private readonly best: Best<Placed<Row>>;
  private readonly sign: 1 | -1;
  private readonly after: ListPlace | null;

  constructor(
    private readonly placeOf: (row: Row) => ListPlace,
    { cut, after, length }: Pick<Wanted, 'cut' | 'after' | 'length'>,
  ) {
    this.sign = cut.descending ? -1 : 1;
    this.after = after;
    this.best = new Best(length + 1, (one, other) => this.compare(one.place, other.place));
  }

  get rows(): readonly Placed<Row>[] {
    return this.best.items;
  }

  add(row: Row): void {
    const place = this.placeOf(row);
    if (this.after && this.compare(place, this.after) <= 0) return;
    const { last } = this.best;
    if (!last || this.compare(place, last.place) < 0) this.best.add({ row, place });
  }

  private compare(one: ListPlace, other: ListPlace): number {
    for (let at = 0; at < one.length; at++) {
      const order = compare(one[at] ?? 0, other[at] ?? 0);
      if (order !== 0) return this.sign * order;
    }
    return 0;
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareTexts(String(one), String(other));
}
