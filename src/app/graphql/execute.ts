import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import {
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../../features/request/context';
import { compile, conditionsOf, type Run, type Values } from './compile';
import { bytesOfCompiled, compiledStore } from './compiled-store';

/** What is known of an operation of a document that the server keeps. */
interface Known {
  /** Names the operation among those that are compiled. */
  readonly number: number;
  /** About how many bytes it is compiled to, each way. */
  readonly bytes: number;
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

/**
 * Answers queries with what graphql-jit compiles them to. Where that is not exact, and wherever there is an error to
 * report, graphql-js runs the operation instead, from loaders that are filled already: every error is graphql-js's own.
 * @param schema what operations are compiled against
 */
export function compiledExecution(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const operations = new CompiledOperations(schema);
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
  private readonly compiled = compiledStore();
  private operations = 0;

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
    const about = this.known.get(operation) ?? this.knownOf(document, operation);
    this.known.set(operation, about);
    about.times++;
    return about.conditions !== undefined && (about.times >= compiledFrom || cost >= compiledAtOnce);
  }

  private runOf(document: DocumentNode, operation: OperationDefinitionNode, values: Values): Run | undefined {
    const about = this.known.get(operation);
    if (about?.conditions === undefined) return undefined;
    const { conditions } = about;
    if (conditions.some((name) => typeof values[name] !== 'boolean')) return undefined;
    const way = [about.number, ...conditions.map((name) => values[name])].join();
    const found = this.compiled.get(way)?.run;
    if (found) return found;
    const run = compile(this.schema, document, operation, values);
    if (run) this.compiled.set(way, { run, bytes: about.bytes });
    else this.known.set(operation, { ...about, conditions: undefined });
    return run;
  }

  private knownOf(document: DocumentNode, operation: OperationDefinitionNode): Known {
    return {
      number: this.operations++,
      bytes: bytesOfCompiled(document, operation),
      times: 0,
      conditions: conditionsOf(document, operation),
    };
  }
}
