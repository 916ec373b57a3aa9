import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { acyclicRelationOf, readingOf } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import type { BroaderSkill, LocalizedText, Skill, SkillType } from './skill.type';

export const skillIdentity = identityOf('Skill');
export const broaderSkills = acyclicRelationOf('Skill', 'BROADER');
export const prerequisitesOfSkills = acyclicRelationOf('Skill', 'PREREQUISITE');

/** What is read of a skill wherever it is named. */
export interface SkillNameRow {
  key: string;
  name: string;
  sortName: string;
}

export interface SkillRow extends SkillNameRow, NounRow {
  description: string | null;
  uri: string | null;
  type: SkillType | null;
  labelLanguages: string[] | null;
  labels: string[] | null;
  synonymLanguages: string[] | null;
  synonyms: string[] | null;
}

export const skillColumns = `${nounColumns('skill')}, skill.name AS name, skill.sortName AS sortName,
          skill.description AS description, skill.uri AS uri, skill.type AS type,
          skill.labelLanguages AS labelLanguages, skill.labels AS labels,
          skill.synonymLanguages AS synonymLanguages, skill.synonyms AS synonyms`;

/** A skill by name only: what else the API shows of it, it looks up by itself. */
export function namedSkill({ key, name, sortName }: SkillNameRow): Skill {
  return { key, id: globalId('Skill', key), name, sortName };
}

export function skillOfRow(row: SkillRow): Skill {
  return {
    ...namedSkill(row),
    ...nounDates(row),
    description: row.description,
    uri: row.uri,
    type: row.type,
    labels: textsOf(row.labelLanguages, row.labels),
    synonyms: textsOf(row.synonymLanguages, row.synonyms),
  };
}

/** That one skill lies directly below another; internal ids. */
export interface BroaderSkillToSave {
  readonly skill: string;
  readonly broader: string;
}

interface BroaderSkillRow extends SkillNameRow {
  broaderKey: string;
  broaderName: string;
  broaderSortName: string;
}

export const broaderSkillsNow = readingOf('skills.broaderNow', {
  itemOf: (named: BroaderSkillToSave) => named,
  match: 'MATCH (skill:Skill {id: item.skill})-[:BROADER]->(broader:Skill {id: item.broader})',
  columns: `skill.id AS key, skill.name AS name, skill.sortName AS sortName, broader.id AS broaderKey,
          broader.name AS broaderName, broader.sortName AS broaderSortName`,
  valueOf: ({ broaderKey, broaderName, broaderSortName, ...skill }: BroaderSkillRow): BroaderSkill => ({
    skill: namedSkill(skill),
    broader: namedSkill({ key: broaderKey, name: broaderName, sortName: broaderSortName }),
  }),
});

/** Texts stored as two lists, since a property holds no list of pairs. */
function textsOf(languages: readonly string[] | null, texts: readonly string[] | null): LocalizedText[] {
  return (texts ?? []).map((text, index) => ({ language: languages?.[index] ?? '', text }));
}

const SKILLS_BY_KEY = statement<SkillRow>(
  'skills.byKey',
  `UNWIND $keys AS key
   MATCH (skill:Skill {id: key})
   RETURN ${skillColumns}`,
);

const FORMERLY = statement<SkillRow & { former: string }>(
  'skills.formerly',
  `UNWIND $keys AS former
   MATCH (merged:MergedId {key: former})-[:IDENTIFIES]->(skill:Skill)
   USING INDEX SEEK merged:MergedId(key)
   RETURN former, ${skillColumns}`,
);

/** The skills into which those with these internal ids were merged. */
export function formerSkills(
  queries: Queries,
  keys: readonly string[],
): Promise<(SkillRow & { former: string })[]> {
  return queries.query(FORMERLY, { keys });
}

export function skillsByKey(queries: Queries, keys: readonly string[]): Promise<SkillRow[]> {
  return queries.query(SKILLS_BY_KEY, { keys });
}
