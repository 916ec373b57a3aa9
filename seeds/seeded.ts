import type { Uploaded } from './upload';

/** A loaded seed: what became of it, and which of it is worth a look. */
export interface Seeded extends Uploaded {
  /** What the reader must know of where this comes from, line by line. */
  readonly said: readonly string[];
  /** The date to ask for, RFC 3339; now where left out. */
  readonly asOf?: string;
  /** Global ids. */
  readonly shown: { readonly person: string; readonly project: string; readonly team: string };
}
