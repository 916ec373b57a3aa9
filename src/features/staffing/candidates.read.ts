import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { filterValues, FilteredQuestion } from '../../graph/nouns/list';
import { statement } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';
import { calibrationInForce } from '../calibrations/calibration.store';
import { openPersonFilters } from '../people/people.list';
import type { RequirementRow } from '../projects/requirement.store';

const requirementColumns = new Columns<RequirementRow>({
  requirement: 'requirement.id',
  level: 'requirement.level',
  band: 'requirement.band',
  importance: 'requirement.importance',
  headcount: 'requirement.headcount',
  task: 'task.id',
  taskName: 'task.name',
  skillKey: 'skill.id',
  skillName: 'skill.name',
  skillSortName: 'skill.sortName',
});

/** What a project requires, and who is assigned to it already. */
export interface Required {
  readonly project: string;
  /** Those of its tasks included, by skill and level. */
  readonly requirements: readonly RequirementRow[];
  /** Internal ids; nobody where they are asked for too. */
  readonly assigned: ReadonlySet<string>;
}

interface RequiredRow {
  readonly project: string;
  readonly requirements: readonly ColumnRow<RequirementRow>[];
  readonly assigned: readonly string[];
}

const REQUIRED = statement<RequiredRow>(
  'staffing.required',
  `UNWIND $projects AS key
   MATCH (project:Project {id: key})
   CALL (project) {
     CALL (project) {
       MATCH (project)-[requirement:REQUIRES]->(skill:Skill)
       RETURN null AS task, requirement, skill
       UNION ALL
       MATCH (project)-[:HAS_TASK]->(task:Task)-[requirement:REQUIRES]->(skill:Skill)
       RETURN task, requirement, skill
     }
     WITH task, requirement, skill ORDER BY skill.sortName, skill.id, requirement.level, requirement.id
     RETURN collect(${requirementColumns.list()}) AS requirements
   }
   RETURN key AS project, requirements,
     COLLECT { MATCH (project)<-[assignment:ASSIGNED_TO]-(colleague:Person)
       WHERE NOT $includeAssigned AND coalesce(assignment.to > $now, true) RETURN DISTINCT colleague.id } AS assigned`,
);

/** What these projects require, those that are there. */
export async function requiredBy(
  { database, now }: RequestContext,
  projects: readonly string[],
  includeAssigned: boolean,
): Promise<Required[]> {
  const rows = await database.query(REQUIRED, { projects, includeAssigned, now });
  return rows.map(({ project, requirements, assigned }) => ({
    project,
    requirements: requirements.map((row) => requirementColumns.fieldsOf(row)),
    assigned: new Set(assigned),
  }));
}

/** Among whom candidates are sought. */
export interface Among {
  readonly filterBy: object | null;
  readonly includeAssigned: boolean;
}

const meetingFilters = new FilteredQuestion<{ at: number; people: string[] }>(
  { name: 'staffing.meetingFilters', filters: openPersonFilters },
  (conditions) => `${calibrationInForce}
   UNWIND range(0, size($skills) - 1) AS at
   UNWIND $skills[at] AS key
   MATCH (:Skill {id: key})<-[:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${conditions}
   RETURN at, collect(DISTINCT person.id) AS people`,
);

const nobody: ReadonlySet<string> = new Set();

/**
 * Who meets what a client asks of the people, internal ids, for each of some lists of skills of those known in one of them;
 * undefined where nothing is asked.
 */
export async function peopleMeetingFilters(
  context: RequestContext,
  skills: readonly (readonly string[])[],
  filterBy: object | null | undefined,
): Promise<(at: number) => ReadonlySet<string> | undefined> {
  const filter = filterValues(openPersonFilters, filterBy);
  const conditions = Object.keys(filter);
  if (conditions.length === 0) return () => undefined;
  const rows = await context.database.query(meetingFilters.statement(conditions), {
    ...{ skills, filter, now: context.now },
    ...(await context.visible()),
  });
  const found = new Map(rows.map(({ at, people }) => [at, new Set(people)]));
  return (at) => found.get(at) ?? nobody;
}
