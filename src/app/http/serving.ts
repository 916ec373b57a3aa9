import type { ApolloServer } from '@apollo/server';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { LookRecorder } from '../../features/audit/look.recorder';
import type { TokenCheck } from '../../features/access/token-check';
import type { RequestContext } from '../../features/request/context';
import type { Shared } from '../graphql/context';
import type { ErrorFormatter } from '../graphql/format-error';
import type { HeldBytes } from './held-bytes';
import type { Metrics } from './metrics';
import type { RequestQueue } from './request-queue';

/** What the API is served with, beside its settings. */
export interface Serving {
  readonly apollo: ApolloServer<RequestContext>;
  readonly shared: Shared;
  readonly metrics: Metrics;
  readonly held: HeldBytes;
  readonly looks: LookRecorder;
  readonly format: ErrorFormatter;
  readonly secret: string;
  readonly logger: Logger;
}

/** What all doors of the API have in common beside that: so each identity has one share of it, whichever it comes by. */
export interface Doors extends Serving {
  readonly queue: RequestQueue;
  readonly tokens: TokenCheck;
  readonly allowOrigins: RequestHandler;
}
