import { statement, type Queries } from '../../graph/driver/statement';

/** A stretch of time for which somebody belongs to a team; epoch milliseconds. */
export interface Membership {
  /** Internal id. */
  readonly team: string;
  readonly from: number;
  readonly to: number | null;
}

type MembershipColumns = readonly [team: string, from: number, to: number | null];

const MEMBERSHIPS = statement<{ person: string; memberships: MembershipColumns[] }>(
  'people.memberships',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person,
     [(person)-[membership:MEMBER_OF]->(team:Team) | [team.id, membership.from, membership.to]] AS memberships`,
);

/** All memberships of people, past ones too, by internal id of the person. */
export async function membershipsOfPeople(
  queries: Queries,
  people: readonly string[],
): Promise<Map<string, Membership[]>> {
  const rows = await queries.query(MEMBERSHIPS, { people });
  return new Map(
    rows.map(({ person, memberships }) => [
      person,
      memberships.map(([team, from, to]) => ({ team, from, to })),
    ]),
  );
}

const TEAMS_WITHIN = statement<{ of: string; team: string }>(
  'teams.within',
  `UNWIND $keys AS of
   MATCH (:Team {id: of})<-[:BROADER*0..]-(team:Team)
   RETURN DISTINCT of, team.id AS team`,
);

/** Internal ids of teams and of all that are within them, at any depth; none of one that is not there. */
export function teamsWithinTeams(
  queries: Queries,
  keys: readonly string[],
): Promise<{ of: string; team: string }[]> {
  return queries.query(TEAMS_WITHIN, { keys });
}
