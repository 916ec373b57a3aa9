import type { AskingRevision, BegunVisit, GivenAnswer } from './answers.read';

/** Stands for no revision: that of answers to a version that no page asked when they were recorded. */
export const noRevision = '';

/** A person's first answer to a version, and in which revision it was given; internal id. */
export interface CountingAnswer {
  readonly given: GivenAnswer;
  readonly revision: string;
}

/** What one person's answers to one version hang on, in any order. */
export interface PersonAtVersion {
  readonly answers: readonly GivenAnswer[];
  readonly askedBy: readonly AskingRevision[];
  /** The person's, to the revisions that ask the version. */
  readonly visits: readonly BegunVisit[];
}

/** The person's first attempt, as all that is known by now has it. Undefined where all were withdrawn. */
export function countingNow({ answers, askedBy, visits }: PersonAtVersion): CountingAnswer | undefined {
  const given = first(
    answers.filter(({ withdrawn }) => !withdrawn),
    earlierAttempt,
  );
  return given && { given, revision: revisionOf(given, askedBy, visits) };
}

/**
 * The person's first attempt of those that became known first, as all that was known at that moment has it: for good, so
 * that nobody ever leaves what was released. A withdrawn one stays in its place; who shows answers passes it over.
 */
export function countingFirst({ answers, askedBy, visits }: PersonAtVersion): CountingAnswer | undefined {
  const given = first(
    answers,
    (left, right) => left.recordedAt - right.recordedAt || earlierAttempt(left, right),
  );
  if (!given) return undefined;
  const known = visits.filter(({ recordedAt }) => recordedAt <= given.recordedAt);
  return { given, revision: revisionOf(given, askedBy, known) };
}

/** The revision that the person had begun last; where no visit is known, the one published last by then, or the first. */
function revisionOf(
  given: GivenAnswer,
  askedBy: readonly AskingRevision[],
  visits: readonly BegunVisit[],
): string {
  const begun = visits.filter(({ at }) => at <= given.at);
  const visit = first(begun, (left, right) => right.at - left.at || byName(left, right));
  if (visit) return visit.revision;
  const published = askedBy.filter(({ publishedAt }) => publishedAt <= given.recordedAt);
  const byThen = published.filter(({ publishedAt }) => publishedAt <= given.at);
  const latest = first(byThen, (left, right) => right.publishedAt - left.publishedAt || byName(left, right));
  const earliest = (): AskingRevision | undefined =>
    first(published, (left, right) => left.publishedAt - right.publishedAt || byName(left, right));
  return (latest ?? earliest())?.revision ?? noRevision;
}

function first<Item>(items: readonly Item[], compare: (left: Item, right: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (found, item) => (found === undefined || compare(item, found) < 0 ? item : found),
    undefined,
  );
}

function earlierAttempt(left: GivenAnswer, right: GivenAnswer): number {
  return left.attempt - right.attempt || left.at - right.at || (left.id < right.id ? -1 : 1);
}

function byName(left: { readonly revision: string }, right: { readonly revision: string }): number {
  return left.revision < right.revision ? -1 : 1;
}
