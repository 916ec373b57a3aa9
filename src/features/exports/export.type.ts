import type { Scope } from '../access/viewer';
import type { RequestContext } from '../request/context';
import type { Column, Row } from './column';
import type { Snapshot } from './snapshot';

/** What an export may be asked for besides its format; undefined where it was not. */
export interface Asked {
  /** The snapshot after which things changed. */
  readonly since: Snapshot | undefined;
  /** The date that levels are for, epoch milliseconds: now or later. */
  readonly asOf: number;
  /** The external system whose ids of people are wanted. */
  readonly source: string | undefined;
}

/** The names of what may be asked for. */
export type AskedName = 'since' | 'asOf' | 'source';

/** One export: what it is about, what stands in its rows, and where they come from. */
export interface Export {
  readonly name: string;
  /** What it holds, in one or two sentences. */
  readonly description: string;
  readonly columns: readonly Column[];
  /** The scope that opens it. */
  readonly scope: Scope;
  /** IRI of what a row is in JSON-LD. */
  readonly term: string;
  /** What it may be asked for. */
  readonly takes: readonly AskedName[];
  /** What it has to be asked for. */
  readonly needs?: readonly AskedName[];
  /** Whether it is made of more than the feed of changes tells of: nobody can say that it is as it was. */
  readonly isLookedAtAnew?: boolean;
  /** The rows, some at a time; who is looked at by them is in context.looks before they are given. */
  rows(context: RequestContext, asked: Asked): AsyncIterable<readonly Row[]>;
}
