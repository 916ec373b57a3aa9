import { statement, type Queries } from '../../graph/driver/statement';

type Stretch = readonly [team: string, from: number, to: number | null];

const MEMBERSHIPS = statement<{ key: string; stretches: Stretch[] }>(
  'outcomes.memberships',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})-[membership:MEMBER_OF]->(team:Team)
   RETURN key, collect([team.id, membership.from, membership.to]) AS stretches`,
);

/** Internal id of the team that a person belonged to at a moment, the smallest of several; undefined where to none. */
export type TeamAt = (person: string, at: number) => string | undefined;

export async function teamsOverTime(queries: Queries, people: readonly string[]): Promise<TeamAt> {
  const rows = people.length === 0 ? [] : await queries.query(MEMBERSHIPS, { people });
  const stretchesOf = new Map(rows.map(({ key, stretches }) => [key, stretches]));
  return (person, at) => {
    let smallest: string | undefined;
    for (const [team, from, to] of stretchesOf.get(person) ?? [])
      if (from <= at && (to === null || to > at) && (smallest === undefined || team < smallest))
        smallest = team;
    return smallest;
  };
}
