import { Batch } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { answerCheck, type AnswerInput, type CheckedAnswer } from '../evidence/answer.input';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import {
  knownAfterMerges,
  notAhead,
  resolveAnswers,
  sortEvidence,
  versionName,
} from '../evidence/evidence.service';
import { evidenceHashes, writeAnswers, type StoredAnswer } from '../evidence/evidence.store';
import { calibrationsInUse } from '../calibrations/calibration.store';
import { answerItem, countingAnswer } from '../mastery/evidence-items';
import { foldIn, type FreshEvidence } from '../mastery/fold.service';
import { lockReferredPeople } from '../mastery/locked-people.store';
import { payloadsOf } from './payloads';
import { KindOfWrite, SharedWrites } from './shared-writes';
import { referredVersions, type WantedVersion } from '../calibrations/referred-version.store';

/** What of a request recording needs. */
export type Given = Pick<RequestContext, 'database' | 'rules' | 'now' | 'counts' | 'background' | 'gone'>;

/** Checked answers of one request, and when it came. */
interface AnswersToRecord {
  readonly checked: Batch<CheckedAnswer>;
  readonly now: number;
}

const answers = new KindOfWrite<AnswersToRecord, RecordEvidencePayload>();

const correctAnswer = 'withdraw it and record the correction under a new id.';

/** Records answers and moves the mastery they are evidence for, in one transaction, maybe with other requests' answers. */
export async function recordAnswers(
  context: Given,
  items: readonly AnswerInput[],
): Promise<RecordEvidencePayload> {
  const { database, rules, now, counts, gone } = context;
  const checked = Batch.check(items, answerCheck).map(notAhead(now, rules.clockSkew));
  await takeTurns(gone);
  // What is written together outlives the request of each of them.
  const given = { database: database.until(undefined), counts };
  const write = (batches: readonly AnswersToRecord[]) => writeTogether(given, batches);
  const people = new Set(checked.good.map(({ value }) => value.person));
  const batch = { checked, now };
  const payload = await SharedWrites.of(context).write(answers, { people, batch, write, gone });
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
    const { withdrawn, person, id, at, attempt } = answer;
    const counting = withdrawn ? undefined : countingAnswer(answer, { versions });
    if (!counting) return [];
    return [
      {
        ...{ person, id, at, attempt },
        skills: counting.known.skillNodes,
        itemWith: (calibration) => answerItem(counting, calibration),
      },
    ];
  });
}

function wantedOf({ question, version }: CheckedAnswer): WantedVersion {
  return { reference: question, number: version ?? null };
}
