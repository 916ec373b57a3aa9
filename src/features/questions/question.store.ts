import { identityOf } from '../../graph/identity';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import type { Question } from './question.type';

export const questionIdentity = identityOf('Question');

export interface QuestionRow {
  key: string;
  sortName: string;
  /** Of the current version. */
  prompt: string;
  /** Internal id of the current version. */
  current: string;
}

export function questionOf({ key, sortName, prompt, current }: QuestionRow): Question {
  return { key, id: globalId('Question', key), sortName, prompt, currentKey: current };
}

const QUESTIONS_BY_KEY = statement<QuestionRow>(
  'questions.byKey',
  `UNWIND $keys AS key
   MATCH (question:Question {id: key})-[:CURRENT]->(current:QuestionVersion)
   RETURN key, question.sortName AS sortName, current.prompt AS prompt, current.id AS current`,
);

export function questionsByKey(queries: Queries, keys: readonly string[]): Promise<QuestionRow[]> {
  return queries.query(QUESTIONS_BY_KEY, { keys });
}

const LIST_QUESTIONS = statement<QuestionRow>(
  'questions.list',
  `MATCH (question:Question)
   WHERE question.sortName >= $afterName AND question.id IS NOT NULL
     AND [question.sortName, question.id] > [$afterName, $afterId]
   WITH question ORDER BY question.sortName, question.id LIMIT toInteger($limit)
   MATCH (question)-[:CURRENT]->(current:QuestionVersion)
   RETURN question.id AS key, question.sortName AS sortName, current.prompt AS prompt, current.id AS current
   ORDER BY sortName, key`,
);

export function listQuestions(queries: Queries, page: Page): Promise<QuestionRow[]> {
  return queries.query(LIST_QUESTIONS, { ...page });
}
