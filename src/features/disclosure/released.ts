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
  const becameKnown = inOrder(known, now);
  yield;
  for (let next = 0; next < becameKnown.length;) {
    const at = becameKnown[next]?.at ?? now;
    const people: number[] = [];
    for (; becameKnown[next]?.at === at; next++) people.push(becameKnown[next]?.place ?? 0);
    release.add(people, at);
    if (next % 1_000 < people.length) yield;
  }
  release.add([], now);
  return release.groups();
}

/** That something became known of the person at a place of the list. */
interface BecameKnown {
  readonly at: number;
  readonly place: number;
}

/** What became known by now in the order in which it did. */
function inOrder(known: readonly KnownPerson[], now: number): BecameKnown[] {
  const all: BecameKnown[] = [];
  known.forEach(({ moments }, place) => {
    for (const at of moments) if (at <= now) all.push({ at, place });
  });
  return all.sort((left, right) => left.at - right.at);
}

/** People whose figures go on together. */
class Group {
  /** By their place in the list, in the order in which they became known; whether anything of them is released. */
  private readonly people = new Map<number, boolean>();
  private readonly moved = new Set<number>();
  private upTo = -Infinity;

  constructor(private readonly team: string | undefined) {}

  move(place: number): void {
    if (!this.people.has(place)) this.people.set(place, false);
    this.moved.add(place);
  }

  goOn(at: number): void {
    if (this.moved.size < smallestGroup) return;
    this.upTo = at;
    for (const place of this.moved) this.people.set(place, true);
    this.moved.clear();
  }

  shown(known: readonly KnownPerson[]): ReleasedGroup[] {
    const people = [...this.people].flatMap(([place, isReleased]) =>
      isReleased ? [known[place]?.person ?? ''] : [],
    );
    return people.length === 0 ? [] : [{ team: this.team, people, upTo: this.upTo }];
  }
}

interface Waiting {
  readonly place: number;
  readonly team: string;
  readonly since: number;
}

class Release {
  /** By place in the list. */
  private readonly groupOf: (Group | undefined)[];
  private readonly teams = new Map<string, Group>();
  private readonly pooled = new Group(undefined);
  /** Who waits for others of their team, who came first before. */
  private waiting: Waiting[] = [];

  constructor(private readonly known: readonly KnownPerson[]) {
    this.groupOf = known.map(() => undefined);
  }

  /** What became known of these people, by place in the list, at one moment; moments come in their order. */
  add(places: readonly number[], at: number): void {
    this.poolBefore(at);
    const moved = new Set(this.pool(at));
    const waited = this.waiting.length;
    for (const place of places) {
      const team = this.known[place]?.team;
      const group = this.groupOf[place] ?? (team === undefined ? this.pooled : this.teams.get(team));
      if (group) moved.add(this.join(group, place));
      else if (team !== undefined && !this.waiting.some((one) => one.place === place))
        this.waiting.push({ place, team, since: at });
    }
    if (this.waiting.length > waited) for (const group of this.begun()) moved.add(group);
    for (const group of moved) group.goOn(at);
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
      const group = new Group(team);
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
    group.move(place);
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
