import { expectAll } from '../../graph/driver/errors';
import { touched } from '../../graph/nouns/identity';
import { statement, type Queries } from '../../graph/driver/statement';
import type { Content } from './content';

export interface CurrentContent extends Content {
  /** Internal id of the question. */
  readonly question: string;
  readonly number: number;
}

const CURRENT_CONTENTS = statement<CurrentContent>(
  'questions.currentContents',
  `UNWIND $keys AS key
   MATCH (question:Question {id: key})-[:CURRENT]->(version:QuestionVersion)
   RETURN key AS question, version.number AS number, version.prompt AS prompt, version.options AS options,
          version.answerKey AS answerKey, COLLECT { MATCH (version)-[:ASSESSES]->(skill:Skill) RETURN skill.id } AS skills`,
);

/** What the current versions say. Lock the questions first, else another writer may publish meanwhile. */
export function currentContents(tx: Queries, keys: readonly string[]): Promise<CurrentContent[]> {
  return tx.query(CURRENT_CONTENTS, { keys });
}

/** A version to publish. */
export interface Publication extends CurrentContent {
  /** Internal id of the new version. */
  readonly version: string;
  readonly content: string;
  readonly publishedAt: number;
}

const ADD_VERSIONS = statement<{ assessed: number }>(
  'questions.addVersions',
  `UNWIND $items AS item
   MATCH (question:Question {id: item.question})
   CREATE (question)-[:HAS_VERSION]->(version:QuestionVersion {
     id: item.version, number: toInteger(item.number), prompt: item.prompt, options: item.options,
     answerKey: item.answerKey, publishedAt: item.publishedAt, content: item.content
   })
   WITH item, version
   UNWIND item.skills AS key
   MATCH (skill:Skill {id: key})
   CREATE (version)-[:ASSESSES]->(skill)
   RETURN count(*) AS assessed`,
);

const SET_CURRENT = statement(
  'questions.setCurrent',
  `UNWIND $items AS item
   MATCH (question:Question {id: item.question})
   OPTIONAL MATCH (question)-[former:CURRENT]->(:QuestionVersion)
   DELETE former
   WITH DISTINCT item, question
   MATCH (version:QuestionVersion {id: item.version})
   CREATE (question)-[:CURRENT]->(version)
   SET question.sortName = item.sortName, ${touched('question')}`,
);

/** Adds versions and makes the last one given for each question its current one, which the question is listed by. */
export async function publish(
  tx: Queries,
  items: readonly Publication[],
  sortNameOf: (publication: Publication) => string,
  now: number,
): Promise<void> {
  if (items.length === 0) return;
  const [row] = await tx.query(ADD_VERSIONS, { items });
  // A skill that was deleted or merged into another since it was looked up: the retry rejects the item with that reason.
  expectAll(
    row?.assessed ?? 0,
    items.reduce((sum, { skills }) => sum + skills.length, 0),
  );
  const last = new Map(items.map((item) => [item.question, item]));
  await tx.query(SET_CURRENT, {
    items: [...last.values()].map((item) => ({
      question: item.question,
      version: item.version,
      sortName: sortNameOf(item),
    })),
    now,
  });
  tx.changed('catalogue', last.keys());
}
