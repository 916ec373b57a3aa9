import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
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

export const versionColumns = `version.id AS key, question.id AS question, version.number AS number,
          version.prompt AS prompt, version.options AS options, version.answerKey AS answerKey,
          version.publishedAt AS publishedAt`;

const VERSIONS_BY_KEY = statement<QuestionVersionRow>(
  'questionVersions.byKey',
  `UNWIND $keys AS key
   MATCH (version:QuestionVersion {id: key})<-[:HAS_VERSION]-(question:Question)
   RETURN ${versionColumns}`,
);

export function versionsByKey(queries: Queries, keys: readonly string[]): Promise<QuestionVersionRow[]> {
  return queries.query(VERSIONS_BY_KEY, { keys });
}

const QUESTIONS_OF_VERSIONS = statement<{ question: string }>(
  'questionVersions.questions',
  `UNWIND $versions AS key
   MATCH (:QuestionVersion {id: key})<-[:HAS_VERSION]-(question:Question)
   RETURN DISTINCT question.id AS question`,
);

/** Says to the feed that answers to versions, by internal id, are read otherwise: a change of their questions. */
export async function sayReadOtherwise(tx: Queries, versions: readonly string[]): Promise<void> {
  if (versions.length === 0) return;
  const rows = await tx.query(QUESTIONS_OF_VERSIONS, { versions });
  tx.changed(
    'catalogue',
    rows.map(({ question }) => question),
  );
}
