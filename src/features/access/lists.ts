import {
  filterValues,
  List,
  type Listed,
  type ListCut,
  type ListPlace,
  type ListShape,
} from '../../graph/list';
import { cursorOf, pageLength, placeOf } from '../../graph/page';
import type { Parameters } from '../../graph/statement';
import { OrderDirection, Page, type Connection, type ListArguments } from '../../shared/connection';
import { BadInputError } from '../../shared/errors';
import type { RequestContext } from './context';
import { load, type BatchRead } from './loaders';

/** What a list needs of a request: parameters of its statements, and how a row becomes a node. */
interface Reading<Row, Node> {
  readonly parameters?: Parameters;
  readonly nodeOf: (row: Row) => Node;
}

/** A list of the graph together with what its rows become. */
export class NodeList<Row, Node> {
  readonly list: List<Row>;

  constructor(
    shape: ListShape,
    private readonly reading: (context: RequestContext) => Reading<Row, Node> | Promise<Reading<Row, Node>>,
  ) {
    this.list = new List<Row>(shape);
  }

  /** The page that a client asks for, of a list that has no parent; throws BadInputError with the way out. */
  page(context: RequestContext, given: ListArguments): Promise<Connection<Node>> {
    return this.pageUnder(context, '', given);
  }

  /** The page of the list under a parent, told by internal id; pages of many parents are read in one statement. */
  pageUnder(context: RequestContext, parent: string, given: ListArguments): Promise<Connection<Node>> {
    return load(context, this.readPages, parent, wantedOf(this.list, given));
  }

  private readonly readPages: BatchRead<string, Connection<Node>, Wanted> = async (
    context,
    parents,
    wanted,
  ) => {
    const { parameters, nodeOf } = await this.reading(context);
    const rows = await context.database.query(this.list.page(wanted.cut), {
      ...parameters,
      ...(this.list.shape.nested && { parents }),
      filter: wanted.filter,
      after: wanted.after,
      bound: wanted.after?.[0] ?? this.list.boundOf(wanted.cut),
      limit: wanted.length + 1,
    });
    const byParent = new Map<string, Listed<Row>[]>(parents.map((parent) => [parent, []]));
    for (const row of rows) byParent.get(this.list.shape.nested ? row.parent : '')?.push(row);
    return parents.map((parent) => {
      const found = byParent.get(parent) ?? [];
      const shown = found.slice(0, wanted.length);
      if (wanted.backwards) shown.reverse();
      const beyond = found.length > wanted.length;
      return new Page(
        shown.map(nodeOf),
        (index) => cursorOf([wanted.cut.order, ...(shown[index]?.place ?? [])]),
        {
          before: wanted.backwards ? beyond : wanted.after !== null,
          after: wanted.backwards ? wanted.after !== null : beyond,
        },
        () => load(context, this.readCounts, parent, { filters: wanted.cut.filters, filter: wanted.filter }),
      );
    });
  };

  private readonly readCounts: BatchRead<
    string,
    number,
    Pick<Wanted, 'filter'> & { filters: readonly string[] }
  > = async (context, parents, { filters, filter }) => {
    const { parameters } = await this.reading(context);
    const { nested } = this.list.shape;
    const rows = await context.database.query(this.list.count(filters), {
      ...parameters,
      ...(nested && { parents }),
      filter,
    });
    const counts = new Map(rows.map(({ parent, count }) => [nested ? parent : '', count]));
    return parents.map((parent) => counts.get(parent) ?? 0);
  };
}

/** A page as the statements read it. */
interface Wanted {
  readonly cut: ListCut;
  readonly length: number;
  /** Read from the end or before a cursor: rows come in reverse and are turned round. */
  readonly backwards: boolean;
  /** The place to begin beyond; null for the first or last page. */
  readonly after: ListPlace | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

function wantedOf(list: List<unknown>, given: ListArguments): Wanted {
  const backwards = given.last != null || given.before != null;
  if (backwards && (given.first != null || given.after != null)) {
    throw new BadInputError('Give first and after, or last and before: a list is read one way at a time.');
  }
  const order = given.orderBy?.field ?? list.defaultOrder;
  const descending = (given.orderBy?.direction === OrderDirection.DESC) !== backwards;
  const cursor = backwards ? given.before : given.after;
  const after = cursor == null ? null : placeIn(list, order, cursor);
  const filter = filterValues(list.shape.filters, given.filterBy);
  const filters = Object.keys(filter);
  return {
    cut: { order, descending, filters, beyond: after !== null },
    length: pageLength((backwards ? given.last : given.first) ?? 20, backwards ? 'last' : 'first'),
    backwards,
    after,
    filter,
  };
}

function placeIn(list: List<unknown>, order: string, cursor: string): ListPlace {
  const types = list.orderOf(order).map(([, type]) => type);
  const [of, ...place] = placeOf<readonly (string | number)[]>(cursor, ['string', ...types]);
  if (of === order) return place;
  throw new BadInputError(
    `The cursor belongs to the order ${String(of)}: give that as orderBy.field, or begin the list anew.`,
  );
}
