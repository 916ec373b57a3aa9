import { statement, type Queries } from '../../graph/driver/statement';
import type { FeedbackBy } from './content-feedback';

/** What feedback is on. */
export type Judged = 'module' | 'page' | 'question';

type FeedbackColumns = readonly [
  person: string,
  unclear: boolean | null,
  outdated: boolean | null,
  rating: number | null,
  words: string | null,
];

function feedbackOn(name: string, match: string) {
  return statement<{ key: string; feedback: FeedbackColumns[] }>(
    name,
    `UNWIND $keys AS key
     CALL (key) {
       ${match}
       WHERE NOT feedback.withdrawn
       MATCH (feedback)-[:GIVEN_BY]->(person:Person)
       WITH person, feedback ORDER BY feedback.recordedAt, feedback.id
       RETURN collect([person.id, feedback.unclear, feedback.outdated, feedback.rating, feedback.words]) AS feedback
     }
     RETURN key, feedback`,
  );
}

const FEEDBACK_ON: Readonly<Record<Judged, ReturnType<typeof feedbackOn>>> = {
  module: feedbackOn(
    'contentFeedback.onModules',
    `MATCH (:Module {id: key})-[:HAS_REVISION]->(revision:Revision)
       CALL (revision) {
         MATCH (revision)<-[:ON]-(feedback:Feedback) RETURN feedback
         UNION ALL
         MATCH (revision)-[:HAS_PAGE]->(:Page)<-[:ON]-(feedback:Feedback) RETURN feedback
       }
       WITH feedback`,
  ),
  page: feedbackOn('contentFeedback.onPages', 'MATCH (:Page {id: key})<-[:ON]-(feedback:Feedback)'),
  question: feedbackOn(
    'contentFeedback.onVersions',
    'MATCH (:QuestionVersion {id: key})<-[:ON]-(feedback:Feedback)',
  ),
};

/** Feedback that was not withdrawn, in the order in which it arrived, by internal id of what it is on. */
export async function feedbackOnContent(
  queries: Queries,
  what: Judged,
  keys: readonly string[],
): Promise<Map<string, FeedbackBy[]>> {
  const rows = await queries.query(FEEDBACK_ON[what], { keys });
  const feedbackBy = ([person, unclear, outdated, rating, words]: FeedbackColumns): FeedbackBy => ({
    person,
    unclear,
    outdated,
    rating,
    words,
  });
  return new Map(rows.map(({ key, feedback }) => [key, feedback.map(feedbackBy)]));
}
