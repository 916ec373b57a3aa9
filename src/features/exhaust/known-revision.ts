import { grouped } from '../../shared/grouped';
import { firstKnown, otherwiseFrom, type ToldVisit } from './changed-visit';
import { PassageKnown, type KnownVisit } from './passage-of-person';
import { viewColumns, visitColumns, type ChangedVisits, type ReadVisit } from './passages.read';
import type { PassagesAt, TeamAt } from './released-passages';
import { ViewColumns } from './view-columns';

interface VisitOf extends KnownVisit {
  /** Internal id. */
  readonly person: string;
  readonly withdrawn: boolean;
}

/** About so many bytes a visit takes besides its id and its views, with what is released of it at two moments. */
const bytesOfVisit = 1_000;
/** When it became known of a view is kept by person, too. */
const bytesOfMoment = 8;
const bytesOfRevision = 2_000;
/** Those of now, and those of when a day began, which a report asks for all day. */
const momentsKept = 3;
/** What is read may have been committed so much later than it says: longer than a request writes. Milliseconds. */
const commitsWithin = 60_000;

/** What is known of all visits to one revision, brought up to date by what changed since. */
export class KnownRevision {
  private readonly visits = new Map<string, VisitOf>();
  private views = new ViewColumns();
  /** By person, of those whose visits have not changed since. */
  private readonly passagesKnown = new Map<string, PassageKnown>();
  private bytesOfIds = 0;
  /** How many rows of views belong to visits as they are. */
  private live = 0;
  /** When the latest state that is here was read, epoch milliseconds. */
  private readAt: number | undefined;
  /** Changes with what is known. */
  private changes = 0;
  /** What was released of it at some moments, as far as that stands; the latest found first. */
  private released: readonly PassagesAt[] = [];

  /** From when on what changed has to be read; undefined where nothing was read yet. Epoch milliseconds. */
  get since(): number | undefined {
    return this.readAt === undefined ? undefined : this.readAt - commitsWithin;
  }

  /** Is another where something changed. */
  get version(): number {
    return this.changes;
  }

  get bytes(): number {
    const { views, bytesOfIds, visits } = this;
    return (
      bytesOfRevision + views.bytes + views.length * bytesOfMoment + bytesOfIds + visits.size * bytesOfVisit
    );
  }

  /**
   * Takes in what changed, in steps. False where it does not add up to what is there: then all has to be read anew.
   * @param now when the reading began, by the clock that evidence is recorded with
   */
  *takeIn({ count, visits }: ChangedVisits, now: number): Generator<void, boolean> {
    this.views.reserve(visits.reduce((sum, row) => sum + visitColumns.fieldsOf(row).views.length, 0));
    for (const row of visits) {
      this.put(visitColumns.fieldsOf(row));
      yield;
    }
    this.readAt = Math.max(this.readAt ?? now, now);
    if (this.views.length > 2 * this.live + 1_000) this.compact();
    return this.visits.size === count;
  }

  private put(read: ReadVisit): void {
    const { id, person, withdrawn, startedAt, recordedAt } = read;
    const { completedAt, completedRecordedAt, endedAt, endedRecordedAt } = read;
    const told = { startedAt, recordedAt, completedAt, completedRecordedAt, endedAt, endedRecordedAt };
    const views = withdrawn ? [] : read.views.map((view) => viewColumns.fieldsOf(view));
    const before = this.visits.get(id);
    const from = before
      ? otherwiseFrom(this.known(before), { person, withdrawn, ...told, views })
      : firstKnown({ ...told, views });
    if (from === undefined) return;
    const [first, count] = [this.views.length, views.length];
    for (const view of views) this.views.add(view);
    if (before === undefined) this.bytesOfIds += id.length;
    this.live += count - (before?.count ?? 0);
    this.visits.set(id, { person, withdrawn, ...told, first, count });
    for (const one of [person, before?.person]) if (one !== undefined) this.passagesKnown.delete(one);
    this.changes++;
    for (const one of this.released) one.endAt(from);
  }

  /** What was found to be released, where it stands. */
  releasedAt(now: number, teamAt: TeamAt): PassagesAt | undefined {
    return this.released.find((one) => one.stands(teamAt, now));
  }

  /** Keeps what was found to be released of this version of what is known. */
  keepReleased(passages: PassagesAt, version: number): void {
    if (version !== this.changes) return;
    const others = this.released.filter((one) => !one.isOver);
    this.released = [passages, ...others].slice(0, momentsKept);
  }

  private known(visit: VisitOf): ToldVisit {
    const views = Array.from({ length: visit.count }, (_, place) => this.views.view(visit.first + place));
    return { ...visit, views };
  }

  private get counting(): VisitOf[] {
    return [...this.visits.values()].filter(({ withdrawn }) => !withdrawn);
  }

  /** Internal ids of those whose visits count: none that was withdrawn. */
  people(): string[] {
    return [...new Set(this.counting.map(({ person }) => person))].sort();
  }

  /** What is known of each of them, as it is now: what comes later changes nothing in it. */
  passages(): PassageKnown[] {
    const visits = grouped(this.counting, ({ person }) => person);
    return Array.from(visits, ([person, ofPerson]) => {
      const known = this.passagesKnown.get(person) ?? new PassageKnown(person, ofPerson, this.views);
      this.passagesKnown.set(person, known);
      return known;
    });
  }

  /** Leaves out the rows of visits that came anew; who still reads the former ones has them. */
  private compact(): void {
    const former = this.views;
    this.views = new ViewColumns();
    this.views.reserve(this.live);
    this.passagesKnown.clear();
    for (const [id, visit] of this.visits) {
      const first = this.views.length;
      for (let row = visit.first; row < visit.first + visit.count; row++) this.views.add(former.view(row));
      this.visits.set(id, { ...visit, first });
    }
  }
}
