import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, pageOf } from '../../graph/page';
import { connect, PageArguments, type Connection } from '../../shared/connection';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { Team } from '../people/team.type';
import { ProjectInput, SaveProjectsPayload } from './project.input';
import {
  assignmentsOfProject,
  projectByKey,
  projectsOfTeam,
  requirementsOfProject,
  tasksOfProject,
  teamOfProject,
} from './project.loader';
import { saveProjects } from './project.service';
import { listProjects, projectOf } from './project.store';
import { Project, ProjectConnection, Task } from './project.type';
import { Assignment, Requirement } from './requirement.type';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, {
    nullable: true,
    description: 'One project by global id; null where there is none.',
  })
  async project(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Project | null> {
    const key = keyOfGlobalId('Project', id);
    return key === undefined ? null : load(context, projectByKey, key, null);
  }

  @Query(() => ProjectConnection, { description: 'All projects, by name.' })
  async projects(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Project>> {
    const page = pageOf(first, after);
    const rows = await listProjects(context.database, page);
    return connect(rows.map(projectOf), page, ({ sortName, key }) => cursorOf([sortName, key]));
  }

  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team responsible for the project; null where none is.',
  })
  responsibleTeam(@Root() project: Project, @Ctx() context: RequestContext): Promise<Team | null> {
    return load(context, teamOfProject, project.key, null);
  }

  @FieldResolver(() => [Task], { description: 'The parts of the project, by name.' })
  tasks(@Root() project: Project, @Ctx() context: RequestContext): Promise<Task[]> {
    return load(context, tasksOfProject, project.key, null);
  }

  @FieldResolver(() => [Requirement], {
    description:
      'What the project requires as a whole, by name of the skill, then level; the tasks have their own.',
  })
  requirements(@Root() project: Project, @Ctx() context: RequestContext): Promise<Requirement[]> {
    return load(context, requirementsOfProject, project.key, null);
  }

  @FieldResolver(() => [Assignment], {
    description: 'Who works for the project now or will, by name; only people whom the viewer sees.',
  })
  assignments(@Root() project: Project, @Ctx() context: RequestContext): Promise<Assignment[]> {
    return load(context, assignmentsOfProject, project.key, null);
  }

  @Mutation(() => SaveProjectsPayload, {
    description: 'Creates or changes up to 1,000 projects by outside id.',
  })
  async saveProjects(
    @Arg('items', () => [ProjectInput], { description: 'Up to 1,000 projects.' }) items: ProjectInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveProjectsPayload> {
    const { keys, errors } = await saveProjects(context.database, items);
    const projects = await Promise.all(
      items.map(async (_, index) => {
        const key = keys.get(index);
        return key === undefined ? null : load(context, projectByKey, key, null);
      }),
    );
    return { projects, errors };
  }
}

@Resolver(() => Team)
export class TeamProjectsResolver {
  @FieldResolver(() => [Project], { description: 'The projects that the team is responsible for, by name.' })
  projects(@Root() team: Team, @Ctx() context: RequestContext): Promise<Project[]> {
    return load(context, projectsOfTeam, team.key, null);
  }
}
