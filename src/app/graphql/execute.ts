import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../../features/request/context';
import { compilableSchema, compile, conditionsOf, type Run, type Values } from './compile';

/** What is known of an operation of a document that the server keeps. */
interface Known {
  /** How often it was asked for. */
  times: number;
  /** Variables that decide what is selected; undefined where graphql-js must run it. */
  readonly conditions: readonly string[] | undefined;
}

/**
 * An operation asked for once may never come again: the time to compile it is spent on the second, but on the first where
 * it may read so many values that graphql-js would hold the event loop for longer.
 */
const compiledFrom = 2;
const compiledAtOnce = 2_000;
const mostCompiled = 500;

/**
 * Answers queries with what graphql-jit compiles them to. Where that is not exact, and wherever there is an error to
 * report, graphql-js runs the operation instead, from loaders that are filled already: every error is graphql-js's own.
 */
export function compiledExecution(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const operations = new CompiledOperations(compilableSchema(schema));
  const listener: GraphQLRequestListener<RequestContext> = {
    async responseForOperation({ document, operation, request, contextValue }) {
      const data = await operations.dataOf(document, operation, request.variables ?? {}, contextValue);
      if (data === undefined) return null;
      return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

class CompiledOperations {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();
  private readonly compiled = new LRUCache<OperationDefinitionNode, Map<string, Run>>({ max: mostCompiled });

  constructor(private readonly schema: GraphQLSchema) {}

  /** The data that answers an operation; undefined where graphql-js must run it. */
  async dataOf(
    document: DocumentNode,
    // Apollo's types promise one, but there is none of a name that the document has not.
    operation: OperationDefinitionNode | undefined,
    given: Values,
    context: RequestContext,
  ): Promise<Record<string, unknown> | undefined> {
    // Variables are as long as a batch: they are read once more only where something compiled may run.
    if (!operation || !this.mayRun(document, operation, context)) return undefined;
    const definitions = operation.variableDefinitions ?? [];
    const variables = getVariableValues(this.schema, definitions, given, { maxErrors: 1 });
    if (variables.errors) return undefined;
    try {
      const run = this.runOf(document, operation, variables.coerced);
      const result = await run?.(context, variables.coerced);
      return result?.errors ? undefined : (result?.data ?? undefined);
    } catch {
      // Whatever it is, graphql-js meets it too, and reports it.
      return undefined;
    }
  }

  private mayRun(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    { request: { cost = 0 } }: RequestContext,
  ): boolean {
    const about = this.known.get(operation) ?? { times: 0, conditions: conditionsOf(document, operation) };
    this.known.set(operation, about);
    about.times++;
    return about.conditions !== undefined && (about.times >= compiledFrom || cost >= compiledAtOnce);
  }

  private runOf(document: DocumentNode, operation: OperationDefinitionNode, values: Values): Run | undefined {
    const { times = 0, conditions } = this.known.get(operation) ?? {};
    if (conditions === undefined) return undefined;
    if (conditions.some((name) => typeof values[name] !== 'boolean')) return undefined;
    const runs = this.compiled.get(operation) ?? new Map<string, Run>();
    this.compiled.set(operation, runs);
    const way = conditions.map((name) => String(values[name])).join();
    const run = runs.get(way) ?? compile(this.schema, document, operation, values);
    if (run) runs.set(way, run);
    else this.known.set(operation, { times, conditions: undefined });
    return run;
  }
}
