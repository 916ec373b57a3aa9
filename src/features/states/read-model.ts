import type { Database } from '../../graph/driver/database';
import type { Change, ChangeKind } from '../../graph/feed/change';
import { changesAfter, type FeedPosition } from '../../graph/feed/changes-after';
import { takeTurns } from '../../shared/slices';
import { currentCalibration, type Calibration } from '../calibrations/calibration.store';
import { HeldPlans } from './held-plans';
import { HeldStates } from './held-states';
import {
  allProjects,
  allTasks,
  nestedTeams,
  plansNamed,
  plansOfPart,
  projectsNamed,
  tasksNamed,
  teamsNamed,
} from './plans.store';
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

/** What is held of everybody, all of it as of the same moment. */
export interface Held {
  readonly states: HeldStates;
  readonly plans: HeldPlans;
}

/** The same as of a position in the feed. */
interface Standing extends Held {
  readonly calibration: Calibration;
  readonly position: FeedPosition;
}

/**
 * What ranking and counting need of everybody, and what is planned for them, in the memory of this process: derived from the graph, brought up by its
 * feed of changes before each request reads it, and never a truth.
 */
export class ReadModel {
  private standing: Standing | undefined;
  private running: Promise<Held> | undefined;
  private next: Promise<Held> | undefined;

  constructor(private readonly database: Database) {}

  /** Whether everybody has been read in once. */
  get isLoaded(): boolean {
    return this.standing !== undefined;
  }

  /**
   * What is held, with all that any process was told is written before this was called. Those who call while it is found out
   * what has changed share the next look.
   */
  current(): Promise<Held> {
    return (this.next ??= this.afterRunning());
  }

  private async afterRunning(): Promise<Held> {
    await this.running?.catch(() => undefined);
    this.next = undefined;
    this.running = this.broughtUp();
    return this.running;
  }

  private async broughtUp(): Promise<Held> {
    while (!(await this.goOn())) this.standing = await this.load();
    if (!this.standing) throw new Error('The states were not read in.');
    return this.standing;
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
  private async takeIn(standing: Standing, changes: readonly Change[]): Promise<boolean> {
    if (idsOf(changes, 'calibrations').length > 0) {
      const { number } = await currentCalibration(this.database);
      if (number !== standing.calibration.number) return false;
    }
    for (const keys of inParts(idsOf(changes, 'requirements'))) await this.takeInProjects(standing, keys);
    for (const keys of inParts(idsOf(changes, 'teams'))) await this.takeInTeams(standing, keys);
    const ofStates = new Set(idsOf(changes, 'states', 'people', 'merges'));
    const ofPlans = new Set(idsOf(changes, 'memberships', 'assignments', 'availability', 'merges'));
    let skills = idsOf(changes, 'catalogue', 'merges');
    for (const keys of inParts([...new Set([...ofStates, ...ofPlans])])) {
      // Of who is new it may be heard first what is planned for them.
      const known = keys.filter((key) => ofStates.has(key) || standing.states.placeOf(key) === undefined);
      const planned = keys.filter((key) => ofPlans.has(key));
      await this.takeInPeople(standing, { known, planned, skills });
      skills = [];
    }
    return true;
  }

  /** Whatever requires something: role templates among them are not held. */
  private async takeInProjects({ plans }: Held, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const [projects, tasks] = await Promise.all([
      projectsNamed(this.database, keys),
      tasksNamed(this.database, keys),
    ]);
    for (const project of projects) plans.putProject(project);
    for (const key of missing(keys, projects)) plans.removeProject(key);
    for (const task of tasks) plans.putTask(task);
    for (const key of missing(keys, tasks)) plans.removeTask(key);
  }

  private async takeInTeams({ plans }: Held, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const teams = await teamsNamed(this.database, keys);
    for (const team of teams) plans.putTeam(team);
    for (const key of missing(keys, teams)) plans.removeTeam(key);
  }

  /** Those whose states are read anew, those of whom what is planned for them is, and skills: all in one turn. */
  private async takeInPeople(
    { states, plans, calibration }: Standing,
    { known, planned, skills }: Readonly<Record<'known' | 'planned' | 'skills', readonly string[]>>,
  ): Promise<void> {
    const { database } = this;
    const [rows, rowsOfPlans] = await Promise.all([
      known.length > 0 ? peopleNamed(database, calibration.slot, known) : [],
      planned.length > 0 ? plansNamed(database, planned) : [],
    ]);
    const unheld = rows.flatMap(skillsIn).filter((skill) => states.numberOf(skill) === undefined);
    const asked = [...new Set([...skills, ...unheld])];
    const found = asked.length > 0 ? await skillsNamed(database, asked) : [];
    for (const skill of found) states.putSkill(skill);
    for (const skill of missing(asked, found)) states.removeSkill(skill);
    const held = rows.map((row) => withNumbers(row, (skill) => states.numberOf(skill)));
    const gone = missing(known, rows);
    for (const key of [...gone, ...missing(planned, rowsOfPlans)]) plans.removePerson(key);
    states.put(held, gone);
    for (const row of rowsOfPlans) plans.putPerson(row);
  }

  private async load(): Promise<Standing> {
    const { database } = this;
    // First, so that whatever is written while the rest is read comes after it.
    const after = await changesAfter(database, undefined);
    if (!after) throw new Error('The feed does not say where it stands.');
    const calibration = await currentCalibration(database);
    const states = new HeldStates(calibration);
    const plans = new HeldPlans(states);
    const handles = new Map<number, number>();
    for (const { handle, edges, ...skill } of await allSkills(database)) {
      states.putSkill(skill, edges);
      handles.set(handle, states.numberOf(skill.key) ?? -1);
    }
    const numberOf = (handle: number): number | undefined => handles.get(handle);
    const beginnings = await beginningsOfParts(database, part);
    states.makeRoomFor(part * beginnings.length);
    const read = (at: number) => {
      const [from, before] = [beginnings[at] ?? end, beginnings[at + 1] ?? end];
      const rows = Promise.all([
        partOfPeople(database, calibration.slot, from, before),
        plansOfPart(database, from, before),
      ]);
      // That it failed is heard of where it is waited for, which may be a little later.
      rows.catch(() => undefined);
      return rows;
    };
    let ahead = read(0);
    for (let at = 0; at < beginnings.length; at++) {
      const [people, planned] = await ahead;
      // The database goes on while these are put in place.
      ahead = read(at + 1);
      for (const row of people) {
        states.append(withNumbersOfHandles(row, numberOf));
        await takeTurns();
      }
      for (const row of planned) plans.putPerson(row);
    }
    await ahead;
    for (const team of await nestedTeams(database)) plans.putTeam(team);
    for (const project of await allProjects(database)) plans.putProject(project);
    for (const task of await allTasks(database)) plans.putTask(task);
    return { states, plans, calibration, position: after.position };
  }
}

/** So many at a time as one statement reads; of none one part with none. */
function inParts(keys: readonly string[]): string[][] {
  const count = Math.max(1, Math.ceil(keys.length / part));
  return Array.from({ length: count }, (_, at) => keys.slice(at * part, (at + 1) * part));
}

/** The keys that no row has. */
function missing(keys: readonly string[], rows: readonly { readonly key: string }[]): string[] {
  const named = new Set(rows.map(({ key }) => key));
  return keys.filter((key) => !named.has(key));
}

/** The ids that changes name, of some kinds, each once. */
function idsOf(changes: readonly Change[], ...kinds: readonly ChangeKind[]): string[] {
  return [...new Set(changes.flatMap(({ changed }) => kinds.flatMap((kind) => changed[kind] ?? [])))];
}
