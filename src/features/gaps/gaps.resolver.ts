import { Arg, Ctx, FieldResolver, GraphQLISODateTime, Query, Resolver, Root } from 'type-graphql';
import { Costs, Holds, HoldsAtMost } from '../../shared/field-extensions';
import { organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { asOfDescription } from '../mastery/mastery.type';
import { Team } from '../people/team.type';
import { projectByKey } from '../projects/project.loader';
import { Project } from '../projects/project.type';
import { Withheld } from '../disclosure/withheld.type';
import { GapOfGroup, nearestOfGap, nearestShown } from './gap-of-group';
import { Gap, GapReport, GapReportResult, NearPerson } from './gap.type';
import { gapsOfOrganisation, gapsOfProject, gapsOfTeam } from './gaps.loader';

@Resolver(() => Gap)
export class GapResolver {
  @VisibleTo(organisation)
  @Costs(5_000)
  @Holds('requirements')
  @Query(() => GapReport, {
    description:
      'What all active people together lack for all projects that are open on the date: those without an end, or with a later end. For hr and admin.',
  })
  organisationGaps(
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport> {
    return gapsOfOrganisation(context, asOf?.getTime() ?? context.now);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => Project, {
    nullable: true,
    description:
      'The project that requires it; null where the team is found to lack a skill that it is enrolled to learn.',
  })
  project(@Root() { projectKey }: GapOfGroup, @Ctx() context: RequestContext): Promise<Project | null> {
    return projectKey === null ? Promise.resolve(null) : load(context, projectByKey, projectKey, null);
  }

  @VisibleTo(staffing)
  @Costs(20)
  @HoldsAtMost(nearestShown)
  @FieldResolver(() => [NearPerson], {
    description:
      'Up to three people who come nearest to the requirement without meeting it, of those whom the viewer may see.',
  })
  nearest(@Root() gap: GapOfGroup, @Ctx() context: RequestContext): Promise<NearPerson[]> {
    return load(context, nearestOfGap, gap, null);
  }
}

@Resolver(() => Project)
export class ProjectGapsResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Holds('requirementsOfProject')
  @FieldResolver(() => GapReportResult, {
    description:
      'What the people assigned to the project lack for the requirements of the project and its tasks.',
  })
  gaps(
    @Root() project: Project,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport | Withheld> {
    return load(context, gapsOfProject, project.key, { asOf: asOf?.getTime() ?? context.now });
  }
}

@Resolver(() => Team)
export class TeamGapsResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Holds('requirementsOfTeam')
  @FieldResolver(() => GapReportResult, {
    description:
      'What the members of the team lack for the requirements of the projects it is responsible for.',
  })
  gaps(
    @Root() team: Team,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport | Withheld> {
    return load(context, gapsOfTeam, team.key, { asOf: asOf?.getTime() ?? context.now });
  }
}
