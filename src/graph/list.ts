import type { Statement } from './statement';

/** A condition that clients may put on a list. */
export interface ListFilter {
  /** Cypher that reads the value as $filter.NAME. */
  readonly where: string;
  /** The condition that holds where the client gives none. */
  readonly otherwise?: string;
  /** What the database is given for the client's value. */
  readonly value?: (given: never) => unknown;
  /** Why the condition may scan an index, where it must. */
  readonly scansBecause?: string;
}

/**
 * One way to order a list: Cypher expressions, never null, the last of which is unique, with the type of their values.
 * The list is cut by comparing them, so that a page stays right while rows are added or removed.
 */
export type ListOrder = readonly (readonly [expression: string, type: 'string' | 'number'])[];

/** Where a row stands in its order. */
export type ListPlace = readonly (string | number)[];

export interface ListShape {
  /** Names the statements. */
  readonly name: string;
  /** Binds what the rest speaks of. A list under a parent reads the parent's internal id as `parent`. */
  readonly match: string;
  readonly nested: boolean;
  /** Conditions that always hold; they may read parameters. */
  readonly where?: readonly string[];
  readonly filters: Readonly<Record<string, ListFilter>>;
  /** The first one is the default. */
  readonly orders: Readonly<Record<string, ListOrder>>;
  /** What a row returns. */
  readonly columns: string;
}

/** How a page is cut out of its list. */
export interface ListCut {
  readonly order: string;
  readonly descending: boolean;
  /** Names of the filters that the client gave. */
  readonly filters: readonly string[];
  /** Whether only rows beyond a place are wanted. */
  readonly beyond: boolean;
}

export type Listed<Row> = Row & { readonly parent: string; readonly place: ListPlace };

/** Every list of the loaded code, for the spec that EXPLAINs them all. */
export const lists: List<unknown>[] = [];

/** No text and no number of the graph lies beyond these: the bound of a first page, so that an index gives the order. */
const least = { string: '', number: -Number.MAX_VALUE };
const greatest = { string: '\u{10FFFF}', number: Number.MAX_VALUE };

/**
 * A list as clients read it: pages by keyset, filters, orders, a count. Its statements differ with what is asked for;
 * each form is made once.
 */
export class List<Row> {
  private readonly made = new Map<string, Statement<never>>();

  constructor(readonly shape: ListShape) {
    lists.push(this);
  }

  /** Reads $bound, $limit, $filter, with a place to begin beyond $after, and for a nested list $parents. */
  page(cut: ListCut): Statement<Listed<Row>> {
    return this.statement(`page ${JSON.stringify(cut)}`, () => {
      const order = this.orderOf(cut.order);
      const expressions = order.map(([expression]) => expression);
      const [sign, way] = cut.descending ? ['<', 'DESC'] : ['>', 'ASC'];
      const conditions = [
        `${expressions[0] ?? ''} ${sign}= $bound`,
        ...expressions.slice(1).map((expression) => `${expression} IS NOT NULL`),
        ...(cut.beyond ? [`[${expressions.join(', ')}] ${sign} $after`] : []),
        ...this.conditions(cut.filters),
      ];
      const sorted = expressions.map((expression) => `${expression} ${way}`).join(', ');
      return `${this.shape.match}
       WHERE ${conditions.join('\n         AND ')}
       WITH * ORDER BY ${sorted} LIMIT toInteger($limit)
       RETURN ${this.shape.columns}, [${expressions.join(', ')}] AS place`;
    });
  }

  /** How many rows fit the filters; reads what page() reads of them. */
  count(filters: readonly string[]): Statement<{ parent: string; count: number }> {
    return this.statement(`count ${filters.join()}`, () => {
      const conditions = this.conditions(filters);
      const where = conditions.length > 0 ? `WHERE ${conditions.join('\n         AND ')}` : '';
      return `${this.shape.match}
       ${where}
       RETURN count(*) AS count`;
    });
  }

  /** The first bound of an order, which leaves nothing out. */
  boundOf({ order, descending }: ListCut): string | number {
    const [, type] = this.orderOf(order)[0] ?? ['', 'string'];
    return (descending ? greatest : least)[type];
  }

  orderOf(name: string): ListOrder {
    const order = this.shape.orders[name];
    if (!order) throw new Error(`The list ${this.shape.name} has no order ${name}.`);
    return order;
  }

  get defaultOrder(): string {
    return Object.keys(this.shape.orders)[0] ?? '';
  }

  /**
   * A statement for each order, each way, each filter alone and all of them together. To count a whole list is to go
   * through it: such a statement is a form only where a parent bounds it.
   */
  *forms(): Iterable<{ readonly statement: Statement<unknown>; readonly filters: readonly string[] }> {
    const filters = Object.keys(this.shape.filters);
    const order = this.defaultOrder;
    for (const name of Object.keys(this.shape.orders)) {
      for (const descending of [false, true]) {
        for (const beyond of [false, true])
          yield { statement: this.page({ order: name, descending, filters: [], beyond }), filters: [] };
      }
    }
    for (const some of [...filters.map((name) => [name]), filters]) {
      yield {
        statement: this.page({ order, descending: false, filters: some, beyond: true }),
        filters: some,
      };
      if (this.shape.nested) yield { statement: this.count(some), filters: some };
    }
  }

  private conditions(given: readonly string[]): string[] {
    const filters = Object.entries(this.shape.filters).flatMap(([name, { where, otherwise }]) =>
      given.includes(name) ? [where] : otherwise === undefined ? [] : [otherwise],
    );
    return [...(this.shape.where ?? []), ...filters];
  }

  private statement<Found>(form: string, body: () => string): Statement<Found> {
    const found = this.made.get(form);
    if (found) return found;
    const { name, nested } = this.shape;
    const counts = form.startsWith('count');
    const full = counts ? `${name}.count` : name;
    const text = nested
      ? `UNWIND $parents AS parent\n     CALL (parent) {\n       ${body()}\n     }\n     RETURN *`
      : body();
    const made: Statement<Found> = { name: full, text: `/* ${full} */ ${text}`, scansBecause: undefined };
    this.made.set(form, made as Statement<never>);
    return made;
  }
}
