import { withdrawLearning } from '../../capture/visit.service';
import { withdrawEvidence } from '../../recording/withdrawals.service';
import type { WithdrawalInput } from '../../evidence/answer.input';
import { largestBatch } from '../../../shared/items';
import type { KeptStatement } from '../keeping.service';
import { voided } from '../profiles/verbs';
import { statementKey } from '../statement.store';
import { targetOf } from '../statement-parts';
import type { MappingContext } from './mapping-context';
import { sourceOf } from './source';
import { evidenceOfStatements, type EvidenceOfStatement } from './voiding.store';
import { settle } from './waiting.store';

const reason = 'The platform has taken back the statement that said so.';

/** Withdraws the evidence of statements that were taken back, and lets those that wait wait no more. */
export async function voidEvidence(context: MappingContext, kept: readonly KeptStatement[]): Promise<void> {
  const at = new Map(
    kept.flatMap(({ platform, statement, voided: isVoided }) => {
      const target = statement.verb.id === voided && !isVoided ? targetOf(statement) : undefined;
      return target === undefined ? [] : [[statementKey(platform, target), statement.timestamp] as const];
    }),
  );
  if (at.size === 0) return;
  const { database } = context;
  const found = await evidenceOfStatements(database, [...at.keys()], sourceOf);
  const withdrawals = (which: (one: EvidenceOfStatement) => string | null): WithdrawalInput[] =>
    found.flatMap((one) => {
      const id = which(one);
      return id === null ? [] : [{ source: sourceOf(one.platform), id, reason, at: at.get(one.key) }];
    });
  const kinds = [
    [(one) => (one.isAnswer ? one.id : null), (items) => withdrawEvidence('answer', context, items)],
    [(one) => (one.isPageView ? one.id : null), (items) => withdrawLearning('pageView', context, items)],
    [(one) => (one.isVideoView ? one.id : null), (items) => withdrawLearning('videoView', context, items)],
    [({ visit }) => visit, (items) => withdrawLearning('visit', context, items)],
  ] satisfies [(one: EvidenceOfStatement) => string | null, (items: WithdrawalInput[]) => Promise<unknown>][];
  for (const [which, take] of kinds) {
    const items = withdrawals(which);
    for (let first = 0; first < items.length; first += largestBatch)
      await take(items.slice(first, first + largestBatch));
  }
  const outcomes = found.flatMap(({ key, waiting }) =>
    waiting === null ? [] : [{ key, was: waiting, waiting: null, visit: null }],
  );
  await database.idempotentTransaction((tx) => settle(tx, outcomes, new Map()));
}
