import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';
import { organisation, VisibleTo } from '../access/policy';
import { RoleName } from '../access/role.type';

@ObjectType({
  description:
    'A record that someone changed what a project or one of its tasks requires: by changing requirements one may bracket the level of a candidate whom one may not see.',
  simpleResolvers: true,
})
export class RequirementChange {
  /** Internal id; null for a program. */
  viewerKey!: string | null;
  /** Internal id. */
  skillKey!: string;
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
