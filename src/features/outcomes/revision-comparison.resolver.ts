import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { CutByTeam, whoseOf } from './cut';
import { revisionOfModule } from './numbered-revisions';
import { comparisonOfPair, pairOf } from './revision-comparison.loader';
import { RevisionComparisonResult, type RevisionComparison } from './revision-comparison.type';

@Resolver(() => Module)
export class RevisionComparisonResolver {
  @VisibleTo(judging)
  @Costs(1_000)
  @FieldResolver(() => RevisionComparisonResult, {
    description: 'Two revisions of the module side by side, with the probability that it got better.',
  })
  async compareRevisions(
    @Root() module: Module,
    @Arg('before', () => Int, {
      description: 'Number of the former revision. BAD_INPUT where the module has none with this number.',
    })
    before: number,
    @Arg('after', () => Int, {
      description: 'Number of the later revision. BAD_INPUT where the module has none with this number.',
    })
    after: number,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Ctx() context: RequestContext,
  ): Promise<RevisionComparison | Withheld> {
    if (before === after) throw new BadInputError('after: name another revision than before.');
    const [whose, former, later] = await Promise.all([
      whoseOf(context, cut),
      revisionOfModule(context, module.key, before),
      revisionOfModule(context, module.key, after),
    ]);
    return load(context, comparisonOfPair, pairOf(former ?? '', later ?? ''), whose);
  }
}
