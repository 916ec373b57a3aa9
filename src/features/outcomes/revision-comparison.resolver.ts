import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { currentRevisionOf } from '../modules/module.loader';
import { Module } from '../modules/module.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { CutByTeam, whoseOf } from './cut';
import { keyOfRevision } from './numbered-revisions';
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
      nullable: true,
      description:
        'Number of the former revision; left out: the one before the later. BAD_INPUT where the module has none with this number.',
    })
    before: number | null | undefined,
    @Arg('after', () => Int, {
      nullable: true,
      description:
        'Number of the later revision; left out: the current one. BAD_INPUT where the module has none with this number.',
    })
    after: number | null | undefined,
    @Args(() => CutByTeam) cut: CutByTeam,
    @Ctx() context: RequestContext,
  ): Promise<RevisionComparison | Withheld> {
    const whose = await whoseOf(context, cut);
    const to = after ?? (await load(context, currentRevisionOf, module.key, null))?.number ?? 0;
    const from = before ?? to - 1;
    if (from < 1 || to < 1) return withheld('The module has published no two revisions yet.');
    if (from === to) throw new BadInputError('after: name another revision than before.');
    const [former, later] = await Promise.all([
      keyOfRevision(context, module.key, from),
      keyOfRevision(context, module.key, to),
    ]);
    return load(context, comparisonOfPair, pairOf(former ?? '', later ?? ''), whose);
  }
}
