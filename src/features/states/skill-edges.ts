import { capacityFor, SharedColumns } from './shared-columns';
import { edgeColumns, storedRateSlope, type EdgeRow } from './stored-state';

/** What becomes of one person's edge: its figures, or that it is gone. */
export interface EdgeChange {
  /** Place of the person in the table of people. */
  readonly person: number;
  readonly edge: EdgeRow | undefined;
}

/** Where each figure of an edge stands among its figures: side by side, since whoever asks for one asks for most of them. */
export const figureOfEdge = {
  intercept: 0,
  generalSlope: 1,
  sittingSlope: 2,
  /** 0 where the calibration knows no learning rates. */
  rateSlope: 3,
  variance: 4,
  /** Epoch milliseconds. */
  lastEvidenceAt: 5,
} as const;
/** How many figures each edge has, and how many counts: of answers, then of claims. */
export const figuresOfEdge = 6;
export const countsOfEdge = 2;

/** A first capacity: most skills of a taxonomy are held by few. */
const few = 4;

/**
 * The edges of one skill as columns, by the place of the person: the same position in each is the same edge. They lie on
 * shared memory, so that a worker reads them where they are.
 */
export class SkillEdges {
  /** How many there are: the columns are longer. */
  size = 0;
  people: Int32Array = new Int32Array();
  figures: Float64Array = new Float64Array();
  counts: Int32Array = new Int32Array();

  /** The position of a person's edge, or where it would stand. */
  positionOf(person: number, before = this.size): number {
    let [low, high] = [0, before];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.people[middle] ?? 0) < person) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position of a person's edge; -1 where there is none. */
  find(person: number): number {
    const position = this.positionOf(person);
    return position < this.size && this.people[position] === person ? position : -1;
  }

  /** Adds the edge of a person who stands behind all that are there. */
  append(person: number, edge: EdgeRow): void {
    this.makeRoomFor(this.size + 1);
    this.write(this.size, person, edge);
    this.size++;
  }

  /** Puts changes in place, by place of the person and none twice. */
  put(changes: readonly EdgeChange[]): void {
    const added: (readonly [person: number, edge: EdgeRow])[] = [];
    const gone: number[] = [];
    for (const { person, edge } of changes) {
      const position = this.find(person);
      if (position < 0) {
        if (edge) added.push([person, edge]);
      } else if (edge) this.write(position, person, edge);
      else gone.push(position);
    }
    if (gone.length > 0) this.close(gone);
    if (added.length > 0) this.insert(added);
  }

  /** Takes the edges at these positions out, which ascend. */
  private close(positions: readonly number[]): void {
    positions.forEach((position, before) => {
      this.shift(position - before, position + 1, positions[before + 1] ?? this.size);
    });
    this.size -= positions.length;
  }

  /** Moves each edge once, the last first. */
  private insert(added: readonly (readonly [person: number, edge: EdgeRow])[]): void {
    this.makeRoomFor(this.size + added.length);
    let end = this.size;
    for (let before = added.length - 1; before >= 0; before--) {
      const one = added[before];
      if (!one) continue;
      const position = this.positionOf(one[0], end);
      this.shift(position + before + 1, position, end);
      this.write(position + before, ...one);
      end = position;
    }
    this.size += added.length;
  }

  /** As the graph stores it. */
  edgeAt(position: number): EdgeRow {
    return edgeColumns.rowOf({
      intercept: this.figure(position, 'intercept'),
      generalSlope: this.figure(position, 'generalSlope'),
      sittingSlope: this.figure(position, 'sittingSlope'),
      variance: this.figure(position, 'variance'),
      lastEvidenceAt: this.figure(position, 'lastEvidenceAt'),
      answers: this.counts[position * countsOfEdge] ?? 0,
      claims: this.counts[position * countsOfEdge + 1] ?? 0,
      rateSlope: storedRateSlope(this.figure(position, 'rateSlope')),
    });
  }

  private figure(position: number, name: keyof typeof figureOfEdge): number {
    return this.figures[position * figuresOfEdge + figureOfEdge[name]] ?? NaN;
  }

  private write(position: number, person: number, row: EdgeRow): void {
    const { figures, counts } = this;
    const edge = edgeColumns.fieldsOf(row);
    const at = position * figuresOfEdge;
    this.people[position] = person;
    figures[at + figureOfEdge.intercept] = edge.intercept;
    figures[at + figureOfEdge.generalSlope] = edge.generalSlope;
    figures[at + figureOfEdge.sittingSlope] = edge.sittingSlope;
    figures[at + figureOfEdge.rateSlope] = edge.rateSlope ?? 0;
    figures[at + figureOfEdge.variance] = edge.variance;
    figures[at + figureOfEdge.lastEvidenceAt] = edge.lastEvidenceAt;
    counts[position * countsOfEdge] = edge.answers;
    counts[position * countsOfEdge + 1] = edge.claims;
  }

  /** Moves edges from some positions on and before others, all that is held of them. */
  private shift(to: number, from: number, before: number): void {
    this.people.copyWithin(to, from, before);
    this.figures.copyWithin(to * figuresOfEdge, from * figuresOfEdge, before * figuresOfEdge);
    this.counts.copyWithin(to * countsOfEdge, from * countsOfEdge, before * countsOfEdge);
  }

  /** Makes room for so many in all: who knows how many come spares copying those that are there. */
  makeRoomFor(needed: number): void {
    const { people, size } = this;
    if (needed <= people.length) return;
    const capacity = capacityFor(needed, people.length, few);
    const columns = new SharedColumns(capacity, figuresOfEdge, 1 + countsOfEdge);
    this.figures = columns.float(this.figures, size, figuresOfEdge);
    this.people = columns.whole(people, size);
    this.counts = columns.whole(this.counts, size, countsOfEdge);
  }
}
