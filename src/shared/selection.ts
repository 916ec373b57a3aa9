import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** What an operation selects: by the name of each field, what it selects below it. */
export type Selection = ReadonlyMap<string, Selection>;

/** Parsed operations come again and again: what is selected below a field of one is found once. */
const known = new WeakMap<FieldNode, Selection>();

/**
 * What the operation selects below the field that is resolved, of whatever type, with all that directives may take out
 * again: never less than will be asked for.
 */
export function selectionOf({ fieldNodes, fragments }: GraphQLResolveInfo): Selection {
  const [only, another] = fieldNodes;
  const found = only && !another ? known.get(only) : undefined;
  if (found) return found;
  const selected: Collected = new Map<string, Collected>();
  for (const { selectionSet } of fieldNodes) collect(selectionSet, fragments, selected);
  if (only && !another) known.set(only, selected);
  return selected;
}

type Collected = Map<string, Collected>;

function collect(
  set: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
  into: Collected,
): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) {
      const below = into.get(node.name.value) ?? new Map<string, Collected>();
      into.set(node.name.value, below);
      collect(node.selectionSet, fragments, below);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
      collect(fragment?.selectionSet, fragments, into);
    }
  }
}
