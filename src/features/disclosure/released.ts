import { resultOf } from '../../estimators/steps';
import { grouped } from '../../shared/grouped';
import { smallestGroup } from './disclosure';

/** When things became known of one person that a figure is made of. */
export interface KnownPerson {
  /** Internal id. */
  readonly person: string;
  /** Internal id of the team that the person belonged to when the first became known; undefined where to none. */
  readonly team: string | undefined;
  /** Epoch milliseconds, at least one, in any order. */
  readonly moments: readonly number[];
}

/** People whose figures are released together, and up to when. */
export interface ReleasedGroup {
  /** Internal id; undefined for people of no team, and for those of teams that are too small. */
  readonly team: string | undefined;
  /** Internal ids, in the order in which they became known. */
  readonly people: readonly string[];
  /** What became known of these people until then, and nothing later, may go into a figure. Epoch milliseconds. */
  readonly upTo: number;
}

/** People of a small team wait so long for others of it before they are released with people of other teams. */
const waitingForTeam = 86_400_000;

/**
 * What may be shown of a group whose individuals the viewer may not see: everybody stands in one group for good, the groups
 * have five people or more, and what is shown of one goes on only when something new is known of five of its people. So
 * whatever figures of whichever groups are compared, at one moment or two, they differ by what is known of five people at
 * least. It is computed from when things became known, which never changes: nothing is stored, and everybody gets the same.
 */
export function released(known: readonly KnownPerson[], now: number): ReleasedGroup[] {
  return resultOf(releaseSteps(known, now));
}

/** The same in steps, for many people. */
export function* releaseSteps(known: readonly KnownPerson[], now: number): Generator<void, ReleasedGroup[]> {
  const release = new Release(known);
  const { at: moments, place: places } = yield* inOrder(known, now);
  for (let next = 0; next < moments.length;) {
    const at = moments[next] ?? now;
    const first = next;
    do next++;
    while (moments[next] === at);
    release.add(places.subarray(first, next), at);
    if (Math.floor(next / 1_000) > Math.floor(first / 1_000)) yield;
  }
  release.add(nobody, now);
  return release.groups();
}

/** What became known: when, and of the person at which place of the list. */
interface BecameKnown {
  readonly at: Float64Array;
  readonly place: Uint32Array;
}

/** What became known by now in the order in which it did; at one moment in the order of the list. */
function* inOrder(known: readonly KnownPerson[], now: number): Generator<void, BecameKnown> {
  const listed = known.map(({ moments }) => moments.filter((moment) => moment <= now));
  const all = new Float64Array(listed.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const moments of listed) {
    all.set(moments, count);
    count += moments.length;
  }
  yield;
  // Numbers by themselves are sorted many times faster than with a function that compares.
  const at = all.slice().sort();
  const place = new Uint32Array(count);
  const placed = new Uint32Array(count);
  let index = 0;
  for (const [person, { length }] of listed.entries()) {
    if (person % 100 === 0) yield;
    for (const end = index + length; index < end; index++) {
      const first = firstNotBelow(at, all[index] ?? 0);
      const others = placed[first] ?? 0;
      place[first + others] = person;
      placed[first] = others + 1;
    }
  }
  yield;
  return { at, place };
}

/** Where the first number stands that is not below a bound, in numbers that rise. */
function firstNotBelow(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nobody = new Uint32Array();

/** People by their place in the list, whose figures go on together. */
class Group {
  /** In the order in which they became known. */
  private readonly people: number[] = [];
  /** Of whom something became known since it last went on. */
  private moved: number[] = [];
  private upTo = -Infinity;

  constructor(
    private readonly team: string | undefined,
    private readonly marks: Marks,
  ) {}

  join(place: number): void {
    this.people.push(place);
    this.move(place);
  }

  move(place: number): void {
    if (this.marks.hasMoved[place] === 1) return;
    this.marks.hasMoved[place] = 1;
    this.moved.push(place);
  }

  goOn(at: number): void {
    if (this.moved.length < smallestGroup) return;
    this.upTo = at;
    for (const place of this.moved) {
      this.marks.isReleased[place] = 1;
      this.marks.hasMoved[place] = 0;
    }
    this.moved = [];
  }

  shown(known: readonly KnownPerson[]): ReleasedGroup[] {
    const people = this.people.flatMap((place) =>
      this.marks.isReleased[place] === 1 ? [known[place]?.person ?? ''] : [],
    );
    return people.length === 0 ? [] : [{ team: this.team, people, upTo: this.upTo }];
  }
}

/** What is known of each person, by place in the list: somebody stands in one group only. */
interface Marks {
  readonly hasMoved: Uint8Array;
  readonly isReleased: Uint8Array;
}

interface Waiting {
  readonly place: number;
  readonly team: string;
  readonly since: number;
}

class Release {
  /** By place in the list. */
  private readonly groupOf: (Group | undefined)[];
  private readonly waits: Uint8Array;
  private readonly marks: Marks;
  private readonly teams = new Map<string, Group>();
  private readonly pooled: Group;
  /** Who waits for others of their team, who came first before. */
  private waiting: Waiting[] = [];

  constructor(private readonly known: readonly KnownPerson[]) {
    this.groupOf = known.map(() => undefined);
    this.waits = new Uint8Array(known.length);
    this.marks = { hasMoved: new Uint8Array(known.length), isReleased: new Uint8Array(known.length) };
    this.pooled = new Group(undefined, this.marks);
  }

  /** What became known of these people, by place in the list, at one moment; moments come in their order. */
  add(places: Uint32Array, at: number): void {
    this.poolBefore(at);
    const moved = this.pool(at);
    const waited = this.waiting.length;
    for (const place of places) {
      const group = this.groupMoved(place, at);
      if (group) moved.push(group);
    }
    if (this.waiting.length > waited) moved.push(...this.begun());
    for (const group of moved) group.goOn(at);
  }

  /** The group of a person of whom something became known; undefined where they wait for others of their team. */
  private groupMoved(place: number, at: number): Group | undefined {
    const group = this.groupOf[place];
    if (group) {
      group.move(place);
      return group;
    }
    const team = this.known[place]?.team;
    const begun = team === undefined ? this.pooled : this.teams.get(team);
    if (begun) return this.join(begun, place);
    if (team !== undefined && this.waits[place] === 0) {
      this.waits[place] = 1;
      this.waiting.push({ place, team, since: at });
    }
    return undefined;
  }

  private poolBefore(at: number): void {
    for (;;) {
      const [first] = this.waiting;
      if (!first || first.since + waitingForTeam >= at) return;
      const due = first.since + waitingForTeam;
      for (const group of this.pool(due)) group.goOn(due);
    }
  }

  /** The groups of teams of which enough people wait by now. */
  private begun(): Group[] {
    const ofTeam = grouped(this.waiting, ({ team }) => team);
    const enough = [...ofTeam].filter(([, people]) => people.length >= smallestGroup);
    if (enough.length > 0)
      this.waiting = this.waiting.filter(({ team }) => !enough.some(([one]) => one === team));
    return enough.map(([team, people]) => {
      const group = new Group(team, this.marks);
      this.teams.set(team, group);
      for (const { place } of people) this.join(group, place);
      return group;
    });
  }

  /** Who has waited for long enough by then is with people of other teams from now on. */
  private pool(by: number): Group[] {
    const [first] = this.waiting;
    if (!first || first.since + waitingForTeam > by) return [];
    const due = this.waiting.filter(({ since }) => since + waitingForTeam <= by);
    this.waiting = this.waiting.slice(due.length);
    return due.map(({ place }) => this.join(this.pooled, place));
  }

  private join(group: Group, place: number): Group {
    this.groupOf[place] = group;
    group.join(place);
    return group;
  }

  groups(): ReleasedGroup[] {
    return [...this.teams.values(), this.pooled].flatMap((group) => group.shown(this.known));
  }
}

/** When who waits for others of their team is released with others at the latest, of whoever is not yet. */
export function releasedLatest(firstMoment: number): number {
  return firstMoment + waitingForTeam;
}
