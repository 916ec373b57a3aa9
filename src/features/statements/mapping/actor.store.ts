import { grouped } from '../../../shared/grouped';
import { statement, type Queries } from '../../../graph/driver/statement';
import type { ActorNames } from './actors';

interface Meant {
  readonly actor: string;
  /** Null where it is by their address. */
  readonly reference: string | null;
  readonly person: string;
}

const MEANT = statement<Meant>(
  'statements.peopleMeant',
  `CALL {
     UNWIND $outside AS name
     MATCH (:OutsideId {key: name.reference})-[:IDENTIFIES]->(person:Person)
     RETURN name.actor AS actor, name.reference AS reference, person
     UNION
     UNWIND $mailboxes AS name
     MATCH (person:Person {mailbox: name.mailbox}) WHERE person.archivedAt IS NULL
     RETURN name.actor AS actor, null AS reference, person
   }
   RETURN actor, reference, person.id AS person`,
);

/** Internal ids of the people whom actors mean, by actor; null where an address is that of several. */
export async function peopleMeant(
  queries: Queries,
  names: readonly ActorNames[],
): Promise<Map<string, string | null>> {
  if (names.length === 0) return new Map();
  const rows = await queries.query(MEANT, {
    outside: names.flatMap(({ actor, references }) => references.map((reference) => ({ actor, reference }))),
    mailboxes: names.flatMap(({ actor, mailbox }) => (mailbox === null ? [] : [{ actor, mailbox }])),
  });
  const byActor = grouped(rows, ({ actor }) => actor);
  const meant = new Map<string, string | null>();
  for (const { actor, references } of names) {
    const found = byActor.get(actor) ?? [];
    const reference = references.find((one) => found.some((row) => row.reference === one)) ?? null;
    const people = new Set(found.filter((row) => row.reference === reference).map(({ person }) => person));
    const [person] = people;
    if (person !== undefined) meant.set(actor, people.size === 1 ? person : null);
  }
  return meant;
}
