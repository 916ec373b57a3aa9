import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { absoluteUri, instant, noun, reference, text, wholeNumberIn, ofFields } from '../../shared/checks';
import { LenientDateTime, LenientInt, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';
import { mostPeople } from './requirement.input';

@InputType({
  description:
    'Creates a project, or changes the one with this source and id. A field that is left out stays as it is; null clears it.',
})
export class ProjectInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new project.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What the project is about, at most 10,000 characters.',
  })
  description?: unknown;
  @Field(() => LenientDateTime, { nullable: true, description: 'When the project begins.' })
  from?: unknown;
  @Field(() => LenientDateTime, { nullable: true, description: 'When the project ends, after `from`.' })
  to?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The team that is responsible for the project.',
  })
  responsibleTeam?: ReferenceInput | null;
}

export const projectCheck = noun('Project', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  responsibleTeam: reference('Team').nullish(),
});

@InputType({
  description:
    'Creates a task, or changes the one with this source and id. A field that is left out stays as it is.',
})
export class TaskInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new task.',
  })
  name?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description:
      'The project that the task is part of; another project than before moves the task there. Required for a new task.',
  })
  project?: ReferenceInput;
}

export const taskCheck = noun('Task', {
  name: text(200).optional(),
  project: reference('Project').optional(),
});

@InputType({
  description:
    'Creates a role template, or changes the one with this source and id. A field that is left out stays as it is; null clears it. Its requirements are stated by saveRequirements.',
})
export class RoleTemplateInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new role template.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What the role is about, at most 10,000 characters.',
  })
  description?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Absolute URI of the occupation in a public taxonomy, at most 2,000 characters.',
  })
  uri?: unknown;
}

export const roleTemplateCheck = noun('RoleTemplate', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  uri: absoluteUri.nullish(),
});

@InputType({
  description:
    'Adds the requirements of a role template to a project or to one of its tasks. A requirement that already exists there, with the same skill and level (or band), takes its importance from the template and its headcount from this item.',
})
export class RoleTemplateApplicationInput {
  @Field(() => ReferenceInput, { description: 'The role template whose requirements are copied.' })
  roleTemplate!: ReferenceInput;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that needs the role. Give this or task.',
  })
  project?: ReferenceInput | null;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The task that needs the role. Give this or project.',
  })
  task?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How many people are to fill the role, 1 to 1,000; 1 where left out. The headcount of each requirement is that of the template times this, at most 1,000.',
  })
  headcount?: unknown;
}

export const roleTemplateApplicationCheck = z
  .object({
    roleTemplate: reference('RoleTemplate'),
    project: reference('Project').nullish(),
    task: reference('Task').nullish(),
    headcount: wholeNumberIn(1, mostPeople).nullish(),
  })
  .refine(({ project, task }) => (project == null) !== (task == null), {
    error: 'give either project or task: one of them gets the requirements',
    ...ofFields('project', 'task'),
  });
