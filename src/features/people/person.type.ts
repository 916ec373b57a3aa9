import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';

@ObjectType({
  description:
    'Someone who learns and works here. What is known of their skills is computed from evidence and theirs to see.',
  simpleResolvers: true,
})
export class Person {
  /** Internal id. */
  key!: string;
  sortName!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'Full name, as the organisation writes it.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address; never an id. Null where none is held, or where the viewer may not see this person.',
  })
  email!: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the person left or will leave; null while no end is known. Leavers are kept, not erased, and are no candidates.',
  })
  activeUntil!: Date | null;
}

@ObjectType({ description: 'One stretch of time that a person belongs to a team.', simpleResolvers: true })
export class Membership {
  @Field(() => Person, { description: 'The member.' })
  person!: Person;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'First moment of membership; null where not known.',
  })
  from!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'End of membership; null while it lasts.' })
  to!: Date | null;
}

export const PersonConnection = connectionType(() => Person, 'Person');
