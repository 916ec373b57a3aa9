import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, Holds, HoldsAtMost } from '../../shared/field-extensions';
import { keyOfGlobalId } from '../../shared/ids';
import { pageLength, usualPage } from '../../shared/page';
import { organisation, staffing, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { teamByKey } from '../people/people.loader';
import { Team } from '../people/team.type';
import { Project, RoleTemplate } from '../projects/project.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { GapReport, GapReportResult } from './gap.type';
import {
  monthlyGapsOfOrganisation,
  monthlyGapsOfProject,
  monthlyGapsOfRole,
  monthlyGapsOfTeam,
  mostMonths,
} from './gaps-by-month.loader';
import { expectHeadcount, headcountDescription } from './headcount';
import { firstDescription, shortened } from './shortened';

const eachMonth =
  'One report for now and one for the same day of each month after that. Levels fade until then; nobody is supposed to learn, come or be hired of whom it is not known yet. BAD_INPUT where months is out of range.';
const monthsOf = (most: number): string => `How many months ahead to look, from 0 to ${String(most)}.`;

@Resolver(() => GapReport)
export class OrganisationGapsByMonthResolver {
  @VisibleTo(organisation)
  @Costs(5_000)
  @Holds('requirements')
  @HoldsAtMost(mostMonths.organisation + 1)
  @Query(() => [GapReport], {
    description: `What all people who are active then lack month by month for all projects that last then: those that have begun and not ended. For hr and admin. ${eachMonth}`,
  })
  organisationGapsByMonth(
    @Arg('months', () => Int, { defaultValue: 3, description: monthsOf(mostMonths.organisation) })
    months: number,
    @Ctx() context: RequestContext,
  ): Promise<GapReport[]> {
    expectMonths(months, mostMonths.organisation);
    return monthlyGapsOfOrganisation(context, months);
  }
}

@Resolver(() => Project)
export class ProjectGapsByMonthResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Holds('requirementsOfProject')
  @HoldsAtMost(mostMonths.group + 1)
  @FieldResolver(() => [GapReportResult], {
    description: `What those who are assigned to the project then lack month by month for its requirements and those of its tasks; before it begins and once it has ended it requires nothing. ${eachMonth}`,
  })
  gapsByMonth(
    @Root() { key }: Project,
    @Arg('months', () => Int, { defaultValue: 6, description: monthsOf(mostMonths.group) })
    months: number,
    @Ctx() context: RequestContext,
  ): Promise<(GapReport | Withheld)[]> {
    expectMonths(months, mostMonths.group);
    return load(context, monthlyGapsOfProject, key, { months });
  }
}

@Resolver(() => Team)
export class TeamGapsByMonthResolver {
  @VisibleTo(staffing)
  @Costs(2_000)
  @Holds('requirementsOfTeam')
  @HoldsAtMost(mostMonths.group + 1)
  @FieldResolver(() => [GapReportResult], {
    description: `What those who belong to the team or to a team within it then, each once, lack month by month for the projects that one of these teams is responsible for and that last then. What it is found to lack by its answers is not in it. ${eachMonth}`,
  })
  async gapsByMonth(
    @Root() { key }: Team,
    @Arg('months', () => Int, { defaultValue: 6, description: monthsOf(mostMonths.group) })
    months: number,
    @Arg('first', () => Int, { defaultValue: usualPage, description: `For each month: ${firstDescription}` })
    first: number,
    @Ctx() context: RequestContext,
  ): Promise<(GapReport | Withheld)[]> {
    expectMonths(months, mostMonths.group);
    const length = pageLength(first);
    const reports = await load(context, monthlyGapsOfTeam, key, { months });
    return reports.map((report) => shortened(report, length));
  }
}

@Resolver(() => RoleTemplate)
export class RoleGapsByMonthResolver {
  @VisibleTo(staffing)
  @Costs(({ team }) => (team == null ? 5_000 : 2_000))
  @Holds('requirementsOfRole')
  @HoldsAtMost(mostMonths.group + 1)
  @FieldResolver(() => [GapReportResult], {
    nullable: true,
    description: `What those who belong to a team or to one within it then, or all people who are active then, lack month by month to fill the role. Null where there is no such team. ${eachMonth} BAD_INPUT where headcount is, too.`,
  })
  async gapsByMonth(
    @Root() { key }: RoleTemplate,
    @Arg('team', () => ID, {
      nullable: true,
      description: 'Global id of a team, which counts with all teams within it; left out: everybody active.',
    })
    team: string | null,
    @Arg('headcount', () => Int, { defaultValue: 1, description: headcountDescription })
    headcount: number,
    @Arg('months', () => Int, { defaultValue: 6, description: monthsOf(mostMonths.group) })
    months: number,
    @Ctx() context: RequestContext,
  ): Promise<(GapReport | Withheld)[] | null> {
    expectMonths(months, mostMonths.group);
    expectHeadcount(headcount);
    const wanted = { months, headcount };
    if (team == null) return load(context, monthlyGapsOfRole, key, { ...wanted, team: null });
    const teamKey = keyOfGlobalId('Team', team);
    const found = teamKey === undefined ? null : await load(context, teamByKey, teamKey, null);
    return found && load(context, monthlyGapsOfRole, key, { ...wanted, team: found.key });
  }
}

function expectMonths(months: number, most: number): void {
  if (months < 0 || months > most)
    throw new BadInputError(`months: must be a whole number from 0 to ${String(most)}.`);
}
