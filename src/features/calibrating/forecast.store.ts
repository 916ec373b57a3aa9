import { statement, type Queries } from '../../graph/driver/statement';

const TEAMS_OF_PEOPLE = statement<{ person: string; teams: string[] }>(
  'forecast.teamsOfPeople',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})-[membership:MEMBER_OF]->(team:Team)
   WHERE membership.from <= $now AND coalesce(membership.to > $now, true)
   RETURN key AS person, collect(DISTINCT team.id) AS teams`,
);

/** Internal ids of the teams that people belong to now; without those who belong to none. */
export async function teamsOfPeople(
  queries: Queries,
  people: readonly string[],
  now: number,
): Promise<Map<string, string[]>> {
  const rows = await queries.query(TEAMS_OF_PEOPLE, { people, now });
  return new Map(rows.map(({ person, teams }) => [person, teams]));
}
