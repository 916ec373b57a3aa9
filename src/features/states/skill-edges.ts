import { capacityFor, SharedColumns } from './shared-columns';
import { edgeColumns, storedRateSlope, type EdgeRow } from './stored-state';

/** What becomes of one person's edge: its figures, or that it is gone. */
export interface EdgeChange {
  /** Place of the person in the table of people. */
  readonly person: number;
  readonly edge: EdgeRow | undefined;
}

/** How many columns there are of each kind. */
const floats = 6;
const wholes = 3;

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
  intercept: Float64Array = new Float64Array();
  generalSlope: Float64Array = new Float64Array();
  sittingSlope: Float64Array = new Float64Array();
  /** 0 where the calibration knows no learning rates. */
  rateSlope: Float64Array = new Float64Array();
  variance: Float64Array = new Float64Array();
  /** Epoch milliseconds. */
  lastEvidenceAt: Float64Array = new Float64Array();
  answers: Int32Array = new Int32Array();
  claims: Int32Array = new Int32Array();

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
    const { columns } = this;
    positions.forEach((position, before) => {
      const next = positions[before + 1] ?? this.size;
      for (const column of columns) column.copyWithin(position - before, position + 1, next);
    });
    this.size -= positions.length;
  }

  /** Moves each edge once, the last first. */
  private insert(added: readonly (readonly [person: number, edge: EdgeRow])[]): void {
    this.makeRoomFor(this.size + added.length);
    const { columns } = this;
    let end = this.size;
    for (let before = added.length - 1; before >= 0; before--) {
      const one = added[before];
      if (!one) continue;
      const position = this.positionOf(one[0], end);
      for (const column of columns) column.copyWithin(position + before + 1, position, end);
      this.write(position + before, ...one);
      end = position;
    }
    this.size += added.length;
  }

  /** As the graph stores it. */
  edgeAt(position: number): EdgeRow {
    return edgeColumns.rowOf({
      intercept: this.intercept[position] ?? NaN,
      generalSlope: this.generalSlope[position] ?? NaN,
      sittingSlope: this.sittingSlope[position] ?? NaN,
      variance: this.variance[position] ?? NaN,
      lastEvidenceAt: this.lastEvidenceAt[position] ?? NaN,
      answers: this.answers[position] ?? 0,
      claims: this.claims[position] ?? 0,
      rateSlope: storedRateSlope(this.rateSlope[position] ?? NaN),
    });
  }

  private write(position: number, person: number, row: EdgeRow): void {
    const edge = edgeColumns.fieldsOf(row);
    this.people[position] = person;
    this.intercept[position] = edge.intercept;
    this.generalSlope[position] = edge.generalSlope;
    this.sittingSlope[position] = edge.sittingSlope;
    this.rateSlope[position] = edge.rateSlope ?? 0;
    this.variance[position] = edge.variance;
    this.lastEvidenceAt[position] = edge.lastEvidenceAt;
    this.answers[position] = edge.answers;
    this.claims[position] = edge.claims;
  }

  private get columns(): (Float64Array | Int32Array)[] {
    const { intercept, generalSlope, sittingSlope, rateSlope, variance, lastEvidenceAt } = this;
    return [
      ...[intercept, generalSlope, sittingSlope, rateSlope, variance, lastEvidenceAt],
      ...[this.people, this.answers, this.claims],
    ];
  }

  /** Makes room for so many in all: who knows how many come spares copying those that are there. */
  makeRoomFor(needed: number): void {
    const { people, size } = this;
    if (needed <= people.length) return;
    const columns = new SharedColumns(capacityFor(needed, people.length, few), floats, wholes);
    this.intercept = columns.float(this.intercept, size);
    this.generalSlope = columns.float(this.generalSlope, size);
    this.sittingSlope = columns.float(this.sittingSlope, size);
    this.rateSlope = columns.float(this.rateSlope, size);
    this.variance = columns.float(this.variance, size);
    this.lastEvidenceAt = columns.float(this.lastEvidenceAt, size);
    this.people = columns.whole(people, size);
    this.answers = columns.whole(this.answers, size);
    this.claims = columns.whole(this.claims, size);
  }
}
