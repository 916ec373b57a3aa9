import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What an outside system calls something.', simpleResolvers: true })
export class OutsideId {
  @Field(() => String, { description: 'The outside system, for example "hr" or "lms".' })
  source!: string;
  @Field(() => String, { description: 'The id within that system.' })
  id!: string;
}
