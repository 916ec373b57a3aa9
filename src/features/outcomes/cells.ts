import { smallestGroup } from '../disclosure/disclosure';
import { released, type ReleasedGroup } from '../disclosure/released';
import { grouped } from '../../shared/grouped';
import type { AskingRevision, BegunVisit, GivenAnswer } from './answers.read';
import { countingFirst, countingNow, type CountingAnswer } from './counting-answer';

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
  /** Internal id of the team that a person belonged to at a moment; undefined where to none. */
  readonly teamAt: (person: string, at: number) => string | undefined;
}

export interface Showing {
  /** Whether the viewer may see the individuals behind answers: then everything is shown at once. */
  readonly exempt: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Cell = Map<string, CountingAnswer>;

/**
 * The first answers to a version by the revision in which they were given, internal ids. Each revision's are a cell, in
 * which a person stands for good: what is released of it grows by five people at a time, and every figure is made of whole
 * cells, so that no figure less others is of fewer. Only what is withdrawn drops out.
 */
export function* cellsOf(
  known: KnownOfVersion,
  showing: Showing,
): Generator<void, Map<string, AnswerOfVersion[]>> {
  const cells = new Map<string, Cell>();
  for (const [person, answers] of grouped(known.answers, (one) => one.person)) {
    const at = { answers, askedBy: known.askedBy, visits: known.visitsOf(person) };
    const counting = showing.exempt ? countingNow(at) : countingFirst(at);
    if (counting) cellIn(cells, counting.revision).set(person, counting);
    yield;
  }
  const shown = new Map<string, AnswerOfVersion[]>();
  for (const [revision, cell] of cells) {
    const groups = groupsOf(cell, known.teamAt, showing).map(({ team, people }) =>
      people.flatMap((person): AnswerOfVersion[] => {
        const given = cell.get(person)?.given;
        if (!given || given.withdrawn) return [];
        const { id: _, withdrawn: __, ...answer } = given;
        return [{ ...answer, team, version: known.version }];
      }),
    );
    // What is left of a group when answers were withdrawn may be too few.
    const enough = groups.filter(({ length }) => showing.exempt || length >= smallestGroup);
    shown.set(revision, enough.flat());
    yield;
  }
  return shown;
}

function cellIn(cells: Map<string, Cell>, revision: string): Cell {
  const cell = cells.get(revision) ?? new Map<string, CountingAnswer>();
  cells.set(revision, cell);
  return cell;
}

function groupsOf(
  cell: Cell,
  teamAt: KnownOfVersion['teamAt'],
  { exempt, now }: Showing,
): Pick<ReleasedGroup, 'team' | 'people'>[] {
  const known = [...cell].map(
    ([
      person,
      {
        given: { recordedAt },
      },
    ]) => ({
      person,
      team: teamAt(person, recordedAt),
      moments: [recordedAt],
    }),
  );
  if (!exempt) return released(known, now);
  return [...grouped(known, ({ team }) => team)].map(([team, people]) => ({
    team,
    people: people.map(({ person }) => person),
  }));
}
