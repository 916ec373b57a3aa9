import { Field, Float, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'A named stretch of levels, as the installation is configured (SKILLWAKE_LEVEL_BANDS). Claims, requirements and searches may name it in place of a level.',
  simpleResolvers: true,
})
export class NamedBand {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Its name, for example "competent".' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      'The level it begins at, in [0,1), which belongs to it. Required by name, this level is required; 0 for the first band, which nothing can be required by.',
  })
  from!: number;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      'Where the next band begins, in (0,1]: that level belongs to the next. 1, included, for the last band.',
  })
  to!: number;
}
