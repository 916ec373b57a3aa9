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
  const release = new Release();
  for (const [at, people] of inOrder(known, now)) release.add(people, at);
  release.add([], now);
  return release.groups();
}

/** By moment, the people of whom something became known then: each moment's together. */
function inOrder(known: readonly KnownPerson[], now: number): [number, KnownPerson[]][] {
  const byMoment = new Map<number, KnownPerson[]>();
  for (const one of known)
    for (const at of new Set(one.moments))
      if (at <= now) {
        const there = byMoment.get(at);
        if (there) there.push(one);
        else byMoment.set(at, [one]);
      }
  return [...byMoment].sort(([left], [right]) => left - right);
}

/** People whose figures go on together. */
class Group {
  /** In the order in which they became known; whether anything of them is released. */
  private readonly people = new Map<string, boolean>();
  private readonly moved = new Set<string>();
  private upTo = -Infinity;

  constructor(private readonly team: string | undefined) {}

  move(person: string): void {
    if (!this.people.has(person)) this.people.set(person, false);
    this.moved.add(person);
  }

  goOn(at: number): void {
    if (this.moved.size < smallestGroup) return;
    this.upTo = at;
    for (const person of this.moved) this.people.set(person, true);
    this.moved.clear();
  }

  shown(): ReleasedGroup[] {
    const people = [...this.people].filter(([, isReleased]) => isReleased).map(([person]) => person);
    return people.length === 0 ? [] : [{ team: this.team, people, upTo: this.upTo }];
  }
}

interface Waiting {
  readonly person: string;
  readonly team: string;
  readonly since: number;
}

class Release {
  private readonly groupOf = new Map<string, Group>();
  private readonly teams = new Map<string, Group>();
  private readonly pooled = new Group(undefined);
  /** Who waits for others of their team, who came first before. */
  private waiting: Waiting[] = [];

  /** What became known of these people at one moment; moments come in their order. */
  add(people: readonly KnownPerson[], at: number): void {
    this.poolBefore(at);
    const moved = new Set(this.pool(at));
    for (const { person, team } of people) {
      const group = this.groupOf.get(person) ?? (team === undefined ? this.pooled : this.teams.get(team));
      if (group) moved.add(this.join(group, person));
      else if (team !== undefined && !this.waiting.some((one) => one.person === person))
        this.waiting.push({ person, team, since: at });
    }
    for (const group of this.begun()) moved.add(group);
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
    const ofTeam = new Map<string, string[]>();
    for (const { team, person } of this.waiting) ofTeam.set(team, [...(ofTeam.get(team) ?? []), person]);
    const enough = [...ofTeam].filter(([, people]) => people.length >= smallestGroup);
    if (enough.length > 0)
      this.waiting = this.waiting.filter(({ team }) => !enough.some(([one]) => one === team));
    return enough.map(([team, people]) => {
      const group = new Group(team);
      this.teams.set(team, group);
      for (const person of people) this.join(group, person);
      return group;
    });
  }

  /** Who has waited for long enough by then is with people of other teams from now on. */
  private pool(by: number): Group[] {
    const due = this.waiting.filter(({ since }) => since + waitingForTeam <= by);
    this.waiting = this.waiting.slice(due.length);
    return due.map(({ person }) => this.join(this.pooled, person));
  }

  private join(group: Group, person: string): Group {
    this.groupOf.set(person, group);
    group.move(person);
    return group;
  }

  groups(): ReleasedGroup[] {
    return [...this.teams.values(), this.pooled].flatMap((group) => group.shown());
  }
}
