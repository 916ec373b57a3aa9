import { Field, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'Stands in place of a figure that is not shown, because it would reveal something about individuals whom the viewer may not see.',
  simpleResolvers: true,
})
export class Withheld {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The reason, in one sentence.' })
  reason!: string;
}
