import {
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Amounts, FieldExtensions } from '../../shared/field-extensions';
import { longestPage, usualPage } from '../../shared/page';
import { largestBatch } from '../../shared/items';

/** How long a list is taken to be of which neither the operation nor the graph says how long it can be. */
const assumedLength = 10;

/** What the two fields of introspection cost, which belong to no type of ours. */
const introspection: ReadonlyMap<string, number> = new Map([
  ['__schema', 2_000],
  ['__type', 100],
]);

/** The cost of a selection: what is in it once, and what is in it for each item of the list it is selected on. */
interface Cost {
  readonly once: number;
  readonly each: number;
}

const nothing: Cost = { once: 0, each: 0 };

/**
 * How many values must be read or computed for a valid operation at most: every field counts once for each object that it is
 * selected on, so the lengths of pages multiply along a path. No list is taken to be longer than there is of what it
 * holds, where that is known. Conditions (@skip, @include) are taken to hold.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
  amounts: Partial<Amounts> = {},
): number {
  const costs = new OperationCost(schema, fragmentsOf(document), valuesOf(operation, variables), amounts);
  const { once, each } = costs.ofSelections(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
  );
  return once + each * assumedLength;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** The values of an operation's variables, defaults included. */
function valuesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Map<string, unknown> {
  return new Map<string, unknown>(
    variableDefinitions.flatMap(({ variable: { name }, defaultValue }) =>
      Object.hasOwn(given, name.value)
        ? [[name.value, given[name.value]]]
        : defaultValue
          ? [[name.value, valueFromASTUntyped(defaultValue)]]
          : [],
    ),
  );
}

/** Adds up what the selections of one operation cost. */
class OperationCost {
  /** Each fragment is added up once, however often it is spread. */
  private readonly ofFragments = new Map<string, Cost>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: ReadonlyMap<string, unknown>,
    private readonly amounts: Partial<Amounts>,
  ) {}

  ofSelections(set: SelectionSetNode, type: GraphQLNamedType | undefined): Cost {
    return set.selections.map((selection) => this.ofSelection(selection, type)).reduce(sum, nothing);
  }

  private ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined): Cost {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.ofField(selection, type);
      case Kind.INLINE_FRAGMENT:
        return this.ofSelections(
          selection.selectionSet,
          selection.typeCondition ? this.schema.getType(selection.typeCondition.name.value) : type,
        );
      case Kind.FRAGMENT_SPREAD:
        return this.ofFragment(selection.name.value);
    }
  }

  private ofFragment(name: string): Cost {
    const known = this.ofFragments.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const cost = fragment
      ? this.ofSelections(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value))
      : nothing;
    this.ofFragments.set(name, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType | undefined): Cost {
    const name = node.name.value;
    const field = parent && 'getFields' in parent ? parent.getFields()[name] : undefined;
    if (!field || !('args' in field)) return { once: introspection.get(name) ?? 1, each: 0 };
    const own = ownCost(field, node.arguments ?? [], this.variables);
    const { once, each } = node.selectionSet
      ? this.ofSelections(node.selectionSet, getNamedType(field.type))
      : nothing;
    const below = amountBelow(field);
    const amount = below && this.amounts[below];
    const total = own + once + each * lengthBelow(field, node.arguments ?? [], this.variables, amount);
    if (!isListType(getNullableType(field.type))) return { once: total, each: 0 };
    const length = lengthOf(field, node.arguments ?? [], this.variables, this.amounts);
    return length === undefined ? { once: 0, each: total } : { once: length * total, each: 0 };
  }
}

function sum(left: Cost, right: Cost): Cost {
  return { once: left.once + right.once, each: left.each + right.each };
}

/** What a field costs by itself, as it states beside it. */
function ownCost(
  { args, extensions }: GraphQLField<unknown, unknown>,
  nodes: readonly ArgumentNode[],
  variables: ReadonlyMap<string, unknown>,
): number {
  const { cost = 1 } = extensions as FieldExtensions;
  if (typeof cost === 'number') return cost;
  const given = args.filter(
    ({ name, defaultValue }) => defaultValue !== undefined || nodes.some((node) => node.name.value === name),
  );
  return cost(Object.fromEntries(given.map((arg) => [arg.name, valueOf(arg, nodes, variables)])));
}

/** Of what there are no more in the lists right below a field: as it states, or else of what its pages are. */
function amountBelow({ type, extensions }: GraphQLField<unknown, unknown>): keyof Amounts | undefined {
  const { holds } = extensions as FieldExtensions;
  const list = getNamedType(type);
  const nodes = 'getFields' in list ? list.getFields()['nodes'] : undefined;
  // Any other name is of what is not counted.
  return holds ?? (nodes && (getNamedType(nodes.type).name as keyof Amounts));
}

/**
 * How long the lists right below a field are: a page or a drawing is as long as asked for, but no longer than there is of
 * what it holds; a payload as the batch it answers.
 */
function lengthBelow(
  { args }: GraphQLField<unknown, unknown>,
  nodes: readonly ArgumentNode[],
  variables: ReadonlyMap<string, unknown>,
  amount: number | undefined,
): number {
  const given = (name: string): unknown => {
    const argument = args.find((one) => one.name === name);
    return argument && valueOf(argument, nodes, variables);
  };
  if (args.some(({ name }) => name === 'items')) {
    const items = given('items');
    return Array.isArray(items) ? Math.min(items.length, largestBatch) : 1;
  }
  if (!args.some(({ name }) => ['first', 'points'].includes(name))) return amount ?? assumedLength;
  const value = given('first') ?? given('last') ?? given('points') ?? usualPage;
  // What is no length is refused by the field itself, in its own words.
  const asked = typeof value === 'number' && value >= 0 && value < longestPage ? value : longestPage;
  return Math.min(asked, amount ?? longestPage);
}

/** How long a list is that says so itself: as it states, or one thing for each of the ids given, the same one again too. */
function lengthOf(
  { args, extensions }: GraphQLField<unknown, unknown>,
  nodes: readonly ArgumentNode[],
  variables: ReadonlyMap<string, unknown>,
  amounts: Partial<Amounts>,
): number | undefined {
  const ids = args.find(({ name }) => name === 'ids');
  if (!ids) {
    const { longest, oneForEach } = extensions as FieldExtensions;
    const amount = oneForEach && amounts[oneForEach];
    return longest === undefined || amount === undefined ? longest : Math.min(longest, amount);
  }
  const value = valueOf(ids, nodes, variables);
  // A single id stands for a list of it.
  return Array.isArray(value) ? Math.min(value.length, longestPage) : 1;
}

function valueOf(
  { name, defaultValue }: GraphQLArgument,
  nodes: readonly ArgumentNode[],
  variables: ReadonlyMap<string, unknown>,
): unknown {
  const node = nodes.find((given) => given.name.value === name)?.value;
  if (!node) return defaultValue;
  if (node.kind === Kind.LIST) return node.values;
  if (node.kind === Kind.VARIABLE)
    return variables.has(node.name.value) ? variables.get(node.name.value) : defaultValue;
  return valueFromASTUntyped(node);
}
