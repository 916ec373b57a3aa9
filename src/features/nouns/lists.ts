import {
  filterValues,
  List,
  type Listed,
  type ListCut,
  type ListPlace,
  type ListShape,
} from '../../graph/nouns/list';
import { questionOf } from '../../shared/cursors';
import { pageLength, usualPage } from '../../shared/page';
import type { Parameters } from '../../graph/driver/statement';
import { OrderDirection, Page, type Connection, type ListArguments } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';

/** What a list needs of a request: parameters of its statements, and how a row becomes a node. */
interface Reading<Row, Node> {
  readonly parameters?: Parameters;
  readonly nodeOf: (row: Row) => Node;
  /** Whether rows are left out that the viewer may not see. */
  readonly onlyVisible?: boolean;
}

/** A list of the graph together with what its rows become. */
export class NodeList<Row, Node> {
  readonly list: List<Row>;
  private readonly readCounts: ReturnType<typeof countsOf>;

  constructor(
    shape: ListShape,
    private readonly reading: (
      context: RequestContext,
      filters: readonly string[],
    ) => Reading<Row, Node> | Promise<Reading<Row, Node>>,
  ) {
    this.list = new List<Row>(shape);
    this.readCounts = countsOf(this.list, async (context) => (await reading(context, [])).parameters);
  }

  /** The page that a client asks for, of a list that has no parent; throws BadInputError with the way out. */
  page(context: RequestContext, given: ListArguments): Promise<Connection<Node>> {
    return this.pageUnder(context, '', given);
  }

  /** The page of the list under a parent, given by internal id; pages of many parents are read in one statement. */
  pageUnder(context: RequestContext, parent: string, given: ListArguments): Promise<Connection<Node>> {
    return load(context, this.readPages, parent, wantedOf(context, this.list, parent, given));
  }

  private readonly readPages: BatchRead<string, Connection<Node>, Wanted> = async (
    context,
    parents,
    wanted,
  ) => {
    const { parameters, nodeOf, onlyVisible = false } = await this.reading(context, wanted.cut.filters);
    const { nested } = this.list.shape;
    const rows = await context.database.query<Listed<Row>>(this.list.page(wanted.cut), {
      ...parameters,
      ...(nested && { parents }),
      ...parametersOf(this.list, wanted),
    });
    const byParent = new Map<string, Listed<Row>[]>(parents.map((parent) => [parent, []]));
    for (const row of rows) byParent.get(nested ? row.parent : '')?.push(row);
    return parents.map((parent) =>
      pageFrom(
        context,
        () => questionOfList(this.list, parent, wanted),
        { ...wanted, onlyVisible },
        byParent.get(parent) ?? [],
        nodeOf,
        ({ place }) => place,
        () => load(context, this.readCounts, parent, countedOf(wanted)),
      ),
    );
  };
}

/** Of what a count is asked. */
export type Counted = Pick<Wanted, 'filter'> & { readonly filters: readonly string[] };

export function countedOf({ cut, filter }: Wanted): Counted {
  return { filters: cut.filters, filter };
}

/** How many rows of a list fit under each parent, whatever the page. */
export function countsOf(
  list: List<unknown>,
  parameters: (context: RequestContext) => Promise<Parameters | undefined>,
): BatchRead<string, number, Counted> {
  return async (context, parents, { filters, filter }) => {
    const { nested } = list.shape;
    const rows = await context.database.query(list.count(filters), {
      ...(await parameters(context)),
      ...(nested && { parents }),
      filter,
    });
    const counts = new Map(rows.map(({ parent, count }) => [nested ? parent : '', count]));
    return parents.map((parent) => counts.get(parent) ?? 0);
  };
}

/** What a page's statement reads. */
export function parametersOf(list: List<unknown>, { cut, filter, after, length }: Wanted): Parameters {
  return { filter, after, bound: after?.[0] ?? list.boundOf(cut), limit: length + 1 };
}

/** What the cursors of a page belong to: its list, whose it is, the order and the conditions. */
export function questionOfList(
  { shape }: { readonly shape: Pick<ListShape, 'name'> },
  parent: string,
  { cut: { order }, filter }: Pick<Wanted, 'filter'> & { readonly cut: Pick<ListCut, 'order'> },
): string {
  return questionOf(shape.name, parent, order, filter);
}

/** A page from rows as its statement gave them: one more than asked for where there are, and read backwards in reverse. */
export function pageFrom<Row, Node>(
  { cursors }: RequestContext,
  question: () => string,
  { length, backwards, after, onlyVisible = false }: Shown,
  rows: readonly Row[],
  nodeOf: (row: Row) => Node,
  placeOfRow: (row: Row) => ListPlace,
  count: () => Promise<number>,
): Page<Node> {
  const shown = rows.slice(0, length);
  if (backwards) shown.reverse();
  const beyond = rows.length > length;
  let asked: string | undefined;
  return new Page(
    shown.map(nodeOf),
    (index) => {
      const row = shown[index];
      return cursors.seal((asked ??= question()), row === undefined ? [] : placeOfRow(row));
    },
    {
      before: backwards ? beyond : after !== null,
      after: backwards ? after !== null : beyond,
      onlyVisible,
    },
    count,
  );
}

/** A page as it is shown. */
type Shown = Pick<Wanted, 'length' | 'backwards' | 'after'> & Pick<Reading<unknown, unknown>, 'onlyVisible'>;

/** A page as the statements read it. */
export interface Wanted {
  readonly cut: ListCut;
  readonly length: number;
  /** Read from the end or before a cursor: rows come in reverse and are turned round. */
  readonly backwards: boolean;
  /** The place to begin beyond; null for the first or last page. */
  readonly after: ListPlace | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Checks what a client asks of the list under a parent, '' where it has none; throws BadInputError with the way out. */
export function wantedOf(
  { cursors }: RequestContext,
  list: Pick<List<unknown>, 'defaultOrder'> & { readonly shape: Pick<ListShape, 'name' | 'filters'> },
  parent: string,
  given: ListArguments,
): Wanted {
  const backwards = given.last != null || given.before != null;
  if (backwards && (given.first != null || given.after != null)) {
    throw new BadInputError(
      'Give first and after, or last and before, not both: a list is read in one direction at a time.',
    );
  }
  const order = given.orderBy?.field ?? list.defaultOrder;
  const descending = (given.orderBy?.direction === OrderDirection.DESC) !== backwards;
  const cursor = backwards ? given.before : given.after;
  const filter = filterValues(list.shape.filters, given.filterBy);
  const question = (): string => questionOfList(list, parent, { cut: { order }, filter });
  const after = cursor == null ? null : (cursors.open(question(), cursor) as ListPlace);
  const filters = Object.keys(filter);
  return {
    cut: { order, descending, filters, beyond: after !== null },
    length: pageLength((backwards ? given.last : given.first) ?? usualPage, backwards ? 'last' : 'first'),
    backwards,
    after,
    filter,
  };
}
