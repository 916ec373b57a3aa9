import type { RequestContext } from '../request/context';
import { atMoment } from './at-moment';
import { DailyReport } from './daily-report.type';
import { moduleReports } from './module-reports.service';
import { reportedDay } from './report-day';
import { summaryOfReport } from './report-summary';
import { teamReports } from './team-reports.service';

/** What became of a day, as the viewer answers for it; today until now where no date is given. */
export async function dailyReport(context: RequestContext, date: string | null): Promise<DailyReport> {
  const { date: shown, ...stretch } = reportedDay(context, date);
  const atEnd = atMoment(context, stretch.to);
  const day = { stretch, atEnd, atBeginning: atMoment(context, stretch.from) };
  const lasts = stretch.to === context.now;
  const modules = await moduleReports(day, lasts);
  const teams = await teamReports(day, lasts);
  const report = {
    date: shown,
    timeZone: context.rules.timeZone,
    from: new Date(stretch.from),
    to: new Date(stretch.to),
    ...modules,
    ...teams,
  };
  return Object.assign(new DailyReport(), { ...report, summary: summaryOfReport(report) });
}
