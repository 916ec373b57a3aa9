import { HeaderMap } from '@apollo/server';
import { getHeapStatistics } from 'node:v8';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { LimitError, type OverloadedError } from '../../shared/errors';
import { takeTurns } from '../../shared/slices';
import { overloaded } from '../http/request-queue';
import { jsonParts } from './json-parts';

const megabyte = 1024 * 1024;
/** V8 has no longer texts: characters. */
const longestText = 2 ** 29 - 24;
/** A longer answer would not fit into the heap beside what it is written from: of the heap, and it is there twice at its end. */
const partOfHeap = 1 / 8;

/** Whether an answer must not be written out now, beside the others. */
export type Refuses = () => boolean;

/**
 * Writes answers out in slices, one long one at a time: text is many times what it is written from where the same long
 * words stand in it again and again. What reads may be refused until its last part; what was done is always told.
 */
export class Answers {
  private readonly refusable = new WeakMap<object, Refuses>();
  private writing: Promise<unknown> = Promise.resolve();
  private readonly longest = Math.min(longestText, getHeapStatistics().heap_size_limit * partOfHeap);

  /** Lets an answer be refused; by its data, which is all of it that is there when it is written. */
  mayRefuse(data: object, refuses: Refuses): void {
    this.refusable.set(data, refuses);
  }

  /** For Apollo, in the place of JSON.stringify; throws what is answered instead. */
  readonly write = async (result: Pick<ExecutionResult, 'data'>): Promise<string> => {
    const parts = jsonParts(result);
    const first = parts.next().value ?? '';
    const second = parts.next();
    if (second.done) return first;
    const rest = this.writing.then(() => this.writeRest(parts, [first, second.value], result.data));
    this.writing = rest.catch(() => undefined);
    return rest;
  };

  private async writeRest(
    parts: Iterable<string>,
    written: string[],
    data: ExecutionResult['data'],
  ): Promise<string> {
    const refuses = data ? this.refusable.get(data) : undefined;
    let length = 0;
    for (const part of parts) {
      written.push(part);
      length += part.length;
      if (refuses?.()) throw refusal(overloaded());
      if (refuses && length > this.longest) throw refusal(tooLong(this.longest));
      await takeTurns();
    }
    return written.join('');
  }
}

function tooLong(most: number): LimitError {
  return new LimitError(
    'answer',
    Math.floor(most / megabyte),
    'million characters in an answer',
    'use shorter pages (first), select less of each item, or send several requests',
  );
}

/** An error at a place where no plugin of ours sees it any more: it says itself how it is answered. */
function refusal(error: LimitError | OverloadedError): GraphQLError {
  const { code, message } = error;
  return new GraphQLError(message, {
    extensions:
      error instanceof LimitError
        ? { code, limit: error.limit, most: error.most, http: { status: 400 } }
        : { code, http: { status: 503, headers: new HeaderMap([['retry-after', '1']]) } },
  });
}
