import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { absoluteUri, instant, noun, reference, text, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientInt, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';
import { mostPeople } from './requirement.input';

@InputType({
  description:
    'Creates a project or changes the one with this source and id. A field left out stays, null clears.',
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
  @Field(() => ReferenceInput, { nullable: true, description: 'The one team that is responsible.' })
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
  description: 'Creates a task or changes the one with this source and id. A field left out stays.',
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
      'The one project that the task is part of: another than now moves it. Required for a new task.',
  })
  project?: ReferenceInput;
}

export const taskCheck = noun('Task', {
  name: text(200).optional(),
  project: reference('Project').optional(),
});

@InputType({
  description:
    'Creates a role template or changes the one with this source and id. A field left out stays, null clears. What it requires is stated by saveRequirements.',
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
    'States what a role template requires as requirements of a project or of one of its tasks. A skill and level, or band, that are required there already take their importance from the template and their headcount from this.',
})
export class RoleTemplateApplicationInput {
  @Field(() => ReferenceInput, { description: 'The role template.' })
  roleTemplate!: ReferenceInput;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The project that needs the role; or give task.',
  })
  project?: ReferenceInput | null;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The task that needs the role; or give project.',
  })
  task?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'How often the role is to be filled, 1 to 1,000; 1 where left out. The headcount of each requirement is that of the template times this, at most 1,000.',
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
  });
