import { ConflictError } from '../../shared/errors';
import type { ModelParameters } from '../../estimators/types';
import { Columns } from '../../graph/nouns/columns';
import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationInForce, calibrationsAreFew, type Calibration } from '../calibrations/calibration.store';
import { building } from './building-lease';

/** What a calibration says of a question version. */
export interface VersionSetting {
  /** Internal id. */
  readonly key: string;
  readonly difficulty: number;
  readonly variance: number;
  readonly discrimination: number;
}

/** What a calibration says of a skill. */
export interface SkillSetting {
  /** Internal id. */
  readonly key: string;
  /** Of its reference question, logits. */
  readonly difficulty: number;
  /** Expected of a question on it that is not known, logits. */
  readonly usual: number;
}

/** The numbers on a calibration itself that are fitted. */
export type FittedParameters = ModelParameters & Pick<Calibration, 'questionVariance'>;

/** The evidence that a calibration was fitted to. */
export interface FittedEvidence {
  readonly fittedAnswers: number;
  readonly fittedPeople: number;
  /** Mean log loss per answer of people whose answers the questions were not fitted to. */
  readonly logLoss: number;
}

/** A calibration whose states are not all built. */
export interface Unfinished extends Calibration {
  /** What it is built for; the same again takes it up. */
  readonly purpose: string;
  /** The last person whose states were built, internal id. */
  readonly cursor: string;
  readonly folded: number;
  readonly toFold: number;
}

const UNFINISHED = statement<{ calibration: Omit<Unfinished, 'slot'> & { slot: 0 | 1 | null } }>(
  'building.unfinished',
  `MATCH (calibration:Calibration) WHERE calibration.making
   RETURN calibration {.*, slot: calibration.slot} AS calibration`,
  calibrationsAreFew,
);

/** The one that was left behind; its slot is null where what it says was not all written. */
export async function unfinishedCalibration(
  queries: Queries,
): Promise<(Omit<Unfinished, 'slot'> & { slot: 0 | 1 | null }) | undefined> {
  return (await queries.query(UNFINISHED))[0]?.calibration;
}

const BEGIN = statement<{ number: number }>(
  'building.begin',
  `${building.held}
   ${calibrationInForce}
   MATCH (any:Calibration)
   WITH calibration, max(any.number) + 1 AS number
   CREATE (next:Calibration {number: number})
   SET next += calibration {.*, number: number, slot: null, inForceSince: null, current: false, making: true,
       purpose: $purpose, startedAt: timestamp(), madeFrom: calibration.number, folded: 0},
     next += $differences
   RETURN number`,
  calibrationsAreFew,
);

/** Writes the next calibration, with these differences to the one in force; nobody reads it yet. Gives its number. */
export async function beginCalibration(
  tx: Queries,
  token: string,
  purpose: string,
  differences: Partial<FittedParameters & FittedEvidence>,
): Promise<number> {
  return held(await tx.query(BEGIN, { token, purpose, differences })).number;
}

const versionSetting = new Columns<VersionSetting>({
  key: null,
  difficulty: '.difficulty',
  variance: '.variance',
  discrimination: '.discrimination',
});

const skillSetting = new Columns<SkillSetting>({ key: null, difficulty: '.difficulty', usual: '.usual' });

const SET_VERSIONS = statement(
  'building.setVersions',
  `MATCH (calibration:Calibration {number: $number})
   UNWIND $rows AS row
   MATCH (version:QuestionVersion {id: ${versionSetting.of('row').key}})
   MERGE (calibration)-[own:SETS]->(version)
   SET ${versionSetting.set('own', 'row')}`,
);

const SET_SKILLS = statement(
  'building.setSkills',
  `MATCH (calibration:Calibration {number: $number})
   UNWIND $rows AS row
   MATCH (skill:Skill {id: ${skillSetting.of('row').key}})
   MERGE (calibration)-[own:SETS]->(skill)
   SET ${skillSetting.set('own', 'row')}`,
);

export async function setVersions(
  tx: Queries,
  number: number,
  versions: readonly VersionSetting[],
): Promise<void> {
  await tx.query(SET_VERSIONS, { number, rows: versions.map((one) => versionSetting.rowOf(one)) });
}

export async function setSkills(tx: Queries, number: number, skills: readonly SkillSetting[]): Promise<void> {
  await tx.query(SET_SKILLS, { number, rows: skills.map((one) => skillSetting.rowOf(one)) });
}

const COPY_SETTINGS = statement<{ copied: number }>(
  'building.copySettings',
  `MATCH (next:Calibration {number: $number})
   MATCH (from:Calibration {number: next.madeFrom})-[own:SETS]->(node)
   WHERE NOT EXISTS { (node)<-[:SETS]-(next) }
   WITH next, node, own LIMIT toInteger($limit)
   CREATE (next)-[copy:SETS]->(node)
   SET copy = properties(own)
   RETURN count(*) AS copied`,
);

/** Copies some of what the calibration in force says of questions and skills; gives how many, 0 where all is copied. */
export async function copySettings(tx: Queries, number: number, limit: number): Promise<number> {
  return (await tx.query(COPY_SETTINGS, { number, limit }))[0]?.copied ?? 0;
}

const OPEN = statement<{ calibration: Unfinished }>(
  'building.open',
  `${building.held}
   ${calibrationInForce}
   MATCH (next:Calibration {number: $number})
   SET next.slot = 1 - slot, next.cursor = '', next.toFold = COUNT { MATCH (:Person) }
   RETURN next {.*} AS calibration`,
);

/** From here on writers keep states for it too. */
export async function openCalibration(tx: Queries, token: string, number: number): Promise<Unfinished> {
  return held(await tx.query(OPEN, { token, number })).calibration;
}

const ADVANCE = statement<{ number: number }>(
  'building.advance',
  `${building.held}
   MATCH (next:Calibration {number: $number})
   SET next.lock = 0
   WITH next WHERE next.making AND next.cursor = $before
   SET next.cursor = $after, next.folded = next.folded + $people
   RETURN next.number AS number`,
);

/** Notes, in the transaction that built their states, how far it has come. */
export async function advance(
  tx: Queries,
  step: { token: string; number: number; before: string; after: string; people: number },
): Promise<void> {
  held(await tx.query(ADVANCE, step));
}

const SWITCH = statement<{ number: number }>(
  'building.switch',
  `${building.held}
   MATCH (next:Calibration {number: $number}) WHERE next.making
   SET next.current = true, next.inForceSince = timestamp()
   REMOVE next.making, next.cursor, next.folded, next.toFold
   RETURN next.number AS number`,
);

/** Levels are read from it from now on. */
export async function switchTo(tx: Queries, token: string, number: number): Promise<void> {
  held(await tx.query(SWITCH, { token, number }));
  tx.changed('calibrations', [String(number)]);
}

/** The row of a statement under the lease; throws where the lease was lost. */
function held<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row)
    throw new ConflictError(
      'Another process has taken over the calibration being built, since this one was silent for too long. Query "calibrations" to see its progress.',
    );
  return row;
}
