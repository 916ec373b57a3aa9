import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { TaskInput } from './project.input';
import { projectOfTask, taskByKey } from './project.loader';
import { saveTasks } from './project.service';
import { Project, Task } from './project.type';
import { AssignmentInput, RequirementInput } from './requirement.input';
import { assignmentsNow, requirementsOfTask } from './requirement.list';
import { saveProjectAssignments, saveSkillRequirements } from './requirement.service';
import { requirementsNow } from './requirement.store';
import { Assignment, Requirement, RequirementConnection, RequirementListArguments } from './requirement.type';
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

const SaveRequirementsPayload = relationshipsPayload(Requirement, {
  one: 'requirement',
  many: 'requirements',
  savedBy: staffing,
});
const SaveAssignmentsPayload = relationshipsPayload(Assignment, {
  one: 'assignment',
  many: 'assignments',
  savedBy: organisation,
});

@Resolver(() => Requirement)
export class RequirementResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @Mutation(() => SaveRequirementsPayload, {
    description:
      'Creates, changes or removes up to 1,000 requirements of projects, tasks and role templates. A lead may do so for projects that their teams are responsible for; items for others are FORBIDDEN.',
  })
  async saveRequirements(
    @Arg('items', () => [RequirementInput], { description: 'Up to 1,000 requirements.' })
    items: RequirementInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveRequirementsPayload>> {
    const saved = await saveSkillRequirements(context, items);
    return payloadOf(saved, items.length, (named) => requirementsNow(context.database, named));
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveAssignmentsPayload, {
    description: 'Creates, changes or removes up to 1,000 assignments of people to projects, with dates.',
  })
  async saveAssignments(
    @Arg('items', () => [AssignmentInput], { description: 'Up to 1,000 assignments.' })
    items: AssignmentInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveAssignmentsPayload>> {
    const saved = await saveProjectAssignments(context, items);
    return payloadOf(saved, items.length, (named) => assignmentsNow(context.database, named));
  }
}
