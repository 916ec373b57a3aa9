import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../graph/driver/database';
import type { Queries } from '../../graph/driver/statement';
import { calibrationsInUse, lockCalibrations } from '../calibrations/calibration.store';
import { lockPeople } from '../people/people.store';
import { clearFormerStates } from './clearing.service';
import { discard, retireFormer } from './clearing.store';
import { buildStates } from '../mastery/fold.service';
import { underLeaseOf } from './building-lease';
import {
  advance,
  beginCalibration,
  copySettings,
  openCalibration,
  setSkills,
  setVersions,
  switchTo,
  unfinishedCalibration,
  type FittedParameters,
  type FittedEvidence,
  type SkillSetting,
  type Unfinished,
  type VersionSetting,
} from './building.store';
import { Readings } from '../calibrations/readings';
import { forEveryPage } from '../mastery/everybody.store';

/** What the next calibration says. */
export interface NextCalibration {
  /** Those of claims carry over. */
  readonly parameters: FittedParameters;
  readonly versions: readonly VersionSetting[];
  readonly skills: readonly SkillSetting[];
  readonly evidence: FittedEvidence;
}

/** What a calibration is built for. */
export interface BuildingPlan {
  /** What is going on, for whoever is refused meanwhile: a sentence's subject, such as "the merging of two skills". */
  readonly what: string;
  /** One left behind that was built for the same purpose is taken up again; any other is discarded. */
  readonly purpose: string;
  /** What it says, or that it says what the one in force says; undefined to give up. Not asked where one is taken up. */
  readonly content: () => Promise<NextCalibration | 'asInForce' | undefined>;
  /** Writes what it reads otherwise than the one in force, in the transaction that begins it: nobody reads with it yet. */
  readonly readOtherwise?: (tx: Queries, number: number) => Promise<void>;
}

/** How far the building of states has come. */
export interface BuildingProgress {
  readonly number: number;
  readonly people: number;
  readonly total: number;
}

export interface BuildingOptions {
  /** Runs in the transaction that switches. */
  readonly atSwitch?: (tx: Queries) => Promise<void>;
  /** Called once it is sure that nobody else builds one. */
  readonly onBegun?: () => void;
  readonly onProgress?: (progress: BuildingProgress) => void | Promise<void>;
  /** Called with the calibration's number once it is switched to; what is left to do is clearing. */
  readonly onSwitched?: (number: number) => void;
  /** Stops between two transactions; what is built stays, and the same purpose takes it up again. */
  readonly stop?: AbortSignal;
  /** How long statements that began before the switch may go on reading former states, milliseconds. */
  readonly patience?: number;
}

const peopleAtOnce = 200;
const settingsAtOnce = 2_000;
const usualPatience = 5_000;

/**
 * Builds the next calibration: writes what it says, folds everybody with it beside the states in force while others go on
 * reading and writing, switches to it in one transaction, and clears the former states. One at a time, across processes:
 * throws ConflictError where another is being built. A killed or stopped one is taken up where it was. Gives the
 * calibration's number; undefined where it was stopped or given up.
 */
export function buildAndSwitch(
  opened: Database,
  plan: BuildingPlan,
  options: BuildingOptions = {},
): Promise<number | undefined> {
  const database = opened.unhurried();
  const { stop } = options;
  return underLeaseOf(database, plan.what, async (token) => {
    options.onBegun?.();
    await clearFormerStates(database);
    const calibration = (await takenUp(database, plan)) ?? (await begun(database, token, plan));
    if (!calibration || !(await foldEverybody(database, token, calibration, options))) return undefined;
    const { number } = calibration;
    await database.transaction(async (tx) => {
      await lockCalibrations(tx);
      await options.atSwitch?.(tx);
      await switchTo(tx, token, number);
    });
    options.onSwitched?.(number);
    await database.transaction(retireFormer);
    // Where it is stopped here, whoever builds the next one clears.
    await delay(options.patience ?? usualPatience, undefined, { ...(stop && { signal: stop }) }).catch(
      () => undefined,
    );
    if (!stop?.aborted) await clearFormerStates(database, stop);
    return number;
  });
}

async function takenUp(database: Database, { purpose }: BuildingPlan): Promise<Unfinished | undefined> {
  const left = await unfinishedCalibration(database);
  if (!left) return undefined;
  const { slot } = left;
  if (slot !== null && left.purpose === purpose) return { ...left, slot };
  await database.transaction((tx) => discard(tx, left.number));
  await clearFormerStates(database);
  return undefined;
}

async function begun(
  database: Database,
  token: string,
  { purpose, content, readOtherwise }: BuildingPlan,
): Promise<Unfinished | undefined> {
  const next = await content();
  if (!next) return undefined;
  const differences = next === 'asInForce' ? {} : { ...next.parameters, ...next.evidence };
  const number = await database.transaction(async (tx) => {
    const begun = await beginCalibration(tx, token, purpose, differences);
    await readOtherwise?.(tx, begun);
    return begun;
  });
  if (next === 'asInForce') await copyAll(database, number);
  else await writeAll(database, number, next);
  return database.transaction((tx) => openCalibration(tx, token, number));
}

async function copyAll(database: Database, number: number): Promise<void> {
  for (let copied = 1; copied > 0;) {
    copied = await database.transaction(async (tx) => {
      await lockCalibrations(tx);
      return copySettings(tx, number, settingsAtOnce);
    });
  }
}

async function writeAll(
  database: Database,
  number: number,
  { versions, skills }: NextCalibration,
): Promise<void> {
  for (const some of parts(versions)) await database.transaction((tx) => setVersions(tx, number, some));
  for (const some of parts(skills)) await database.transaction((tx) => setSkills(tx, number, some));
}

function* parts<Item>(items: readonly Item[]): Iterable<Item[]> {
  for (let from = 0; from < items.length; from += settingsAtOnce)
    yield items.slice(from, from + settingsAtOnce);
}

/** False where it was stopped before all were folded. */
async function foldEverybody(
  database: Database,
  token: string,
  calibration: Unfinished,
  { onProgress, stop }: BuildingOptions,
): Promise<boolean> {
  const { number, cursor, toFold: total } = calibration;
  let { folded } = calibration;
  let readings = new Readings([]);
  const walk = { after: cursor, atOnce: peopleAtOnce, stop };
  return forEveryPage(database, walk, async ({ people, before, after }) => {
    await database.transaction(async (tx) => {
      const locked = await lockPeople(tx, people);
      const built = (await calibrationsInUse(tx)).filter((one) => one.number === number);
      if (!readings.isOf(built)) readings = new Readings(built);
      await buildStates(tx, locked, readings);
      await advance(tx, { token, number, before, after, people: people.length });
    });
    folded += people.length;
    await onProgress?.({ number, people: folded, total: Math.max(total, folded) });
  });
}
