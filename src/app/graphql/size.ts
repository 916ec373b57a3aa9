import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * What a token of a parsed document holds in memory, bytes: itself, and its part of the nodes. Measured as 240 (values) to
 * 365 (fields of one letter).
 */
const bytesOfToken = 350;

/** About how many bytes a parsed document holds in memory, its source included. */
export function bytesOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens++;
  return tokens * bytesOfToken + (loc?.source.body.length ?? 0);
}

/** How many fields an operation selects, those of a fragment as often as it is spread. */
export function fieldsOf({ definitions }: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet]] : [],
    ),
  );
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const set = fragments.get(name);
    const fields = known.get(name) ?? (set ? of(set) : 0);
    known.set(name, fields);
    return fields;
  };
  const of = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(selection.name.value);
      const below = selection.selectionSet ? of(selection.selectionSet) : 0;
      return sum + below + (selection.kind === Kind.FIELD ? 1 : 0);
    }, 0);
  return of(operation.selectionSet);
}
