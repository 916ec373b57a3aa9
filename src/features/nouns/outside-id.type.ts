import { Field, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({ description: 'The id of something in an outside system.', simpleResolvers: true })
export class OutsideId {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The outside system, for example "hr" or "lms".' })
  source!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The id in that system.' })
  id!: string;
}
