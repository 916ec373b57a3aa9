import { Field, ObjectType } from 'type-graphql';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({ description: 'The id of something in an external system.', simpleResolvers: true })
export class ExternalId {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'The external system, for example "hr" or "lms".' })
  source!: string;
  @VisibleTo(everyone)
  @Field(() => String, {
    description:
      'What that system calls it: its id there. It identifies something only together with the source.',
  })
  value!: string;
}
