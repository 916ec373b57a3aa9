import { statement, type Queries } from '../../graph/driver/statement';

/** A skill that is demanded, with how it is taught. */
export interface DemandedSkill {
  readonly key: string;
  readonly name: string;
  readonly sortName: string;
  /** The highest level that is required. */
  readonly level: number;
  /** How many people open projects and their tasks require in it, at whatever levels. */
  readonly seats: number;
  readonly projects: number;
  /** How many role templates require it. */
  readonly roleTemplates: number;
  /** The highest level that a module in use leads to, in the skill or a narrower one; null where none teaches it. */
  readonly taughtTo: number | null;
}

const DEMANDED_SKILLS = statement<DemandedSkill>(
  'alignment.demandedSkills',
  `MATCH (skill:Skill) WHERE skill.archivedAt IS NULL AND EXISTS { (skill)<-[:REQUIRES]-() }
   CALL (skill) {
     MATCH (skill)<-[requirement:REQUIRES]-(project:Project)
     WHERE project.archivedAt IS NULL AND coalesce(project.to > $now, true)
     RETURN requirement, project, null AS template
     UNION ALL
     MATCH (skill)<-[requirement:REQUIRES]-(:Task)<-[:HAS_TASK]-(project:Project)
     WHERE project.archivedAt IS NULL AND coalesce(project.to > $now, true)
     RETURN requirement, project, null AS template
     UNION ALL
     MATCH (skill)<-[requirement:REQUIRES]-(template:RoleTemplate)
     WHERE template.archivedAt IS NULL
     RETURN requirement, null AS project, template
   }
   WITH skill, max(requirement.level) AS level, count(DISTINCT project) AS projects, count(DISTINCT template) AS roleTemplates,
     sum(CASE WHEN project IS NULL THEN 0 ELSE requirement.headcount END) AS seats
   CALL (skill) {
     MATCH (skill)<-[:BROADER*0..]-(:Skill)<-[teaching:TEACHES]-(module:Module)
     WHERE module.archivedAt IS NULL
     RETURN max(teaching.to) AS taughtTo
   }
   RETURN skill.id AS key, skill.name AS name, skill.sortName AS sortName, level, seats, projects, roleTemplates, taughtTo`,
  'Whatever is demanded of the whole catalogue is compared with all that is taught.',
);

/** What open projects, their tasks and role templates require of skills in use, in no order. */
export function demandedSkills(queries: Queries, now: number): Promise<DemandedSkill[]> {
  return queries.query(DEMANDED_SKILLS, { now });
}

/** A module in use, with the skills that it teaches. */
export interface ModuleTaught {
  readonly key: string;
  readonly name: string;
  readonly skills: readonly { readonly key: string; readonly name: string; readonly sortName: string }[];
}

const UNDEMANDED_MODULES = statement<ModuleTaught>(
  'alignment.undemandedModules',
  `MATCH (module:Module) WHERE module.archivedAt IS NULL AND NOT EXISTS {
     MATCH (module)-[:TEACHES]->(:Skill)-[:BROADER*0..]->(skill:Skill) WHERE skill.id IN $demanded }
   RETURN module.id AS key, module.name AS name,
     COLLECT { MATCH (module)-[:TEACHES]->(skill:Skill)
               RETURN {key: skill.id, name: skill.name, sortName: skill.sortName} ORDER BY skill.sortName, skill.id } AS skills
   ORDER BY module.sortName, module.id`,
  'The whole catalogue is compared with what is demanded.',
);

/** Modules in use that teach none of these skills, nor one that is narrower than any of them, by name. */
export function undemandedModules(queries: Queries, demanded: readonly string[]): Promise<ModuleTaught[]> {
  return queries.query(UNDEMANDED_MODULES, { demanded });
}

const COUNT_MODULES = statement<{ modules: number }>(
  'alignment.countModules',
  `MATCH (module:Module) WHERE module.archivedAt IS NULL RETURN count(module) AS modules`,
  'All of the catalogue is compared.',
);

/** How many modules are in use. */
export async function countModules(queries: Queries): Promise<number> {
  return (await queries.query(COUNT_MODULES))[0]?.modules ?? 0;
}
