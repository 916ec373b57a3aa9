import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';

@ObjectType({
  description: 'Work with an end in sight, and what it requires of the people who do it.',
  simpleResolvers: true,
})
export class Project {
  /** Internal id. */
  key!: string;
  sortName!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'Name of the project.' })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the project is about; null where nobody wrote it down.',
  })
  description!: string | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the project begins; null where not known.',
  })
  from!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the project ends; null while no end is known.',
  })
  to!: Date | null;
}

export const ProjectConnection = connectionType(() => Project, 'Project');

@ObjectType({ description: 'A part of one project, with requirements of its own.', simpleResolvers: true })
export class Task {
  /** Internal id. */
  key!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'Name of the task.' })
  name!: string;
}
