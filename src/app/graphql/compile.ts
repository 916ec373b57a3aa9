import {
  GraphQLScalarType,
  GraphQLSchema,
  isAbstractType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLInputType,
  type NameNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { GraphQLISODateTime } from 'type-graphql';
import { dateText } from './date-text';
import { fieldsOf } from './size';

/** Coerced values of an operation's variables. */
export type Values = Readonly<Record<string, unknown>>;

/** Runs an operation; undefined where a value is one that graphql-js must refuse in its own words. */
export type Run = (
  context: unknown,
  values: Values,
) => Promise<ExecutionResult> | ExecutionResult | undefined;

/** The type of every variable of a compiled operation: graphql-js has coerced its value before. */
const coerced = new GraphQLScalarType({ name: 'Coerced', parseValue: (value) => value });

/**
 * The schema that operations are compiled against: the same types, and the one above. An abstract type that does not
 * know a value must say so by no name: nothing catches what is thrown inside a compiled query.
 */
export function compilableSchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  for (const type of config.types.filter(isAbstractType)) {
    const resolveType = type.resolveType;
    if (!resolveType) continue;
    type.resolveType = (...given) => {
      try {
        return resolveType(...given);
      } catch {
        return undefined;
      }
    };
  }
  return new GraphQLSchema({ ...config, types: [...config.types, coerced], assumeValid: true });
}

/** Longer operations are rare, and what they would be compiled to is large: characters. */
const longest = 20_000;
/**
 * More fields, those of fragments as often as they are spread, would take too long to compile at a stretch: 0.08 ms each,
 * where graphql-js takes 0.001 ms more for a value of theirs than compiled code.
 */
const mostFields = 600;
/** Each more doubles the ways in which an operation may be asked for. */
const mostConditions = 4;

/**
 * The variables that decide which selections of an operation count, or undefined where graphql-js must run it:
 * mutations, introspection, and names of the answer with "_", which graphql-jit joins names by and takes for its own.
 */
export function conditionsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly string[] | undefined {
  if (operation.operation !== OperationTypeNode.QUERY) return undefined;
  if ((document.loc?.source.body.length ?? Infinity) > longest) return undefined;
  if (fieldsOf(document, operation) > mostFields) return undefined;
  const own = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const conditions = new Set<string>();
  const interpreted: string[] = [];
  visit(document, {
    Field({ alias, name }) {
      const shown = (alias ?? name).value;
      const introspects = name.value.startsWith('__') && name.value !== '__typename';
      if (introspects || (shown.includes('_') && shown !== '__typename')) interpreted.push(shown);
    },
    Directive(node) {
      const condition = conditionOf(node);
      if (condition?.kind !== Kind.VARIABLE || !own.has(condition.name.value)) return;
      conditions.add(condition.name.value);
    },
  });
  return interpreted.length > 0 || conditions.size > mostConditions ? undefined : [...conditions];
}

/** An argument of the operation that is more than a variable: graphql-js computes its value for every request. */
interface Computed {
  readonly name: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
}

/**
 * Compiles an operation for these values of its conditions. What graphql-jit does differently from graphql-js is removed
 * first: conditions are decided, variables and other arguments arrive coerced.
 */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Values,
): Run | undefined {
  const { definitions, computed } = simplified(schema, document, operation, conditions);
  const customSerializers = { [GraphQLISODateTime.name]: dateText };
  const compiled = compileQuery(schema, { kind: Kind.DOCUMENT, definitions }, undefined, {
    customSerializers,
  });
  if (!isCompiledQuery(compiled)) return undefined;
  return (context, values) => {
    const all: Record<string, unknown> = { ...values };
    for (const { name, value, type } of computed) {
      all[name] = valueFromAST(value, type, values);
      if (all[name] === undefined) return undefined;
    }
    return compiled.query(undefined, context, all);
  };
}

/** The operation with its conditions decided, and variables in place of its other arguments. */
function simplified(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Values,
): { definitions: DefinitionNode[]; computed: readonly Computed[] } {
  const computed: Computed[] = [];
  const types = new TypeInfo(schema);
  const decided = {
    enter: (node: { readonly directives?: readonly DirectiveNode[] | undefined }) => decide(node, conditions),
  };
  const plain = visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => (node === operation ? undefined : null),
      Field: decided,
      InlineFragment: decided,
      FragmentSpread: decided,
      Argument(node) {
        const type = types.getInputType();
        if (node.value.kind === Kind.VARIABLE || !type) return undefined;
        // No client's variable has a "$" in its name.
        const name = `computed$${String(computed.length)}`;
        computed.push({ name, value: node.value, type });
        return { ...node, value: { kind: Kind.VARIABLE, name: nameOf(name) } };
      },
    }),
  );
  const variableDefinitions = definitionsOf(operation, computed);
  const definitions = plain.definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? { ...node, directives: [], variableDefinitions } : node,
  );
  return { definitions, computed };
}

function conditionOf({ name, arguments: given }: DirectiveNode): ValueNode | undefined {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given?.find((argument) => argument.name.value === 'if')?.value;
}

/** Takes a selection out where its directives say so, and else the directives; undefined leaves it as it is. */
function decide<Node extends { readonly directives?: readonly DirectiveNode[] | undefined }>(
  node: Node,
  conditions: Values,
): Node | null | undefined {
  if (!node.directives?.length) return undefined;
  const counts = node.directives.every((directive) => {
    const condition = conditionOf(directive);
    if (condition?.kind !== Kind.BOOLEAN && condition?.kind !== Kind.VARIABLE) return true;
    const holds = condition.kind === Kind.BOOLEAN ? condition.value : conditions[condition.name.value];
    return holds !== (directive.name.value === 'skip');
  });
  return counts ? { ...node, directives: [] } : null;
}

function definitionsOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  computed: readonly Computed[],
): VariableDefinitionNode[] {
  const names = [
    ...variableDefinitions.map(({ variable }) => variable.name.value),
    ...computed.map(({ name }) => name),
  ];
  return names.map((name) => ({
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: nameOf(name) },
    type: { kind: Kind.NAMED_TYPE, name: nameOf(coerced.name) },
  }));
}

function nameOf(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
