import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'How likely a level lies in a named band, as the installation names bands.',
  simpleResolvers: true,
})
export class BandProbability {
  @Field(() => String, { description: 'Name of the band.' })
  band!: string;
  @Field(() => Float, { description: 'The level it begins at, in [0,1), which belongs to it.' })
  from!: number;
  @Field(() => Float, {
    description:
      'Where the next band begins, in (0,1]: that level belongs to the next. 1, included, for the last band.',
  })
  to!: number;
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that the true level lies in the band on that date; over all bands they sum to 1.',
  })
  probability!: number;
}
