import { identityOf } from '../../graph/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/noun-list';
import { statement, type Queries } from '../../graph/statement';
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

/** Somebody by name only: what else the API shows of them it looks up by itself. */
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

const LED_PEOPLE = statement<{ key: string }>(
  'people.led',
  `MATCH (:Person {id: $leadKey})-[:LEADS]->(:Team)<-[membership:MEMBER_OF]-(person:Person)
   WHERE membership.from <= $now AND coalesce(membership.to > $now, true)
   RETURN DISTINCT person.id AS key`,
);

/** Internal ids of everybody who is now in a team that this person leads. */
export async function ledPeople(queries: Queries, leadKey: string, now: number): Promise<string[]> {
  const rows = await queries.query(LED_PEOPLE, { leadKey, now });
  return rows.map(({ key }) => key);
}

/**
 * Takes the write lock of each person until the transaction ends, in id order, so that two writers never wait for
 * each other in a circle. What is read of them afterwards is what the writers before left.
 */
export async function lockPeople(tx: Queries, keys: Iterable<string>): Promise<string[]> {
  return [...(await personIdentity.lock(tx, keys)).keys()].sort();
}
