import { hash } from 'node:crypto';
import { formerIds, type Reference } from '../../graph/nouns/identity';
import type { Handle, Queries } from '../../graph/driver/statement';
import { ItemErrorCode, notFound, Rejection, type Batch, type Item } from '../../shared/items';
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
export function notAhead<Value extends { at: number }>(
  now: number,
  skew: number,
  momentsOf: (value: Value) => Readonly<Record<string, number | null | undefined>> = ({ at }) => ({ at }),
) {
  return ({ value }: Item<Value>): Value | Rejection => {
    for (const [field, moment] of Object.entries(momentsOf(value)))
      if (moment != null && moment > now + skew)
        return new Rejection(
          ItemErrorCode.TIME_AHEAD,
          `${field}: ${new Date(moment).toISOString()} lies ahead of the server clock (${new Date(now).toISOString()}): correct the clock or the time.`,
          [field],
        );
    return value;
  };
}

/** A version that answers refer to: internal ids, and the node of this transaction. */
export interface ReferredVersion {
  readonly question: string;
  readonly version: string;
  readonly node: Handle;
}

/** What a checked batch refers to, looked up. */
export interface Referred {
  readonly people: ReadonlyMap<Reference, { readonly person: string; readonly node: Handle }>;
  /** By versionName; "question" or "version" names which of the two does not exist. */
  readonly versions: ReadonlyMap<string, ReferredVersion | 'question' | 'version'>;
}

/** References turned into what is in the graph; unknown people, questions and versions are rejected. */
export function resolveAnswers(
  checked: Batch<CheckedAnswer>,
  { people, versions }: Referred,
): Batch<StoredAnswer> {
  return checked.map(({ value }) => {
    const person = people.get(value.person);
    const version = versions.get(versionName(value));
    if (person === undefined) return notFound('person');
    if (version === undefined || version === 'question') return notFound('question');
    if (version === 'version') return notFound(`version: version ${String(value.version)} of the question`);
    return answerOf(value, person, version);
  });
}

/** What names the version that an answer refers to, within a batch. */
export function versionName({ question, version }: Pick<CheckedAnswer, 'question' | 'version'>): string {
  return `${question} ${String(version ?? null)}`;
}

/** The digest is over the content as given, so that it does not change when a next version is published. */
function answerOf(
  value: CheckedAnswer,
  { person, node }: { person: string; node: Handle },
  { question, version, node: versionNode }: ReferredVersion,
): StoredAnswer {
  const { outside: id, at, score, response = null, responseMs = null, sitting = null } = value;
  const attempt = value.attempt ?? 1;
  const content = [question, value.version ?? null, at, score, attempt, response, responseMs, sitting];
  const hashAs = (key: string): string => digest([key, ...content]);
  const nodes = { person: node, version: versionNode };
  const given = { at, score, attempt, response, responseMs, sitting };
  return { id, hash: hashAs(person), hashAs, person, version, nodes, ...given, withdrawn: false };
}

export function withdrawalOf(
  { outside, at, reason = null }: CheckedWithdrawal,
  recordedAt: number,
): StoredWithdrawal {
  return { id: withdrawalIdOf(outside), hash: digest([at, reason]), about: outside, at, recordedAt, reason };
}

/** Evidence by the digest of its content, which names people and skills. */
export interface Digested {
  readonly id: string;
  readonly hash: string;
  /** The same digest where these, by internal id, are named in the place of those that it names. */
  readonly hashAs: (...named: string[]) => string;
}

/**
 * Evidence keeps the digest that it came with, and so the ids of people and skills that were merged into others since: what
 * says the same is known by its digest of today. Costs nothing where nothing differs.
 */
export async function knownAfterMerges<Stored extends Digested>(
  tx: Queries,
  resolved: Batch<Stored>,
  existing: ReadonlyMap<string, string | null>,
  namedBy: (stored: Stored) => readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const differing = resolved.good
    .map(({ value }) => value)
    .filter(({ id, hash }) => (existing.get(id) ?? hash) !== hash);
  if (differing.length === 0) return existing;
  const former = await formerIds(tx, differing.flatMap(namedBy));
  const known = new Map(existing);
  for (const stored of differing) {
    const named = namedBy(stored).map((key) => [key, ...(former.get(key) ?? [])]);
    if (choices(named).some((keys) => stored.hashAs(...keys) === existing.get(stored.id)))
      known.set(stored.id, stored.hash);
  }
  return known;
}

/** Every way to take one of each. */
function choices(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (taken, list) => taken.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  );
}

/** Keeps contents apart, whatever their length. */
export function digest(content: readonly unknown[]): string {
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
        `This source and id were accepted before with other content, which stays: ${wayOut}`,
        ['source', 'id'],
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
