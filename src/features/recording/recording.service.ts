import { expectAll } from '../../graph/driver/errors';
import type { Queries } from '../../graph/driver/statement';
import { Batch, positionIn } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import {
  answerCheck,
  withdrawalChecks,
  type AnswerInput,
  type CheckedAnswer,
  type CheckedWithdrawal,
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
import { SharedWrites } from './shared-writes';
import { referredVersions, type WantedVersion } from '../calibrations/version.store';

type Given = Pick<RequestContext, 'database' | 'rules' | 'now' | 'counts'>;

/** Checked answers of one request, and when it came. */
interface AnswersToRecord {
  readonly checked: Batch<CheckedAnswer>;
  readonly now: number;
}

/** Requests of one server about the same people record their answers together. */
class SharedAnswers extends SharedWrites<AnswersToRecord, RecordEvidencePayload> {}

const correctAnswer = 'withdraw it and record the correction under a new id.';
const correctWithdrawal = 'evidence is withdrawn once, with the reason and time given first.';

/** Records answers and moves the mastery they are evidence for, in one transaction, maybe with other requests' answers. */
export async function recordAnswers(
  { database, rules, now, counts, background, gone }: Given & Pick<RequestContext, 'background' | 'gone'>,
  items: readonly AnswerInput[],
): Promise<RecordEvidencePayload> {
  const checked = Batch.check(items, answerCheck).map(notAhead(now, rules.clockSkew));
  await takeTurns(gone);
  // What is written together outlives the request of each of them.
  const given = { database: database.until(undefined), counts };
  const write = (batches: readonly AnswersToRecord[]) => writeTogether(given, batches);
  // A rehearsal's transaction is its own.
  const writes = database.isRehearsal ? new SharedAnswers() : background.keep(SharedAnswers);
  const people = new Set(checked.good.map(({ value }) => value.person));
  const payload = await writes.write(people, { checked, now }, write, gone);
  counts.evidence('answer', payload);
  return payload;
}

/**
 * Records batches of answers in one transaction, as if one came after the other: of two items with one id the first stands.
 * People are locked before anything of theirs is read, so writers of the same people come one after the other.
 */
async function writeTogether(
  { database, counts }: Pick<Given, 'database' | 'counts'>,
  batches: readonly AnswersToRecord[],
): Promise<RecordEvidencePayload[]> {
  const checked = Batch.joined(batches.map((one) => one.checked));
  const now = Math.max(...batches.map((one) => one.now));
  const wanted = new Map(checked.good.map(({ value }) => [versionName(value), wantedOf(value)]));
  const { payloads, refolded } = await database.idempotentTransaction(async (tx) => {
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
    return { payloads: payloadsOf(sorted, batches.length), refolded: late };
  });
  counts.refolded(refolded);
  return payloads;
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

/** Withdraws evidence of one kind that moves levels, there or still to come, and folds the people concerned anew. */
export async function withdrawEvidence(
  kind: 'answer' | 'claim',
  given: Given,
  items: readonly WithdrawalInput[],
): Promise<RecordEvidencePayload> {
  let refolded = 0;
  const payload = await withdraw(kind, given, items, {
    async before(tx, about) {
      const behind = await peopleBehind(tx, about);
      const people = await lockPeople(tx, behind);
      expectAll(people.length, behind.length);
      return async () => {
        await refold(tx, people);
        refolded = people.length;
      };
    },
  });
  given.counts.refolded(refolded);
  return payload;
}

/** What else a withdrawal is bound to. */
interface WithdrawalRules {
  /** Is told before it is written which evidence is withdrawn; what it gives is done afterwards. */
  readonly before?: (tx: Queries, about: readonly string[]) => Promise<() => Promise<void>>;
  /** Refuses what the viewer may not withdraw, and gives the others the ids under which they are kept. */
  readonly allow?: (tx: Queries, checked: Batch<CheckedWithdrawal>) => Promise<Batch<CheckedWithdrawal>>;
}

/** Withdraws evidence of one kind, there or still to come. */
export async function withdraw(
  kind: keyof typeof withdrawalChecks,
  { database, rules, now, counts }: Given,
  items: readonly WithdrawalInput[],
  { before, allow }: WithdrawalRules = {},
): Promise<RecordEvidencePayload> {
  const checked = Batch.check(items, withdrawalChecks[kind]).map(notAhead(now, rules.clockSkew));
  const payload = await database.idempotentTransaction(async (tx) => {
    const allowed = (await allow?.(tx, checked)) ?? checked;
    const withdrawals = allowed.map(({ value }) => withdrawalOf(value, now));
    const existing = await evidenceHashes(
      tx,
      withdrawals.good.flatMap(({ value }) => [value.id, value.about]),
    );
    const sorted = sortEvidence(withdrawals, existing, correctWithdrawal);
    const afterwards = await before?.(
      tx,
      sorted.fresh.map(({ about }) => about),
    );
    await writeWithdrawals(tx, sorted.fresh, (id) => existing.has(id));
    await afterwards?.();
    return payloadOf(sorted);
  });
  counts.evidence('withdrawal', payload);
  return payload;
}

/** What clients are answered about a batch. */
export function payloadOf({ statuses, batch }: Sorted<unknown>): RecordEvidencePayload {
  return payloadWith(
    [...statuses].map(([index, status]) => ({ index, status })),
    batch.errors,
  );
}

/** What each client is answered about its own batch, where several were joined. */
function payloadsOf({ statuses, batch }: Sorted<unknown>, batches: number): RecordEvidencePayload[] {
  const results = Array.from({ length: batches }, (): RecordEvidencePayload['results'] => []);
  const errors = Array.from({ length: batches }, (): RecordEvidencePayload['errors'] => []);
  for (const [position, status] of statuses) {
    const { batch: place, index } = positionIn(position);
    results[place]?.push({ index, status });
  }
  for (const error of batch.errors) {
    const { batch: place, index } = positionIn(error.index);
    errors[place]?.push({ ...error, index });
  }
  return results.map((ofBatch, place) => payloadWith(ofBatch, errors[place] ?? []));
}

function payloadWith(
  results: RecordEvidencePayload['results'],
  errors: RecordEvidencePayload['errors'],
): RecordEvidencePayload {
  const withStatus = (wanted: EvidenceStatus): number =>
    results.filter(({ status }) => status === wanted).length;
  const [recorded, duplicates] = [EvidenceStatus.RECORDED, EvidenceStatus.DUPLICATE].map(withStatus);
  return { recorded: recorded ?? 0, duplicates: duplicates ?? 0, results, errors };
}
