import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
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
import { changesOfProject } from './requirement-change.list';
import { RequirementChange, RequirementChangeConnection } from './requirement-change.type';

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
    const newestFirst = { field: 'AT', direction: OrderDirection.DESC };
    return changesOfProject.pageUnder(context, project.key, { ...given, orderBy: newestFirst });
  }
}

@Resolver(() => RequirementChange)
export class RequirementChangeResolver {
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
