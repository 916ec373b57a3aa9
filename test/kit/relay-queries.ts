import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type ArgumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { ConcreteRequest, NormalizationSelection } from 'relay-runtime';
import { manual } from './from-schema';

function argumentOf({ name, value }: ArgumentNode) {
  if (value.kind !== Kind.VARIABLE) throw new Error('Only variables are given here.');
  return { kind: 'Variable', name: name.value, variableName: value.name.value } as const;
}

function fieldOf(on: GraphQLNamedType, { name, arguments: given = [], selectionSet }: FieldNode) {
  const args = given.length > 0 ? given.map(argumentOf) : null;
  const common = { alias: null, args, name: name.value, storageKey: null };
  if (name.value === '__typename') return { kind: 'ScalarField', ...common };
  if (!('getFields' in on)) throw new Error(`${on.name} has no fields.`);
  const { type } = on.getFields()[name.value]!;
  const named = getNamedType(type);
  if (isLeafType(named)) return { kind: 'ScalarField', ...common };
  return {
    kind: 'LinkedField',
    ...common,
    concreteType: isAbstractType(named) ? null : named.name,
    plural: isListType(getNullableType(type)),
    selections: selectionsOf(named, selectionSet!),
  };
}

function selectionsOf(on: GraphQLNamedType, { selections }: SelectionSetNode): NormalizationSelection[] {
  return selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return fieldOf(on, selection) as NormalizationSelection;
    if (selection.kind !== Kind.INLINE_FRAGMENT) throw new Error('Only inline fragments are given here.');
    const type = manual.getType(selection.typeCondition!.name.value);
    if (!isObjectType(type)) throw new Error('Only fragments on object types are given here.');
    return {
      kind: 'InlineFragment',
      type: type.name,
      abstractKey: null,
      selections: selectionsOf(type, selection.selectionSet),
    };
  });
}

/** A query as Relay's compiler would hand it to the runtime: which fields there are, and what leads to them. */
export function relayRequest(text: string): ConcreteRequest {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('That is no operation.');
  const selections = selectionsOf(manual.getQueryType()!, operation.selectionSet);
  const argumentDefinitions = (operation.variableDefinitions ?? []).map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  const name = 'Generated';
  return {
    kind: 'Request',
    fragment: {
      kind: 'Fragment',
      name,
      type: 'Query',
      abstractKey: null,
      metadata: null,
      argumentDefinitions,
      selections,
    },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { id: null, cacheID: text, text, name, operationKind: 'query', metadata: {} },
  } as unknown as ConcreteRequest;
}
