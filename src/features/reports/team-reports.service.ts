import { namedModule } from '../modules/module.store';
import { namedTeam } from '../people/team.store';
import type { RequestContext } from '../request/context';
import { mostReported, TeamReport } from './daily-report.type';
import { stuckPlaces } from './figures-of-day';
import { learningOfTeams, reportedTeamsOf, type TeamLearning } from './reported.read';
import { summaryOfTeam } from './report-summary';
import { teamsAnsweredFor } from './responsible';
import type { StuckPlace } from './stuck-place.type';
import { peopleTooMany, worstPlacesFirst } from './stuck-places';
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
  const reports = await Promise.all(
    rows.map(async (row) => {
      const { overdue, people, modules } = learning.get(row.key) ?? nothingLearned;
      const stuck = await stuckIn(context, row.key, modules);
      const report = { team: namedTeam(row), stuck, overdue };
      return Object.assign(new TeamReport(), { ...report, summary: summaryOfTeam(report, people) });
    }),
  );
  const told = worstFirst(
    reports.filter(({ stuck, overdue }) => stuck.length > 0 || overdue > 0),
    ({ stuck, overdue }) => peopleTooMany(stuck) + overdue,
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
