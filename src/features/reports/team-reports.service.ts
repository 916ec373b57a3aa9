import { namedTeam } from '../people/team.store';
import type { RequestContext } from '../request/context';
import { mostReported, TeamReport } from './daily-report.type';
import { learningOfTeams, reportedTeamsOf } from './reported.read';
import { teamsAnsweredFor } from './responsible';
import { summaryOfTeam } from './report-summary';
import { worstFirst } from './worst-first';

/** The teams that a viewer answers for, those that are stuck somewhere worst first, and how many others there are. */
export async function teamReports(
  context: RequestContext,
): Promise<{ teams: TeamReport[]; otherTeams: number }> {
  const responsible = teamsAnsweredFor(context.viewer);
  if (responsible === 'nothing') return { teams: [], otherTeams: 0 };
  const { database, now } = context;
  const rows = await reportedTeamsOf(database, responsible === 'everything' ? undefined : responsible.person);
  const learning = await learningOfTeams(
    database,
    rows.map(({ key }) => key),
    now,
  );
  const reports = rows.map((row) => {
    const { overdue = 0, people = 0 } = learning.get(row.key) ?? {};
    const report = { team: namedTeam(row), overdue };
    return Object.assign(new TeamReport(), { ...report, summary: summaryOfTeam(report, people) });
  });
  const told = worstFirst(
    reports.filter(({ overdue }) => overdue > 0),
    ({ overdue }) => overdue,
    ({ team }) => team.name,
  ).slice(0, mostReported);
  return { teams: told, otherTeams: reports.length - told.length };
}
