/** One page or video view as it is known. */
export interface KnownView {
  /** Number of the page. */
  readonly page: number;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  /** When what was seen of it ended, epoch milliseconds. */
  readonly seenUntil: number;
  readonly recordedAt: number;
  readonly activeSeconds: number;
  readonly pauses: number;
  /** How often the person came back to the page within the view. */
  readonly revisits: number;
}

type Columns = {
  readonly [Name in keyof KnownView]: Float64Array | Uint32Array | Uint16Array;
};

/** Times as they are, since figures must be exact. */
function columnsOf(rows: number): Columns {
  return {
    page: new Uint16Array(rows),
    openedAt: new Float64Array(rows),
    seenUntil: new Float64Array(rows),
    recordedAt: new Float64Array(rows),
    activeSeconds: new Float64Array(rows),
    pauses: new Uint32Array(rows),
    revisits: new Uint32Array(rows),
  };
}

const names = Object.keys(columnsOf(0)) as (keyof KnownView)[];
const bytesOfRow = names.reduce((sum, name) => sum + columnsOf(0)[name].BYTES_PER_ELEMENT, 0);

/** Many views in columns of numbers, outside of what the garbage collector goes through. Rows are added and never change. */
export class ViewColumns {
  private columns: Columns;
  private used = 0;

  constructor() {
    this.columns = columnsOf(0);
  }

  get length(): number {
    return this.used;
  }

  get bytes(): number {
    return this.columns.page.length * bytesOfRow;
  }

  add(view: KnownView): void {
    if (this.used === this.columns.page.length) this.reserve(Math.max(64, Math.ceil(this.used / 2)));
    for (const name of names) this.columns[name][this.used] = view[name];
    this.used++;
  }

  get(name: keyof KnownView, row: number): number {
    return this.columns[name][row] ?? NaN;
  }

  /** A column by its rows, for whoever goes through many of those that are there now. */
  column(name: keyof KnownView): ArrayLike<number> {
    return this.columns[name];
  }

  /** A row by the names of its columns. */
  view(row: number): KnownView {
    const { columns } = this;
    return {
      page: columns.page[row] ?? NaN,
      openedAt: columns.openedAt[row] ?? NaN,
      seenUntil: columns.seenUntil[row] ?? NaN,
      recordedAt: columns.recordedAt[row] ?? NaN,
      activeSeconds: columns.activeSeconds[row] ?? NaN,
      pauses: columns.pauses[row] ?? NaN,
      revisits: columns.revisits[row] ?? NaN,
    };
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.used + more <= this.columns.page.length) return;
    const grown = columnsOf(this.used + more);
    for (const name of names) grown[name].set(this.columns[name].subarray(0, this.used));
    this.columns = grown;
  }
}
