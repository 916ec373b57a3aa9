import { diagnosedTests } from '../diagnosis/diagnosing.service';
import { problemOf } from '../diagnosis/problem.list';
import { problemInWords } from '../diagnosis/problem.loader';
import type { ProblemRow } from '../diagnosis/problem.store';
import { Withheld } from '../disclosure/withheld.type';
import { figuresOfPage } from '../exhaust/page-figures.loader';
import { failureOfVersion } from '../outcomes/failure-rate.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { isBeingSolved, newsOfProblem, problemAt } from './problem-news';
import { ProblemNews, ProblemReport } from './problem-report.type';
import { lacksOfDay, problemsOfDay } from './problem-reports.read';
import type { ReportedModule, Stretch } from './reported.read';

/** A day as it is reported on: what is known when it ends, and what was known when it began. */
export interface ReportedDay {
  readonly stretch: Stretch;
  readonly atEnd: RequestContext;
  readonly atBeginning: RequestContext;
}

/**
 * What became of the problems of modules, by internal id, worst first. While the day lasts what is due is looked for first;
 * problems of days past are those that somebody's asking has found.
 */
export async function problemReports(
  { stretch, atEnd, atBeginning }: ReportedDay,
  modules: readonly ReportedModule[],
  lasts: boolean,
): Promise<Map<string, ProblemReport[]>> {
  const keys = modules.map(({ key }) => key);
  if (lasts) await diagnosedTests(atEnd, keys, 'pages');
  const rows = await problemsOfDay(atEnd.database, keys, stretch);
  const reports = await Promise.all(
    modules.map(async (module) => {
      const ofModule = (rows.get(module.key) ?? []).map((row) => problemAt(row, stretch.to));
      const told = await Promise.all(
        ofModule.map(async (row) => {
          const [now, before] = await Promise.all([peopleMet(atEnd, row), peopleMet(atBeginning, row)]);
          return reportOf(atEnd, row, stretch, now === null ? null : Math.max(0, now - (before ?? 0)));
        }),
      );
      return [module.key, told.sort((left, right) => concernedBy(right) - concernedBy(left))] as const;
    }),
  );
  return new Map(reports);
}

/** The skills that teams, by internal id, were found to lack at some time of the day, those that concern most people first. */
export async function lackReports(
  { stretch, atEnd }: ReportedDay,
  teams: readonly string[],
): Promise<Map<string, ProblemReport[]>> {
  const rows = await lacksOfDay(atEnd.database, teams, stretch);
  const reports = await Promise.all(
    [...rows].map(async ([team, ofTeam]) => {
      const told = await Promise.all(
        ofTeam.map((row) => reportOf(atEnd, problemAt(row, stretch.to), stretch, null)),
      );
      return [team, told.sort((left, right) => concernedBy(right) - concernedBy(left))] as const;
    }),
  );
  return new Map(reports);
}

/** How many people a problem concerns, as far as it is one. */
export function concernedBy({ problem, news }: ProblemReport): number {
  return news === ProblemNews.CLOSED ? 0 : problem.probability * problem.peopleAffected;
}

async function reportOf(
  context: RequestContext,
  row: ProblemRow,
  stretch: Stretch,
  peopleSince: number | null,
): Promise<ProblemReport> {
  const problem = problemOf(row, stretch.to);
  const news = newsOfProblem(row, stretch);
  const beingSolved = isBeingSolved(row, stretch);
  const words = await problemInWords(context, problem);
  return Object.assign(new ProblemReport(), {
    ...{ problem, news, beingSolved, peopleSince, hoursOpen: problem.hoursOpen },
    summary: [summaryOfNews(news, peopleSince, words), ...(beingSolved ? [awaited] : [])].join(' '),
  });
}

const awaited = 'A revision is to solve it: the next people show whether it does.';

const said: Readonly<Record<ProblemNews, string>> = {
  OPENED: 'New.',
  REOPENED: 'Seen again.',
  STILL_OPEN: 'Still open.',
  CLOSED: 'Closed.',
};

function summaryOfNews(news: ProblemNews, peopleSince: number | null, words: string): string {
  const since =
    peopleSince === null || peopleSince === 0 ? '' : ` ${String(peopleSince)} of them on this day.`;
  return `${said[news]} ${words}${since}`;
}

/** How many people are in the figures of a question or a page; null where the problem is on a skill. */
async function peopleMet(
  context: RequestContext,
  { subjectType, subjectKey }: ProblemRow,
): Promise<number | null> {
  if (subjectType === 'Skill') return null;
  const { everyone } = await context.visible();
  const figure =
    subjectType === 'Page'
      ? await load(context, figuresOfPage, subjectKey, { team: null })
      : await load(context, failureOfVersion, subjectKey, { exempt: everyone, team: null, section: null });
  return figure instanceof Withheld ? 0 : figure.people;
}
