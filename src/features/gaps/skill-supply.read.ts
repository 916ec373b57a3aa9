import { statement, type Queries } from '../../graph/driver/statement';

const SKILL_AND_NARROWER = statement<{ skill: string }>(
  'gaps.skillAndNarrower',
  `MATCH (asked:Skill {id: $skill})
   MATCH (asked)<-[:BROADER*0..]-(skill:Skill)
   RETURN DISTINCT skill.id AS skill`,
);

/** Internal ids of a skill and of all that are narrower, at any depth. */
export async function skillAndNarrower(queries: Queries, skill: string): Promise<string[]> {
  return (await queries.query(SKILL_AND_NARROWER, { skill })).map((row) => row.skill);
}

/** Internal ids of people and, at the same positions, of the teams that they belong to. */
export interface ActivePeople {
  readonly people: readonly string[];
  readonly teams: readonly (readonly string[])[];
}

const ACTIVE_PEOPLE = statement<ActivePeople>(
  'gaps.activePeople',
  `MATCH (person:Person) WHERE person.archivedAt IS NULL AND coalesce(person.activeUntil > $now, true)
   WITH person.id AS person, [(person)-[membership:MEMBER_OF]->(team:Team)
     WHERE membership.from <= $now AND coalesce(membership.to > $now, true) | team.id] AS teams
   RETURN collect(person) AS people, collect(teams) AS teams`,
  'The figure is about everybody: who is unknown counts too.',
);

/** Everybody active, with the teams that they belong to now. */
export async function activePeople(queries: Queries, now: number): Promise<ActivePeople> {
  const [row] = await queries.query(ACTIVE_PEOPLE, { now });
  return row ?? { people: [], teams: [] };
}
