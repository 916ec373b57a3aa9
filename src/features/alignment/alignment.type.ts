import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { judging, VisibleTo } from '../access/policy';
import { Module } from '../modules/module.type';
import { Skill } from '../skills/skill.type';

@ObjectType({
  description:
    'A skill that is required at a level to which no module in use leads, neither in the skill itself nor in a narrower one.',
  simpleResolvers: true,
})
export class UntaughtSkill {
  @VisibleTo(judging)
  @Field(() => Skill, { description: 'The skill that is required.' })
  skill!: Skill;
  @VisibleTo(judging)
  @Field(() => Float, { description: 'The highest level that is required of it, in (0,1).' })
  level!: number;
  @VisibleTo(judging)
  @Field(() => Float, {
    nullable: true,
    description: 'The highest level that a module leads to, in (0,1); null where no module teaches it.',
  })
  taughtTo!: number | null;
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many people open projects and their tasks require in it, at whatever levels.',
  })
  seats!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many open projects require it.' })
  projectCount!: number;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many role templates in use require it.' })
  roleTemplateCount!: number;
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'A module in use of whose skills, or broader ones, nothing in use requires any; one that is not said to teach anything is among them.',
  simpleResolvers: true,
})
export class UndemandedModule {
  @VisibleTo(judging)
  @Field(() => Module, { description: 'A module in use that nobody requires anything of.' })
  module!: Module;
  @VisibleTo(judging)
  @Field(() => [Skill], { description: 'What it teaches, by name; empty where nothing is stated.' })
  skills!: Skill[];
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'What is required, by open projects with their tasks and by role templates, compared with what modules in use teach.',
  simpleResolvers: true,
})
export class CatalogueAlignment {
  @VisibleTo(judging)
  @Field(() => GraphQLISODateTime, { description: 'The moment at which projects count as open.' })
  asOf!: Date;
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many skills are required.' })
  demandedCount!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many of these no module leads to as far as required; `untaught` may list fewer.',
  })
  untaughtCount!: number;
  @VisibleTo(judging)
  @Field(() => [UntaughtSkill], {
    description:
      'They, those that most people are required in first, then by role templates and by name; at most as many as asked for.',
  })
  untaught!: UntaughtSkill[];
  @VisibleTo(judging)
  @Field(() => Int, { description: 'How many modules are in use.' })
  moduleCount!: number;
  @VisibleTo(judging)
  @Field(() => Int, {
    description: 'How many of these teach nothing that is required; `undemanded` may list fewer.',
  })
  undemandedCount!: number;
  @VisibleTo(judging)
  @Field(() => [UndemandedModule], { description: 'They, by name; at most as many as asked for.' })
  undemanded!: UndemandedModule[];
  @VisibleTo(judging)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
