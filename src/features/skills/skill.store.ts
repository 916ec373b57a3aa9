import { identityOf } from '../../graph/identity';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import type { Skill } from './skill.type';

export const skillIdentity = identityOf('Skill');

export interface SkillRow {
  key: string;
  name: string;
  sortName: string;
  description: string | null;
  uri: string | null;
}

export function skillOf({ key, name, sortName, description, uri }: SkillRow): Skill {
  return { key, id: globalId('Skill', key), name, sortName, description, uri };
}

const SKILLS_BY_KEY = statement<SkillRow>(
  'skills.byKey',
  `UNWIND $keys AS key
   MATCH (skill:Skill {id: key})
   RETURN key, skill.name AS name, skill.sortName AS sortName, skill.description AS description, skill.uri AS uri`,
);

export function skillsByKey(queries: Queries, keys: readonly string[]): Promise<SkillRow[]> {
  return queries.query(SKILLS_BY_KEY, { keys });
}

const LIST_SKILLS = statement<SkillRow>(
  'skills.list',
  `MATCH (skill:Skill)
   WHERE skill.sortName >= $afterName AND skill.id IS NOT NULL
     AND [skill.sortName, skill.id] > [$afterName, $afterId]
   RETURN skill.id AS key, skill.name AS name, skill.sortName AS sortName, skill.description AS description,
          skill.uri AS uri
   ORDER BY skill.sortName, skill.id LIMIT toInteger($limit)`,
);

export function listSkills(queries: Queries, page: Page): Promise<SkillRow[]> {
  return queries.query(LIST_SKILLS, { ...page });
}
