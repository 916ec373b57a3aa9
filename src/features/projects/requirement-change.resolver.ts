import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { OrderDirection, PageArguments, type Connection } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { organisation, VisibleTo } from '../access/policy';
import { personByKey } from '../people/people.loader';
import { Person } from '../people/person.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { skillByKey } from '../skills/skill.loader';
import { Skill } from '../skills/skill.type';
import { Project } from './project.type';
import { projectByKey } from './project.loader';
import { changesOfProject, requirementChangeList } from './requirement-change.list';
import {
  RequirementChange,
  RequirementChangeArguments,
  RequirementChangeConnection,
} from './requirement-change.type';

const newestFirst = { field: 'AT', direction: OrderDirection.DESC };

@Resolver(() => Project)
export class ProjectRequirementChangesResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => RequirementChangeConnection, {
    description: 'Who changed what the project and its tasks require, the newest change first.',
  })
  requirementChanges(
    @Root() project: Project,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RequirementChange>> {
    return changesOfProject.pageUnder(context, project.key, { ...given, orderBy: newestFirst });
  }
}

@Resolver(() => RequirementChange)
export class RequirementChangeResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Query(() => RequirementChangeConnection, {
    description:
      'Who changed what projects and their tasks require, the newest change first; of projects too that were deleted since.',
  })
  requirementChanges(
    @Args(() => RequirementChangeArguments) given: RequirementChangeArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RequirementChange>> {
    return requirementChangeList.page(context, { ...given, orderBy: newestFirst });
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Project, {
    nullable: true,
    description: 'The project; null where it was deleted since: projectId and projectName say which it was.',
  })
  project(@Root() change: RequirementChange, @Ctx() context: RequestContext): Promise<Project | null> {
    return load(context, projectByKey, change.projectKey, null);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who changed it; null for a program, and for somebody who is not held any more.',
  })
  viewer(@Root() change: RequirementChange, @Ctx() context: RequestContext): Promise<Person | null> {
    return change.viewerKey === null
      ? Promise.resolve(null)
      : load(context, personByKey, change.viewerKey, null);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @FieldResolver(() => Skill, {
    nullable: true,
    description: 'The required skill; null where it was deleted since.',
  })
  skill(@Root() change: RequirementChange, @Ctx() context: RequestContext): Promise<Skill | null> {
    return load(context, skillByKey, change.skillKey, null);
  }
}
