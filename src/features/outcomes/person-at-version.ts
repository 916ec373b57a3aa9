import type { AskingRevision, BegunVisit, GivenAnswer } from './answers.read';

/** Stands for no revision: that of answers to a version that no page asked. */
export const noRevision = '';

/** A person's first answer to a version, and in which revision it was given; internal id. */
export interface CountingAnswer {
  readonly given: GivenAnswer;
  readonly revision: string;
}

/** What one person's answers to one version come to, as it was known at each moment. */
export class PersonAtVersion {
  private readonly answers: readonly GivenAnswer[];
  private readonly visits: readonly BegunVisit[];
  private readonly askedBy: readonly AskingRevision[];

  /** `visits`: the person's, to the revisions that ask the version. Each in any order. */
  constructor(
    answers: readonly GivenAnswer[],
    visits: readonly BegunVisit[],
    askedBy: readonly AskingRevision[],
  ) {
    this.answers = answers.length > 1 ? [...answers].sort(earlierAttempt) : answers;
    this.visits = visits.length > 1 ? [...visits].sort(laterBegun) : visits;
    this.askedBy = askedBy.length > 1 ? [...askedBy].sort(laterPublished) : askedBy;
  }

  /**
   * The first attempt of those known at a moment, withdrawn ones too where wanted. It was given in the revision that the
   * person had begun last; where no visit is known, in the one that was published last by then; and where the answer is
   * older than all of them, in the first.
   */
  countingAt(moment: number, alsoWithdrawn: boolean): CountingAnswer | undefined {
    const given = this.answers.find(
      ({ recordedAt, withdrawn }) => recordedAt <= moment && (alsoWithdrawn || !withdrawn),
    );
    if (!given) return undefined;
    const visit = this.visits.find(({ at, recordedAt }) => recordedAt <= moment && at <= given.at);
    if (visit) return { given, revision: visit.revision };
    const published = this.askedBy.filter(({ publishedAt }) => publishedAt <= moment);
    const last = published.find(({ publishedAt }) => publishedAt <= given.at) ?? published.at(-1);
    return { given, revision: last?.revision ?? noRevision };
  }

  /** By revision the moments at which what the person adds to it changed, in their order. */
  momentsByRevision(): Map<string, number[]> {
    const moments = new Map<string, number[]>();
    let before: CountingAnswer | undefined;
    for (const moment of this.moments()) {
      const now = this.countingAt(moment, true);
      if (!now || (now.given === before?.given && now.revision === before.revision)) continue;
      for (const revision of new Set([before?.revision ?? now.revision, now.revision])) {
        const there = moments.get(revision);
        if (there) there.push(moment);
        else moments.set(revision, [moment]);
      }
      before = now;
    }
    return moments;
  }

  private moments(): number[] {
    const first = Math.min(...this.answers.map(({ recordedAt }) => recordedAt));
    const all = [
      ...this.answers.map(({ recordedAt }) => recordedAt),
      ...this.visits.map(({ recordedAt }) => recordedAt),
      ...this.askedBy.map(({ publishedAt }) => publishedAt),
    ];
    return [...new Set(all.filter((moment) => moment >= first))].sort((left, right) => left - right);
  }
}

function earlierAttempt(left: GivenAnswer, right: GivenAnswer): number {
  return left.attempt - right.attempt || left.at - right.at || (left.id < right.id ? -1 : 1);
}

function laterBegun(left: BegunVisit, right: BegunVisit): number {
  return right.at - left.at || right.recordedAt - left.recordedAt || byName(left, right);
}

function laterPublished(left: AskingRevision, right: AskingRevision): number {
  return right.publishedAt - left.publishedAt || byName(left, right);
}

function byName(left: { readonly revision: string }, right: { readonly revision: string }): number {
  return left.revision < right.revision ? 1 : -1;
}
