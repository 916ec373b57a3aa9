import {
  Arg,
  Ctx,
  FieldResolver,
  Float,
  GraphQLISODateTime,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, Holds, HoldsAtMost } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import { pageLength, usualPage } from '../../shared/page';
import { organisation, staffing, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { asOfDescription } from '../mastery/mastery.type';
import { teamByKey } from '../people/people.loader';
import { Team } from '../people/team.type';
import { projectByKey } from '../projects/project.loader';
import { Project, RoleTemplate } from '../projects/project.type';
import { Withheld } from '../disclosure/withheld.type';
import { AssumedRequirement } from '../staffing/what-if.input';
import { assumedRequirements } from '../staffing/what-if.service';
import { GapOfGroup, nearestOfGap, nearestShown } from './gap-of-group';
import { Gap, GapReport, GapReportResult, NearPerson } from './gap.type';
import { gapsOfOrganisation, gapsOfProject, gapsOfRole, gapsOfTeam, type RoleWanted } from './gaps.loader';
import { expectHeadcount, headcountDescription } from './headcount';
import { namingDescription, saidOfGroup } from './sentence-of-group';
import { firstDescription, shortened } from './shortened';
import { WayOut, WayOutKind } from './way-out.type';
import { waysOutOfGap } from './ways-out.loader';

/** As many as are stored are counted with the list: what is assumed may be more. */
function costOfAssumed({ requirements }: Readonly<Record<string, unknown>>): number {
  return Array.isArray(requirements) ? ofEachAssumed * requirements.length : 0;
}

/** What is found of a gap where all of it is selected. */
const ofEachAssumed = 600;

const assumedRequirement = {
  nullable: true,
  description:
    'What if this were required: 1 to 50 requirements that take the place of all others for this question, of skills that a team is found to lack too; nothing is stored. Of several on one level of a skill the last one stands. BAD_INPUT names an item that cannot be. Ways out of such a gap borrow those alone whom the viewer may see.',
};

@Resolver(() => Gap)
class GapResolver {
  @VisibleTo(organisation)
  @Costs((given) => 5_000 + costOfAssumed(given))
  @Holds('requirements')
  @Query(() => GapReport, {
    description:
      'What all active people together lack for all projects that are open on the date: those without an end, or with a later end. For hr and admin.',
  })
  async organisationGaps(
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Arg('requirements', () => [AssumedRequirement], assumedRequirement)
    requirements: AssumedRequirement[] | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport> {
    const assumed = await assumedRequirements(context, requirements ?? null);
    return gapsOfOrganisation(context, asOf?.getTime() ?? context.now, assumed);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => Project, {
    nullable: true,
    description:
      'The project that requires it; null where a role requires it, it is assumed to be required, or the team is found to lack a skill that it is enrolled to learn.',
  })
  project(@Root() { projectKey }: GapOfGroup, @Ctx() context: RequestContext): Promise<Project | null> {
    return projectKey === null ? Promise.resolve(null) : load(context, projectByKey, projectKey, null);
  }

  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => String, { description: namingDescription })
  summary(@Root() { sentence }: GapOfGroup, @Ctx() context: RequestContext): string | Promise<string> {
    return saidOfGroup(context, sentence);
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

  @VisibleTo(staffing)
  @Costs(500)
  @HoldsAtMost(Object.keys(WayOutKind).length)
  @FieldResolver(() => [WayOut], {
    nullable: true,
    description:
      "What may be done about it, compared: teaching those nearest, borrowing somebody from outside the group, and hiring for what these leave; each says how many people are expected to be lacking then. Nobody is listed to be taught whom the viewer may not see, nobody outside their teams to be borrowed unless they may see the candidates of the project; the people listed are looked at. Who is the viewer's to see is borrowed only with free time on the date, or now where it is past; of others that is not said. None where less than 0.05 people are lacking; null where what is lacking is withheld. BAD_INPUT where hoursPerWeek is out of range.",
  })
  waysOut(
    @Root() gap: GapOfGroup,
    @Arg('hoursPerWeek', () => Float, {
      defaultValue: 4,
      description: 'How many hours somebody learns in a week, above 0, up to 60: says when they are ready.',
    })
    hoursPerWeek: number,
    @Ctx() context: RequestContext,
  ): Promise<WayOut[] | null> {
    if (!(hoursPerWeek > 0 && hoursPerWeek <= 60))
      throw new BadInputError('hoursPerWeek: must be above 0, and 60 at most.');
    return load(context, waysOutOfGap, gap, { hoursPerWeek });
  }
}

@Resolver(() => GapReport)
class GapReportResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @FieldResolver(() => String, { description: namingDescription })
  summary(@Root() { sentence }: GapReport, @Ctx() context: RequestContext): string | Promise<string> {
    return saidOfGroup(context, sentence);
  }
}

@Resolver(() => Project)
class ProjectGapsResolver {
  @VisibleTo(staffing)
  @Costs((given) => 2_000 + costOfAssumed(given))
  @Holds('requirementsOfProject')
  @FieldResolver(() => GapReportResult, {
    description:
      'What the people assigned to the project lack for the requirements of the project and its tasks.',
  })
  async gaps(
    @Root() project: Project,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Arg('requirements', () => [AssumedRequirement], assumedRequirement)
    requirements: AssumedRequirement[] | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport | Withheld> {
    const assumed = await assumedRequirements(context, requirements ?? null);
    return load(context, gapsOfProject, project.key, {
      ...{ asOf: asOf?.getTime() ?? context.now, requirements: assumed },
    });
  }
}

@Resolver(() => Team)
class TeamGapsResolver {
  @VisibleTo(staffing)
  @Costs((given) => 2_000 + costOfAssumed(given))
  @Holds('requirementsOfTeam')
  @FieldResolver(() => GapReportResult, {
    description:
      'What the members of the team and of the teams within it, at any depth, each person once, lack for the requirements of all projects that one of these teams is responsible for, and what the team by itself is found to lack. BAD_INPUT where first is out of range.',
  })
  async gaps(
    @Root() team: Team,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Arg('requirements', () => [AssumedRequirement], assumedRequirement)
    requirements: AssumedRequirement[] | null,
    @Arg('first', () => Int, {
      defaultValue: usualPage,
      description: firstDescription,
    })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<GapReport | Withheld> {
    const length = pageLength(first);
    const assumed = await assumedRequirements(context, requirements ?? null);
    const report = await load(context, gapsOfTeam, team.key, {
      ...{ asOf: asOf?.getTime() ?? context.now, requirements: assumed },
    });
    return shortened(report, length);
  }
}

@Resolver(() => RoleTemplate)
class RoleGapsResolver {
  @VisibleTo(staffing)
  @Costs((given) => (given['team'] == null ? 5_000 : 2_000) + costOfAssumed(given))
  @Holds('requirementsOfRole')
  @FieldResolver(() => GapReportResult, {
    nullable: true,
    description:
      'What the members of a team and of the teams within it, or all active people together, lack to fill the role: what it requires, so many times as people are to fill it. Null where there is no such team. BAD_INPUT where headcount is out of range.',
  })
  async gaps(
    @Root() role: RoleTemplate,
    @Arg('team', () => ID, {
      nullable: true,
      description:
        'Global id of a team: its members of now and those of the teams within it; left out: everybody active.',
    })
    team: string | null,
    @Arg('headcount', () => Int, {
      defaultValue: 1,
      description: headcountDescription,
    })
    headcount: number,
    @Arg('asOf', () => GraphQLISODateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null,
    @Arg('requirements', () => [AssumedRequirement], assumedRequirement)
    requirements: AssumedRequirement[] | null,
    @Ctx() context: RequestContext,
  ): Promise<GapReport | Withheld | null> {
    expectHeadcount(headcount);
    const assumed = await assumedRequirements(context, requirements ?? null);
    return gapsOfTeamInRole(context, role, team, {
      ...{ headcount, asOf: asOf?.getTime() ?? context.now, requirements: assumed },
    });
  }
}

export const gapsResolvers = [
  GapResolver,
  GapReportResolver,
  ProjectGapsResolver,
  TeamGapsResolver,
  RoleGapsResolver,
];

async function gapsOfTeamInRole(
  context: RequestContext,
  { key }: RoleTemplate,
  team: string | null,
  wanted: Omit<RoleWanted, 'team'>,
): Promise<GapReport | Withheld | null> {
  if (team == null) return load(context, gapsOfRole, key, { ...wanted, team: null });
  const teamKey = keyOfGlobalId('Team', team);
  const found = teamKey === undefined ? null : await load(context, teamByKey, teamKey, null);
  return found && load(context, gapsOfRole, key, { ...wanted, team: found.key });
}
