import type { Statement } from '../driver/statement';

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

/** A statement whose text differs with the filters that are given. */
export interface Filtered {
  readonly shape: Pick<ListShape, 'name' | 'filters'>;
  /** A statement for each filter alone and for all of them together, and what else its text differs with. */
  forms(): Iterable<{ readonly statement: Statement<unknown>; readonly filters: readonly string[] }>;
}

/** Every list of the loaded code, for the spec that EXPLAINs them all. */
export const lists: Filtered[] = [];

/** The conditions that hold of rows: those of the filters given, and of others what holds without them. */
function conditionsOf(
  { where = [], filters }: Pick<ListShape, 'where' | 'filters'>,
  given: readonly string[],
): string[] {
  const held = Object.entries(filters).flatMap(([name, filter]) =>
    given.includes(name) ? [filter.where] : filter.otherwise === undefined ? [] : [filter.otherwise],
  );
  return [...where, ...held];
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join('\n         AND ')}` : '';
}

/** What has the planner read an order off an index, where no parent bounds the list. */
function offIndex([first = '', ...rest]: readonly string[], sign: string): string[] {
  return [`${first} ${sign}= $bound`, ...rest.map((expression) => `${expression} IS NOT NULL`)];
}

/** The conditions that a client gave, each with the value that the database is given as $filter.NAME. */
export function filterValues(
  filters: Readonly<Record<string, ListFilter>>,
  given: object | null | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, { value }]) => {
      const stated = (given as Record<string, unknown> | null | undefined)?.[name];
      return stated == null ? [] : [[name, value ? value(stated as never) : stated] as const];
    }),
  );
}

/** A question over filtered rows that is no list: its text is built around the conditions. */
export class FilteredQuestion<Row> implements Filtered {
  constructor(
    readonly shape: Pick<ListShape, 'name' | 'where' | 'filters'>,
    private readonly textOf: (conditions: string) => string,
  ) {
    lists.push(this);
  }

  statement(given: readonly string[]): Statement<Row> {
    const { name } = this.shape;
    const text = this.textOf(conditionsOf(this.shape, given).join(' AND '));
    return { name, text: `/* ${name} */ ${text}`, scansBecause: undefined };
  }

  *forms(): Iterable<{ readonly statement: Statement<unknown>; readonly filters: readonly string[] }> {
    const filters = Object.keys(this.shape.filters);
    for (const some of [...filters.map((name) => [name]), filters])
      yield { statement: this.statement(some), filters: some };
  }
}

/** No text and no number of the graph lies beyond these: the bound of a first page, so that an index gives the order. */
const least = { string: '', number: -Number.MAX_VALUE };
const greatest = { string: '\u{10FFFF}', number: Number.MAX_VALUE };

/**
 * A list as clients read it: pages by keyset, filters, orders, a count. Its statements differ with what is asked for;
 * each form is built once.
 */
export class List<Row> implements Filtered {
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
        ...(this.shape.nested ? [] : offIndex(expressions, sign)),
        ...(cut.beyond ? [`[${expressions.join(', ')}] ${sign} $after`] : []),
        ...conditionsOf(this.shape, cut.filters),
      ];
      const sorted = expressions.map((expression) => `${expression} ${way}`).join(', ');
      const rows = `${this.shape.match}
       ${whereOf(conditions)}
       WITH * ORDER BY ${sorted} LIMIT toInteger($limit)`;
      const place = `[${expressions.join(', ')}]`;
      return this.under(`${rows}
       RETURN ${this.shape.columns}, ${place} AS place`);
    });
  }

  /** How many rows fit the filters; reads what page() reads of them. */
  count(filters: readonly string[]): Statement<{ parent: string; count: number }> {
    return this.statement(`count ${filters.join()}`, () => {
      return this.under(`${this.shape.match}
       ${whereOf(conditionsOf(this.shape, filters))}
       RETURN count(*) AS count`);
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
   * A statement for each order, from its beginning and back beyond a place, for each filter alone and for all of them
   * together, and for counting. To count a whole list is to go through it: that is a form only where a parent bounds it.
   */
  *forms(): Iterable<{ readonly statement: Statement<unknown>; readonly filters: readonly string[] }> {
    const filters = Object.keys(this.shape.filters);
    const order = this.defaultOrder;
    for (const name of Object.keys(this.shape.orders)) {
      for (const back of [false, true])
        yield {
          statement: this.page({ order: name, descending: back, filters: [], beyond: back }),
          filters: [],
        };
    }
    for (const some of [...filters.map((name) => [name]), filters]) {
      yield {
        statement: this.page({ order, descending: false, filters: some, beyond: true }),
        filters: some,
      };
    }
    if (!this.shape.nested) return;
    for (const some of [[], filters]) {
      yield { statement: this.count(some), filters: some };
    }
  }

  /** The same for each parent, where the list is nested. */
  private under(body: string): string {
    if (!this.shape.nested) return body;
    return `UNWIND $parents AS parent\n     CALL (parent) {\n       ${body}\n     }\n     RETURN *`;
  }

  private statement<Found>(form: string, body: () => string): Statement<Found> {
    const found = this.made.get(form);
    if (found) return found;
    const { name } = this.shape;
    const [kind = ''] = form.split(' ');
    const full = kind === 'page' ? name : `${name}.${kind}`;
    const made: Statement<Found> = { name: full, text: `/* ${full} */ ${body()}`, scansBecause: undefined };
    this.made.set(form, made as Statement<never>);
    return made;
  }
}
