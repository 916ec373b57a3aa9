import { Field, Float, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'The probability that a level lies in a named band. Bands are named in the configuration of the installation: see `Query.bands`.',
  simpleResolvers: true,
})
export class BandProbability {
  @VisibleTo(individuals)
  @Field(() => String, { description: 'Name of the band.' })
  band!: string;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'The level at which the band begins, in [0,1); it belongs to the band.',
  })
  from!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The level at which the next band begins, in (0,1], which no longer belongs to this one; for the last band 1, which does.',
  })
  to!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that the true level lies in the band on the date asked for; over all bands these sum to 1.',
  })
  probability!: number;
}
