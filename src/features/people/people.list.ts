import type { ListFilter } from '../../graph/nouns/list';
import { idFilter, keptFilter, nounFilters, nounOrders } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import type { Person } from './person.type';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees, type Visible } from '../access/viewer';
import { personColumns, personOf, type PersonRow } from './people.store';
import { toTeamWithin } from './team.store';

/** A stretch that this moment lies in. */
export const current = (variable: string): string =>
  `${variable}.from <= $now AND coalesce(${variable}.to > $now, true)`;

const assigned = `EXISTS { MATCH (person)-[assignment:ASSIGNED_TO]->(:Project) WHERE ${current('assignment')} }`;

/** Share of working time that is free at this moment: what is stated as available, less what is assigned. */
const freeShare = `coalesce(COLLECT {
           MATCH (person)-[:HAS_AVAILABILITY]->(stated:Availability) WHERE ${current('stated')}
           RETURN stated.share ORDER BY stated.from DESC LIMIT 1 }[0], 1.0)
           - reduce(sum = 0.0, share IN COLLECT {
           MATCH (person)-[assignment:ASSIGNED_TO]->(:Project) WHERE ${current('assignment')} RETURN assignment.share } | sum + share)`;

/** Filters on people, wherever `person` is bound. */
export const personFilters = {
  ...nounFilters('Person', 'person'),
  email: { where: 'toLower(person.email) = toLower($filter.email)', value: (email: string) => email.trim() },
  active: { where: 'coalesce(person.activeUntil > $now, true) = $filter.active' },
  team: idFilter(
    'Team',
    `EXISTS { MATCH (person)-[membership:MEMBER_OF]->(:Team {id: $filter.team}) WHERE ${current('membership')} }`,
  ),
  within: idFilter(
    'Team',
    `EXISTS { MATCH ${toTeamWithin('(person)-[membership:MEMBER_OF]->(:Team)')} WHERE ${current('membership')} }`,
  ),
  assignedTo: idFilter(
    'Project',
    `EXISTS { MATCH (person)-[assignment:ASSIGNED_TO]->(:Project {id: $filter.assignedTo}) WHERE ${current('assignment')} }`,
  ),
  assigned: { where: `${assigned} = $filter.assigned` },
  // Shares are sums of decimal fractions: what is free to within rounding counts.
  freeShare: { where: `${freeShare} >= $filter.freeShare - 1e-9` },
};

/** A condition on a bound person, named by global id. */
export function personFilter(
  filter: string,
  variable: string,
  within?: (condition: string) => string,
): ListFilter {
  return keptFilter('Person', filter, variable, within);
}

/** The condition under which an individual's row is shown; reads the parameters of Visible. */
export const isVisible = '($everyone OR person.id IN $personKeys)';

/**
 * The same for lists that name people whom the viewer does not see: what is not open to everybody is asked of those
 * alone whom the viewer sees, so that no filter reveals what the fields withhold.
 */
export const openPersonFilters: typeof personFilters = {
  ...personFilters,
  externalIds: seenOnly(personFilters.externalIds),
  email: seenOnly(personFilters.email),
  active: seenOnly(personFilters.active),
  team: seenOnly(personFilters.team),
  within: seenOnly(personFilters.within),
  assignedTo: seenOnly(personFilters.assignedTo),
  assigned: seenOnly(personFilters.assigned),
  freeShare: seenOnly(personFilters.freeShare),
};

function seenOnly<Filter extends ListFilter>(filter: Filter): Filter {
  return { ...filter, where: `(${isVisible} AND (${filter.where}))` };
}

/** Conditions that are asked of those alone whom the viewer sees: with one of them a list leaves the others out. */
const askedOfSeen = new Set(
  (Object.keys(personFilters) as (keyof typeof personFilters)[]).filter(
    (name) => openPersonFilters[name] !== personFilters[name],
  ) as string[],
);

/** Of these conditions of openPersonFilters those that leave out whom the viewer does not see. */
export function conditionsOnSeen({ everyone }: Visible, filters: readonly string[]): string[] {
  return everyone ? [] : filters.filter((name) => askedOfSeen.has(name));
}

/** Of what clients give, the conditions that are asked of everybody. */
export function openConditions(given: object | null): object | null {
  return given && Object.fromEntries(Object.entries(given).filter(([name]) => !askedOfSeen.has(name)));
}

/** Rows of people whom the viewer sees; a list over people leaves others out. */
export async function seenPeople(context: RequestContext) {
  const visible = await context.visible();
  return {
    parameters: { now: context.now, ...visible },
    nodeOf: (row: PersonRow): Person => personOf(row, true),
    onlyVisible: !visible.everyone,
  };
}

/** Rows of people named to everybody; what is personal only of those whom the viewer sees. */
export async function namedPeople(context: RequestContext, filters: readonly string[]) {
  const { parameters } = await seenPeople(context);
  const visible = await context.visible();
  return {
    parameters,
    nodeOf: (row: PersonRow): Person => personOf(row, sees(visible, row.key)),
    onlyVisible: conditionsOnSeen(visible, filters).length > 0,
  };
}

/**
 * Rows between people and something else, listed by the other side. Listed by people, those whom the viewer does not see are
 * left out; the list of one person is whole, and refused where the viewer does not see them.
 */
export async function namedBeside(context: RequestContext, other: string) {
  const { parameters, onlyVisible } = await seenPeople(context);
  return { parameters, onlyVisible: other === 'person' && onlyVisible };
}

/** Refuses what is held about a person whom the viewer does not see; `what` begins the sentence. */
export async function refuseUnseen(context: RequestContext, { key }: Person, what: string): Promise<void> {
  if (!sees(await context.visible(), key)) throw notYoursToSee(what);
}

export const peopleList = new NodeList<PersonRow, Person>(
  {
    name: 'people.list',
    nested: false,
    match: 'MATCH (person:Person)',
    where: [isVisible],
    filters: personFilters,
    orders: nounOrders('person'),
    columns: personColumns,
  },
  seenPeople,
);
