import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import { Withheld } from '../disclosure/withheld.type';
import type { DailyReport, ModuleReport, TeamReport } from './daily-report.type';
import { ProblemNews } from './problem-report.type';
import type { StuckPlace } from './stuck-place.type';
import { placeName } from './stuck-places';

/** What became of a module, in one plain sentence. */
export function summaryOfModule(report: Omit<ModuleReport, 'summary'>): string {
  const { module, published, problems, stuck } = report;
  const open = problems.filter(({ news }) => news !== ProblemNews.CLOSED).length;
  const closed = problems.length - open;
  const parts = [
    ...(published ? [`revision ${String(published.number)} was published`] : []),
    ...(open > 0 ? [`${counted(open, 'problem is', 'problems are')} open`] : []),
    ...(closed > 0 ? [`${counted(closed, 'problem was', 'problems were')} closed`] : []),
    ...stuckIn(stuck, 'people are stuck', ({ page, section }) => placeName(page, section)),
    ...change(report.failureRate, report.failureRateBefore, 'of first answers are wrong'),
    ...change(report.dropOffRate, report.dropOffRateBefore, 'of the people leave it'),
  ];
  return `${module.name}: ${parts.join('; ')}.`;
}

function stuckIn(
  places: readonly StuckPlace[],
  who: string,
  nameOf: (place: StuckPlace) => string,
): string[] {
  const [worst] = places;
  if (!worst) return [];
  const where = places.length === 1 ? 'in' : `in ${String(places.length)} places, most in`;
  return [`${who} ${where} ${nameOf(worst)}`];
}

function placeInModule({ module, page, section }: StuckPlace): string {
  return `${placeName(page, section)} of ${module.name}`;
}

type Share = { readonly rate: number } | Withheld | null;

/** A share as it is, and as it was where that reads otherwise. */
function change(after: Share, before: Share, what: string): string[] {
  if (after === null || after instanceof Withheld) return [];
  const now = percent(after.rate);
  const then = before === null || before instanceof Withheld ? now : percent(before.rate);
  return [`${now} ${what}${now === then ? '' : `, ${then} when the day began`}`];
}

/** Where a team is stuck, in one plain sentence. */
export function summaryOfTeam(
  { team, overdue, stuck, lacks }: Omit<TeamReport, 'summary'>,
  people: number,
): string {
  const lacking = lacks.filter(({ news }) => news !== ProblemNews.CLOSED).length;
  const parts = [
    ...(stuck.length > 0 ? stuckIn(stuck, 'stuck', placeInModule) : ['stuck nowhere']),
    ...(lacking > 0 ? [`lacks ${counted(lacking, 'skill')} that others hold`] : []),
    ...(overdue > 0 ? [`${counted(overdue, 'enrolment is', 'enrolments are')} overdue`] : []),
  ];
  return `${team.name}, ${counted(people, 'person', 'people')}: ${parts.join('; ')}.`;
}

/** The whole report in one plain sentence. */
export function summaryOfReport(report: Omit<DailyReport, 'summary'>): string {
  const { date, modules, otherModules, teams, otherTeams } = report;
  const parts = [
    ...partOf(modules.length, otherModules, 'module has news', 'modules have news'),
    ...partOf(teams.length, otherTeams, 'team needs a look', 'teams need a look'),
  ];
  return parts.length === 0
    ? `On ${date} there is nothing that you answer for.`
    : `On ${date} ${parts.join('; ')}.`;
}

function partOf(told: number, others: number, one: string, many: string): string[] {
  if (told + others === 0) return [];
  return [`${counted(told, one, many)}${others === 0 ? '' : `, ${String(others)} not`}`];
}
