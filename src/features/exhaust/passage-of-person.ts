import { leftFrom, stateOfVisit, VisitState, type Passage } from '../capture/visit-state';
import { pagesOf, type PageOfPassage } from './pages-of-passage';
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

/** A passage as it was known at a moment. */
interface FoundPassage {
  readonly moment: number;
  readonly leftAfter: number;
  readonly passage: PersonPassage | undefined;
}

/** A figure is asked for as of now and as of when a day began. */
const momentsKept = 2;

/** All that is known of somebody's visits to one revision, none of them withdrawn. */
export class PassageKnown {
  private foundMoments: { readonly leftAfter: number; readonly moments: readonly number[] } | undefined;
  private found: readonly FoundPassage[] = [];

  constructor(
    readonly person: string,
    private readonly visits: readonly KnownVisit[],
    private readonly views: ViewColumns,
  ) {}

  /**
   * When something became known of the passage, epoch milliseconds, in order: what was recorded, and that the person had left
   * when nothing more was. That they came back later does not change that they had left before.
   */
  moments(leftAfter: number): readonly number[] {
    if (this.foundMoments?.leftAfter !== leftAfter)
      this.foundMoments = { leftAfter, moments: momentsIn(this.visits, this.views, leftAfter) };
    return this.foundMoments.moments;
  }

  /** The passage by what was known at a moment; undefined where that was nothing. */
  upTo(moment: number, leftAfter: number): PersonPassage | undefined {
    const found = this.found.find((one) => one.moment === moment && one.leftAfter === leftAfter);
    if (found) return found.passage;
    const passage = this.passageUpTo(moment, leftAfter);
    this.found = [{ moment, leftAfter, passage }, ...this.found].slice(0, momentsKept);
    return passage;
  }

  private passageUpTo(moment: number, leftAfter: number): PersonPassage | undefined {
    const { person, visits, views } = this;
    const passages = visits.flatMap((visit) => eventsUpTo(visit, views, moment) ?? []);
    if (passages.length === 0) return undefined;
    const state = stateOfPassage(passages, moment, leftAfter);
    return new PassageUpTo(person, passages, state, views, () => rowsUpTo(visits, views, moment));
  }
}

function momentsIn(visits: readonly KnownVisit[], views: ViewColumns, leftAfter: number): number[] {
  const known = visits
    .flatMap((visit) => becameKnown(visit, views))
    .sort((left, right) => left.at - right.at);
  const moments: number[] = [];
  const soFar = new VisitsSoFar(views);
  known.forEach((one, place) => {
    soFar.add(one);
    const next = known[place + 1]?.at ?? Infinity;
    if (next === one.at) return;
    moments.push(one.at);
    const left = soFar.leftFrom(leftAfter);
    if (left > one.at && left < next) moments.push(left);
  });
  // A copy has no room to spare: they are kept for as long as the passage is.
  return moments.slice();
}

function becameKnown(visit: KnownVisit, views: ViewColumns): BecameKnown[] {
  const known: BecameKnown[] = [];
  const told = (what: ToldOfVisit, at: number | null): void => {
    if (visit[what] !== null && at !== null) known.push({ at, visit, what });
  };
  told('startedAt', visit.recordedAt);
  told('completedAt', visit.completedRecordedAt);
  told('endedAt', visit.endedRecordedAt);
  for (let row = visit.first; row < visit.first + visit.count; row++)
    known.push({ at: views.get('recordedAt', row), visit, what: row });
  return known;
}

/** The events of a visit that were known at a moment; undefined where none was. */
function eventsUpTo(visit: KnownVisit, views: ViewColumns, moment: number): Passage | undefined {
  const told = (at: number | null, recordedAt: number | null): number | null =>
    recordedAt !== null && recordedAt <= moment ? at : null;
  const startedAt = told(visit.startedAt, visit.recordedAt);
  const completedAt = told(visit.completedAt, visit.completedRecordedAt);
  const endedAt = told(visit.endedAt, visit.endedRecordedAt);
  const [recorded, opened, seen] = [
    views.column('recordedAt'),
    views.column('openedAt'),
    views.column('seenUntil'),
  ];
  let [openedAt, seenUntil] = [-Infinity, -Infinity];
  for (let row = visit.first; row < visit.first + visit.count; row++) {
    if ((recorded[row] ?? Infinity) > moment) continue;
    openedAt = Math.max(openedAt, opened[row] ?? -Infinity);
    seenUntil = Math.max(seenUntil, seen[row] ?? -Infinity);
  }
  if (openedAt !== -Infinity) return { startedAt, completedAt, endedAt, openedAt, seenUntil };
  const isKnown = startedAt !== null || completedAt !== null || endedAt !== null;
  return isKnown ? { startedAt, completedAt, endedAt, openedAt: null, seenUntil: null } : undefined;
}

/** The rows of the views of visits that were known at a moment. */
function rowsUpTo(visits: readonly KnownVisit[], views: ViewColumns, moment: number): number[] {
  const recordedAt = views.column('recordedAt');
  const rows: number[] = [];
  for (const { first, count } of visits)
    for (let row = first; row < first + count; row++)
      if ((recordedAt[row] ?? Infinity) <= moment) rows.push(row);
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
    const [pages, opened, active] = [
      views.column('page'),
      views.column('openedAt'),
      views.column('activeSeconds'),
    ];
    for (const row of rows()) {
      const [page, openedAt, seconds] = [pages[row] ?? NaN, opened[row] ?? NaN, active[row] ?? NaN];
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
    return pagesOf(this.views, this.rows());
  }
}
