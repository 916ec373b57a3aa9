import type { Database } from '../../graph/driver/database';
import type { Change, ChangeKind } from '../../graph/feed/change';
import { changesAfter, type FeedPosition } from '../../graph/feed/changes-after';
import { takeTurns } from '../../shared/slices';
import { currentCalibration, type Calibration } from '../calibrations/calibration.store';
import { HeldStates } from './held-states';
import {
  allSkills,
  beginningsOfParts,
  partOfPeople,
  peopleNamed,
  skillsIn,
  skillsNamed,
  withNumbers,
  withNumbersOfHandles,
} from './states.store';

/** So many people are read in one statement. */
const part = 1_000;
/** Behind every internal id. */
const end = '\u{10FFFF}';

/** States as of a position in the feed. */
interface Standing {
  readonly states: HeldStates;
  readonly calibration: Calibration;
  readonly position: FeedPosition;
}

/**
 * What ranking and counting need of everybody, in the memory of this process: derived from the graph, brought up by its
 * feed of changes before each request reads it, and never a truth.
 */
export class ReadModel {
  private standing: Standing | undefined;
  private running: Promise<HeldStates> | undefined;
  private next: Promise<HeldStates> | undefined;

  constructor(private readonly database: Database) {}

  /** Whether everybody has been read in once. */
  get isLoaded(): boolean {
    return this.standing !== undefined;
  }

  /**
   * The states, with all that any process was told is written before this was called. Those who call while it is found out
   * what has changed share the next look.
   */
  current(): Promise<HeldStates> {
    return (this.next ??= this.afterRunning());
  }

  private async afterRunning(): Promise<HeldStates> {
    await this.running?.catch(() => undefined);
    this.next = undefined;
    this.running = this.broughtUp();
    return this.running;
  }

  private async broughtUp(): Promise<HeldStates> {
    while (!(await this.goOn())) this.standing = await this.load();
    if (!this.standing) throw new Error('The states were not read in.');
    return this.standing.states;
  }

  /** Takes in what has changed; false where all is to be read anew. */
  private async goOn(): Promise<boolean> {
    for (;;) {
      if (!this.standing) return false;
      const after = await changesAfter(this.database, this.standing.position);
      if (!after) return false;
      if (after.changes.length > 0 && !(await this.takeIn(this.standing, after.changes))) return false;
      this.standing = { ...this.standing, position: after.position };
      if (!after.isMore) return true;
    }
  }

  /** False where another calibration is in force. */
  private async takeIn({ states, calibration }: Standing, changes: readonly Change[]): Promise<boolean> {
    const { database } = this;
    if (idsOf(changes, 'calibrations').length > 0) {
      const { number } = await currentCalibration(database);
      if (number !== calibration.number) return false;
    }
    const people = idsOf(changes, 'states', 'people', 'merges');
    const skills = idsOf(changes, 'catalogue', 'merges');
    for (let from = 0; from < people.length || from === 0; from += part) {
      const keys = people.slice(from, from + part);
      const rows = keys.length > 0 ? await peopleNamed(database, calibration.slot, keys) : [];
      const unheld = rows.flatMap(skillsIn).filter((skill) => states.numberOf(skill) === undefined);
      const asked = [...new Set([...(from === 0 ? skills : []), ...unheld])];
      const found = asked.length > 0 ? await skillsNamed(database, asked) : [];
      for (const skill of found) states.putSkill(skill);
      const there = new Set(found.map(({ key }) => key));
      for (const skill of asked) if (!there.has(skill)) states.removeSkill(skill);
      const held = rows.map((row) => withNumbers(row, (skill) => states.numberOf(skill)));
      const named = new Set(rows.map(({ key }) => key));
      states.put(
        held,
        keys.filter((key) => !named.has(key)),
      );
    }
    return true;
  }

  private async load(): Promise<Standing> {
    const { database } = this;
    // First, so that whatever is written while the rest is read comes after it.
    const after = await changesAfter(database, undefined);
    if (!after) throw new Error('The feed does not say where it stands.');
    const calibration = await currentCalibration(database);
    const states = new HeldStates(calibration);
    const handles = new Map<number, number>();
    for (const { handle, edges, ...skill } of await allSkills(database)) {
      states.putSkill(skill, edges);
      handles.set(handle, states.numberOf(skill.key) ?? -1);
    }
    const numberOf = (handle: number): number | undefined => handles.get(handle);
    const beginnings = await beginningsOfParts(database, part);
    states.people.makeRoomFor(part * beginnings.length);
    const read = (at: number) =>
      partOfPeople(database, calibration.slot, beginnings[at] ?? end, beginnings[at + 1] ?? end);
    let ahead = read(0);
    for (let at = 0; at < beginnings.length; at++) {
      const rows = await ahead;
      // The database goes on while these are put in place.
      ahead = read(at + 1);
      for (const row of rows) {
        states.append(withNumbersOfHandles(row, numberOf));
        await takeTurns();
      }
    }
    await ahead;
    return { states, calibration, position: after.position };
  }
}

/** The ids that changes name, of some kinds, each once. */
function idsOf(changes: readonly Change[], ...kinds: readonly ChangeKind[]): string[] {
  return [...new Set(changes.flatMap(({ changed }) => kinds.flatMap((kind) => changed[kind] ?? [])))];
}
