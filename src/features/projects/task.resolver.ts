import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { SaveRelationshipsPayload } from '../nouns/saved.type';
import { TaskInput } from './project.input';
import { projectOfTask, taskByKey } from './project.loader';
import { saveTasks } from './project.service';
import { Project, Task } from './project.type';
import { AssignmentInput, RequirementInput } from './requirement.input';
import { requirementsOfTask } from './requirement.list';
import { saveProjectAssignments, saveSkillRequirements } from './requirement.service';
import { Requirement, RequirementConnection, RequirementListArguments } from './requirement.type';
import { taskIdentity } from './task.store';

export const taskNounResolvers = nounResolvers({
  type: Task,
  identity: taskIdentity,
  one: 'task',
  many: 'tasks',
  byKey: taskByKey,
  visibleTo: everyone,
  savedBy: organisation,
  saving: {
    input: TaskInput,
    save: saveTasks,
    description: 'Creates or changes up to 1,000 tasks by external id, or moves them to another project.',
  },
  deleting: "A task's requirements are deleted with it.",
});

@Resolver(() => Task)
export class TaskResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Project, { description: 'The project that the task is part of.' })
  project(@Root() task: Task, @Ctx() context: RequestContext): Promise<Project | null> {
    return load(context, projectOfTask, task.key, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RequirementConnection, { description: 'The requirements of the task.' })
  requirements(
    @Root() task: Task,
    @Args(() => RequirementListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Requirement>> {
    return requirementsOfTask.pageUnder(context, task.key, given);
  }
}

@Resolver(() => Requirement)
export class RequirementResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'Creates, changes or removes up to 1,000 requirements of projects, tasks and role templates. A lead may do so for projects that their teams are responsible for; items for others are FORBIDDEN.',
  })
  saveRequirements(
    @Arg('items', () => [RequirementInput], { description: 'Up to 1,000 requirements.' })
    items: RequirementInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveSkillRequirements(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description: 'Creates, changes or removes up to 1,000 assignments of people to projects, with dates.',
  })
  saveAssignments(
    @Arg('items', () => [AssignmentInput], { description: 'Up to 1,000 assignments.' })
    items: AssignmentInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveProjectAssignments(context, items);
  }
}
