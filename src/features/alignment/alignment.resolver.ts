import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { longestPage, pageLength, usualPage } from '../../shared/page';
import { judging, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { catalogueAlignment } from './alignment.service';
import { CatalogueAlignment } from './alignment.type';

@Resolver()
export class AlignmentResolver {
  @VisibleTo(judging)
  @Costs(2_000)
  @Query(() => CatalogueAlignment, {
    description:
      'Which skills are required that no module teaches, or not as far as required, and which modules teach what nobody requires: what to make next, and what to let go. Nothing in it is about individuals. BAD_INPUT where first is out of range.',
  })
  catalogueAlignment(
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: `How many skills and how many modules to list, up to ${String(longestPage)}.`,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<CatalogueAlignment> {
    return catalogueAlignment(context, pageLength(first));
  }
}
