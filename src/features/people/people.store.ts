import { identityOf } from '../../graph/identity';
import type { Page } from '../../graph/page';
import { statement, type Queries } from '../../graph/statement';
import { globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import type { Visible } from '../access/viewer';
import type { Person } from './person.type';

export const personIdentity = identityOf('Person');

export interface PersonRow {
  key: string;
  name: string;
  sortName: string;
  email: string | null;
  activeUntil: number | null;
}

/** A row as the API shows it; what is personal only where the viewer sees this person. */
export function personOf({ key, name, sortName, email, activeUntil }: PersonRow, seen: boolean): Person {
  return {
    key,
    id: globalId('Person', key),
    name,
    sortName,
    email: seen ? email : null,
    activeUntil: seen ? dateOf(activeUntil) : null,
  };
}

const PEOPLE_BY_KEY = statement<PersonRow>(
  'people.byKey',
  `UNWIND $keys AS key
   MATCH (person:Person {id: key})
   RETURN key, person.name AS name, person.sortName AS sortName, person.email AS email,
          person.activeUntil AS activeUntil`,
);

export function peopleByKey(queries: Queries, keys: readonly string[]): Promise<PersonRow[]> {
  return queries.query(PEOPLE_BY_KEY, { keys });
}

const LIST_PEOPLE = statement<PersonRow>(
  'people.list',
  `MATCH (person:Person)
   WHERE person.sortName >= $afterName AND person.id IS NOT NULL
     AND [person.sortName, person.id] > [$afterName, $afterId]
     AND ($everyone OR person.id IN $personKeys)
   RETURN person.id AS key, person.name AS name, person.sortName AS sortName, person.email AS email,
          person.activeUntil AS activeUntil
   ORDER BY person.sortName, person.id LIMIT toInteger($limit)`,
);

export function listPeople(queries: Queries, page: Page, visible: Visible): Promise<PersonRow[]> {
  return queries.query(LIST_PEOPLE, { ...page, ...visible });
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

const LOCK_PEOPLE = statement(
  'people.lock',
  `UNWIND $keys AS key
   MATCH (person:Person {id: key})
   SET person.lock = 0`,
);

/**
 * Takes the write lock of each person until the transaction ends, in id order, so that two writers never wait for
 * each other in a circle. What is read of them afterwards is what the writers before left.
 */
export async function lockPeople(tx: Queries, keys: Iterable<string>): Promise<string[]> {
  const ordered = [...new Set(keys)].sort();
  if (ordered.length > 0) await tx.query(LOCK_PEOPLE, { keys: ordered });
  return ordered;
}
