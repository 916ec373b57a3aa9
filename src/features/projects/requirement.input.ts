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
  ofFields,
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
    'States that a project, one of its tasks or a role template requires a level of a skill. An item with the same owner, skill and level (or band) as an existing requirement changes that one; fields that are left out stay as they are.',
})
export class RequirementInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that requires it as a whole. Give this, task or roleTemplate.',
  })
  project?: ReferenceInput | null;
  @Field(() => ReferenceInput, { nullable: true, description: 'The task that requires it.' })
  task?: ReferenceInput | null;
  @Field(() => ReferenceInput, { nullable: true, description: 'The role template that requires it.' })
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
      'Name of the lowest band of levels that is enough, as `Query.bands` lists them; it stands for the level at which the band begins. The first band begins at 0 and would require nothing (INVALID). The requirement keeps the level that the band had when it was first stated, even when it is sent again; to adopt a changed band, remove the requirement and state it again. Give this or level.',
  })
  band?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Weight among the requirements of the project or role template, above 0, at most 1,000; 1 for a new requirement where left out.',
  })
  importance?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How many people are needed, up to 1,000; for a role template, each time that the role is filled. 1 for a new requirement where left out. 0 removes the requirement.',
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
      ...ofFields('project', 'task', 'roleTemplate'),
    },
  )
  .refine(...levelOrBand);

@InputType({
  description:
    'Assigns a person to a project for a period. An item with the same person, project and `from` as an existing assignment changes that one; give `to` to end it. An item with `to` and without `from` ends the assignment that lasts at that moment, whenever it began; only where there is none, and without either, it is one whose beginning is not known.',
})
export class AssignmentInput {
  @Field(() => ReferenceInput, { description: 'The project that they are to work for.' })
  project!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The person who is assigned.' })
  person!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "Share of the person's working time, above 0, at most 1. Left out, an existing assignment keeps its share and a new one gets 1.",
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
    description:
      'true: remove the assignment with this person, project and `from`; other fields are ignored.',
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
