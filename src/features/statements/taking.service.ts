import type { RequestContext } from '../request/context';
import { keepStatements, type BatchToKeep, type Kept } from './keeping.service';

/** What taking statements needs of a request: also to read evidence out of them. */
export type TakingContext = Pick<
  RequestContext,
  'database' | 'background' | 'rules' | 'now' | 'counts' | 'gone'
>;

/** Takes statements from whichever door: keeps them, in one transaction. */
export function takeStatements(context: TakingContext, batch: BatchToKeep): Promise<Kept> {
  return keepStatements({ ...context, database: context.database.until(undefined) }, batch);
}
