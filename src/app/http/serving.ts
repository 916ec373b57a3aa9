import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { RequestContext } from '../../features/request/context';
import type { Shared } from '../graphql/context';
import type { ErrorFormatter } from '../graphql/format-error';
import type { HeldBytes } from './held-bytes';
import type { Metrics } from './metrics';

/** What the API is served with, beside its settings. */
export interface Serving {
  readonly apollo: ApolloServer<RequestContext>;
  readonly shared: Shared;
  readonly metrics: Metrics;
  readonly held: HeldBytes;
  readonly format: ErrorFormatter;
  readonly secret: string;
  readonly logger: Logger;
}
