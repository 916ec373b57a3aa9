import { statement, type Queries } from '../../graph/driver/statement';
import { current } from '../people/people.list';
import type { TeamNameRow } from '../people/team.store';
import type { ModuleNameRow } from '../modules/module.store';

/** A module with the revisions that were current when the day began and when it ended; null where there was none. */
export interface ReportedModule extends ModuleNameRow {
  /** Internal ids. */
  readonly before: string | null;
  readonly current: string;
}

const revisionAt = (moment: string): string => `COLLECT {
            MATCH (module)-[:HAS_REVISION]->(revision:Revision) WHERE revision.publishedAt < ${moment}
            RETURN revision.id ORDER BY revision.number DESC LIMIT 1 }[0]`;

const reportedColumns = `WITH module, ${revisionAt('$from')} AS before, ${revisionAt('$to')} AS current
   WHERE module.archivedAt IS NULL AND current IS NOT NULL
   RETURN module.id AS key, module.name AS name, before, current`;

const MODULES_OF_AUTHOR = statement<ReportedModule>(
  'reports.modulesOfAuthor',
  `MATCH (:Person {id: $author})-[:AUTHORED]->(module:Module)
   ${reportedColumns}`,
);

const ALL_MODULES = statement<ReportedModule>(
  'reports.allModules',
  `MATCH (module:Module)
   ${reportedColumns}`,
  'The report is on every module.',
);

/** When a day began, and when it ended or until when it is reported on, epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The modules in use with content that this person wrote, or all, where nobody is given. */
export function reportedModules(
  queries: Queries,
  author: string | undefined,
  { from, to }: Stretch,
): Promise<ReportedModule[]> {
  return author === undefined
    ? queries.query(ALL_MODULES, { from, to })
    : queries.query(MODULES_OF_AUTHOR, { author, from, to });
}

const reportedTeams = `WHERE team.archivedAt IS NULL
   RETURN team.id AS key, team.name AS name ORDER BY team.sortName, team.id`;

const TEAMS_OF_LEAD = statement<TeamNameRow>(
  'reports.teamsOfLead',
  `MATCH (:Person {id: $lead})-[:LEADS]->(team:Team) ${reportedTeams}`,
);

const ALL_TEAMS = statement<TeamNameRow>(
  'reports.allTeams',
  `MATCH (team:Team) ${reportedTeams}`,
  'The report is on every team.',
);

/** The teams in use that this person leads, or all, where nobody is given. */
export function reportedTeamsOf(queries: Queries, lead: string | undefined): Promise<TeamNameRow[]> {
  return lead === undefined ? queries.query(ALL_TEAMS) : queries.query(TEAMS_OF_LEAD, { lead });
}

/** What the members of a team learn. */
export interface TeamLearning {
  readonly team: string;
  /** How many members there are. */
  readonly people: number;
  /** How many enrolments of members are overdue. */
  readonly overdue: number;
  /** Modules that members are enrolled in or have visited, with the internal id of their current revision. */
  readonly modules: (ModuleNameRow & { readonly revision: string })[];
}

const LEARNING_OF_TEAMS = statement<TeamLearning>(
  'reports.learningOfTeams',
  `UNWIND $teams AS key
   MATCH (team:Team {id: key})
   OPTIONAL MATCH (team)<-[membership:MEMBER_OF]-(person:Person)
   WHERE ${current('membership')}
     AND coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL
   WITH key AS team, collect(DISTINCT person) AS members
   RETURN team, size(members) AS people,
     COUNT { UNWIND members AS person
             MATCH (person)-[enrolment:ENROLLED_IN]->(module:Module)
             WHERE module.archivedAt IS NULL AND enrolment.due <= $now AND coalesce(enrolment.completedAt > $now, true)
             RETURN enrolment } AS overdue,
     COLLECT {
       CALL (members) {
         UNWIND members AS person
         MATCH (person)-[:ENROLLED_IN]->(module:Module)
         RETURN module
         UNION
         UNWIND members AS person
         MATCH (person)<-[:TAKEN_BY]-(:Visit)-[:OF]->(:Revision)<-[:HAS_REVISION]-(module:Module)
         RETURN module
       }
       WITH module WHERE module.archivedAt IS NULL
       MATCH (module)-[:CURRENT]->(revision:Revision)
       RETURN {key: module.id, name: module.name, revision: revision.id} } AS modules`,
);

export async function learningOfTeams(
  queries: Queries,
  teams: readonly string[],
  now: number,
): Promise<Map<string, TeamLearning>> {
  const rows = await queries.query(LEARNING_OF_TEAMS, { teams, now });
  return new Map(rows.map((row) => [row.team, row]));
}
