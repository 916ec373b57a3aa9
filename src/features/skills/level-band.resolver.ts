import { Ctx, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { NamedBand } from './level-band.type';

@Resolver()
export class LevelBandResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => [NamedBand], {
    description: 'The named bands of levels, the lowest first; together they cover all levels from 0 to 1.',
  })
  bands(@Ctx() { rules }: RequestContext): readonly NamedBand[] {
    return rules.bands;
  }
}
