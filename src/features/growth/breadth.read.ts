import { statement } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';

/** What a person was asked about in two periods, internal ids of skills. */
export interface AskedOf {
  readonly person: string;
  readonly before: readonly string[];
  readonly recent: readonly string[];
}

const ASKED_IN_PERIODS = statement<AskedOf>(
  'growth.askedInPeriods',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person,
     COLLECT { MATCH (person)<-[:BY]-(answer:Answer)-[:TO]->(:QuestionVersion)-[:ASSESSES]->(skill:Skill)
       WHERE NOT answer.withdrawn AND answer.at > $from AND answer.at <= $since RETURN DISTINCT skill.id } AS before,
     COLLECT { MATCH (person)<-[:BY]-(answer:Answer)-[:TO]->(:QuestionVersion)-[:ASSESSES]->(skill:Skill)
       WHERE NOT answer.withdrawn AND answer.at > $since AND answer.at <= $now RETURN DISTINCT skill.id } AS recent`,
);

/** @param since when the recent period begins; the one before is as long. Epoch milliseconds. */
export function askedInPeriods(
  { database, now }: RequestContext,
  people: readonly string[],
  since: number,
): Promise<AskedOf[]> {
  if (people.length === 0) return Promise.resolve([]);
  return database.query(ASKED_IN_PERIODS, { people, from: 2 * since - now, since, now });
}
