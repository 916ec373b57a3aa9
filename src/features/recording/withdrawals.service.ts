import { expectAll } from '../../graph/driver/errors';
import { Batch } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import { withdrawalChecks, type WithdrawalInput } from '../evidence/answer.input';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { notAhead, sortEvidence, withdrawalOf } from '../evidence/evidence.service';
import {
  evidenceHashes,
  namesOfPeopleBehind,
  peopleBehind,
  writeWithdrawals,
  type StoredWithdrawal,
} from '../evidence/evidence.store';
import { refold } from '../mastery/fold.service';
import { lockPeople } from '../people/people.store';
import { payloadsOf } from './payloads';
import type { Given } from './recording.service';
import { KindOfWrite, SharedWrites } from './shared-writes';

const withdrawals = new KindOfWrite<Batch<StoredWithdrawal>, RecordEvidencePayload>();

const correctWithdrawal = 'evidence is withdrawn once, with the reason and time given first.';

/** Withdraws evidence of one kind, there or still to come, and folds the people concerned anew, maybe with other requests'. */
export async function withdrawEvidence(
  kind: keyof typeof withdrawalChecks,
  context: Given,
  items: readonly WithdrawalInput[],
): Promise<RecordEvidencePayload> {
  const { database, rules, now, counts, gone } = context;
  const checked = Batch.check(items, withdrawalChecks[kind]).map(notAhead(now, rules.clockSkew));
  const batch = checked.map(({ value }) => withdrawalOf(value, now));
  await takeTurns(gone);
  const about = batch.good.map(({ value }) => value.about);
  // Of what is still to come nobody knows yet whom it is about.
  const people = new Set([...about, ...(await namesOfPeopleBehind(database, about))]);
  // What is written together outlives the request of each of them.
  const given = { database: database.until(undefined), counts };
  const write = (batches: readonly Batch<StoredWithdrawal>[]) => withdrawTogether(given, batches);
  const payload = await SharedWrites.of(context).write(withdrawals, { people, batch, write, gone });
  counts.evidence('withdrawal', payload);
  return payload;
}

/** Withdraws what batches name in one transaction, as if one came after the other. */
async function withdrawTogether(
  { database, counts }: Pick<Given, 'database' | 'counts'>,
  batches: readonly Batch<StoredWithdrawal>[],
): Promise<RecordEvidencePayload[]> {
  const joined = Batch.joined(batches);
  const { payloads, refolded } = await database.idempotentTransaction(async (tx) => {
    const existing = await evidenceHashes(
      tx,
      joined.good.flatMap(({ value }) => [value.id, value.about]),
    );
    const sorted = sortEvidence(joined, existing, correctWithdrawal);
    const behind = await peopleBehind(
      tx,
      sorted.fresh.map(({ about }) => about),
    );
    const people = await lockPeople(tx, behind);
    expectAll(people.length, behind.length);
    await writeWithdrawals(tx, sorted.fresh, (id) => existing.has(id));
    await refold(tx, people);
    return { payloads: payloadsOf(sorted, batches.length), refolded: people.length };
  });
  counts.refolded(refolded);
  return payloads;
}
