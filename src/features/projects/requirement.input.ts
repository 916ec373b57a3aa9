import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import {
  flag,
  importanceOf,
  instant,
  levelOrBand,
  reference,
  requiredLevel,
  shareOfTime,
  text,
  wholeNumberIn,
} from '../../shared/checks';
import {
  LenientBoolean,
  LenientDateTime,
  LenientFloat,
  LenientInt,
  LenientString,
} from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';

/** The largest headcount. */
export const mostPeople = 1_000;

@InputType({
  description:
    'Requires a level of a skill of a project, of one of its tasks or of a role template. The same owner, skill and level, or band, change the requirement that is there: what is left out stays.',
})
export class RequirementInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that needs it as a whole; or give task, or roleTemplate.',
  })
  project?: ReferenceInput | null;
  @Field(() => ReferenceInput, { nullable: true, description: 'The task that needs it.' })
  task?: ReferenceInput | null;
  @Field(() => ReferenceInput, { nullable: true, description: 'The role template that needs it.' })
  roleTemplate?: ReferenceInput | null;
  @Field(() => ReferenceInput, { description: 'The skill required.' })
  skill!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band.",
  })
  level?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Name of the lowest band of levels that will do, as `bands` names them: stands for the level at which it begins, so that the first one, which begins at 0, requires nothing (INVALID). A requirement stated by it stays at the level that the band had then, also when it is stated again: to take over what the band has become, remove it and state it anew. Give this or level.',
  })
  band?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Weight among the requirements of the project, above 0, at most 1,000; 1 where a new one states nothing.',
  })
  importance?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How many people are needed, up to 1,000; of a role template, each time that the role is filled. 1 where a new one states nothing. 0 removes the requirement.',
  })
  headcount?: unknown;
}

export const requirementCheck = z
  .object({
    project: reference('Project').nullish(),
    task: reference('Task').nullish(),
    roleTemplate: reference('RoleTemplate').nullish(),
    skill: reference('Skill'),
    level: requiredLevel.nullish(),
    band: text(40).nullish(),
    importance: importanceOf.nullish(),
    headcount: wholeNumberIn(0, mostPeople).nullish(),
  })
  .refine(
    (given) => [given.project, given.task, given.roleTemplate].filter((owner) => owner != null).length === 1,
    {
      error: 'give either project, task or roleTemplate: one of them owns the requirement',
    },
  )
  .refine(...levelOrBand);

@InputType({
  description:
    'Assigns a person to a project for a time. The same person, project and from change the stretch that is there; give `to` to end it.',
})
export class AssignmentInput {
  @Field(() => ReferenceInput, { description: 'The project.' })
  project!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The person.' })
  person!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "Share of the person's working time, above 0, at most 1; left out it stays, and is 1 for a new assignment.",
  })
  share?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the assignment begins; left out where not known.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the assignment ends; left out or null while it lasts.',
  })
  to?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true takes away what person, project and from name, whatever else is given.',
  })
  remove?: unknown;
}

export const assignmentCheck = z.object({
  project: reference('Project'),
  person: reference('Person'),
  share: shareOfTime.nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  remove: flag.nullish(),
});
