import { counted } from '../../shared/words';
import type { DailyReport, ModuleReport, TeamReport } from './daily-report.type';

/** What became of a module, in one plain sentence. */
export function summaryOfModule({ module, published }: Omit<ModuleReport, 'summary'>): string {
  const news = published ? [`revision ${String(published.number)} was published`] : [];
  return `${module.name}: ${news.join('; ')}.`;
}

/** Where a team is stuck, in one plain sentence. */
export function summaryOfTeam({ team, overdue }: Omit<TeamReport, 'summary'>, people: number): string {
  const late = overdue > 0 ? `${counted(overdue, 'enrolment is', 'enrolments are')} overdue` : '';
  return `${team.name}, ${counted(people, 'person', 'people')}: ${late}.`;
}

/** The whole report in one plain sentence. */
export function summaryOfReport({ date, modules, teams }: Omit<DailyReport, 'summary'>): string {
  return `On ${date} something happened to ${counted(modules.length, 'module')}; ${counted(teams.length, 'team is', 'teams are')} stuck.`;
}
