import { getHeapStatistics } from 'node:v8';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { identityOf } from '../../features/access/viewer';
import type { RequestContext } from '../../features/request/context';
import { OverloadedError } from '../../shared/errors';
import type { HeldBytes } from '../http/held-bytes';
import { overloaded, type EndTurn, type RequestQueue } from '../http/request-queue';
import type { Answers } from './answers';

/** Operations that cost less are let in however full the heap is: they hold next to nothing of it. */
const heavyFrom = 1_000;
/** From which part of the heap's limit no further heavy operation begins, and from which none is written out. */
const [fullToBegin, fullToAnswer] = [0.6, 0.75];
/**
 * What an item of evidence holds from when it is read until it is explained in an answer, bytes: measured as 1,750 in the
 * answer alone, beside the row that was read and what is not collected yet. So many are let in as fill a part of the heap.
 */
const bytesOfItem = 4_000;
const partOfHeap = 1 / 4;

/** How many items of evidence may be in memory at a time. */
export function mostEvidenceAtWork(): number {
  return Math.floor((getHeapStatistics().heap_size_limit * partOfHeap) / bytesOfItem);
}

function heapInUse(): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used / limit;
}

function isOverloaded(error: GraphQLFormattedError): boolean {
  return error instanceof GraphQLError && error.originalError instanceof OverloadedError;
}

/** Made once: the one that a signal makes by itself captures a stack for every request. */
const isOver = new Error('The request is over.');

/** What all requests share that is bounded. */
export interface Bounded {
  /** What the operations at work may cost. */
  readonly costs: RequestQueue;
  /** Items of evidence that were read for them. */
  readonly evidence: RequestQueue;
  readonly held: HeldBytes;
  readonly answers: Answers;
}

/**
 * Lets operations in by their weight: what all at work may cost together is bounded, and so is the evidence that they
 * read, which no length in an operation tells. Where the heap fills all the same, heavy ones are refused before they
 * begin, and queries before their answer is written out, which may be many times what it was computed from. One that is
 * alone at work always goes on: it is what frees the heap again.
 */
export function admitByWeight({
  costs,
  evidence,
  held,
  answers,
}: Bounded): ApolloServerPlugin<RequestContext> {
  const isBeside = (cost: number, items: number): boolean =>
    (cost >= heavyFrom && costs.running > cost) || (items > 0 && evidence.running > items);

  return {
    requestDidStart({ contextValue: { request, viewer } }) {
      const identity = identityOf(viewer);
      const over = new AbortController();
      const turns: EndTurn[] = [];
      let items = 0;
      let first: Promise<void> | undefined;
      const isTooFull = (full: number): boolean => isBeside(request.cost ?? 0, items) && heapInUse() > full;
      const keep = (turn: EndTurn): void => {
        turns.push(turn);
        // Another plugin has refused it meanwhile.
        if (over.signal.aborted) turn();
      };
      request.hold = async (wanted) => {
        const begun = first;
        first ??= evidence.turn(identity, wanted, over.signal).then(keep);
        await first;
        if (isTooFull(fullToBegin)) throw overloaded();
        if (begun) keep(evidence.more(identity, wanted));
        items += Math.min(wanted, evidence.mostEach);
      };
      request.end = () => {
        over.abort(isOver);
        for (const end of turns) end();
      };
      const listener: GraphQLRequestListener<RequestContext> = {
        async didResolveOperation() {
          keep(await costs.turn(identity, request.cost ?? 0, over.signal));
          if (isTooFull(fullToBegin)) throw overloaded();
        },
        willSendResponse({ operation, response: { body } }) {
          const isQuery = operation?.operation === OperationTypeNode.QUERY;
          if (body.kind !== 'single' || !isQuery || body.singleResult.data == null) return Promise.resolve();
          const { data, errors = [] } = body.singleResult;
          const refuses = (): boolean => isTooFull(fullToAnswer) || !held.hasRoom(identity);
          // What lacks a part of it that had no room is asked for again: the rest would be sent for nothing.
          if (!errors.some(isOverloaded) && !refuses()) {
            answers.mayRefuse(data, refuses);
            return Promise.resolve();
          }
          const error = overloaded();
          const refused = new GraphQLError(error.message, { originalError: error }) as GraphQLFormattedError;
          body.singleResult = { errors: [refused] };
          return Promise.resolve();
        },
      };
      return Promise.resolve(listener);
    },
  };
}
