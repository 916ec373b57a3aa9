import { evidenceId, externalNameOf } from '../../shared/ids';
import { NodeList } from '../nouns/lists';
import type { Feedback } from './feedback.type';

type FeedbackRow = Omit<Feedback, 'id' | 'externalId' | 'at'> & {
  readonly feedback: string;
  readonly at: number;
};

/** To be asked for by nobody but the person. */
export const feedbackOfPerson = new NodeList<FeedbackRow, Feedback>(
  {
    name: 'feedback.ofPeople',
    nested: true,
    match: 'MATCH (person:Person {id: parent})<-[:GIVEN_BY]-(feedback:Feedback)',
    filters: { withdrawn: { where: 'feedback.withdrawn = $filter.withdrawn' } },
    orders: {
      AT: [
        ['feedback.at', 'number'],
        ['feedback.id', 'string'],
      ],
    },
    columns: `feedback.id AS feedback, feedback.at AS at, feedback.withdrawn AS withdrawn,
            feedback.unclear AS unclear, feedback.outdated AS outdated, feedback.rating AS rating, feedback.words AS words,
            head([(feedback)-[:ON]->(page:Page) | page.id]) AS pageKey,
            head([(feedback)-[:ON]->(version:QuestionVersion) | version.id]) AS versionKey,
            COLLECT {
              MATCH (feedback)-[:ON]->(on:Revision|Page)
              MATCH (on)<-[:HAS_PAGE]-{0,1}(revision:Revision)
              RETURN revision.id }[0] AS revisionKey,
            COLLECT {
              MATCH (feedback)-[:ON]->(on:Revision|Page)
              MATCH (on)<-[:HAS_PAGE]-{0,1}(:Revision)<-[:HAS_REVISION]-(module:Module)
              RETURN module.id }[0] AS moduleKey`,
  },
  () => ({
    nodeOf: ({ feedback, at, ...row }) => ({
      id: evidenceId(feedback),
      externalId: externalNameOf(feedback),
      at: new Date(at),
      moduleKey: row.moduleKey,
      revisionKey: row.revisionKey,
      pageKey: row.pageKey,
      versionKey: row.versionKey,
      unclear: row.unclear,
      outdated: row.outdated,
      rating: row.rating,
      words: row.words,
      withdrawn: row.withdrawn,
    }),
  }),
);
