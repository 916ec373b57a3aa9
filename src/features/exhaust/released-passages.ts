import { releasedLatest, releaseSteps, type KnownPerson } from '../disclosure/released';
import { newKey } from '../../shared/ids';
import type { PassageKnown, PersonPassage } from './passage-of-person';

/** People whose passages are released together. */
export interface PassagesOfGroup {
  /** Internal id; undefined for people of no team, and for those of teams that are too small. */
  readonly team: string | undefined;
  /** Each passage is by what was known until then, and nothing later: epoch milliseconds. */
  readonly upTo: number;
  readonly passages: readonly PersonPassage[];
}

/** What of the passages through a revision may go into figures, whoever asks: nobody sees individuals' times. */
export interface ReleasedPassages {
  /** Another one for whatever else was released; undefined where nothing was. */
  readonly mark: string | undefined;
  readonly groups: readonly PassagesOfGroup[];
}

/** The team, by internal id, that somebody belonged to at a moment. */
export type TeamAt = (person: string, moment: number) => string | undefined;

interface Known extends KnownPerson {
  readonly first: number;
}

/** What was released at some moment, and until when that stays so. */
export class PassagesAt implements ReleasedPassages {
  readonly mark = newKey();

  private constructor(
    readonly groups: readonly PassagesOfGroup[],
    private readonly known: readonly Known[],
    private readonly from: number,
    /** From then on it may be otherwise. */
    private before: number,
  ) {}

  /** In steps. */
  static *released(
    people: Iterable<PassageKnown>,
    teamAt: TeamAt,
    now: number,
    leftAfter: number,
  ): Generator<void, PassagesAt> {
    const passages = new Map<string, PassageKnown>();
    const known: Known[] = [];
    for (const passage of people) {
      const moments = passage.moments(leftAfter);
      const [first] = moments;
      yield;
      if (first === undefined) continue;
      passages.set(passage.person, passage);
      known.push({ person: passage.person, team: teamAt(passage.person, first), moments, first });
    }
    known.sort((left, right) => (left.person < right.person ? -1 : 1));
    const groups: PassagesOfGroup[] = [];
    for (const { team, people: names, upTo } of yield* releaseSteps(known, now)) {
      const ofGroup: PersonPassage[] = [];
      for (const name of names) {
        const passage = passages.get(name)?.upTo(upTo, leftAfter);
        if (passage) ofGroup.push(passage);
        yield;
      }
      groups.push({ team, upTo, passages: ofGroup });
    }
    return new PassagesAt(groups, known.map(withoutMoments), now, nextChange(known, groups, now));
  }

  /** From this moment on it is otherwise, as has become known since. */
  endAt(moment: number): void {
    this.before = Math.min(this.before, moment);
  }

  /** Whether it is what is released at no moment any more. */
  get isOver(): boolean {
    return this.from >= this.before;
  }

  /** Whether it is what is released now. */
  stands(teamAt: TeamAt, now: number): boolean {
    return (
      now >= this.from &&
      now < this.before &&
      this.known.every(({ person, team, first }) => teamAt(person, first) === team)
    );
  }
}

/** There are many, and who they are is all that is asked for later. */
function withoutMoments({ person, team, first }: Known): Known {
  return { person, team, first, moments: [] };
}

/** When the next thing becomes known as nothing is recorded, or who waits for others of their team waits no longer. */
function nextChange(known: readonly Known[], groups: readonly PassagesOfGroup[], now: number): number {
  const shown = new Set(groups.flatMap(({ passages }) => passages.map(({ person }) => person)));
  let next = Infinity;
  for (const { person, moments, first } of known) {
    if (!shown.has(person) && releasedLatest(first) >= now) next = Math.min(next, releasedLatest(first));
    for (const moment of moments) if (moment > now) next = Math.min(next, moment);
  }
  return next;
}
