import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { bandsOf, likeliestOf } from './mastery-band';
import { BandProbability } from './mastery-band.type';
import { MasteryOnDate } from './mastery-on-date';
import { Mastery } from './mastery.type';

@Resolver(() => Mastery)
export class MasteryBandResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => BandProbability, {
    description:
      'The named band in which the level most likely lies, with the probability that it does: read both together. Of equally likely bands, the lower.',
  })
  band(@Root() mastery: MasteryOnDate, @Ctx() { rules }: RequestContext): BandProbability {
    return likeliestOf(bandsOf(mastery, rules.bands));
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => [BandProbability], {
    description: 'The probability that the level lies in each named band, the lowest band first.',
  })
  bands(@Root() mastery: MasteryOnDate, @Ctx() { rules }: RequestContext): BandProbability[] {
    return bandsOf(mastery, rules.bands);
  }
}
