import { grouped } from '../../shared/grouped';
import { PassageKnown, type KnownVisit } from './passage-of-person';
import { viewColumns, visitColumns, type ChangedVisits } from './passages.read';
import { ViewColumns } from './view-columns';

interface VisitOf extends KnownVisit {
  /** Internal id. */
  readonly person: string;
  readonly withdrawn: boolean;
}

/** About so many bytes a visit takes besides its id and its views, with what is released of it. */
const bytesOfVisit = 600;
const bytesOfRevision = 2_000;
/** What is read may have been committed so much later than it says: longer than a request writes. Milliseconds. */
const commitsWithin = 60_000;

/** What is known of all visits to one revision, brought up to date by what changed since. */
export class KnownRevision {
  private readonly visits = new Map<string, VisitOf>();
  private views = new ViewColumns();
  private bytesOfIds = 0;
  /** How many rows of views belong to visits as they are. */
  private live = 0;
  /** When the latest state that is here was read, epoch milliseconds. */
  private readAt: number | undefined;
  /** Changes with what is known. */
  private changes = 0;

  /** From when on what changed has to be read; undefined where nothing was read yet. Epoch milliseconds. */
  get since(): number | undefined {
    return this.readAt === undefined ? undefined : this.readAt - commitsWithin;
  }

  /** Is another where something changed. */
  get version(): number {
    return this.changes;
  }

  get bytes(): number {
    return bytesOfRevision + this.views.bytes + this.bytesOfIds + this.visits.size * bytesOfVisit;
  }

  /**
   * Takes in what changed, in steps. False where it does not add up to what is there: then all has to be read anew.
   * @param now when the reading began, by the clock that evidence is recorded with
   */
  *takeIn({ count, visits }: ChangedVisits, now: number): Generator<void, boolean> {
    if (visits.length > 0) this.changes++;
    this.views.reserve(visits.reduce((sum, row) => sum + visitColumns.fieldsOf(row).views.length, 0));
    for (const row of visits) {
      this.put(visitColumns.fieldsOf(row));
      yield;
    }
    if (visits.length > 0) this.changes++;
    this.readAt = Math.max(this.readAt ?? now, now);
    if (this.views.length > 2 * this.live + 1_000) this.compact();
    return this.visits.size === count;
  }

  private put(read: ReturnType<typeof visitColumns.fieldsOf>): void {
    const { id, person, withdrawn, startedAt, recordedAt } = read;
    const { completedAt, completedRecordedAt, endedAt, endedRecordedAt } = read;
    const counting = withdrawn ? [] : read.views;
    const [first, count] = [this.views.length, counting.length];
    for (const view of counting) this.views.add(viewColumns.fieldsOf(view));
    const before = this.visits.get(id);
    if (before === undefined) this.bytesOfIds += id.length;
    this.live += count - (before?.count ?? 0);
    const told = { startedAt, recordedAt, completedAt, completedRecordedAt, endedAt, endedRecordedAt };
    this.visits.set(id, { person, withdrawn, ...told, first, count });
  }

  private get counting(): VisitOf[] {
    return [...this.visits.values()].filter(({ withdrawn }) => !withdrawn);
  }

  /** Internal ids of those whose visits count: none that was withdrawn. */
  people(): string[] {
    return [...new Set(this.counting.map(({ person }) => person))].sort();
  }

  /** What is known of each of them, as it is now: what comes later changes nothing in it. */
  passages(): Iterable<PassageKnown> {
    return passagesOf(
      grouped(this.counting, ({ person }) => person),
      this.views,
    );
  }

  /** Leaves out the rows of visits that came anew; who still reads the former ones has them. */
  private compact(): void {
    const former = this.views;
    this.views = new ViewColumns();
    this.views.reserve(this.live);
    for (const [id, visit] of this.visits) {
      const first = this.views.length;
      for (let row = visit.first; row < visit.first + visit.count; row++) this.views.add(former.view(row));
      this.visits.set(id, { ...visit, first });
    }
  }
}

function* passagesOf(visits: Iterable<[string, VisitOf[]]>, views: ViewColumns): Generator<PassageKnown> {
  for (const [person, ofPerson] of visits) yield new PassageKnown(person, ofPerson, views);
}
