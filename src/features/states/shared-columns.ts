/** Columns of one capacity, one behind the other on memory that workers read where it is: those of floats are made first. */
export class SharedColumns {
  private at = 0;
  private readonly memory: SharedArrayBuffer;

  constructor(
    private readonly capacity: number,
    floats: number,
    wholes: number,
  ) {
    const bytes = floats * Float64Array.BYTES_PER_ELEMENT + wholes * Int32Array.BYTES_PER_ELEMENT;
    this.memory = new SharedArrayBuffer(capacity * bytes);
  }

  /** The next column, which begins with what a former one has of so many; `each` figures belong to one. */
  float(former: Float64Array, size: number, each = 1): Float64Array {
    const column = new Float64Array(this.memory, this.at, each * this.capacity);
    this.at += column.byteLength;
    column.set(former.subarray(0, each * size));
    return column;
  }

  whole(former: Int32Array, size: number, each = 1): Int32Array {
    const column = new Int32Array(this.memory, this.at, each * this.capacity);
    this.at += column.byteLength;
    column.set(former.subarray(0, each * size));
    return column;
  }
}

/** What is made room for where so much is needed: columns that grow by half are seldom copied. */
export function capacityFor(needed: number, room: number, least: number): number {
  return Math.max(least, needed, Math.ceil(1.5 * room));
}
