import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import type { Question } from './question.type';

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

const QUESTIONS_BY_KEY = statement<QuestionRow>(
  'questions.byKey',
  `UNWIND $keys AS key
   MATCH (question:Question {id: key})-[:CURRENT]->(current:QuestionVersion)
   RETURN ${questionColumns}`,
);

export function questionsByKey(queries: Queries, keys: readonly string[]): Promise<QuestionRow[]> {
  return queries.query(QUESTIONS_BY_KEY, { keys });
}
