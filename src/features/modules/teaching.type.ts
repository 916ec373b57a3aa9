import { Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { everyone, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';
import { Module } from './module.type';

@ObjectType({
  description:
    'Which levels of a skill a module is meant to teach. Its authors state this; it is not measured.',
  simpleResolvers: true,
})
export class Teaching {
  @VisibleTo(everyone)
  @Field(() => Module, { description: 'The module that teaches.' })
  module!: Module;
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The skill that is taught.' })
  skill!: Skill;
  @VisibleTo(everyone)
  @Field(() => Float, {
    nullable: true,
    description:
      'The level that learners should already have, in [0,1] and below `to`; null where they need none.',
  })
  from!: number | null;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      "The level that learners should have afterwards, above 0, at most 1: the probability of a right answer to the skill's reference question.",
  })
  to!: number;
}

@InputType({ description: 'Conditions on what modules teach.' })
export class TeachingFilter {
  @Field(() => ID, { nullable: true, description: 'Only what the module with this global id teaches.' })
  module?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only what modules teach of the skill with this global id.',
  })
  skill?: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Only what teaches up to at least this level, in [0,1].',
  })
  minimumLevel?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Only what is suitable for a person with this level, in [0,1]: `from` is at most this.',
  })
  openTo?: number | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Only what was stated, or stated otherwise, at this moment or later. What was taken away since is not listed: it changes the module's `updatedAt`.",
  })
  updatedSince?: Date | null;
}

export const TeachingOrder = orderInput('Teaching', {
  NAME: "By name: of the skill in a module's list, of the module in a skill's list.",
  LEVEL: 'By the level that is taught up to, then by name of the skill or module.',
});
export const TeachingListArguments = listArguments(TeachingFilter, TeachingOrder);
export const TeachingConnection = connectionType(() => Teaching, 'Teaching');
