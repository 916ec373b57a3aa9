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
