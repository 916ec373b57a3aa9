import { expectAll } from '../../graph/driver/errors';
import { Batch } from '../../shared/items';
import type { RequestContext } from '../request/context';
import {
  answerCheck,
  withdrawalChecks,
  type AnswerInput,
  type CheckedAnswer,
  type WithdrawalInput,
} from '../evidence/answer.input';
import { EvidenceStatus, type RecordEvidencePayload } from '../evidence/answer.type';
import {
  knownAfterMerges,
  notAhead,
  resolveAnswers,
  sortEvidence,
  versionName,
  withdrawalOf,
  type Sorted,
} from '../evidence/evidence.service';
import {
  evidenceHashes,
  peopleBehind,
  writeAnswers,
  writeWithdrawals,
  type StoredAnswer,
} from '../evidence/evidence.store';
import { lockPeople } from '../people/people.store';
import { calibrationsInUse } from '../calibrations/calibration.store';
import { answerItem } from '../mastery/evidence-items';
import { foldIn, refold, type FreshEvidence } from '../mastery/fold.service';
import { lockReferredPeople } from '../mastery/locked-people.store';
import { referredVersions, type WantedVersion } from '../calibrations/version.store';

type Given = Pick<RequestContext, 'database' | 'rules' | 'now' | 'counts'>;

const correctAnswer = 'withdraw it and record the correction under a new id.';
const correctWithdrawal = 'evidence is withdrawn once, with the reason and time given first.';

/**
 * Records answers and moves the mastery they are evidence for, in one transaction. People are locked before anything
 * of theirs is read, so writers of the same people come one after the other.
 */
export async function recordAnswers(
  { database, rules, now, counts }: Given,
  items: readonly AnswerInput[],
): Promise<RecordEvidencePayload> {
  const checked = Batch.check(items, answerCheck).map(notAhead(now, rules.clockSkew));
  const wanted = new Map(checked.good.map(({ value }) => [versionName(value), wantedOf(value)]));
  const { payload, refolded } = await database.transaction(async (tx) => {
    const people = await lockReferredPeople(
      tx,
      checked.good.map(({ value }) => value.person),
    );
    const calibrations = await calibrationsInUse(tx);
    const found = await referredVersions(tx, [...wanted.values()], calibrations);
    const versions = new Map(
      [...wanted.keys()].map((name, position) => [name, found[position] ?? 'question']),
    );
    const resolved = resolveAnswers(checked, { people, versions });
    const existing = await evidenceHashes(
      tx,
      resolved.good.map(({ value }) => value.id),
    );
    const known = await knownAfterMerges(tx, resolved, existing, ({ person }) => [person]);
    const sorted = sortEvidence(resolved, known, correctAnswer);
    const fresh = sorted.fresh.map((answer) => ({ ...answer, withdrawn: existing.has(answer.id) }));
    await writeAnswers(tx, fresh, now);
    const late = await foldIn(tx, freshAnswers(fresh, found), people.values(), calibrations);
    return { payload: payloadOf(sorted), refolded: late };
  });
  counts.evidence('answer', payload);
  counts.refolded(refolded);
  return payload;
}

/** Those that count, with what the calibrations in use say of their questions. */
function freshAnswers(
  answers: readonly StoredAnswer[],
  found: Awaited<ReturnType<typeof referredVersions>>,
): FreshEvidence[] {
  const versions = new Map(
    found.flatMap((version) => (typeof version === 'string' ? [] : [[version.version, version] as const])),
  );
  return answers.flatMap((answer) => {
    const { withdrawn, person, version, id, at, attempt } = answer;
    if (withdrawn) return [];
    const skills = versions.get(version)?.skillNodes ?? [];
    return [
      {
        person,
        skills,
        id,
        at,
        attempt,
        itemWith: (calibration) => answerItem(answer, { versions }, calibration),
      },
    ];
  });
}

function wantedOf({ question, version }: CheckedAnswer): WantedVersion {
  return { reference: question, number: version ?? null };
}

/** Withdraws evidence of one kind, there or still to come, and folds the people concerned anew. */
export async function withdrawEvidence(
  kind: keyof typeof withdrawalChecks,
  { database, rules, now, counts }: Given,
  items: readonly WithdrawalInput[],
): Promise<RecordEvidencePayload> {
  const checked = Batch.check(items, withdrawalChecks[kind]).map(notAhead(now, rules.clockSkew));
  const withdrawals = checked.map(({ value }) => withdrawalOf(value, now));
  const { payload, refolded } = await database.transaction(async (tx) => {
    const existing = await evidenceHashes(
      tx,
      withdrawals.good.flatMap(({ value }) => [value.id, value.about]),
    );
    const sorted = sortEvidence(withdrawals, existing, correctWithdrawal);
    const behind = await peopleBehind(
      tx,
      sorted.fresh.map(({ about }) => about),
    );
    const people = await lockPeople(tx, behind);
    expectAll(people.length, behind.length);
    await writeWithdrawals(tx, sorted.fresh, (id) => existing.has(id));
    await refold(tx, people);
    return { payload: payloadOf(sorted), refolded: people.length };
  });
  counts.evidence('withdrawal', payload);
  counts.refolded(refolded);
  return payload;
}

/** What clients are answered about a batch. */
export function payloadOf({ statuses, fresh, batch }: Sorted<unknown>): RecordEvidencePayload {
  const results = [...statuses].map(([index, status]) => ({ index, status }));
  return {
    recorded: fresh.length,
    duplicates: results.filter(({ status }) => status === EvidenceStatus.DUPLICATE).length,
    results,
    errors: batch.errors,
  };
}
