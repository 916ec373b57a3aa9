import type { ListFilter } from '../../graph/nouns/list';
import { keptFilter, nounFilters, nounOrders } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { skillColumns, skillOfRow, type SkillRow } from './skill.store';
import type { Skill } from './skill.type';

/** A condition on a skill that one of the paths leads to, named by global id; each path leads to `one`. */
export function skillFilter(filter: string, ...paths: readonly string[]): ListFilter {
  return keptFilter(
    'Skill',
    filter,
    'one',
    (isOne) => `(${paths.map((path) => `EXISTS { MATCH ${path} WHERE ${isOne} }`).join(' OR ')})`,
  );
}

/** Filters on skills, wherever `skill` is bound. */
export const skillFilters = {
  ...nounFilters('Skill', 'skill'),
  types: { where: 'skill.type IN $filter.types' },
  within: skillFilter('within', '(skill)-[:BROADER*1..]->(one:Skill)'),
  top: { where: 'NOT EXISTS { (skill)-[:BROADER]->(:Skill) } = $filter.top' },
  uris: { where: 'skill.uri IN $filter.uris' },
};

const skills = { filters: skillFilters, orders: nounOrders('skill'), columns: skillColumns };

export const skillList = new NodeList<SkillRow, Skill>(
  { name: 'skills.list', nested: false, match: 'MATCH (skill:Skill)', ...skills },
  () => ({ nodeOf: skillOfRow }),
);

/** Skills that are related to a parent, given how they are found from it. */
export function relatedSkills(name: string, match: string): NodeList<SkillRow, Skill> {
  return new NodeList<SkillRow, Skill>({ name, nested: true, match, ...skills }, () => ({
    nodeOf: skillOfRow,
  }));
}

export const broaderOfSkill = relatedSkills(
  'skills.broader',
  'MATCH (:Skill {id: parent})-[:BROADER]->(skill:Skill)',
);
export const narrowerOfSkill = relatedSkills(
  'skills.narrower',
  'MATCH (:Skill {id: parent})<-[:BROADER]-(skill:Skill)',
);
export const prerequisitesOfSkill = relatedSkills(
  'skills.prerequisites',
  'MATCH (:Skill {id: parent})-[:PREREQUISITE]->(skill:Skill)',
);
export const skillsBuiltOnSkill = relatedSkills(
  'skills.builtOn',
  'MATCH (:Skill {id: parent})<-[:PREREQUISITE]-(skill:Skill)',
);
