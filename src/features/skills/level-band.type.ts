import { Field, Float, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'A named range of levels, as configured for this installation (SKILLWAKE_LEVEL_BANDS). Claims, requirements and searches may use its name in place of a level.',
  simpleResolvers: true,
})
export class NamedBand {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the band, for example "competent".' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      "The level at which the band begins, in [0,1); it belongs to the band. A requirement stated by the band's name requires this level. 0 for the first band, which therefore cannot be required.",
  })
  from!: number;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      'The level at which the next band begins, in (0,1], which no longer belongs to this one; for the last band 1, which does.',
  })
  to!: number;
}
