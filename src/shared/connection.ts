import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { Costs, VisibleToEveryone } from './field-extensions';
import { usualPage } from './page';

@ObjectType({
  description: 'Whether there are pages before and after this page of a list, and the cursors to get there.',
  simpleResolvers: true,
})
export class PageInfo {
  @VisibleToEveryone()
  @Field(() => Boolean, {
    description: 'Whether items follow this page. When reading backwards, true whenever `before` was given.',
  })
  hasNextPage!: boolean;
  @VisibleToEveryone()
  @Field(() => Boolean, {
    description:
      'Whether there is a page before this one to read with `before`. When reading forwards, true whenever `after` was given; always false in lists in a computed order (`search`, `candidates`, `people` with `meeting`), which are read forwards only.',
  })
  hasPreviousPage!: boolean;
  @VisibleToEveryone()
  @Field(() => Boolean, {
    description:
      'Whether the list holds only what the viewer may see, and others are left out where there are any: where true, an empty list or a small total does not mean that there is no more.',
  })
  onlyVisible!: boolean;
  @VisibleToEveryone()
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first item: pass it as `before` for the page before. Null on an empty page.',
  })
  startCursor!: string | null;
  @VisibleToEveryone()
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item: pass it as `after` for the next page. Null on an empty page.',
  })
  endCursor!: string | null;
}

/** The page of a list in a computed order: it is read forwards only, and so never has one before it. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: usualPage, description: 'How many items at most, 1 to 200.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Only items after this cursor of the same list.' })
  after?: string | null;
}

export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'The direction of an order.',
  valuesConfig: {
    ASC: { description: 'Ascending: the smallest, the earliest or the first letter first.' },
    DESC: { description: 'Descending: the largest, the latest or the last letter first.' },
  },
});

/** What a list is asked for: a page, and where the list has them a filter and an order. */
export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filterBy?: object | null;
  readonly orderBy?: { readonly field: string; readonly direction: OrderDirection } | null;
}

@ArgsType()
export abstract class BothWaysArguments implements ListArguments {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many items at most, 1 to 200, from the start or after `after`; 20 where neither first nor last is given.',
  })
  first?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only items after this cursor of the same list in the same order.',
  })
  after?: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many items at most, 1 to 200, from the end or before `before`; not together with first.',
  })
  last?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only items before this cursor of the same list in the same order.',
  })
  before?: string | null;
}

/** The arguments of a list with a filter and an order of its own. */
export function listArguments<Filter extends object>(
  filter: ClassType<Filter>,
  order: ClassType<NonNullable<ListArguments['orderBy']>>,
): ClassType<ListArguments> {
  @ArgsType()
  class Arguments extends BothWaysArguments {
    @Field(() => filter, {
      nullable: true,
      description:
        'Only items that meet every condition given; conditions that are left out or null have no effect.',
    })
    filterBy?: Filter | null;
    @Field(() => order, {
      nullable: true,
      description:
        "The order of the items; where left out, ascending by the first value of the field's enum.",
    })
    orderBy?: NonNullable<ListArguments['orderBy']> | null;
  }
  return Arguments;
}

/** An input that chooses among orders; the first one is the default order of the list. */
export function orderInput(
  name: string,
  orders: Readonly<Record<string, string>>,
): ClassType<NonNullable<ListArguments['orderBy']>> {
  const fields = Object.fromEntries(Object.keys(orders).map((field) => [field, field]));
  registerEnumType(fields, {
    name: `${name}OrderField`,
    description: `What a list of ${name} can be ordered by.`,
    valuesConfig: Object.fromEntries(
      Object.entries(orders).map(([field, description]) => [field, { description }]),
    ),
  });
  @InputType(`${name}Order`, { description: `An order of a list of ${name}.` })
  class Order {
    @Field(() => fields, { description: 'The value to order by.' })
    field!: string;
    @Field(() => OrderDirection, {
      defaultValue: OrderDirection.ASC,
      description: 'Ascending or descending.',
    })
    direction!: OrderDirection;
  }
  return Order;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Reads how many items fit in all, whatever the page. */
  readonly count: () => Promise<number>;
}

const edgeTypes = new Map<object, ClassType<Edge<object>>>();

/** The edges of a connection type, for fields that stand on them. */
export function edgeTypeOf(connection: object): ClassType<Edge<object>> {
  const type = edgeTypes.get(connection);
  if (!type) throw new Error('That is no connection type.');
  return type;
}

/** The object types of a Relay connection over a node type. */
export function connectionType<Node extends object>(
  node: () => ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, {
    description: `An item of a list of ${name}, with its place.`,
    simpleResolvers: true,
  })
  class EdgeType implements Edge<Node> {
    @VisibleToEveryone()
    @Field(() => String, {
      description:
        "Marks the item's place in the list: pass it as `after` or `before` to continue from here.",
    })
    cursor!: string;
    @VisibleToEveryone()
    @Field(node, { description: 'The item that stands at this place of the list.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.`, simpleResolvers: true })
  class ConnectionType implements Connection<Node> {
    count!: () => Promise<number>;
    @VisibleToEveryone()
    @Field(() => [EdgeType], { description: 'The items of this page, each with its cursor.' })
    edges!: Edge<Node>[];
    @VisibleToEveryone()
    @Field(() => [node()], {
      description: 'The items of this page without their cursors: a shortcut where no cursor is needed.',
    })
    nodes!: Node[];
    @VisibleToEveryone()
    @Field(() => PageInfo, {
      description: 'Whether there are pages before and after this one, and the cursors to get there.',
    })
    pageInfo!: PageInfo;
    @VisibleToEveryone()
    @Costs(1)
    @Field(() => Int, {
      simple: false,
      description:
        'How many items the list has on all its pages, under the conditions given; counted only when this field is selected.',
    })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  edgeTypes.set(ConnectionType, EdgeType);
  return ConnectionType;
}

/** An edge whose cursor is made only where a client asks for it, and once: compiled queries read a field repeatedly. */
class PageEdge<Node> implements Edge<Node> {
  private madeCursor?: string;

  constructor(
    readonly node: Node,
    private readonly makeCursor: () => string,
  ) {}

  get cursor(): string {
    return (this.madeCursor ??= this.makeCursor());
  }
}

/** What a page says of the rest of its list. */
export interface Beyond {
  readonly before: boolean;
  readonly after: boolean;
  /** Whether what the viewer may not see is left out of the list. */
  readonly onlyVisible?: boolean;
}

/** A page whose edges are made only where a client asks for them, and once. */
export class Page<Node> implements Connection<Node> {
  private madeEdges?: readonly Edge<Node>[];
  private madePageInfo?: PageInfo;

  constructor(
    readonly nodes: readonly Node[],
    private readonly cursors: (index: number) => string,
    private readonly more: Beyond,
    readonly count: () => Promise<number>,
    private readonly along: (index: number) => object = () => ({}),
  ) {}

  get edges(): readonly Edge<Node>[] {
    return (this.madeEdges ??= this.nodes.map((node, index) =>
      Object.assign(new PageEdge(node, () => this.cursors(index)), this.along(index)),
    ));
  }

  get pageInfo(): PageInfo {
    const { length } = this.nodes;
    return (this.madePageInfo ??= {
      hasNextPage: this.more.after,
      hasPreviousPage: this.more.before,
      onlyVisible: this.more.onlyVisible ?? false,
      startCursor: length > 0 ? this.cursors(0) : null,
      endCursor: length > 0 ? this.cursors(length - 1) : null,
    });
  }
}
