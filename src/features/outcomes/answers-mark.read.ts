import { statement } from '../../graph/driver/statement';
import type { BatchRead } from '../request/loaders';

interface AnsweredRow {
  readonly revision: string;
  /** Of people, answers, withdrawn answers and memberships how many there are, and when the latest of each changed. */
  readonly answers: readonly unknown[];
  readonly teams: readonly unknown[];
  readonly askedBy: readonly unknown[];
  readonly visits: readonly unknown[];
  readonly skills: readonly unknown[];
  readonly merges: number;
}

const ANSWERED = statement<AnsweredRow>(
  'outcomes.answered',
  `CALL () { MATCH (merged:MergedId) RETURN count(merged) AS merges }
   UNWIND $revisions AS key
   MATCH (revision:Revision {id: key})
   CALL (revision) {
     MATCH (revision)-[:HAS_PAGE]->(:Page)-[:ASKS]->(version:QuestionVersion)
     WITH DISTINCT version ORDER BY version.id
     RETURN collect(version) AS versions
   }
   CALL (versions) {
     UNWIND versions AS version
     MATCH (version)<-[:TO]-(answer:Answer)-[:BY]->(person:Person)
     WITH person, count(answer) AS given, sum(CASE WHEN answer.withdrawn THEN 1 ELSE 0 END) AS withdrawn,
          max(answer.recordedAt) AS latest
     RETURN [count(person), sum(given), sum(withdrawn), max(latest), max(person.updatedAt)] AS answers,
            collect(person) AS people
   }
   CALL (people) {
     UNWIND people AS person
     MATCH (person)-[membership:MEMBER_OF]->(team:Team)
     WITH team.id AS team, count(membership) AS memberships, sum(membership.from) AS began,
          sum(coalesce(membership.to, 0)) AS ended, max(membership.updatedAt) AS updated ORDER BY team
     RETURN collect([team, memberships, began, ended, updated]) AS teams
   }
   CALL (versions) {
     UNWIND versions AS version
     MATCH (version)<-[:ASKS]-(:Page)<-[:HAS_PAGE]-(asking:Revision)
     WITH DISTINCT version.id AS asked, asking ORDER BY asked, asking.id
     RETURN collect([asked, asking.id, asking.publishedAt]) AS askedBy, collect(DISTINCT asking) AS asking
   }
   CALL (asking) {
     WITH asking WHERE size(asking) > 1
     UNWIND asking AS one
     MATCH (one)<-[:OF]-(visit:Visit)
     WITH one.id AS of, count(visit) AS there, sum(CASE WHEN visit.withdrawn THEN 1 ELSE 0 END) AS withdrawn,
          max(coalesce(visit.changedAt, visit.recordedAt)) AS changed ORDER BY of
     RETURN collect([of, there, withdrawn, changed]) AS visits
   }
   RETURN key AS revision, answers, teams, askedBy, visits, merges,
     [version IN versions | [(version)-[:ASSESSES]->(skill:Skill) | [skill.id, skill.name]]] AS skills`,
);

/**
 * A text for the answers to what each revision asks and for what they are told apart by, internal ids: another one where
 * anything of it changed. Undefined for a revision that is not there. The same at every moment.
 */
export const answersMark: BatchRead<string, string | undefined, null> = async ({ database }, revisions) => {
  const rows = await database.query(ANSWERED, { revisions });
  const marks = new Map(rows.map(({ revision, ...answered }) => [revision, JSON.stringify(answered)]));
  return revisions.map((revision) => marks.get(revision));
};
