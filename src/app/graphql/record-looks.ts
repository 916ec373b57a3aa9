import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../features/request/context';
import type { LookRecorder } from '../../features/audit/look.recorder';
import { SkillwakeError } from '../../shared/errors';

/**
 * Hands whose figures an answer holds to the recorder, once the answer is made; a refusal that tells of figures holds
 * some too. Where there is no room for the record, nothing is shown.
 */
export function recordLooks(recorder: LookRecorder): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ contextValue, operationName, response: { body } }) {
      const { looks, viewer, now } = contextValue;
      if (looks.size === 0 || body.kind !== 'single') return;
      try {
        await recorder.take({ viewer, operation: operationName ?? null, at: now, looks });
      } catch (error) {
        if (!(error instanceof SkillwakeError)) throw error;
        const refused = new GraphQLError(error.message, { originalError: error });
        body.singleResult = { data: null, errors: [refused as GraphQLFormattedError] };
      }
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
