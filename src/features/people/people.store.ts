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

const FORMERLY = statement<PersonRow & { former: string }>(
  'people.formerly',
  `UNWIND $keys AS former
   MATCH (:MergedId {key: former})-[:IDENTIFIES]->(person:Person)
   RETURN former, person.id AS key, person.name AS name, person.sortName AS sortName, person.email AS email,
          person.activeUntil AS activeUntil`,
);

/** The people into whom those with these internal ids were merged. */
export function formerly(
  queries: Queries,
  keys: readonly string[],
): Promise<(PersonRow & { former: string })[]> {
  return queries.query(FORMERLY, { keys });
}

const FORMER_IDS = statement<{ person: string; former: string[] }>(
  'people.formerIds',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})<-[:IDENTIFIES]-(merged:MergedId)
   RETURN key AS person, collect(merged.key) AS former`,
);

/** By person, the internal ids of those who were merged into them. */
export async function formerIds(queries: Queries, people: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await queries.query(FORMER_IDS, { people: [...new Set(people)] });
  return new Map(rows.map(({ person, former }) => [person, former]));
}

/** The person behind a token, $personKey, as `viewer`: where they were merged into another since, that one. */
export const behindToken = `CALL {
     MATCH (viewer:Person {id: $personKey}) RETURN viewer
     UNION ALL
     MATCH (:MergedId {key: $personKey})-[:IDENTIFIES]->(viewer:Person) RETURN viewer
   }`;

const REACH = statement<{ own: string; led: string[] }>(
  'people.reach',
  `${behindToken}
   RETURN viewer.id AS own,
          COLLECT { MATCH (viewer)-[:LEADS]->(:Team)<-[membership:MEMBER_OF]-(person:Person)
                    WHERE $leads AND membership.from <= $now AND coalesce(membership.to > $now, true)
                    RETURN DISTINCT person.id } AS led`,
);

/** Internal ids of the person behind a token and, where they see as a lead, of everybody now in a team that they lead. */
export async function reachOf(
  queries: Queries,
  personKey: string,
  leads: boolean,
  now: number,
): Promise<string[]> {
  const rows = await queries.query(REACH, { personKey, leads, now });
  return [...new Set(rows.flatMap(({ own, led }) => [own, ...led]))];
}

const LOCK_PEOPLE = statement<{ key: string | null }>(
  'people.lock',
  `UNWIND $keys AS key
   MATCH (person:Person {id: key})
   SET person.lock = 0
   RETURN person.id AS key`,
);

/**
 * Takes the write lock of each person until the transaction ends, in id order, so that two writers never wait for
 * each other in a circle. What is read of them afterwards is what the writers before left. Gives those whose lock is
 * held: without one who was merged into another meanwhile (null where that was while the lock was waited for).
 */
export async function lockPeople(tx: Queries, keys: Iterable<string>): Promise<string[]> {
  const ordered = [...new Set(keys)].sort();
  if (ordered.length === 0) return [];
  return (await tx.query(LOCK_PEOPLE, { keys: ordered })).flatMap(({ key }) => key ?? []);
}
