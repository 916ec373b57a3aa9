import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationsAreFew } from '../calibrations/calibration.store';

const RETIRE = statement(
  'clearing.retire',
  `MATCH (calibration:Calibration {current: true})
   WITH calibration ORDER BY calibration.number DESC
   WITH collect(calibration) AS calibrations
   UNWIND calibrations[1..] AS former
   SET former.current = false, former.inForceUntil = calibrations[0].inForceSince, former.clearing = former.slot,
     former.clearedTo = ''
   REMOVE former.slot`,
);

/** Takes the slot from those that were in force before; their states are to be cleared. */
export async function retireFormer(tx: Queries): Promise<void> {
  await tx.query(RETIRE);
}

const DISCARD = statement(
  'clearing.discard',
  `MATCH (calibration:Calibration {number: $number})
   SET calibration.clearing = coalesce(calibration.slot, -1), calibration.clearedTo = '', calibration.discarded = true
   REMOVE calibration.slot, calibration.making`,
);

const READ_ALIKE = statement(
  'clearing.readAlike',
  `MATCH ()-[read:READ_AS {calibration: $number}]->()
   DELETE read`,
  'There are some only while skills are merged or split.',
);

/** Gives up one whose states were not all built: it goes, once they are cleared. */
export async function discard(tx: Queries, number: number): Promise<void> {
  await tx.query(READ_ALIKE, { number });
  await tx.query(DISCARD, { number });
}

/** A calibration that has no slot any more, and whose states may be there still. */
export interface Clearing {
  readonly number: number;
  /** -1 where it never had one. */
  readonly slot: number;
  /** The last person whose states were cleared, internal id. */
  readonly after: string;
}

const TO_CLEAR = statement<Clearing>(
  'clearing.next',
  `MATCH (calibration:Calibration) WHERE calibration.clearing IS NOT NULL
   RETURN calibration.number AS number, calibration.clearing AS slot, calibration.clearedTo AS after
   ORDER BY number LIMIT 1`,
  calibrationsAreFew,
);

export async function nextToClear(queries: Queries): Promise<Clearing | undefined> {
  return (await queries.query(TO_CLEAR))[0];
}

const CLEAR_SKILLS = statement(
  'clearing.skills',
  `UNWIND $people AS key
   MATCH (:Person {id: key})-[mastery:HAS_SKILL {slot: $slot}]->()
   DELETE mastery`,
);

const CLEAR_GENERAL = statement(
  'clearing.general',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   SET person.general0 = CASE WHEN $slot = 0 THEN null ELSE person.general0 END,
     person.general1 = CASE WHEN $slot = 1 THEN null ELSE person.general1 END`,
);

const ADVANCE = statement(
  'clearing.advance',
  `MATCH (calibration:Calibration {number: $number}) SET calibration.clearedTo = $after`,
);

/** Clears a slot of locked people, and notes how far that has come. */
export async function clearStates(
  tx: Queries,
  { number, slot }: Clearing,
  people: readonly string[],
  after: string,
): Promise<void> {
  await tx.query(CLEAR_SKILLS, { people, slot });
  await tx.query(CLEAR_GENERAL, { people, slot });
  await tx.query(ADVANCE, { number, after });
}

const CLEARED = statement(
  'clearing.done',
  `MATCH (calibration:Calibration {number: $number})
   REMOVE calibration.clearing, calibration.clearedTo
   WITH calibration WHERE calibration.discarded
   DETACH DELETE calibration`,
);

export async function markCleared(tx: Queries, { number }: Clearing): Promise<void> {
  await tx.query(CLEARED, { number });
}
