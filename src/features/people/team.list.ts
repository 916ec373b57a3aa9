import { readingOf } from '../../graph/nouns/relation';
import { idFilter, nounFilters, nounOrders, periodFilter, savedFilter } from '../../graph/nouns/noun-list';
import { dateOf } from '../../shared/period';
import { NodeList } from '../nouns/lists';
import { current, isVisible, namedBeside, namedPeople, openPersonFilters, personFilter } from './people.list';
import { personColumns, personNameColumns, namedPerson, type PersonRow } from './people.store';
import type { Person } from './person.type';
import {
  namedTeam,
  teamColumns,
  teamOf,
  toTeamWithin,
  type MembershipToSave,
  type TeamRow,
} from './team.store';
import { asMeant, meantBeginning } from './stretches';
import type { Membership, Team } from './team.type';

/** Filters on teams, wherever `team` is bound. */
export const teamFilters = {
  ...nounFilters('Team', 'team'),
  broader: idFilter('Team', 'EXISTS { (team)-[:BROADER]->(:Team {id: $filter.broader}) }'),
  within: idFilter('Team', 'EXISTS { (team)-[:BROADER*1..]->(:Team {id: $filter.within}) }'),
  ledBy: personFilter(
    'ledBy',
    'lead',
    (isLead) => `EXISTS { MATCH (team)<-[:LEADS]-(lead:Person) WHERE ${isLead} }`,
  ),
};

const teams = { filters: teamFilters, orders: nounOrders('team'), columns: teamColumns };
const asTeams = () => ({ nodeOf: teamOf });

export const teamList = new NodeList<TeamRow, Team>(
  { name: 'teams.list', nested: false, match: 'MATCH (team:Team)', ...teams },
  asTeams,
);

export const narrowerTeams = new NodeList<TeamRow, Team>(
  {
    name: 'teams.narrower',
    nested: true,
    match: 'MATCH (:Team {id: parent})<-[:BROADER]-(team:Team)',
    ...teams,
  },
  asTeams,
);

export const teamsLedBy = new NodeList<TeamRow, Team>(
  {
    name: 'teams.ledBy',
    nested: true,
    match: 'MATCH (:Person {id: parent})-[:LEADS]->(team:Team)',
    ...teams,
  },
  asTeams,
);

/** Who leads is no secret, what else is held about them is. */
export const leadsOfTeam = new NodeList<PersonRow, Person>(
  {
    name: 'teams.leads',
    nested: true,
    match: 'MATCH (:Team {id: parent})<-[:LEADS]-(person:Person)',
    filters: openPersonFilters,
    orders: nounOrders('person'),
    columns: personColumns,
  },
  namedPeople,
);

/** Who sees a person as a lead: the rule of reachOf as it is seen from the other end. */
export const leadsOfPerson = new NodeList<PersonRow, Person>(
  {
    name: 'people.leads',
    nested: true,
    match: `MATCH (:Person {id: parent})-[membership:MEMBER_OF]->(:Team)-[:BROADER*0..]->(:Team)<-[:LEADS]-(person:Person)
       WHERE ${current('membership')} AND person.id <> parent
       WITH DISTINCT parent, person`,
    filters: openPersonFilters,
    orders: nounOrders('person'),
    columns: personColumns,
  },
  namedPeople,
);

interface MembershipRow {
  personKey: string;
  personName: string;
  personSortName: string;
  teamKey: string;
  teamName: string;
  from: number;
  to: number | null;
}

function membershipOf(row: MembershipRow): Membership {
  return {
    person: namedPerson({ key: row.personKey, name: row.personName, sortName: row.personSortName }),
    team: namedTeam({ key: row.teamKey, name: row.teamName }),
    from: dateOf(row.from),
    to: dateOf(row.to),
  };
}

const membershipColumns = `${personNameColumns}, team.id AS teamKey, team.name AS teamName, membership.from AS from, membership.to AS to`;

export const membershipsNow = readingOf('teams.membershipsNow', {
  itemOf: (named: MembershipToSave) => asMeant(named),
  match: `MATCH (person:Person {id: item.person})
     MATCH (team:Team {id: item.team})
     ${meantBeginning('(person)-[lasting:MEMBER_OF]->(team)')}
     MATCH (person)-[membership:MEMBER_OF {from: begins}]->(team)`,
  columns: membershipColumns,
  valueOf: membershipOf,
});

/** Lists of memberships under one side, ordered by the name of the other. */
function memberships(name: string, match: string, other: 'person' | 'team') {
  const unique = [
    ['person.id', 'string'],
    ['team.id', 'string'],
  ] as const;
  return new NodeList<MembershipRow, Membership>(
    {
      name,
      nested: true,
      match,
      where: [isVisible, `${other}.archivedAt IS NULL`],
      filters: {
        states: periodFilter('membership', 'CURRENT'),
        updatedSince: savedFilter('membership'),
        person: personFilter('person', 'person'),
        team: idFilter('Team', 'team.id = $filter.team'),
        within: idFilter('Team', `EXISTS { ${toTeamWithin('(team)')} }`),
      },
      orders: {
        NAME: [[`${other}.sortName`, 'string'], ...unique, ['membership.from', 'number']],
        FROM: [['membership.from', 'number'], ...unique],
      },
      columns: membershipColumns,
    },
    async (context) => ({ ...(await namedBeside(context, other)), nodeOf: membershipOf }),
  );
}

export const membersOfTeam = memberships(
  'teams.members',
  'MATCH (team:Team {id: parent})<-[membership:MEMBER_OF]-(person:Person)',
  'person',
);

export const membershipsOfPerson = memberships(
  'people.memberships',
  'MATCH (person:Person {id: parent})-[membership:MEMBER_OF]->(team:Team)',
  'team',
);
