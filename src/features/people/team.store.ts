import { expectAll } from '../../graph/errors';
import { identityOf } from '../../graph/identity';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import { sinceEver } from '../../shared/period';
import type { Visible } from '../access/viewer';
import type { PersonRow } from './people.store';
import type { Team } from './team.type';

export const teamIdentity = identityOf('Team');

export interface TeamRow {
  key: string;
  name: string;
  sortName: string;
}

export function teamOf({ key, name, sortName }: TeamRow): Team {
  return { key, id: globalId('Team', key), name, sortName };
}

const TEAMS_BY_KEY = statement<TeamRow>(
  'teams.byKey',
  `UNWIND $keys AS key
   MATCH (team:Team {id: key})
   RETURN key, team.name AS name, team.sortName AS sortName`,
);

export function teamsByKey(queries: Queries, keys: readonly string[]): Promise<TeamRow[]> {
  return queries.query(TEAMS_BY_KEY, { keys });
}

const LIST_TEAMS = statement<TeamRow>(
  'teams.list',
  `MATCH (team:Team)
   WHERE team.sortName >= $afterName AND team.id IS NOT NULL
     AND [team.sortName, team.id] > [$afterName, $afterId]
   RETURN team.id AS key, team.name AS name, team.sortName AS sortName
   ORDER BY team.sortName, team.id LIMIT toInteger($limit)`,
);

export function listTeams(queries: Queries, page: Page): Promise<TeamRow[]> {
  return queries.query(LIST_TEAMS, { ...page });
}

const SAVE_LEADS = statement<{ saved: number }>(
  'teams.saveLeads',
  `UNWIND $items AS item
   MATCH (team:Team {id: item.team})
   OPTIONAL MATCH (former:Person)-[leads:LEADS]->(team) WHERE NOT former.id IN item.people
   DELETE leads
   WITH DISTINCT item, team
   UNWIND item.people AS key
   MATCH (person:Person {id: key})
   MERGE (person)-[:LEADS]->(team)
   RETURN count(*) AS saved`,
);

export async function saveLeads(
  tx: Queries,
  items: readonly { team: string; people: readonly string[] }[],
): Promise<void> {
  if (items.length === 0) return;
  const [row] = await tx.query(SAVE_LEADS, { items });
  expectAll(
    row?.saved ?? 0,
    items.reduce((sum, { people }) => sum + people.length, 0),
  );
}

const SAVE_MEMBERSHIPS = statement<{ saved: number }>(
  'teams.saveMemberships',
  `UNWIND $items AS item
   MATCH (person:Person {id: item.person})
   MATCH (team:Team {id: item.team})
   MERGE (person)-[membership:MEMBER_OF {from: item.from}]->(team)
   SET membership.to = item.to
   RETURN count(*) AS saved`,
);

export async function saveMemberships(
  tx: Queries,
  items: readonly { person: string; team: string; from: number | null; to: number | null }[],
): Promise<void> {
  if (items.length === 0) return;
  const [row] = await tx.query(SAVE_MEMBERSHIPS, {
    items: items.map((item) => ({ ...item, from: item.from ?? sinceEver })),
  });
  expectAll(row?.saved ?? 0, items.length);
}

export interface MembershipRow extends PersonRow {
  team: string;
  from: number;
  to: number | null;
}

const MEMBERS = statement<MembershipRow>(
  'teams.members',
  `UNWIND $keys AS key
   MATCH (team:Team {id: key})
   CALL (team) {
     MATCH (team)<-[membership:MEMBER_OF]-(person:Person)
     WHERE membership.from <= $now AND coalesce(membership.to > $now, true)
       AND ($everyone OR person.id IN $personKeys)
     RETURN person, membership ORDER BY person.sortName, person.id
   }
   RETURN key AS team, person.id AS key, person.name AS name, person.sortName AS sortName,
          person.email AS email, person.activeUntil AS activeUntil,
          membership.from AS from, membership.to AS to`,
);

/** Members at this moment whom the viewer sees, by name. */
export function members(
  queries: Queries,
  keys: readonly string[],
  now: number,
  visible: Visible,
): Promise<MembershipRow[]> {
  return queries.query(MEMBERS, { keys, now, ...visible });
}

const LEADS = statement<PersonRow & { team: string }>(
  'teams.leads',
  `UNWIND $keys AS team
   MATCH (:Team {id: team})<-[:LEADS]-(person:Person)
   RETURN team, person.id AS key, person.name AS name, person.sortName AS sortName,
          person.email AS email, person.activeUntil AS activeUntil
   ORDER BY person.sortName, person.id`,
);

export function leads(queries: Queries, keys: readonly string[]): Promise<(PersonRow & { team: string })[]> {
  return queries.query(LEADS, { keys });
}
