import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { everyone, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';
import { Module } from './module.type';

@ObjectType({
  description:
    'What a module is meant to teach of a skill. Its authors state it; what people really learn from it is another matter.',
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
      'The level that learners should bring, in [0,1] and below `to`; null where they need to bring nothing.',
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
  @Field(() => ID, { nullable: true, description: 'Only what is taught of the skill with this global id.' })
  skill?: string | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Only what leads to at least this level, in [0,1].',
  })
  minimumLevel?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Only what is open to somebody who brings this level, in [0,1]: `from` is at most this.',
  })
  openTo?: number | null;
}

export const TeachingOrder = orderInput('Teaching', {
  NAME: 'By name of the other side: of the skill in a list of a module, of the module in a list of a skill.',
  LEVEL: 'By the level that it leads to, then by name of the other side.',
});
export const TeachingListArguments = listArguments(TeachingFilter, TeachingOrder);
export const TeachingConnection = connectionType(() => Teaching, 'Teaching');
