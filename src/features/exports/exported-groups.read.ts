import { statement, type Queries } from '../../graph/driver/statement';

interface Named {
  key: string;
  name: string;
}

const TEAMS = statement<Named>(
  'exports.teams',
  `MATCH (team:Team) WHERE team.archivedAt IS NULL
   RETURN team.id AS key, team.name AS name
   ORDER BY team.sortName, team.id`,
  'Every team is reported on.',
);

/** Teams that are not archived, by name. */
export function teamsInUse(queries: Queries): Promise<Named[]> {
  return queries.query(TEAMS);
}

const SKILLS = statement<{ key: string }>(
  'exports.skillsOfSupply',
  `MATCH (skill:Skill)
   WHERE skill.archivedAt IS NULL
     AND (EXISTS { (skill)<-[:ASSESSES|TEACHES|REQUIRES]-() } OR $everyone AND EXISTS { (skill)<-[:HAS_SKILL]-() })
   RETURN skill.id AS key`,
  'Every skill is reported on that there is something to say of.',
);

/**
 * Internal ids of the skills that something assesses, teaches or requires; for who sees everybody also of those that people are
 * known in otherwise: to others that would tell of these people.
 */
export async function skillsOfSupply(queries: Queries, everyone: boolean): Promise<string[]> {
  return (await queries.query(SKILLS, { everyone })).map(({ key }) => key);
}

const TEAMS_MARK = statement<{ count: number; latest: number | null }>(
  'exports.teamsMark',
  `MATCH (team:Team) RETURN toFloat(count(team)) AS count, max(team.updatedAt) AS latest`,
  'Teams are few, and the feed says nothing of their names.',
);

/** Another one whenever a team is new, gone or otherwise. */
export async function teamsMark(queries: Queries): Promise<string> {
  const [row] = await queries.query(TEAMS_MARK);
  return `${String(row?.count)} ${String(row?.latest)}`;
}

interface SkillFateRow {
  key: string;
  /** Null where it is no more. */
  name: string | null;
  archivedAt: number | null;
  goneAt: number | null;
  mergedInto: string | null;
}

const SKILL_FATES = statement<SkillFateRow>(
  'exports.skillsNamed',
  `UNWIND $keys AS key
   OPTIONAL MATCH (skill:Skill {id: key})
   OPTIONAL MATCH (tombstone:Tombstone {id: key}) WHERE tombstone.type = 'Skill'
   WITH key, skill, tombstone WHERE skill IS NOT NULL OR tombstone IS NOT NULL
   RETURN key, skill.name AS name, skill.archivedAt AS archivedAt, tombstone.at AS goneAt,
          tombstone.mergedInto AS mergedInto
   ORDER BY key`,
);

/** What became of those of these, by internal id, that are or were skills. */
export function skillFates(queries: Queries, keys: readonly string[]): Promise<SkillFateRow[]> {
  return queries.query(SKILL_FATES, { keys });
}
