import { InstallationError } from '../../shared/errors';
import { tidyKey } from '../../shared/ids';

/** What the user says of a header. */
export interface HeaderFormat {
  /** Columns by the headings that a file has for them. */
  readonly headings: ReadonlyMap<string, string>;
  /** Columns, or headings, to pass over. */
  readonly ignored: readonly string[];
  /** Columns whose empty cells clear the field. */
  readonly cleared: readonly string[];
}

/**
 * The columns that a header's cells name; undefined where one is to be passed over, or has no name. Throws
 * InstallationError where a column stands there twice, or one that is to clear fields does not.
 */
export function columnsIn(
  file: string,
  cells: readonly string[],
  { headings, ignored, cleared }: HeaderFormat,
): (string | undefined)[] {
  const mapped = new Map([...headings].map(([heading, column]) => [tidyKey(heading), tidyKey(column)]));
  const passed = new Set(ignored.map(tidyKey));
  const places = new Map<string, number>();
  const columns = cells.map((cell, place) => {
    const heading = tidyKey(cell);
    const column = mapped.get(heading) ?? heading;
    if (column === '' || passed.has(heading) || passed.has(column)) return undefined;
    const before = places.get(column);
    if (before !== undefined)
      throw new InstallationError(
        `${file}: its columns ${String(before + 1)} and ${String(place + 1)} are both ${column}: take one out, or name another with --columns.`,
      );
    places.set(column, place);
    return column;
  });
  const lacking = cleared.find((column) => !places.has(tidyKey(column)));
  if (lacking !== undefined)
    throw new InstallationError(
      `${file}: it has no column ${lacking} whose empty cells could clear a field.`,
    );
  return columns;
}

/** Reads HEADING=COLUMN, as often as given, several with commas between them; undefined where one is none. */
export function headingsFrom(given: readonly string[]): ReadonlyMap<string, string> | undefined {
  const headings = new Map<string, string>();
  for (const text of given) {
    let open = '';
    for (const part of text.split(',')) {
      // A heading may have commas of its own: a part without a column belongs to the next.
      open += part;
      const at = open.lastIndexOf('=');
      if (at < 1 || at === open.length - 1) {
        open += ',';
        continue;
      }
      headings.set(open.slice(0, at), open.slice(at + 1));
      open = '';
    }
    if (open !== '') return undefined;
  }
  return headings;
}
