import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { refuseUnseen } from '../people/people.list';
import { Person } from '../people/person.type';
import { Team } from '../people/team.type';
import { ProjectInput } from './project.input';
import { projectList, projectsOfTeam, tasksOfProject } from './project.list';
import { projectByKey, teamOfProject } from './project.loader';
import { saveProjects } from './project.service';
import { projectIdentity } from './project.store';
import {
  Project,
  ProjectConnection,
  ProjectListArguments,
  Task,
  TaskConnection,
  TaskListArguments,
} from './project.type';
import { assignmentsOfPerson, assignmentsOfProject, requirementsOfProject } from './requirement.list';
import {
  Assignment,
  AssignmentConnection,
  AssignmentListArguments,
  Requirement,
  RequirementConnection,
  RequirementListArguments,
} from './requirement.type';

export const projectNounResolvers = nounResolvers({
  type: Project,
  identity: projectIdentity,
  one: 'project',
  many: 'projects',
  byKey: projectByKey,
  visibleTo: everyone,
  savedBy: organisation,
  list: { list: projectList, connection: ProjectConnection, arguments: ProjectListArguments, by: 'name' },
  saving: { input: ProjectInput, save: saveProjects },
  deleting:
    "A project's tasks, requirements, assignments and proposed teams are deleted with it; who changed its requirements stays on record.",
});

@Resolver(() => Project)
export class ProjectResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team responsible for the project; null where none is.',
  })
  responsibleTeam(@Root() project: Project, @Ctx() context: RequestContext): Promise<Team | null> {
    return load(context, teamOfProject, project.key, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => TaskConnection, { description: 'The parts of the project.' })
  tasks(
    @Root() project: Project,
    @Args(() => TaskListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Task>> {
    return tasksOfProject.pageUnder(context, project.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => RequirementConnection, {
    description: 'The requirements of the project as a whole; its tasks have their own.',
  })
  requirements(
    @Root() project: Project,
    @Args(() => RequirementListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Requirement>> {
    return requirementsOfProject.pageUnder(context, project.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => AssignmentConnection, {
    description:
      'The assignments of people to the project; only people whom the viewer may see, and only assignments that have not ended, unless `states` says otherwise.',
  })
  assignments(
    @Root() project: Project,
    @Args(() => AssignmentListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Assignment>> {
    return assignmentsOfProject.pageUnder(context, project.key, given);
  }
}

@Resolver(() => Team)
export class TeamProjectsResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => ProjectConnection, { description: 'The projects that the team is responsible for.' })
  projects(
    @Root() team: Team,
    @Args(() => ProjectListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Project>> {
    return projectsOfTeam.pageUnder(context, team.key, given);
  }
}

@Resolver(() => Person)
export class PersonAssignmentsResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => AssignmentConnection, {
    nullable: true,
    description:
      "The person's assignments to projects; those that have not ended, unless `states` says otherwise. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).",
  })
  async assignments(
    @Root() person: Person,
    @Args(() => AssignmentListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Assignment>> {
    await refuseUnseen(context, person, 'For what this person works');
    return assignmentsOfPerson.pageUnder(context, person.key, given);
  }
}
