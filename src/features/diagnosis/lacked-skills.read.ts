import { statement, type Queries } from '../../graph/driver/statement';

const TAUGHT = statement<{ tests: string[] }>(
  'diagnosis.testsOfTeams',
  `UNWIND $teams AS key
   MATCH (:Team {id: key})<-[membership:MEMBER_OF]-(person:Person)
   WHERE membership.from <= $now AND coalesce(membership.to > $now, true)
   WITH DISTINCT person
   MATCH (person)-[enrolment:ENROLLED_IN]->(module:Module)
   WHERE enrolment.from <= $now
   WITH DISTINCT module
   UNWIND [module.id] + [(module)-[:TEACHES]->(skill:Skill) | skill.id] AS test
   RETURN collect(DISTINCT test) AS tests`,
);

/** Internal ids of the modules that people of these teams are enrolled in, and of the skills that these teach. */
export async function testsOfTeams(
  queries: Queries,
  teams: readonly string[],
  now: number,
): Promise<string[]> {
  return (await queries.query(TAUGHT, { teams, now }))[0]?.tests ?? [];
}

/** A skill that a team lacks, with who is enrolled to learn it. */
export interface LackedSkill {
  readonly team: string;
  /** Id of the problem. */
  readonly problem: string;
  readonly skillKey: string;
  readonly skillName: string;
  readonly skillSortName: string;
  /** The level that the modules teach up to. */
  readonly level: number;
  /** Internal ids of active members of the team who are enrolled in a module that teaches it up to there. */
  readonly enrolled: readonly string[];
}

const LACKED = statement<LackedSkill>(
  'diagnosis.lackedSkills',
  `UNWIND $teams AS key
   MATCH (team:Team {id: key})<-[:LACKED_BY]-(problem:Problem {verdict: 'KNOWLEDGE_GAP'})<-[:HAS_PROBLEM]-(skill:Skill)
   WHERE problem.closedAt IS NULL
   WITH team, skill, min(problem.id) AS problem
   MATCH (skill)<-[teaching:TEACHES]-(module:Module)<-[enrolment:ENROLLED_IN]-(person:Person)-[membership:MEMBER_OF]->(team)
   WHERE enrolment.from <= $now AND membership.from <= $now AND coalesce(membership.to > $now, true)
     AND coalesce(person.activeUntil > $now, true) AND person.archivedAt IS NULL
   RETURN team.id AS team, problem, skill.id AS skillKey, skill.name AS skillName, skill.sortName AS skillSortName,
          teaching.to AS level, collect(DISTINCT person.id) AS enrolled
   ORDER BY skillSortName, skillKey, level`,
);

/** The skills that teams lack by open problems, where people of theirs are enrolled in modules that teach them. */
export function lackedSkills(
  queries: Queries,
  teams: readonly string[],
  now: number,
): Promise<LackedSkill[]> {
  return queries.query(LACKED, { teams, now });
}
