import { LostRaceError } from '../../graph/driver/errors';
import { referredNodes } from '../../graph/nouns/identity';
import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { Need } from '../request/looks';
import type { Role } from '../access/viewer';

/** Who looked, as they were then. */
export interface LookingPerson {
  /** Internal id. */
  readonly key: string;
  /** Null where it could not be read. */
  readonly name: string | null;
}

/** Looks of one viewer at one person for one need, as many as there were in a stretch of time. */
export interface LooksToWrite {
  /** Undefined for a program. */
  readonly viewer: LookingPerson | undefined;
  readonly role: Role;
  readonly person: string;
  readonly need: Need;
  /** What the client called the operation of the first. */
  readonly operation: string | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

/** Looks alike within this time of the first one are one, with a count. */
export const oneLook = 3_600_000;

const PRESENT = statement<{ key: string; name: string }>(
  'audit.present',
  `${referredNodes('Person')}
   RETURN node.id AS key, node.name AS name`,
);

/** Who somebody is at this moment; nobody any more is told as by their token. */
export async function viewerNow(queries: Queries, key: string): Promise<LookingPerson> {
  const [found] = await queries.query(PRESENT, { outside: [], internal: [key] });
  return { key: found?.key ?? key, name: found?.name ?? null };
}

const LOCK = statement<{ reference: string; key: string | null; name: string; apart: boolean }>(
  'audit.lockPeople',
  `${referredNodes('Person')}
   WITH reference, node ORDER BY node.id
   SET node.lock = 0
   RETURN reference, node.id AS key, node.name AS name,
          EXISTS { (:MergedId {key: reference, apart: true}) } AS apart`,
);

/**
 * Who these people are now, by internal id, each locked in id order as by every writer of people: the relationships that
 * looks are given take locks of them, those of the viewers too.
 */
async function lockPresent(tx: Queries, people: Iterable<string>): Promise<Map<string, PresentPerson>> {
  const rows = await tx.query(LOCK, { outside: [], internal: [...people] });
  return new Map(
    rows.map(({ reference, key, ...row }) => {
      if (key === null) throw new LostRaceError();
      return [reference, { key, ...row }];
    }),
  );
}

interface PresentPerson {
  readonly key: string;
  readonly name: string;
  readonly apart: boolean;
}

const CLOSE = statement(
  'audit.closeLooks',
  `UNWIND $looks AS row
   MATCH (look:Look {open: row.open}) WHERE look.firstAt <= row.firstAt - $oneLook
   REMOVE look.open`,
);

const WRITE = statement(
  'audit.writeLooks',
  `UNWIND $looks AS row
   MATCH (person:Person {id: row.person})
   MERGE (look:Look {open: row.open})
   ON CREATE SET look.id = row.id, look.person = row.at, look.viewer = row.viewer, look.viewerName = row.viewerName,
     look.role = row.role, look.need = row.need,
     look.operation = row.operation, look.firstAt = row.firstAt, look.lastAt = row.lastAt, look.count = 0
   SET look.count = look.count + toInteger(row.count),
     look.lastAt = CASE WHEN row.lastAt > look.lastAt THEN row.lastAt ELSE look.lastAt END
   WITH look, person, row WHERE look.id = row.id
   CREATE (person)-[:HAS_LOOK]->(look)
   WITH look, row
   MATCH (viewer:Person {id: row.viewerNow})
   CREATE (look)-[:MADE_BY]->(viewer)`,
);

/**
 * Writes looks: those that go on within the hour are counted on. Who looked stands as they were then, and leads to whom
 * they have become. Whoever was looked at and merged since is looked at as who they have become, unless the merge was
 * their own; a look at somebody who is not there any more is none.
 */
export async function writeLooks(tx: Queries, looks: readonly LooksToWrite[]): Promise<void> {
  const people = new Set(looks.flatMap(({ viewer, person }) => [person, ...(viewer ? [viewer.key] : [])]));
  const present = await lockPresent(tx, people);
  const rows = looks.flatMap(({ viewer, person: asked, ...look }) => {
    const person = present.get(asked);
    if (!person) return [];
    const viewerNow = viewer && present.get(viewer.key);
    const at = person.apart ? asked : person.key;
    const open = JSON.stringify([viewer?.key ?? null, look.role, at, look.need]);
    const told = { viewer: viewer?.key ?? null, viewerName: viewer?.name ?? viewerNow?.name ?? null };
    return [
      { ...look, ...told, id: newKey(), open, at, person: person.key, viewerNow: viewerNow?.key ?? null },
    ];
  });
  // In one order, for other servers write the same looks.
  rows.sort((left, right) => (left.open < right.open ? -1 : 1));
  await tx.query(CLOSE, { looks: rows.map(({ open, firstAt }) => ({ open, firstAt })), oneLook });
  await tx.query(WRITE, { looks: rows });
}
