import { Field, Float, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Skill } from '../skills/skill.type';

@ObjectType({
  description:
    'A module that would bring somebody nearer to what is required, with its place among the others.',
  simpleResolvers: true,
})
export class NextModule {
  @VisibleTo(staffing)
  @Field(() => Module, { description: 'A module in use.' })
  module!: Module;
  @VisibleTo(staffing)
  @Field(() => [Skill], { description: 'The required skills that it teaches.' })
  skills!: Skill[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Hours that it takes: those of people who completed it, where they are known, else what its authors expect; null where neither is known.',
  })
  hours!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      "How well the person fits after it and those before it, in [0,1], if it does for them what it did for others; where no gain was seen its authors' word is taken.",
  })
  fitAfter!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
