import { identityOf, touched } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import {
  acyclicRelationOf,
  relationOf,
  removalOf,
  savingOf,
  sayingOf,
  type Fate,
} from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import { fromEver, meantBeginning, saveStretches } from './stretches';
import type { Team } from './team.type';

export const teamIdentity = identityOf('Team');
export const leadsOfTeams = relationOf('Team', 'LEADS', 'Person', 'in');
export const broaderTeams = acyclicRelationOf('Team', 'BROADER');

/** What is read of a team wherever it is named. */
export interface TeamNameRow {
  key: string;
  name: string;
}

export interface TeamRow extends TeamNameRow, NounRow {}

export const teamColumns = `${nounColumns('team')}, team.name AS name`;

/** A team by name only: what else the API shows of it, it looks up by itself. */
export function namedTeam({ key, name }: TeamNameRow): Team {
  return { key, id: globalId('Team', key), name };
}

export function teamOf(row: TeamRow): Team {
  return { ...namedTeam(row), ...nounDates(row) };
}

/** Cypher: from a team to the one that a filter names as $filter.within, which it is or is within at any depth. */
export const toTeamWithin = (team: string): string => `${team}-[:BROADER*0..]->(:Team {id: $filter.within})`;

const TEAMS_BY_KEY = statement<TeamRow>(
  'teams.byKey',
  `UNWIND $keys AS key
   MATCH (team:Team {id: key})
   RETURN ${teamColumns}`,
);

export function teamsByKey(queries: Queries, keys: readonly string[]): Promise<TeamRow[]> {
  return queries.query(TEAMS_BY_KEY, { keys });
}

const BROADER_OF_TEAMS = statement<TeamRow & { of: string }>(
  'teams.broader',
  `UNWIND $keys AS of
   MATCH (:Team {id: of})-[:BROADER]->(team:Team)
   RETURN of, ${teamColumns}`,
);

/** The team that each of these is directly within. */
export function broaderOfTeams(
  queries: Queries,
  keys: readonly string[],
): Promise<(TeamRow & { of: string })[]> {
  return queries.query(BROADER_OF_TEAMS, { keys });
}

/** A membership to be saved, or taken away. */
export interface MembershipToSave {
  readonly person: string;
  readonly team: string;
  readonly from: number | null;
  readonly to: number | null;
}

const writeMemberships = sayingOf(
  'memberships',
  ({ person }: Pick<MembershipToSave, 'person'>) => person,
  savingOf('teams.saveMemberships', 'membership', {
    merge: `MATCH (person:Person {id: item.person})
     MATCH (team:Team {id: item.team})
     ${meantBeginning('(person)-[lasting:MEMBER_OF]->(team)')}
     MERGE (person)-[membership:MEMBER_OF {from: begins}]->(team)`,
    set: 'membership.to = item.to',
    // Whoever keeps a copy of people finds in what team they are by what changed.
    onChange: `membership.updatedAt = $now, ${touched('person')}`,
  }),
);

const deleteMemberships = sayingOf(
  'memberships',
  ({ person }: Pick<MembershipToSave, 'person'>) => person,
  removalOf(
    'teams.removeMemberships',
    `MATCH (person:Person {id: item.person})
     MATCH (person)-[membership:MEMBER_OF {from: item.from}]->(team:Team {id: item.team})
     DELETE membership
     SET ${touched('person')}`,
  ),
);

export function saveMemberships(
  tx: Queries,
  items: readonly MembershipToSave[],
  now: number,
): Promise<Fate[]> {
  return saveStretches(tx, writeMemberships, items, now);
}

export function removeMemberships(
  tx: Queries,
  items: readonly MembershipToSave[],
  now: number,
): Promise<Fate[]> {
  return deleteMemberships(tx, items.map(fromEver), { now });
}
