import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../../features/request/context';
import { Recent } from '../../shared/recent';
import { compilableSchema, compile, conditionsOf, type Run, type Values } from './compile';

/** What is known of an operation of a document that the server keeps. */
interface Known {
  /** How often it was asked for. */
  times: number;
  /** Variables that decide what is selected; undefined where graphql-js must run it. */
  readonly conditions: readonly string[] | undefined;
}

/** An operation asked for once may never come again: the time to compile it is spent on the second. */
const compiledFrom = 2;
const mostCompiled = 500;

/**
 * Answers queries by what graphql-jit compiles them to. Where that is not exact, and wherever there is anything to
 * report, it stands back and graphql-js runs the operation, from the loaders that are filled already: every error is
 * graphql-js's own.
 */
export function compiledExecution(given: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const schema = compilableSchema(given);
  const known = new WeakMap<OperationDefinitionNode, Known>();
  const compiled = new Recent<OperationDefinitionNode, Map<string, Run>>(mostCompiled);

  function runOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    values: Values,
  ): Run | undefined {
    const about = known.get(operation) ?? { times: 0, conditions: conditionsOf(document, operation) };
    known.set(operation, about);
    about.times++;
    const { times, conditions } = about;
    if (conditions === undefined || times < compiledFrom) return undefined;
    if (conditions.some((name) => typeof values[name] !== 'boolean')) return undefined;
    const runs = compiled.get(operation) ?? new Map<string, Run>();
    compiled.set(operation, runs);
    const way = conditions.map((name) => String(values[name])).join();
    const run = runs.get(way) ?? compile(schema, document, operation, values);
    if (run) runs.set(way, run);
    else known.set(operation, { times, conditions: undefined });
    return run;
  }

  async function answerOf(
    document: DocumentNode,
    // Apollo's types promise one: of a name that the document has not there is none.
    operation: OperationDefinitionNode | undefined,
    given: Values,
    context: RequestContext,
  ): Promise<Record<string, unknown> | undefined> {
    if (!operation) return undefined;
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    if (variables.errors) return undefined;
    try {
      const result = await runOf(document, operation, variables.coerced)?.(context, variables.coerced);
      return result?.errors ? undefined : (result?.data ?? undefined);
    } catch {
      // Whatever it is, graphql-js meets it too, and names it.
      return undefined;
    }
  }

  const listener: GraphQLRequestListener<RequestContext> = {
    async responseForOperation({ document, operation, request, contextValue }) {
      const data = await answerOf(document, operation, request.variables ?? {}, contextValue);
      if (data === undefined) return null;
      return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
