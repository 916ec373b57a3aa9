import { Field, InputType, ObjectType } from 'type-graphql';
import { identified, instant, reference, text } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { LenientDateTime, LenientString } from '../../shared/scalars';
import { OutsideIdentityInput, ReferenceInput } from '../access/reference.input';
import { Project, Task } from './project.type';

@InputType({
  description:
    'Creates a project or changes the one with this source and id. A field left out stays, null clears.',
})
export class ProjectInput extends OutsideIdentityInput {
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

export const projectCheck = identified('Project', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  from: instant.nullish(),
  to: instant.nullish(),
  responsibleTeam: reference('Team').nullish(),
});

@InputType({
  description: 'Creates a task or changes the one with this source and id. A field left out stays.',
})
export class TaskInput extends OutsideIdentityInput {
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

export const taskCheck = identified('Task', {
  name: text(200).optional(),
  project: reference('Project').optional(),
});

@ObjectType({ description: 'What became of a batch of projects.', simpleResolvers: true })
export class SaveProjectsPayload {
  @Field(() => [Project], {
    nullable: 'items',
    description: 'By position in the input: the project as saved, or null where the item failed.',
  })
  projects!: (Project | null)[];
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

@ObjectType({ description: 'What became of a batch of tasks.', simpleResolvers: true })
export class SaveTasksPayload {
  @Field(() => [Task], {
    nullable: 'items',
    description: 'By position in the input: the task as saved, or null where the item failed.',
  })
  tasks!: (Task | null)[];
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
