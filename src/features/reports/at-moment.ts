import type { RequestContext } from '../request/context';

/** The same request as if it had been made at this moment, epoch milliseconds: figures are made of what was known then. */
export function atMoment(context: RequestContext, now: number): RequestContext {
  return now === context.now ? context : { ...context, now, loaders: new Map() };
}
