import { hash } from 'node:crypto';
import type { Queries } from '../../graph/statement';
import { ItemErrorCode, notFound, Rejection, type Batch, type Item } from '../../shared/items';
import { personIdentity } from '../people/people.store';
import { resolveVersions, type ReferredVersion } from '../questions/question-version.store';
import type { CheckedAnswer, CheckedWithdrawal } from './answer.input';
import { EvidenceStatus } from './answer.type';
import { withdrawalIdOf, type StoredAnswer, type StoredWithdrawal } from './evidence.store';

/** A batch sorted into what is new and what was there, with its conflicts among the errors. */
export interface Sorted<Stored> {
  readonly statuses: ReadonlyMap<number, EvidenceStatus>;
  readonly fresh: readonly Stored[];
  readonly batch: Batch<Stored>;
}

/** What lies ahead of the clock by more than the skew is refused: it would be the latest evidence until then. */
export function notAhead<Value extends { at: number }>(now: number, skew: number) {
  return ({ value }: Item<Value>): Value | Rejection =>
    value.at > now + skew
      ? new Rejection(
          ItemErrorCode.TIME_AHEAD,
          `at: ${new Date(value.at).toISOString()} lies ahead of the server clock (${new Date(now).toISOString()}): correct the clock or the time.`,
        )
      : value;
}

/** References turned into what is in the graph; unknown people, questions and versions are rejected. */
export async function resolveAnswers(
  tx: Queries,
  checked: Batch<CheckedAnswer>,
  recordedAt: number,
): Promise<Batch<StoredAnswer>> {
  const people = await personIdentity.resolve(
    tx,
    checked.good.map(({ value }) => value.person),
  );
  const wanted = new Map<string, ReferredVersion>();
  for (const { value } of checked.good) {
    wanted.set(versionName(value), { reference: value.question, number: value.version ?? null });
  }
  const versions = new Map(
    (await resolveVersions(tx, [...wanted.values()])).map((row) => [
      versionName({ question: row.reference, version: row.number }),
      row,
    ]),
  );
  return checked.map(({ value }) => {
    const person = people.get(value.person);
    const found = versions.get(versionName(value));
    if (person === undefined) return notFound('person');
    if (found === undefined) return notFound('question');
    if (found.version === null) return notFound(`version ${String(value.version)} of the question`);
    return answerOf(value, person, found.question, found.version, recordedAt);
  });
}

function versionName({
  question,
  version,
}: {
  question: string;
  version?: number | null | undefined;
}): string {
  return `${question} ${String(version ?? null)}`;
}

/** The digest is over the content as given, so that it does not change when a next version is published. */
function answerOf(
  value: CheckedAnswer,
  person: string,
  question: string,
  version: string,
  recordedAt: number,
): StoredAnswer {
  const { outside: id, at, score, attempt = 1, response = null, responseMs = null, sitting = null } = value;
  const content = [
    person,
    question,
    value.version ?? null,
    at,
    score,
    attempt ?? 1,
    response,
    responseMs,
    sitting,
  ];
  return {
    id,
    hash: digest(content),
    person,
    version,
    at,
    recordedAt,
    score,
    attempt: attempt ?? 1,
    response,
    responseMs,
    sitting,
    withdrawn: false,
  };
}

export function withdrawalOf(
  { outside, at, reason = null }: CheckedWithdrawal,
  recordedAt: number,
): StoredWithdrawal {
  return { id: withdrawalIdOf(outside), hash: digest([at, reason]), about: outside, at, recordedAt, reason };
}

function digest(content: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(content), 'base64url');
}

/**
 * Sorts a batch by what the graph and its own earlier items hold under the same ids: the first content stands. Evidence
 * that is only awaited is new.
 */
export function sortEvidence<Stored extends { id: string; hash: string }>(
  resolved: Batch<Stored>,
  existing: ReadonlyMap<string, string | null>,
  wayOut: string,
): Sorted<Stored> {
  const known = new Map(existing);
  const statuses = new Map<number, EvidenceStatus>();
  const fresh: Stored[] = [];
  const batch = resolved.map(({ index, value }) => {
    const first = known.get(value.id);
    if (first != null && first !== value.hash) {
      return new Rejection(
        ItemErrorCode.CONFLICT,
        `This source and id were accepted before with other content, which stands: ${wayOut}`,
      );
    }
    statuses.set(index, first == null ? EvidenceStatus.RECORDED : EvidenceStatus.DUPLICATE);
    if (first == null) {
      known.set(value.id, value.hash);
      fresh.push(value);
    }
    return value;
  });
  return { statuses, fresh, batch };
}
