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
import { writeAwaitedAnswers, writeNewAnswers, type StoredAnswer } from '../evidence/evidence.store';
import { answerItem, countingAnswer } from '../mastery/evidence-items';
import { foldIn, type FreshEvidence } from '../mastery/fold.service';
import { lockReferredPeople } from '../mastery/locked-people.store';
import { payloadsOf } from './payloads';
import { KindOfWrite, SharedWrites } from './shared-writes';
import { KnownVersions } from '../calibrations/known-versions';
import type { VersionToRecord, WantedVersion } from '../calibrations/referred-version.store';

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
  const given = { database: database.until(undefined), counts, known: KnownVersions.of(context) };
  const write = (batches: readonly AnswersToRecord[]) => writeTogether(given, batches);
  const about = new Set(checked.good.map(({ value }) => value.person));
  const batch = { checked, now };
  const payload = await SharedWrites.of(context).write(answers, { about, batch, write, gone });
  counts.evidence('answer', payload);
  return payload;
}

/**
 * Records batches of answers in one transaction, as if one came after the other: of two items with one id the first stands.
 * People are locked before anything of theirs is read, so writers of the same people come one after the other.
 */
async function writeTogether(
  { database, counts, known }: Pick<Given, 'database' | 'counts'> & { readonly known: KnownVersions },
  batches: readonly AnswersToRecord[],
): Promise<RecordEvidencePayload[]> {
  const checked = Batch.joined(batches.map((one) => one.checked));
  const now = Math.max(...batches.map((one) => one.now));
  const wanted = new Map(checked.good.map(({ value }) => [versionName(value), wantedOf(value)]));
  const standing = await known.standing(database);
  const { payloads, refolded } = await database.idempotentTransaction(async (tx) => {
    const referred = checked.good.map(({ value }) => value.person);
    const locked = await lockReferredPeople(tx, referred, known.position);
    const { people, calibrations } = locked;
    const versions = await known.referred(tx, wanted, locked, standing);
    const resolved = resolveAnswers(checked, { people, versions });
    const existing = await writeNewAnswers(tx, firstOfEach(resolved), now);
    const before = await knownAfterMerges(tx, resolved, existing, ({ person }) => [person]);
    const sorted = sortEvidence(resolved, before, correctAnswer);
    const fresh = sorted.fresh.map((answer) =>
      existing.has(answer.id) ? { ...answer, withdrawn: true } : answer,
    );
    await writeAwaitedAnswers(
      tx,
      fresh.filter(({ withdrawn }) => withdrawn),
      now,
    );
    const late = await foldIn(tx, freshAnswers(fresh, versions.values()), people.values(), calibrations);
    return { payloads: payloadsOf(sorted, batches.length), refolded: late };
  });
  counts.refolded(refolded);
  return payloads;
}

/** Of answers with one id the first, which stands. */
function firstOfEach({ good }: Batch<StoredAnswer>): StoredAnswer[] {
  const first = new Map<string, StoredAnswer>();
  for (const { value } of good) if (!first.has(value.id)) first.set(value.id, value);
  return [...first.values()];
}

/** Those that count, with what the calibrations in use say of their questions. */
function freshAnswers(
  answers: readonly StoredAnswer[],
  found: Iterable<VersionToRecord | string>,
): FreshEvidence[] {
  const versions = new Map<string, VersionToRecord>();
  for (const one of found) if (typeof one !== 'string') versions.set(one.version, one);
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
