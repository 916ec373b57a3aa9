import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { SaveRelationshipsPayload } from '../access/saved.type';
import { SaveTasksPayload, TaskInput } from './project.input';
import { requirementsOfTask, taskByKey } from './project.loader';
import { saveTasks } from './project.service';
import { Task } from './project.type';
import { AssignmentInput, RequirementInput } from './requirement.input';
import { saveProjectAssignments, saveSkillRequirements } from './requirement.service';
import { Requirement } from './requirement.type';

@Resolver(() => Task)
export class TaskResolver {
  @FieldResolver(() => [Requirement], {
    description: 'What the task requires, by name of the skill, then level.',
  })
  requirements(@Root() task: Task, @Ctx() context: RequestContext): Promise<Requirement[]> {
    return load(context, requirementsOfTask, task.key, null);
  }

  @Mutation(() => SaveTasksPayload, {
    description: 'Creates, changes or moves up to 1,000 tasks by outside id.',
  })
  async saveTasks(
    @Arg('items', () => [TaskInput], { description: 'Up to 1,000 tasks.' }) items: TaskInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveTasksPayload> {
    const { keys, errors } = await saveTasks(context.database, items);
    const tasks = await Promise.all(
      items.map(async (_, index) => {
        const key = keys.get(index);
        return key === undefined ? null : load(context, taskByKey, key, null);
      }),
    );
    return { tasks, errors };
  }
}

@Resolver(() => Requirement)
export class RequirementResolver {
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'States, changes or removes up to 1,000 requirements of projects and tasks. A lead states those of the projects that their teams are responsible for; others are FORBIDDEN item by item.',
  })
  saveRequirements(
    @Arg('items', () => [RequirementInput], { description: 'Up to 1,000 requirements.' })
    items: RequirementInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveSkillRequirements(context, items);
  }

  @Mutation(() => SaveRelationshipsPayload, {
    description: 'Assigns up to 1,000 people to projects, with dates.',
  })
  saveAssignments(
    @Arg('items', () => [AssignmentInput], { description: 'Up to 1,000 assignments.' })
    items: AssignmentInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveProjectAssignments(context.database, items);
  }
}
