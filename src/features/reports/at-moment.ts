import { answersMark } from '../outcomes/answers-mark.read';
import { readingMark } from '../outcomes/kept-outcomes';
import { answeredVersion, askedByRevision } from '../outcomes/released-answers';
import type { RequestContext } from '../request/context';
import { loadersBeside } from '../request/loaders';

const timeless = [answersMark, answeredVersion, askedByRevision, readingMark];

/** The same request as if it had been made at this moment, epoch milliseconds: figures are made of what was known then. */
export function atMoment(context: RequestContext, now: number): RequestContext {
  return now === context.now ? context : { ...context, now, loaders: loadersBeside(context, timeless) };
}
