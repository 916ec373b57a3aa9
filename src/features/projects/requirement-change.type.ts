import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { organisation, VisibleTo } from '../access/policy';
import { RoleName } from '../access/role.type';

@ObjectType({
  description:
    'A record that someone changed what a project or one of its tasks requires: by changing requirements one may bracket the level of a candidate whom one may not see. It stays when the project is deleted.',
  simpleResolvers: true,
})
export class RequirementChange {
  /** Internal id; null for a program. */
  viewerKey!: string | null;
  /** Internal id. */
  skillKey!: string;
  /** Internal id. */
  projectKey!: string;
  @VisibleTo(organisation)
  @Field(() => ID, { description: 'Global id of the project, whatever became of it.' })
  projectId!: string;
  @VisibleTo(organisation)
  @Field(() => String, { description: 'What the project was called when it was changed.' })
  projectName!: string;
  @VisibleTo(organisation)
  @Field(() => GraphQLISODateTime, { description: 'When it was changed.' })
  at!: Date;
  @VisibleTo(organisation)
  @Field(() => RoleName, { description: 'The role in which they changed it.' })
  role!: RoleName;
  @VisibleTo(organisation)
  @Field(() => Float, {
    description:
      'The required level, above 0 and below 1. Another level of the same skill is another requirement.',
  })
  level!: number;
  @VisibleTo(organisation)
  @Field(() => Float, {
    nullable: true,
    description: 'Importance before the change, above 0; null where the requirement is new.',
  })
  importanceBefore!: number | null;
  @VisibleTo(organisation)
  @Field(() => Float, {
    nullable: true,
    description: 'Importance after the change, above 0; null where the requirement was removed.',
  })
  importanceAfter!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description: 'People needed before the change, 1 to 1,000; null where the requirement is new.',
  })
  headcountBefore!: number | null;
  @VisibleTo(organisation)
  @Field(() => Int, {
    nullable: true,
    description: 'People needed after the change, 1 to 1,000; null where the requirement was removed.',
  })
  headcountAfter!: number | null;
}

export const RequirementChangeConnection = connectionType(() => RequirementChange, 'RequirementChange');

@InputType({ description: 'Conditions on changes of requirements.' })
export class RequirementChangeFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only changes of the project with this global id, stored or not.',
  })
  project?: string | null;
}

@ArgsType()
export class RequirementChangeArguments extends PageArguments {
  @Field(() => RequirementChangeFilter, {
    nullable: true,
    description: 'Only changes that meet every condition given.',
  })
  filterBy?: RequirementChangeFilter | null;
}
