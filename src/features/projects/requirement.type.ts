import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { PeriodFilter } from '../../shared/period';
import { everyone, individuals, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Skill } from '../skills/skill.type';
import { Project, RoleTemplate, Task } from './project.type';

@ObjectType({
  description:
    "A level of a skill that a project, one of its tasks or a role template needs. It is stated by a lead, never converted from other scales. It is compared with people's mastery of exactly this skill: a person known only in narrower skills is unknown in it.",
  simpleResolvers: true,
})
export class Requirement {
  @VisibleTo(everyone)
  @Field(() => ID, {
    description:
      'An opaque id that stays the same as long as owner, skill and level do; it is not a global id for `node`.',
  })
  id!: string;
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The skill required.' })
  skill!: Skill;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      "The level required, above 0 and below 1: the probability of a right answer to the skill's reference question.",
  })
  level!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the band by which it was stated; `level` is where that band began at that time. Null where it was stated as a level.',
  })
  band!: string | null;
  @VisibleTo(everyone)
  @Field(() => Float, {
    description:
      'Weight among the requirements of its project or role template, above 0; 1 where nothing was stated.',
  })
  importance!: number;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'How many people with this level are needed, 1 to 1,000.' })
  headcount!: number;
  @VisibleTo(everyone)
  @Field(() => Task, {
    nullable: true,
    description:
      'The task that has the requirement; null where a project as a whole or a role template has it.',
  })
  task!: Task | null;
}

@ObjectType({
  description: 'A role template that was applied to a project or task.',
  simpleResolvers: true,
})
export class AppliedRoleTemplate {
  @VisibleTo(everyone)
  @Field(() => RoleTemplate, { description: 'The template whose requirements were stated there, too.' })
  roleTemplate!: RoleTemplate;
  @VisibleTo(everyone)
  @Field(() => [Requirement], {
    description:
      'What the project or task requires by it: for each requirement of the template the one of the same skill and level, as it is after the whole batch.',
  })
  requirements!: Requirement[];
}

@InputType({ description: 'Conditions on requirements.' })
export class RequirementFilter {
  @Field(() => ID, { nullable: true, description: 'Only requirements of the skill with this global id.' })
  skill?: string | null;
  @Field(() => Float, { nullable: true, description: 'Only requirements of at least this level, in [0,1].' })
  minimumLevel?: number | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only requirements stated, or stated otherwise, at this moment or later; those too that came with a merged skill. What was taken away since is not listed: of projects `requirementChanges` has it, of a role template its `updatedAt` changes.',
  })
  updatedSince?: Date | null;
}

export const RequirementOrder = orderInput('Requirement', {
  SKILL: 'By name of the skill, then by level.',
  LEVEL: 'By level, then by name of the skill.',
  IMPORTANCE: 'By importance, then by name of the skill.',
});
export const RequirementListArguments = listArguments(RequirementFilter, RequirementOrder);
export const RequirementConnection = connectionType(() => Requirement, 'Requirement');

@ObjectType({ description: 'A period in which a person works for a project.', simpleResolvers: true })
export class Assignment {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'The person who works for the project.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Project, { description: 'The project that they work for.' })
  project!: Project;
  @VisibleTo(individuals)
  @Field(() => Float, { description: "Share of the person's working time, above 0, at most 1." })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the assignment begins; null where not known.',
  })
  from!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the assignment ends; null while no end is known.',
  })
  to!: Date | null;
}

@InputType({
  description: 'Conditions on assignments; where `states` is left out, only assignments that have not ended.',
})
export class AssignmentFilter extends PeriodFilter {
  @Field(() => ID, { nullable: true, description: 'Only assignments of the person with this global id.' })
  person?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only assignments to the project with this global id.' })
  project?: string | null;
}

export const AssignmentOrder = orderInput('Assignment', {
  NAME: "By name: of the person in a project's list, of the project in a person's list.",
  FROM: 'By the beginning of the assignment.',
});
export const AssignmentListArguments = listArguments(AssignmentFilter, AssignmentOrder);
export const AssignmentConnection = connectionType(() => Assignment, 'Assignment');
