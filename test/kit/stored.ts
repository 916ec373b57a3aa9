import { rebuild } from '../../src/features/switching/rebuild.service';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { keyOfGlobalId } from '../../src/shared/ids';
import { type Saved } from './graph';

interface StoredRow {
  person: string;
  /** Time, attempt and id of the last answer that was folded in. */
  folded: [at: number | null, attempt: number | null, id: string | null];
  /** The sitting of the last answer, and what is held for all skills together, by slot. */
  general: [sitting: string | null, ...slots: (readonly number[] | null)[]];
  /** The skill edges as they stand, by internal id of the skill. */
  skills: [skill: string, properties: Readonly<Record<string, number>>][];
  answers: [id: string, withdrawn: boolean][];
  claims: [id: string, withdrawn: boolean][];
}

const STORED = statement<StoredRow>(
  'test.stored',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, [person.foldedAt, person.foldedAttempt, person.foldedId] AS folded,
     [person.sitting, person.general0, person.general1] AS general,
     COLLECT { MATCH (person)-[mastery:HAS_SKILL]->(skill:Skill)
               RETURN [skill.id, properties(mastery)] ORDER BY skill.id, mastery.slot } AS skills,
     COLLECT { MATCH (person)<-[:BY]-(answer:Answer)
               RETURN [answer.id, answer.withdrawn] ORDER BY answer.id } AS answers,
     COLLECT { MATCH (person)<-[:BY]-(claim:Claim)
               RETURN [claim.id, claim.withdrawn] ORDER BY claim.id } AS claims`,
);

/** Stored mastery and evidence as the graph has them, in the order of the people, each under their internal id. */
export async function storedOf(database: Database, people: readonly Saved[]): Promise<StoredRow[]> {
  const keys = people.map(({ id }) => keyOfGlobalId('Person', id)!);
  const rows = new Map((await database.query(STORED, { people: keys })).map((row) => [row.person, row]));
  return keys.map((key) => rows.get(key)!);
}

const LOCK = statement('test.lock', `MATCH (installation:Installation {one: 1}) SET installation.lock = 0`);

/** Runs the work while no other spec does what it must not meet: a rebuild, or harm that a rebuild would mend. */
export function undisturbed<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  return database.transaction(async (tx) => {
    await tx.query(LOCK);
    return work();
  });
}

const HOLD = statement(
  'test.hold',
  `UNWIND $people AS key MATCH (person:Person {id: key}) SET person.id = person.id`,
);

/** Runs the work while whoever writes to these people has to wait: requests that last as long as a spec wants. */
export function holding<Result>(
  database: Database,
  people: readonly Saved[],
  work: () => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (tx) => {
    await tx.query(HOLD, { people: people.map(({ id }) => keyOfGlobalId('Person', id)!) });
    return work();
  });
}

/** Rebuilds everybody; tells for how many the stored mastery differed. Only within undisturbed(). */
export async function rebuildEverybody(database: Database): Promise<number> {
  return (await rebuild(database, () => undefined)).differed;
}
