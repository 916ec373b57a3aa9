import { Field, Float, ObjectType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';

@ObjectType({
  description: 'How likely a level lies in a named band, as the installation names bands.',
  simpleResolvers: true,
})
export class BandProbability {
  @VisibleTo(individuals)
  @Field(() => String, { description: 'Name of the band.' })
  band!: string;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level it begins at, in [0,1), which belongs to it.' })
  from!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Where the next band begins, in (0,1]: that level belongs to the next. 1, included, for the last band.',
  })
  to!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that the true level lies in the band on that date; over all bands they sum to 1.',
  })
  probability!: number;
}
