import { expectAll } from '../../graph/driver/errors';
import type { Queries } from '../../graph/driver/statement';
import { Batch } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import { withdrawalChecks, type CheckedWithdrawal, type WithdrawalInput } from '../evidence/answer.input';
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
import { payloadOf, payloadsOf } from './payloads';
import type { Given } from './recording.service';
import { KindOfWrite, SharedWrites } from './shared-writes';

const withdrawals = new KindOfWrite<Batch<StoredWithdrawal>, RecordEvidencePayload>();

type KindMovingLevels = 'answer' | 'claim';

const correctWithdrawal = 'evidence is withdrawn once, with the reason and time given first.';

/** Withdraws evidence of a kind that moves levels, and folds the people concerned anew, maybe with other requests'. */
export async function withdrawEvidence(
  kind: KindMovingLevels,
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
    const { sorted, existing } = await lookAt(tx, joined);
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

/** What withdrawing a kind of evidence has of its own. */
interface Withdrawing {
  /** Refuses what the viewer may not withdraw, and gives the others the ids under which they are kept; absent: all of it. */
  readonly allow?: (tx: Queries, checked: Batch<CheckedWithdrawal>) => Promise<Batch<CheckedWithdrawal>>;
  /** What else changes with what is withdrawn, by id, in the same transaction. */
  readonly after?: (tx: Queries, ids: readonly string[]) => Promise<void>;
}

/**
 * Withdraws evidence of a kind that moves no level, there or still to come.
 */
export async function withdraw(
  kind: Exclude<keyof typeof withdrawalChecks, KindMovingLevels>,
  { database, rules, now, counts }: Pick<Given, 'database' | 'rules' | 'now' | 'counts'>,
  items: readonly WithdrawalInput[],
  { allow, after }: Withdrawing = {},
): Promise<RecordEvidencePayload> {
  const checked = Batch.check(items, withdrawalChecks[kind]).map(notAhead(now, rules.clockSkew));
  const payload = await database.idempotentTransaction(async (tx) => {
    const allowed = (await allow?.(tx, checked)) ?? checked;
    const { sorted, existing } = await lookAt(
      tx,
      allowed.map(({ value }) => withdrawalOf(value, now)),
    );
    await writeWithdrawals(tx, sorted.fresh, (id) => existing.has(id));
    await after?.(
      tx,
      sorted.fresh.map(({ about }) => about),
    );
    return payloadOf(sorted);
  });
  counts.evidence('withdrawal', payload);
  return payload;
}

/** Withdrawals sorted by what is there, and all that is there of them and of what they withdraw. */
async function lookAt(tx: Queries, batch: Batch<StoredWithdrawal>) {
  const existing = await evidenceHashes(
    tx,
    batch.good.flatMap(({ value }) => [value.id, value.about]),
  );
  return { sorted: sortEvidence(batch, existing, correctWithdrawal), existing };
}
