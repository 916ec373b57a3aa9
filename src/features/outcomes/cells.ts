import { smallestGroup } from '../disclosure/disclosure';
import { released, type ReleasedGroup } from '../disclosure/released';
import { grouped } from '../../shared/grouped';
import type { AskingRevision, BegunVisit, GivenAnswer } from './answers.read';
import type { TeamAt } from './memberships.read';
import { PersonAtVersion } from './person-at-version';

/** The first answer of one person to a question version, as a figure may be made of it. */
export interface AnswerOfVersion extends Omit<GivenAnswer, 'id' | 'withdrawn'> {
  /** Internal id of the team with which it is shown; undefined for people of no team, and of teams that are too small. */
  readonly team: string | undefined;
  /** Internal id of the question version. */
  readonly version: string;
}

/** Everything that is known of one version. */
export interface KnownOfVersion {
  readonly version: string;
  /** In any order. */
  readonly answers: readonly GivenAnswer[];
  readonly askedBy: readonly AskingRevision[];
  /** Visits of a person to the revisions that ask it. */
  readonly visitsOf: (person: string) => readonly BegunVisit[];
  readonly teamAt: TeamAt;
}

export interface Showing {
  /** Whether the viewer may see the individuals behind answers: then everything is shown at once. */
  readonly exempt: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The moments at which what a person adds to a cell changed, by internal id of the person. */
type Cell = Map<string, readonly number[]>;

/**
 * The first answers to a version by the revision in which they were given, internal ids. Each revision's are a cell: what
 * is released of it changes by five people at least, and every figure is made of whole cells, so that no figure less
 * others is of fewer. What a person adds to a cell may change when something becomes known late, an earlier attempt or a
 * visit: that moment counts as one at which something became known of them. Withdrawn answers count for the moments alone.
 */
export function* cellsOf(
  { version, answers, askedBy, visitsOf, teamAt }: KnownOfVersion,
  showing: Showing,
): Generator<void, Map<string, AnswerOfVersion[]>> {
  const cells = new Map<string, Cell>();
  const people = new Map<string, PersonAtVersion>();
  for (const [person, given] of grouped(answers, (one) => one.person)) {
    const atVersion = new PersonAtVersion(given, visitsOf(person), askedBy);
    people.set(person, atVersion);
    for (const [revision, moments] of atVersion.momentsByRevision()) {
      const cell: Cell = cells.get(revision) ?? new Map<string, readonly number[]>();
      cells.set(revision, cell.set(person, moments));
    }
    yield;
  }
  const shown = new Map<string, AnswerOfVersion[]>();
  for (const [revision, cell] of cells) {
    const groups = groupsOf(cell, teamAt, showing).map((group) =>
      group.people.flatMap((person): AnswerOfVersion[] => {
        const counting = people.get(person)?.countingAt(group.upTo, false);
        if (counting?.revision !== revision) return [];
        const { id: _, withdrawn: __, ...given } = counting.given;
        return [{ ...given, team: group.team, version }];
      }),
    );
    // What is left of a group once its people moved on or withdrew may be too few.
    const enough = groups.filter(({ length }) => showing.exempt || length >= smallestGroup);
    shown.set(revision, enough.flat());
    yield;
  }
  return shown;
}

function groupsOf(cell: Cell, teamAt: TeamAt, { exempt, now }: Showing): ReleasedGroup[] {
  const known = [...cell].map(([person, moments]) => ({
    person,
    team: teamAt(person, moments[0] ?? now),
    moments,
  }));
  if (!exempt) return released(known, now);
  return [...grouped(known, ({ team }) => team)].map(([team, people]) => ({
    team,
    people: people.map(({ person }) => person),
    upTo: now,
  }));
}
