import { Field, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';

@ObjectType({
  description:
    'A figure that is not shown, because it would tell of individuals whom the viewer may not see.',
  simpleResolvers: true,
})
export class Withheld {
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Why, in one sentence.' })
  reason!: string;
}
