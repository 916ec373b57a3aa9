import type { Item } from './cells';
import type { HeaderFormat } from './header';
import type { Kind } from './kinds';

/** A line that can be sent. */
export interface Entry {
  readonly file: string;
  readonly line: number;
  readonly kind: Kind;
  readonly item: Item;
  /** Whether, in a rehearsal, an earlier line names the same: what that brought may have been taken back meanwhile. */
  readonly isRepeat?: boolean;
}

/** A line that cannot, and why; as much of it as was understood. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly kind?: string;
  readonly code: string;
  readonly reason: string;
  /** The line as it stands in the file, where it could not be read as an item. */
  readonly text?: string;
  readonly item?: Item;
}

/** What the user says of a file. */
export interface Format extends HeaderFormat {
  readonly kind: string | undefined;
  /** Source of every id that comes without one. */
  readonly source: string | undefined;
  readonly separator: string | undefined;
  /** As TextDecoder knows it; UTF-8 where nothing is said. */
  readonly encoding: string | undefined;
  /** The time zone of days and times without an offset; undefined where there are to be none. */
  readonly zone: string | undefined;
}
