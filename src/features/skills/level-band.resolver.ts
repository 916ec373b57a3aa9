import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../request/context';
import { NamedBand } from './level-band.type';

@Resolver()
export class LevelBandResolver {
  @Query(() => [NamedBand], {
    description: 'The named bands of levels, lowest first: side by side they are all levels from 0 to 1.',
  })
  bands(@Ctx() { rules }: RequestContext): readonly NamedBand[] {
    return rules.bands;
  }
}
