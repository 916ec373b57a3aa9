import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { RequestContext } from '../../features/request/context';
import type { LookRecorder } from '../../features/audit/look.recorder';

/** Records whose figures an answer holds, once it is complete; an answer without data has shown nothing. */
export function recordLooks(recorder: LookRecorder): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    willSendResponse({ contextValue: { looks, viewer, now }, operationName, response: { body } }) {
      if (looks.size > 0 && body.kind === 'single' && body.singleResult.data != null)
        recorder.take({ viewer, operation: operationName ?? null, at: now, looks });
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
