import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import type { SkillRow } from '../skills/skill.store';
import type { QuestionVersion } from './question-version.type';

export interface QuestionVersionRow {
  key: string;
  /** Internal id of the question. */
  question: string;
  number: number;
  prompt: string;
  options: string[];
  answerKey: string | null;
  publishedAt: number;
}

export function questionVersionOf({
  key,
  question,
  publishedAt,
  ...shown
}: QuestionVersionRow): QuestionVersion {
  return {
    key,
    id: globalId('QuestionVersion', key),
    questionKey: question,
    publishedAt: new Date(publishedAt),
    number: shown.number,
    prompt: shown.prompt,
    options: shown.options,
    answerKey: shown.answerKey,
  };
}

const VERSIONS_BY_KEY = statement<QuestionVersionRow>(
  'questionVersions.byKey',
  `UNWIND $keys AS key
   MATCH (version:QuestionVersion {id: key})<-[:HAS_VERSION]-(question:Question)
   RETURN key, question.id AS question, version.number AS number, version.prompt AS prompt,
          version.options AS options, version.answerKey AS answerKey, version.publishedAt AS publishedAt`,
);

export function versionsByKey(queries: Queries, keys: readonly string[]): Promise<QuestionVersionRow[]> {
  return queries.query(VERSIONS_BY_KEY, { keys });
}

const VERSIONS_OF_QUESTIONS = statement<QuestionVersionRow>(
  'questionVersions.ofQuestions',
  `UNWIND $keys AS question
   MATCH (:Question {id: question})-[:HAS_VERSION]->(version:QuestionVersion)
   RETURN question, version.id AS key, version.number AS number, version.prompt AS prompt,
          version.options AS options, version.answerKey AS answerKey, version.publishedAt AS publishedAt
   ORDER BY number`,
);

/** All versions of these questions, the first one first. */
export function versionsOfQuestions(
  queries: Queries,
  keys: readonly string[],
): Promise<QuestionVersionRow[]> {
  return queries.query(VERSIONS_OF_QUESTIONS, { keys });
}

const ASSESSED_SKILLS = statement<SkillRow & { version: string }>(
  'questionVersions.skills',
  `UNWIND $keys AS version
   MATCH (:QuestionVersion {id: version})-[:ASSESSES]->(skill:Skill)
   RETURN version, skill.id AS key, skill.name AS name, skill.sortName AS sortName,
          skill.description AS description, skill.uri AS uri
   ORDER BY skill.sortName, skill.id`,
);

export function assessedSkills(
  queries: Queries,
  keys: readonly string[],
): Promise<(SkillRow & { version: string })[]> {
  return queries.query(ASSESSED_SKILLS, { keys });
}
