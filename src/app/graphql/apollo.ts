import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import type { LookRecorder } from '../../features/audit/look.recorder';
import type { RequestContext } from '../../features/request/context';
import type { Config } from '../../shared/config';
import { asGiven, finishAnswers } from '../http/http-errors';
import { noteOperation } from '../http/requests';
import type { KnownAmounts } from './amounts';
import type { Answers } from './answers';
import { checkPolicy } from './check-policy';
import { documentStore } from './document-store';
import { compiledExecution } from './execute';
import type { ErrorFormatter } from './format-error';
import { limitCost, operationLimits } from './limits';
import { recordLooks } from './record-looks';
import { servedSchema } from './served-schema';

/** Apollo with everything that one operation passes through, not started yet. */
export function apolloServer(
  config: Config,
  looks: LookRecorder,
  format: ErrorFormatter,
  logger: Logger,
  admission: ApolloServerPlugin<RequestContext>,
  answers: Answers,
  amounts: KnownAmounts,
): ApolloServer<RequestContext> {
  const { schema, compilable } = servedSchema(config.SKILLWAKE_EXECUTION);
  return new ApolloServer<RequestContext>({
    schema,
    formatError: asGiven,
    plugins: [
      noteOperation(),
      limitCost(config.SKILLWAKE_MAX_COST, amounts),
      // Before the looks: an answer that is not given shows nobody.
      admission,
      checkPolicy(),
      recordLooks(looks),
      ...(compilable ? [compiledExecution(compilable)] : []),
      finishAnswers(format),
      ApolloServerPluginLandingPageDisabled(),
      // Cache control would wrap every field of every answer, and no answer here may be cached by others.
      ApolloServerPluginCacheControlDisabled(),
    ],
    ...operationLimits(config),
    documentStore: documentStore(),
    stringifyResult: answers.write,
    // Requests that get as far as validation have a valid token: they may know the schema.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // A browser sends no token by itself, so no page can send requests in a user's name.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger,
  });
}
