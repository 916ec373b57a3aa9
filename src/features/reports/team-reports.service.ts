import { diagnosedTests } from '../diagnosis/diagnosing.service';
import { namedModule } from '../modules/module.store';
import { namedTeam } from '../people/team.store';
import type { RequestContext } from '../request/context';
import { mostReported, TeamReport } from './daily-report.type';
import { stuckPlaces } from './figures-of-day';
import { concernedBy, lackReports, type ReportedDay } from './problem-reports.service';
import { learningOfTeams, reportedTeamsOf, type TeamLearning } from './reported.read';
import { summaryOfTeam } from './report-summary';
import { modulesAnsweredFor, teamsAnsweredFor } from './responsible';
import type { StuckPlace } from './stuck-place.type';
import { peopleTooMany, worstPlacesFirst } from './stuck-places';
import { worstFirst } from './worst-first';

/**
 * The teams that a viewer answers for, those that are stuck somewhere or lack something worst first, and how many others there
 * are. While the day lasts what is due of what they learn is looked for first.
 */
export async function teamReports(
  day: ReportedDay,
  lasts: boolean,
): Promise<{ teams: TeamReport[]; otherTeams: number }> {
  const context = day.atEnd;
  const responsible = teamsAnsweredFor(context.viewer);
  if (responsible === 'nothing') return { teams: [], otherTeams: 0 };
  const { database, now } = context;
  const rows = await reportedTeamsOf(database, responsible === 'everything' ? undefined : responsible.person);
  const keys = rows.map(({ key }) => key);
  const learning = await learningOfTeams(database, keys, now);
  // Who gets all modules has had them looked at.
  if (lasts && modulesAnsweredFor(context.viewer) !== 'everything') {
    const learned = [...learning.values()].flatMap(({ modules }) => modules.map(({ key }) => key));
    await diagnosedTests(context, learned, 'pages');
  }
  const lacking = await lackReports(day, keys);
  const reports = await Promise.all(
    rows.map(async (row) => {
      const { overdue, people, modules } = learning.get(row.key) ?? nothingLearned;
      const stuck = await stuckIn(context, row.key, modules);
      const lacks = lacking.get(row.key) ?? [];
      const report = { team: namedTeam(row), stuck, lacks, overdue };
      return Object.assign(new TeamReport(), { ...report, summary: summaryOfTeam(report, people) });
    }),
  );
  const told = worstFirst(
    reports.filter(({ stuck, lacks, overdue }) => stuck.length > 0 || lacks.length > 0 || overdue > 0),
    ({ stuck, lacks, overdue }) =>
      peopleTooMany(stuck) + lacks.reduce((sum, one) => sum + concernedBy(one), 0) + overdue,
    ({ team }) => team.name,
  ).slice(0, mostReported);
  return { teams: told, otherTeams: reports.length - told.length };
}

const nothingLearned = { overdue: 0, people: 0, modules: [] };

/** Where the people of a team are stuck in what they learn. */
async function stuckIn(
  context: RequestContext,
  team: string,
  modules: TeamLearning['modules'],
): Promise<StuckPlace[]> {
  const places = await Promise.all(
    modules.map(({ revision, ...named }) =>
      stuckPlaces(context, { module: namedModule(named), revision, team }),
    ),
  );
  return worstPlacesFirst(places.flat());
}
