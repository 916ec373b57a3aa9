import { statement } from '../../graph/driver/statement';
import { BadInputError } from '../../shared/errors';
import { currentRevisionOf } from '../modules/module.loader';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';

const NUMBERED_REVISIONS = statement<{ module: string; revision: string }>(
  'outcomes.numberedRevisions',
  `UNWIND $modules AS key
   MATCH (:Module {id: key})-[:HAS_REVISION]->(revision:Revision {number: $number})
   RETURN key AS module, revision.id AS revision`,
);

/** Internal ids of the revisions with a number, by that of the module; null where it has none. */
const numberedRevision: BatchRead<string, string | null, { readonly number: number }> = async (
  { database },
  modules,
  { number },
) => {
  const rows = await database.query(NUMBERED_REVISIONS, { modules, number });
  const found = new Map(rows.map(({ module, revision }) => [module, revision]));
  return modules.map((module) => found.get(module) ?? null);
};

/** Internal id of a revision of a module, the current one where no number is given; null where it has published none. */
export async function revisionOfModule(
  context: RequestContext,
  module: string,
  number: number | null | undefined,
): Promise<string | null> {
  if (number == null) return (await load(context, currentRevisionOf, module, null))?.key ?? null;
  const revision = await load(context, numberedRevision, module, { number });
  if (revision !== null) return revision;
  throw new BadInputError(
    `revision: the module has no revision ${String(number)}: take its number from revisions.`,
  );
}
