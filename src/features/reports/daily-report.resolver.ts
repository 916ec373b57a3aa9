import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { dailyReport } from './daily-report.service';
import { DailyReport, ModuleReport, mostReported, TeamReport } from './daily-report.type';

@Resolver(() => DailyReport)
export class DailyReportResolver {
  @VisibleTo(judging)
  @Costs(20_000)
  @Query(() => DailyReport, {
    nullable: true,
    description:
      'What became of content in the course of a day, worst first: for authors of their own modules, for programs of authors and admins of all modules; for leads where their own teams are stuck and which skills they lack, for hr and admins of any team. Null, and in the errors BAD_INPUT, where the date is none or has not begun.',
  })
  dailyReport(
    @Arg('date', () => String, {
      nullable: true,
      description:
        "A day by the installation's calendar (SKILLWAKE_TIME_ZONE), as in 2026-01-31; today, until now, where left out.",
    })
    date: string | null,
    @Ctx() context: RequestContext,
  ): Promise<DailyReport> {
    return dailyReport(context, date);
  }

  @VisibleTo(judging)
  @Costs(1)
  @HoldsAtMost(mostReported, 'Module')
  @FieldResolver(() => [ModuleReport], {
    description: `Of the viewer's modules the up to ${String(mostReported)} to which something happened or in which people are stuck, worst first: where most people are concerned.`,
  })
  modules(@Root() { modules }: DailyReport): ModuleReport[] {
    return modules;
  }

  @VisibleTo(judging)
  @Costs(1)
  @HoldsAtMost(mostReported, 'Team')
  @FieldResolver(() => [TeamReport], {
    description: `Of the viewer's teams the up to ${String(mostReported)} that are stuck somewhere, lack a skill or are late, worst first; none for authors.`,
  })
  teams(@Root() { teams }: DailyReport): TeamReport[] {
    return teams;
  }
}
