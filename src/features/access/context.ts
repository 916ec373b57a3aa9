import type { Database } from '../../graph/database';
import type { LevelBand } from '../../shared/bands';
import type { Viewer, Visible } from './viewer';

/** Settings that answers depend on. */
export interface Rules {
  /** A requirement is met from this probability on. */
  readonly meetsFrom: number;
  /** Named stretches of levels, the lowest first; together they are all of [0,1]. */
  readonly bands: readonly LevelBand[];
  /** How far ahead of the server's clock evidence may lie, milliseconds. */
  readonly clockSkew: number;
}

/** What every resolver is given: one per request. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly database: Database;
  /** DataLoaders by batch read and by arguments, made when first asked for: see loaders.ts. */
  readonly loaders: Map<unknown, Map<string, unknown>>;
  readonly rules: Rules;
  /** The request's one notion of now, epoch milliseconds. */
  readonly now: number;
  /** Read at most once a request. */
  visible(): Promise<Visible>;
}
