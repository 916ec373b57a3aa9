import { ArgsType, Field, Int } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { revisionOfModule } from '../exhaust/content-figures.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';

@ArgsType()
export class OfRevision {
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the revision; the current one where left out. BAD_INPUT where the module has none with this number.',
  })
  revision?: number | null;
}

/** Internal id of a revision of a module, the current one where no number is given; null where it has published none. */
export async function keyOfRevision(
  context: RequestContext,
  module: string,
  number: number | null | undefined,
): Promise<string | null> {
  const revision = await load(context, revisionOfModule, module, { number: number ?? null });
  if (revision !== null || number == null) return revision?.key ?? null;
  throw new BadInputError(
    `revision: the module has no revision ${String(number)}: take its number from revisions.`,
  );
}
