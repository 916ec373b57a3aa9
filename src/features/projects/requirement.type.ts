import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../people/person.type';
import { Skill } from '../skills/skill.type';
import { Task } from './project.type';

@ObjectType({
  description:
    'A level of a skill that a project or one of its tasks needs. A lead states it; nothing converts it from other scales.',
  simpleResolvers: true,
})
export class Requirement {
  @Field(() => ID, { description: 'Opaque; stays the same while owner, skill and level do.' })
  id!: string;
  @Field(() => Skill, { description: 'The skill required.' })
  skill!: Skill;
  @Field(() => Float, {
    description:
      "The level required, above 0 and below 1: the probability of a right answer to the skill's reference question.",
  })
  level!: number;
  @Field(() => Float, {
    description: 'Weight among the requirements of the project, above 0; 1 where nothing was stated.',
  })
  importance!: number;
  @Field(() => Int, { description: 'How many people with this level are needed, 1 to 1,000.' })
  headcount!: number;
  @Field(() => Task, {
    nullable: true,
    description: 'The task that needs it; null where the project as a whole does.',
  })
  task!: Task | null;
}

@ObjectType({ description: 'One stretch of time that a person works for a project.', simpleResolvers: true })
export class Assignment {
  @Field(() => Person, { description: 'Who works for the project.' })
  person!: Person;
  @Field(() => Float, { description: "Share of the person's working time, above 0, at most 1." })
  share!: number;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the assignment begins; null where not known.',
  })
  from!: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the assignment ends; null while no end is known.',
  })
  to!: Date | null;
}
