import type { RequestContext } from '../request/context';
import { atMoment } from './at-moment';
import { DailyReport } from './daily-report.type';
import { moduleReports } from './module-reports.service';
import { reportedDay } from './report-day';
import { summaryOfReport } from './report-summary';
import { teamReports } from './team-reports.service';

/** What became of a day, as the viewer answers for it; today until now where no date is given. */
export async function dailyReport(context: RequestContext, date: string | null): Promise<DailyReport> {
  const day = reportedDay(context, date);
  const then = atMoment(context, day.to);
  const [modules, teams] = await Promise.all([moduleReports(then, day), teamReports(then)]);
  const report = {
    date: day.date,
    timeZone: context.rules.timeZone,
    from: new Date(day.from),
    to: new Date(day.to),
    ...modules,
    ...teams,
  };
  return Object.assign(new DailyReport(), { ...report, summary: summaryOfReport(report) });
}
