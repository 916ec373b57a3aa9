import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import { readingOf } from '../../graph/nouns/relation';
import { namedSkill } from '../skills/skill.store';
import type { AssessedSkill, Question } from './question.type';

export const questionIdentity = identityOf('Question');

export interface QuestionRow extends NounRow {
  /** Of the current version. */
  prompt: string;
  /** Internal id of the current version. */
  current: string;
}

export const questionColumns = `${nounColumns('question')}, current.prompt AS prompt, current.id AS current`;

export function questionOf(row: QuestionRow): Question {
  return {
    key: row.key,
    id: globalId('Question', row.key),
    ...nounDates(row),
    prompt: row.prompt,
    currentKey: row.current,
  };
}

/** That a question assesses a skill; internal ids. */
export interface AssessedSkillToSave {
  readonly question: string;
  readonly skill: string;
}

interface AssessedSkillRow extends QuestionRow {
  skillKey: string;
  skillName: string;
  skillSortName: string;
}

export const assessedSkillsNow = readingOf('questions.assessedSkillsNow', {
  itemOf: (named: AssessedSkillToSave) => named,
  match: `MATCH (question:Question {id: item.question})-[:CURRENT]->(current:QuestionVersion)
     MATCH (current)-[:ASSESSES]->(skill:Skill {id: item.skill})`,
  columns: `${questionColumns}, skill.id AS skillKey, skill.name AS skillName, skill.sortName AS skillSortName`,
  valueOf: (row: AssessedSkillRow): AssessedSkill => ({
    question: questionOf(row),
    skill: namedSkill({ key: row.skillKey, name: row.skillName, sortName: row.skillSortName }),
  }),
});

const QUESTIONS_BY_KEY = statement<QuestionRow>(
  'questions.byKey',
  `UNWIND $keys AS key
   MATCH (question:Question {id: key})-[:CURRENT]->(current:QuestionVersion)
   RETURN ${questionColumns}`,
);

export function questionsByKey(queries: Queries, keys: readonly string[]): Promise<QuestionRow[]> {
  return queries.query(QUESTIONS_BY_KEY, { keys });
}
