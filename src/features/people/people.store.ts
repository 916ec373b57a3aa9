import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import type { Person } from './person.type';

export const personIdentity = identityOf('Person');

/** What is read of a person wherever they are named. */
export interface PersonNameRow {
  key: string;
  name: string;
  sortName: string;
}

export interface PersonRow extends PersonNameRow, NounRow {
  email: string | null;
  photoUrl: string | null;
  timeZone: string | null;
  activeUntil: number | null;
}

export const personColumns = `${nounColumns('person')}, person.name AS name, person.sortName AS sortName,
          person.email AS email, person.photoUrl AS photoUrl, person.timeZone AS timeZone,
          person.activeUntil AS activeUntil`;

/** Columns for someone named within another row, each with a prefix. */
export const personNameColumns = `person.id AS personKey, person.name AS personName, person.sortName AS personSortName`;

/** A person by name only: the API looks up by itself what else it shows of them. */
export function namedPerson({ key, name, sortName }: PersonNameRow): Person {
  return { key, id: globalId('Person', key), name, sortName };
}

/** A row as the API shows it; what is personal only where the viewer sees this person. */
export function personOf(row: PersonRow, seen: boolean): Person {
  const person = { ...namedPerson(row), ...nounDates(row) };
  const { email, photoUrl, timeZone, activeUntil } = row;
  return seen
    ? { ...person, email, photoUrl, timeZone, activeUntil: dateOf(activeUntil) }
    : { ...person, email: null, photoUrl: null, timeZone: null, activeUntil: null };
}

const PEOPLE_BY_KEY = statement<PersonRow>(
  'people.byKey',
  `UNWIND $keys AS key
   MATCH (person:Person {id: key})
   RETURN ${personColumns}`,
);

export function peopleByKey(queries: Queries, keys: readonly string[]): Promise<PersonRow[]> {
  return queries.query(PEOPLE_BY_KEY, { keys });
}

const FORMERLY = statement<PersonRow & { former: string }>(
  'people.formerly',
  `UNWIND $keys AS former
   MATCH (merged:MergedId {key: former})-[:IDENTIFIES]->(person:Person)
   USING INDEX SEEK merged:MergedId(key)
   RETURN former, ${personColumns}`,
);

/** The people into whom those with these internal ids were merged. */
export function formerly(
  queries: Queries,
  keys: readonly string[],
): Promise<(PersonRow & { former: string })[]> {
  return queries.query(FORMERLY, { keys });
}

const REACH = statement<{ own: string; led: string[] }>(
  'people.reach',
  `MATCH (viewer:Person {id: $personKey})
   RETURN viewer.id AS own,
          COLLECT { MATCH (viewer)-[:LEADS]->(:Team)<-[:BROADER*0..]-(:Team)<-[membership:MEMBER_OF]-(person:Person)
                    WHERE $leads AND membership.from <= $now AND coalesce(membership.to > $now, true)
                    RETURN DISTINCT person.id } AS led`,
);

/**
 * Internal ids of the person behind a token and, where they see as a lead, of everybody now in a team that they lead or in one
 * within it, at any depth.
 */
export async function reachOf(
  queries: Queries,
  personKey: string,
  leads: boolean,
  now: number,
): Promise<string[]> {
  const rows = await queries.query(REACH, { personKey, leads, now });
  return [...new Set(rows.flatMap(({ own, led }) => [own, ...led]))];
}

/**
 * Takes the write lock of each person until the transaction ends, in id order, so that two writers never wait for
 * each other in a circle. What is read of them afterwards is what the writers before left. Gives those whose lock is
 * held: without one who was merged into another meanwhile.
 */
export async function lockPeople(tx: Queries, keys: Iterable<string>): Promise<string[]> {
  return [...(await personIdentity.lock(tx, keys)).keys()].sort();
}
