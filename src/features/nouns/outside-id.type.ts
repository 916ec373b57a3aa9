import { Field, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({ description: 'What an outside system calls something.', simpleResolvers: true })
export class OutsideId {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The outside system, for example "hr" or "lms".' })
  source!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The id within that system.' })
  id!: string;
}
