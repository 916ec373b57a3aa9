/** What became of the items of one batch of evidence. */
export interface EvidenceCounted {
  readonly recorded: number;
  readonly duplicates: number;
  readonly errors: readonly unknown[];
}

/** What is counted apart. */
export type EvidenceKind =
  | 'answer'
  | 'claim'
  | 'visit'
  | 'pageView'
  | 'videoView'
  | 'help'
  | 'feedback'
  | 'decision'
  | 'statement'
  | 'withdrawal';

/** Counts what was done, once it is durable: for the operators' metrics, in which no person appears. */
export interface Counts {
  evidence(kind: EvidenceKind, counted: EvidenceCounted): void;
  /** So many people's mastery was folded from the beginning. */
  refolded(people: number): void;
}

/** Of a command, whose process ends with its figures. */
export const uncounted: Counts = { evidence: () => undefined, refolded: () => undefined };
