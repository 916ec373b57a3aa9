/** What stands in a cell: of a figure that is withheld the word for it, null where there is nothing to say. */
export type Cell = string | number | boolean | null;

/** The cells of one row, in the order of the columns. */
export type Row = readonly Cell[];

/** Stands in the place of a figure that the holder of the token may not see: never nothing, and never 0. */
export const withheldWord = 'withheld';

/** What the cells of a column are; `id` and `uri` name something, and so link to it in JSON-LD. */
export type CellType = 'text' | 'id' | 'uri' | 'whole' | 'number' | 'share' | 'moment';

/** One column of an export: its description is the manual, and the OpenAPI document is made of it. */
export interface Column {
  readonly name: string;
  readonly type: CellType;
  readonly description: string;
  /** Where it is one of these words only. */
  readonly words?: readonly string[];
  /** Whether it may be empty. */
  readonly nullable?: boolean;
  /** Whether the word `withheld` may stand in the place of the figure. */
  readonly withheld?: boolean;
  /** IRI of the property in JSON-LD, where a public vocabulary has it. */
  readonly term?: string;
}

/** Throws where a row does not have a cell for each column: that is a fault of ours. */
export function rowFor(columns: readonly Column[], cells: Readonly<Record<string, Cell>>): Row {
  return columns.map(({ name }) => {
    const cell = cells[name];
    if (cell === undefined) throw new Error(`The row has no cell for the column ${name}.`);
    return cell;
  });
}
