import { referredNodes } from '../../graph/nouns/identity';
import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { Need } from '../request/looks';
import type { Role } from '../access/viewer';

/** Looks of one viewer at one person for one need by one operation, as many as there were in a stretch of time. */
export interface LooksToWrite {
  /** Internal id; undefined for a program. */
  readonly viewer: string | undefined;
  readonly role: Role;
  readonly person: string;
  readonly need: Need;
  readonly operation: string | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
}

/** Looks alike within this time of the first one are one, with a count. */
export const oneLook = 3_600_000;

const PRESENT = statement<{ reference: string; key: string }>(
  'audit.present',
  `${referredNodes('Person')}
   RETURN reference, node.id AS key`,
);

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
   ON CREATE SET look.id = row.id, look.person = row.person, look.role = row.role, look.need = row.need,
     look.operation = row.operation, look.firstAt = row.firstAt, look.lastAt = row.lastAt, look.count = 0
   SET look.count = look.count + toInteger(row.count),
     look.lastAt = CASE WHEN row.lastAt > look.lastAt THEN row.lastAt ELSE look.lastAt END
   WITH look, person, row WHERE look.id = row.id
   CREATE (person)-[:HAS_LOOK]->(look)
   WITH look, row
   MATCH (viewer:Person {id: row.viewer})
   CREATE (look)-[:MADE_BY]->(viewer)`,
);

/**
 * Writes looks: those within an hour of the first raise its count. People merged since are recorded as those they
 * became; looks at oneself, and at people no longer stored, are left out.
 */
export async function writeLooks(tx: Queries, looks: readonly LooksToWrite[]): Promise<void> {
  const people = new Set(
    looks.flatMap(({ viewer, person }) => [person, ...(viewer === undefined ? [] : [viewer])]),
  );
  const found = await tx.query(PRESENT, { outside: [], internal: [...people] });
  const present = new Map(found.map(({ reference, key }) => [reference, key]));
  const rows = looks.flatMap((look) => {
    const person = present.get(look.person);
    const viewer = look.viewer === undefined ? undefined : present.get(look.viewer);
    if (person === undefined || person === viewer) return [];
    const { role, need, operation, firstAt, lastAt, count } = look;
    const open = JSON.stringify([viewer ?? null, role, person, need, operation]);
    return [
      { id: newKey(), open, person, viewer: viewer ?? null, role, need, operation, firstAt, lastAt, count },
    ];
  });
  // In the order of ids, in which every writer of people locks them.
  rows.sort((left, right) => (left.person < right.person ? -1 : 1));
  await tx.query(CLOSE, { looks: rows, oneLook });
  await tx.query(WRITE, { looks: rows });
}
