import { getHeapStatistics } from 'node:v8';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { identityOf } from '../../features/access/viewer';
import type { RequestContext } from '../../features/request/context';
import type { HeldBytes } from '../http/held-bytes';
import { overloaded, type EndTurn, type RequestQueue } from '../http/request-queue';

/** Operations that cost less are let in however full the heap is: they hold next to nothing of it. */
const heavyFrom = 1_000;
/** From which part of the heap's limit no further heavy operation begins, and from which none is written out. */
const [fullToBegin, fullToAnswer] = [0.6, 0.75];

function heapInUse(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / limit;
}

/**
 * Lets operations in by their weight: what all at work may cost together is bounded, and where the heap fills all the
 * same, heavy ones are refused before they begin, and queries before their answer is written out, which may be many
 * times what it was computed from. One that is alone at work always goes on: it is what frees the heap again.
 */
export function admitByWeight(costs: RequestQueue, held: HeldBytes): ApolloServerPlugin<RequestContext> {
  const isTooFull = (cost: number, full: number): boolean =>
    cost >= heavyFrom && costs.running > cost && heapInUse() > full;

  return {
    requestDidStart() {
      const over = new AbortController();
      let endTurn: EndTurn | undefined;
      const end = (): void => {
        over.abort();
        endTurn?.();
      };
      const listener: GraphQLRequestListener<RequestContext> = {
        async didResolveOperation({ contextValue: { request, viewer } }) {
          const { cost = 0 } = request;
          endTurn = await costs.turn(identityOf(viewer), cost, over.signal);
          // Another plugin has refused it meanwhile.
          if (over.signal.aborted) endTurn();
          if (isTooFull(cost, fullToBegin)) throw overloaded();
        },
        willSendResponse({ contextValue: { request, viewer }, operation, response: { body } }) {
          // The answer is written out right after this.
          setImmediate(end);
          const isQuery = operation?.operation === OperationTypeNode.QUERY;
          if (body.kind !== 'single' || !isQuery || body.singleResult.data == null) return Promise.resolve();
          const { cost = 0 } = request;
          if (isTooFull(cost, fullToAnswer) || !held.hasRoom(identityOf(viewer))) {
            const error = overloaded();
            const refused = new GraphQLError(error.message, {
              originalError: error,
            }) as GraphQLFormattedError;
            body.singleResult = { errors: [refused] };
          }
          return Promise.resolve();
        },
      };
      return Promise.resolve(listener);
    },
  };
}
