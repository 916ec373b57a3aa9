import { leftFrom, stateOfVisit, VisitState, type Passage } from '../capture/visit-state';
import type { ViewColumns } from './view-columns';

/** A visit as it is known, with the rows of its views; epoch milliseconds. */
export interface KnownVisit {
  readonly startedAt: number | null;
  /** When its start became known; null where only views of it are there. */
  readonly recordedAt: number | null;
  readonly completedAt: number | null;
  readonly completedRecordedAt: number | null;
  readonly endedAt: number | null;
  readonly endedRecordedAt: number | null;
  /** The first row of its views, which follow one another. */
  readonly first: number;
  readonly count: number;
}

/** What somebody did on one page. */
export interface PageOfPassage {
  /** Number of the page. */
  readonly number: number;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses: number;
  readonly longestPauseSeconds: number;
  /** How often they came back to it: within a view, or after another page. */
  readonly revisits: number;
}

/** One person's way through a revision, over all their visits to it. */
export interface PersonPassage {
  /** Internal id. */
  readonly person: string;
  /** Completed if any visit is, else under way if any is, else left. */
  readonly state: VisitState;
  /** Epoch milliseconds: of the first visit that started, or of the first page opened; null where neither is known. */
  readonly startedAt: number | null;
  /** Epoch milliseconds: when it was first completed; null where it was not. */
  readonly completedAt: number | null;
  /** The lowest number of a page that was opened; 0 where none was. */
  readonly firstPage: number;
  /** The highest number of a page that was opened; 0 where none was. */
  readonly furthestPage: number;
  readonly activeSeconds: number;
  /** Active seconds on pages that were opened by when it was completed; null where it was not. */
  readonly secondsToCompletion: number | null;
  /** Those that were opened, by number. */
  readonly pages: readonly PageOfPassage[];
}

type ToldOfVisit = 'startedAt' | 'completedAt' | 'endedAt';

/** Something that became known of a visit: what it is told, or the row of a view. */
interface BecameKnown {
  readonly at: number;
  readonly visit: KnownVisit;
  readonly what: ToldOfVisit | number;
}

type Events = { -readonly [Name in keyof Passage]: Passage[Name] };

/** All that is known of somebody's visits to one revision, none of them withdrawn, in the order in which it became known. */
export class PassageKnown {
  private readonly known: readonly BecameKnown[];

  constructor(
    readonly person: string,
    private readonly visits: readonly KnownVisit[],
    private readonly views: ViewColumns,
  ) {
    this.known = visits.flatMap((visit) => this.knownOf(visit)).sort((left, right) => left.at - right.at);
  }

  private knownOf(visit: KnownVisit): BecameKnown[] {
    const known: BecameKnown[] = [];
    const told = (what: ToldOfVisit, at: number | null): void => {
      if (visit[what] !== null && at !== null) known.push({ at, visit, what });
    };
    told('startedAt', visit.recordedAt);
    told('completedAt', visit.completedRecordedAt);
    told('endedAt', visit.endedRecordedAt);
    for (let row = visit.first; row < visit.first + visit.count; row++)
      known.push({ at: this.views.get('recordedAt', row), visit, what: row });
    return known;
  }

  /**
   * When something became known of the passage, epoch milliseconds, in order: what was recorded, and that the person had left
   * when nothing more was. That they came back later does not change that they had left before.
   */
  moments(leftAfter: number): number[] {
    const { known } = this;
    const moments: number[] = [];
    const visits = new VisitsSoFar(this.views);
    known.forEach((one, place) => {
      visits.add(one);
      const next = known[place + 1]?.at ?? Infinity;
      if (next === one.at) return;
      moments.push(one.at);
      const left = visits.leftFrom(leftAfter);
      if (left > one.at && left < next) moments.push(left);
    });
    return moments;
  }

  /** The passage by what was known at a moment; undefined where that was nothing. */
  upTo(moment: number, leftAfter: number): PersonPassage | undefined {
    const { person, visits, views } = this;
    const soFar = new VisitsSoFar(views);
    for (const one of this.known) if (one.at <= moment) soFar.add(one);
    const passages = soFar.all();
    if (passages.length === 0) return undefined;
    const state = stateOfPassage(passages, moment, leftAfter);
    return new PassageUpTo(person, passages, state, views, () => rowsUpTo(visits, views, moment));
  }
}

/** The rows of the views of visits that were known at a moment. */
function rowsUpTo(visits: readonly KnownVisit[], views: ViewColumns, moment: number): number[] {
  const rows: number[] = [];
  for (const { first, count } of visits)
    for (let row = first; row < first + count; row++)
      if (views.get('recordedAt', row) <= moment) rows.push(row);
  return rows;
}

/** The visits of a person by what is known so far. */
class VisitsSoFar {
  private readonly passages = new Map<KnownVisit, Events>();

  constructor(private readonly views: ViewColumns) {}

  add({ visit, what }: BecameKnown): void {
    const events = this.passages.get(visit) ?? {
      startedAt: null,
      completedAt: null,
      endedAt: null,
      openedAt: null,
      seenUntil: null,
    };
    this.passages.set(visit, events);
    if (typeof what !== 'number') events[what] = visit[what];
    else {
      events.openedAt = Math.max(events.openedAt ?? -Infinity, this.views.get('openedAt', what));
      events.seenUntil = Math.max(events.seenUntil ?? -Infinity, this.views.get('seenUntil', what));
    }
  }

  all(): readonly Passage[] {
    return [...this.passages.values()];
  }

  /** From when on the person has left if nothing more becomes known; Infinity where they completed. */
  leftFrom(leftAfter: number): number {
    let from = -Infinity;
    for (const passage of this.passages.values()) {
      if (passage.completedAt !== null) return Infinity;
      from = Math.max(from, leftFrom(passage, leftAfter));
    }
    return from;
  }
}

function stateOfPassage(visits: readonly Passage[], now: number, leftAfter: number): VisitState {
  const states = visits.map((visit) => stateOfVisit(visit, now, leftAfter));
  const best = [VisitState.COMPLETED, VisitState.UNDER_WAY].find((state) => states.includes(state));
  return best ?? VisitState.LEFT;
}

function earliest(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length === 0 ? null : Math.min(...known);
}

class PassageUpTo implements PersonPassage {
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly firstPage: number = 0;
  readonly furthestPage: number = 0;
  readonly activeSeconds: number = 0;
  readonly secondsToCompletion: number | null;

  constructor(
    readonly person: string,
    visits: readonly Passage[],
    readonly state: VisitState,
    private readonly views: ViewColumns,
    /** Found again where they are needed, since they are many. */
    private readonly rows: () => readonly number[],
  ) {
    this.completedAt = earliest(visits.map(({ completedAt }) => completedAt));
    let firstOpenedAt: number | null = null;
    let secondsToCompletion = 0;
    for (const row of rows()) {
      const [page, openedAt] = [views.get('page', row), views.get('openedAt', row)];
      const seconds = views.get('activeSeconds', row);
      this.firstPage = this.firstPage === 0 ? page : Math.min(this.firstPage, page);
      this.furthestPage = Math.max(this.furthestPage, page);
      this.activeSeconds += seconds;
      if (this.completedAt !== null && openedAt <= this.completedAt) secondsToCompletion += seconds;
      firstOpenedAt = Math.min(firstOpenedAt ?? Infinity, openedAt);
    }
    this.startedAt = earliest(visits.map(({ startedAt }) => startedAt)) ?? firstOpenedAt;
    this.secondsToCompletion = this.completedAt === null ? null : secondsToCompletion;
  }

  get pages(): readonly PageOfPassage[] {
    const { views } = this;
    const openedAt = (row: number): number => views.get('openedAt', row);
    const page = (row: number): number => views.get('page', row);
    const inOrder = [...this.rows()].sort(
      (left, right) => openedAt(left) - openedAt(right) || page(left) - page(right),
    );
    const found = new Map<number, DoneOnPage>();
    let before: number | undefined;
    for (const row of inOrder) {
      const number = page(row);
      const known = found.get(number);
      const done = known ?? new DoneOnPage(number);
      if (!known) found.set(number, done);
      else if (before !== number) done.returns++;
      done.add(views, row);
      before = number;
    }
    return [...found.values()].sort((left, right) => left.number - right.number);
  }
}

/** What somebody did on one page, view by view. */
class DoneOnPage implements PageOfPassage {
  activeSeconds = 0;
  idleSeconds = 0;
  pauses = 0;
  longestPauseSeconds = 0;
  /** How often the page was opened after another one. */
  returns = 0;
  /** As the platform counts them within views. */
  private told = 0;

  constructor(readonly number: number) {}

  add(views: ViewColumns, row: number): void {
    this.activeSeconds += views.get('activeSeconds', row);
    this.idleSeconds += views.get('idleSeconds', row);
    this.pauses += views.get('pauses', row);
    this.longestPauseSeconds = Math.max(this.longestPauseSeconds, views.get('longestPauseSeconds', row));
    this.told += views.get('revisits', row);
  }

  /** What a platform counts may be what shows in its views too. */
  get revisits(): number {
    return Math.max(this.told, this.returns);
  }
}
