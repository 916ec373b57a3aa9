import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments } from '../../shared/connection';
import { Node, Noun, NounFilter, nounOrder } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description: 'A piece of work, with dates, and what it requires of the people who do it.',
  simpleResolvers: true,
})
export class Project extends Noun {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the project.' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What the project is about; null where there is no description.',
  })
  description?: string | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the project begins; null where not known.',
  })
  from?: Date | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the project ends; null while no end is known.',
  })
  to?: Date | null;
}

@InputType({ description: 'Conditions on projects.' })
export class ProjectFilter extends NounFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only projects that have not ended; false: only those that have.',
  })
  open?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only projects that the team with this global id is responsible for.',
  })
  responsibleTeam?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Only projects that the team with this global id, or a team within it at any depth, is responsible for.',
  })
  within?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Only projects that require the skill with this global id, as a whole or in one of their tasks.',
  })
  requiring?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Only projects to which the person with this global id is or will be assigned; none where the viewer may not see this person.',
  })
  assigned?: string | null;
}

export const ProjectOrder = nounOrder('Project');
export const ProjectListArguments = listArguments(ProjectFilter, ProjectOrder);
export const ProjectConnection = connectionType(() => Project, 'Project');

@ObjectType({
  implements: Node,
  description: 'A part of one project, with requirements of its own.',
  simpleResolvers: true,
})
export class Task extends Noun {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the task.' })
  name!: string;
}

@InputType({ description: 'Conditions on tasks.' })
export class TaskFilter extends NounFilter {}

export const TaskOrder = nounOrder('Task');
export const TaskListArguments = listArguments(TaskFilter, TaskOrder);
export const TaskConnection = connectionType(() => Task, 'Task');

@ObjectType({
  implements: Node,
  description:
    'A named set of requirements on a person who fills a role, taken from an occupation of a public taxonomy or defined by the organisation. Applied to a project or task, it adds these requirements there.',
  simpleResolvers: true,
})
export class RoleTemplate extends Noun {
  @VisibleTo(everyone)
  @Field(() => String, { description: 'Name of the role, for example an occupation.' })
  name!: string;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'What the role is about; null where there is no description.',
  })
  description?: string | null;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description:
      'URI of the occupation in a public taxonomy such as ESCO or O*NET; null for a role that the organisation defined itself.',
  })
  uri?: string | null;
}

@InputType({ description: 'Conditions on role templates.' })
export class RoleTemplateFilter extends NounFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only templates that require the skill with this global id.',
  })
  requiring?: string | null;
}

export const RoleTemplateOrder = nounOrder('RoleTemplate');
export const RoleTemplateListArguments = listArguments(RoleTemplateFilter, RoleTemplateOrder);
export const RoleTemplateConnection = connectionType(() => RoleTemplate, 'RoleTemplate');
