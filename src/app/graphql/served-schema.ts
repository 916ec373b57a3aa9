import type { GraphQLSchema } from 'graphql';
import type { Config } from '../../shared/config';
import { compilableSchema } from './compile';
import { buildApiSchema } from './schema';

/** What the servers of a process serve. */
export interface ServedSchema {
  readonly schema: GraphQLSchema;
  /** What operations are compiled against; undefined where graphql-js runs all of them. */
  readonly compilable: GraphQLSchema | undefined;
}

const served = new Map<Config['SKILLWAKE_EXECUTION'], ServedSchema>();

/**
 * Built once, however many servers a process starts one after the other: it takes a third of a second, and keeps nothing of a
 * request. One for each way to run operations, since compiling them changes how abstract types name a value.
 */
export function servedSchema(execution: Config['SKILLWAKE_EXECUTION']): ServedSchema {
  const known = served.get(execution);
  if (known) return known;
  const schema = buildApiSchema();
  const built = { schema, compilable: execution === 'compiled' ? compilableSchema(schema) : undefined };
  served.set(execution, built);
  return built;
}
