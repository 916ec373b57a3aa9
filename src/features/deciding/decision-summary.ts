import { percent } from '../../shared/percent';
import { QuestionDecisionKind } from './decision.type';

interface Decided {
  readonly kind: QuestionDecisionKind;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: string;
}

const outcomes: Readonly<Record<QuestionDecisionKind, string>> = {
  [QuestionDecisionKind.REKEY]: 'another answer is right, and responses are read by that',
  [QuestionDecisionKind.WITHDRAW]: 'answers to it count no more',
  [QuestionDecisionKind.KEEP]: 'it is sound, and answers to it count in full, as they were scored',
};

/** A decision in one plain sentence. */
export function summaryOfDecision({ kind, at, reason }: Decided, holds: boolean): string {
  const since = holds ? '' : ', which a later decision has replaced';
  return `Decided about the question on ${dateOf(at)}: ${outcomes[kind]}${since}. Reason: ${reason}`;
}

/** What a decision makes of an answer, in one plain sentence and its reason. */
export function summaryOfAnswer(
  { at, reason }: Decided,
  answeredAt: number,
  before: number | null,
  after: number | null,
): string {
  const given = `The answer of ${dateOf(answeredAt)}`;
  const decided = `by a decision about the question on ${dateOf(at)}`;
  return `${given} ${outcomeFor(before, after)}, ${decided}. Reason: ${reason}`;
}

function outcomeFor(before: number | null, after: number | null): string {
  if (after === null) return before === null ? 'still does not count' : 'counts no more';
  const now = `counts as ${verdictOn(after)}`;
  if (before === null) return `${now} again`;
  return before === after ? `${now} in full, as before` : `${now}, and no longer as ${verdictOn(before)}`;
}

function verdictOn(score: number): string {
  return score === 1 ? 'right' : score === 0 ? 'wrong' : `${percent(score)} right`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
