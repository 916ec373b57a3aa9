import { keepStatements, type BatchToKeep, type Kept } from './keeping.service';
import type { MappingContext } from './mapping/mapping-context';
import { mapKept } from './mapping/mapping.service';

/** What taking statements needs of a request: also to read evidence out of them. */
export type TakingContext = MappingContext;

/**
 * Takes statements from whichever door: keeps them, in one transaction, and reads what they are evidence of. What was kept
 * is kept, though reading it should fail.
 */
export async function takeStatements(context: TakingContext, batch: BatchToKeep): Promise<Kept> {
  const kept = await keepStatements({ ...context, database: context.database.until(undefined) }, batch);
  await mapKept(context, kept.stored);
  return kept;
}
