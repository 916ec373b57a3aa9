import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { statement, type Queries } from '../../graph/driver/statement';
import { grouped } from '../../shared/grouped';
import { globalId } from '../../shared/ids';
import type { RequirementRow } from '../request/plans';
import type { RoleTemplate } from './project.type';
import { requirementColumns, requirementsNow, type RequirementToSave } from './requirement.store';
import type { AppliedRoleTemplate } from './requirement.type';

export const roleTemplateIdentity = identityOf('RoleTemplate');

/** What is read of a role template wherever it is named. */
export interface RoleTemplateNameRow {
  key: string;
  name: string;
}

export interface RoleTemplateRow extends RoleTemplateNameRow, NounRow {
  description: string | null;
  uri: string | null;
}

export const roleTemplateColumns = `${nounColumns('role')}, role.name AS name, role.description AS description, role.uri AS uri`;

/** A role template by name only: what else the API shows of it, it looks up by itself. */
export function namedRoleTemplate({ key, name }: RoleTemplateNameRow): RoleTemplate {
  return { key, id: globalId('RoleTemplate', key), name };
}

export function roleTemplateOf(row: RoleTemplateRow): RoleTemplate {
  return { ...namedRoleTemplate(row), ...nounDates(row), description: row.description, uri: row.uri };
}

const ROLE_TEMPLATES_BY_KEY = statement<RoleTemplateRow>(
  'roleTemplates.byKey',
  `UNWIND $keys AS key
   MATCH (role:RoleTemplate {id: key})
   RETURN ${roleTemplateColumns}`,
);

export function roleTemplatesByKey(queries: Queries, keys: readonly string[]): Promise<RoleTemplateRow[]> {
  return queries.query(ROLE_TEMPLATES_BY_KEY, { keys });
}

const REQUIREMENTS_OF_TEMPLATES = statement<{
  template: string;
  skill: string;
  level: number;
  band: string | null;
  importance: number;
  headcount: number;
}>(
  'roleTemplates.requirements',
  `UNWIND $keys AS template
   MATCH (:RoleTemplate {id: template})-[requirement:REQUIRES]->(skill:Skill)
   WITH template, requirement, skill ORDER BY skill.sortName, skill.id
   RETURN template, skill.id AS skill, requirement.level AS level, requirement.band AS band,
          requirement.importance AS importance, requirement.headcount AS headcount`,
);

/** What these templates require, by name of the skill. */
export function requirementsOfTemplates(queries: Queries, keys: readonly string[]) {
  return queries.query(REQUIREMENTS_OF_TEMPLATES, { keys });
}

const NEEDS_OF_TEMPLATES = statement<RequirementRow & { readonly template: string }>(
  'roleTemplates.needs',
  `UNWIND $keys AS template
   MATCH (:RoleTemplate {id: template})-[requirement:REQUIRES]->(skill:Skill)
   WITH template, requirement, skill, null AS task
   RETURN template, ${requirementColumns}`,
);

/** What these templates require, as it is compared with people; by template, internal ids. */
export async function needsOfTemplates(
  queries: Queries,
  keys: readonly string[],
): Promise<Map<string, RequirementRow[]>> {
  return grouped(await queries.query(NEEDS_OF_TEMPLATES, { keys }), ({ template }) => template);
}

/** A template, by internal id, and what is required by it where it was applied. */
export interface RoleTemplateApplied {
  readonly template: string;
  readonly requirements: readonly RequirementToSave[];
}

/** What these applications came to, as it is now. */
export async function appliedNow(
  queries: Queries,
  named: readonly RoleTemplateApplied[],
): Promise<(AppliedRoleTemplate | null)[]> {
  const rows = await roleTemplatesByKey(queries, [...new Set(named.map(({ template }) => template))]);
  const templates = new Map(rows.map((row) => [row.key, roleTemplateOf(row)]));
  const stated = await requirementsNow(
    queries,
    named.flatMap(({ requirements }) => requirements),
  );
  let place = 0;
  return named.map(({ template, requirements }) => {
    const roleTemplate = templates.get(template);
    const ofThis = stated.slice(place, (place += requirements.length));
    return roleTemplate ? { roleTemplate, requirements: ofThis.filter((one) => one !== null) } : null;
  });
}
