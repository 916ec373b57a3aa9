import { betterProbability } from '../../estimators/better';
import { repeatedLooks } from '../../estimators/repeated-looks';
import { smallestGroup } from '../disclosure/disclosure';
import { ClosedBecause } from './problem.type';
import { Verdict, type ProblemKind } from './verdict.type';

/** From this probability on the next people are said to do better. */
const clearlyBetter = 0.8;

/** What a problem is on. */
export interface Subject {
  readonly type: 'QuestionVersion' | 'Page' | 'Skill';
  /** Internal id. */
  readonly key: string;
}

/** A problem as it stands in the graph. */
export interface StandingProblem {
  readonly id: string;
  readonly subject: Subject;
  /** Internal id. */
  readonly team: string | null;
  readonly verdict: Verdict;
  readonly kind: ProblemKind | null;
  readonly reopenedAt: number | null;
  readonly closedAt: number | null;
  readonly closedBecause: ClosedBecause | null;
  readonly people: number;
  readonly rightShare: number | null;
  /** When a revision was published to solve it; null where none was. */
  readonly solvedAt: number | null;
  /**
   * Internal id of what is looked at now in the place of its subject: of a question the version that this revision asks, of a
   * page the one in the current revision. Null where there is none.
   */
  readonly watchedOn: string | null;
  /** When it was last seen, or looked at and closed. */
  readonly probability: number;
}

/** A problem as it is seen now. */
export interface SeenProblem {
  readonly subject: Subject;
  /** Internal id. */
  readonly team: string | null;
  readonly verdict: Verdict;
  readonly kind: ProblemKind | null;
  readonly probability: number;
  readonly people: number;
  readonly rightShare: number | null;
}

export interface ProblemChanges {
  readonly opened: readonly SeenProblem[];
  /** What is seen now of those that are there. */
  readonly goesOn: readonly (SeenProblem & { readonly id: string })[];
  /** Ids of those among them that are opened again. */
  readonly reopened: readonly string[];
  readonly closed: readonly {
    readonly id: string;
    readonly because: ClosedBecause.NO_LONGER_SEEN | ClosedBecause.SOLVED;
    /** What the probability has come to, where that is why. */
    readonly probability?: number | undefined;
  }[];
}

/** What content is found to be at one look. */
export interface Judged extends SeenProblem {
  /** Of a fault of the content, whatever the verdict is; null where too little is known. */
  readonly fault: number | null;
}

/**
 * What becomes of the problems of a test, given those that stand, what its content is found to be now, and the skills that teams
 * are found to lack. Content has one problem at a time, whatever its kind turns out to be; of a skill each team has its own.
 */
export function problemChanges(
  standing: readonly StandingProblem[],
  judged: readonly Judged[],
  lacked: readonly SeenProblem[],
): ProblemChanges {
  const onContent = standing.filter(({ verdict }) => verdict === Verdict.CONTENT_PROBLEM);
  const tried = onContent.filter((one) => one.closedAt === null && isTried(one));
  const others = onContent.filter((one) => !tried.includes(one));
  // What the next of its kind is to mend, or has mended, is looked at there; what is tried is looked at by itself.
  const elsewhere = new Set([
    ...tried.map(watched),
    ...onContent.filter((one) => watched(one) !== one.subject.key).map(({ subject }) => subject.key),
  ]);
  return joined([
    triedChanges(tried, new Map(judged.map((one) => [one.subject.key, one]))),
    lookedChanges(
      others,
      judged.filter(({ subject }) => !elsewhere.has(subject.key)),
    ),
    lackedChanges(
      standing.filter(({ verdict }) => verdict === Verdict.KNOWLEDGE_GAP),
      lacked,
    ),
  ]);
}

const nothing: ProblemChanges = { opened: [], goesOn: [], reopened: [], closed: [] };

function joined(changes: readonly ProblemChanges[]): ProblemChanges {
  return changes.reduce(
    (all, one) => ({
      opened: [...all.opened, ...one.opened],
      goesOn: [...all.goesOn, ...one.goesOn],
      reopened: [...all.reopened, ...one.reopened],
      closed: [...all.closed, ...one.closed],
    }),
    nothing,
  );
}

/** Whether a revision was published to solve it, and the next people are to show whether it does. */
function isTried({ solvedAt, reopenedAt }: StandingProblem): boolean {
  return solvedAt !== null && (reopenedAt ?? -Infinity) < solvedAt;
}

/** What is looked at for it. */
function watched({ subject, solvedAt, watchedOn }: StandingProblem): string {
  return watchedOn !== null && (subject.type === 'Page' || solvedAt !== null) ? watchedOn : subject.key;
}

/** Solved once nobody meets it any more, or the next five people and more do better; opened again where they do not. */
function triedChanges(
  tried: readonly StandingProblem[],
  judged: ReadonlyMap<string, Judged>,
): ProblemChanges {
  const changes = tried.map((one): ProblemChanges => {
    const now = judged.get(watched(one));
    if (one.watchedOn === null || (now && didBetter(one, now)))
      return { ...nothing, closed: [{ id: one.id, because: ClosedBecause.SOLVED }] };
    if (now?.verdict !== Verdict.CONTENT_PROBLEM) return nothing;
    return { ...nothing, goesOn: [{ ...now, id: one.id }], reopened: [one.id] };
  });
  return joined(changes);
}

function didBetter(before: StandingProblem, { verdict, people, rightShare }: Judged): boolean {
  if (verdict !== Verdict.SOUND || people < smallestGroup) return false;
  if (before.rightShare === null || rightShare === null) return true;
  const was = { people: before.people, rightShare: before.rightShare };
  return betterProbability(was, { people, rightShare }) >= clearlyBetter;
}

/** By the account of all looks so far: what was closed counts in it by how probable it was by then. */
function lookedChanges(standing: readonly StandingProblem[], judged: readonly Judged[]): ProblemChanges {
  const open = standing.filter(({ closedAt }) => closedAt === null);
  const closedBefore = standing.filter(({ closedAt }) => closedAt !== null);
  const byKey = new Map(open.map((one) => [watched(one), one]));
  const isGone = (one: StandingProblem): boolean => one.subject.type === 'Page' && one.watchedOn === null;
  const canChange = judged.filter(
    (one) =>
      byKey.has(one.subject.key) ||
      (one.verdict === Verdict.CONTENT_PROBLEM && !closedBefore.some((other) => isSettledAs(other, one))),
  );
  // What is seen again counts as it is seen now.
  const seen = new Set(canChange.map(({ subject }) => subject.key));
  const counted = closedBefore.filter((one) => !seen.has(watched(one)));
  const looked = repeatedLooks(
    {
      open: Object.fromEntries(open.map((one) => [watched(one), one.probability])),
      closed: counted.length,
      closedFalse: counted.reduce((sum, one) => sum + probablyFalse(one), 0),
    },
    new Map(
      canChange.flatMap(({ subject, fault }) => (fault === null ? [] : [[subject.key, fault] as const])),
    ),
  );
  const [opening, closing] = [new Set(looked.opened), new Set(looked.closed)];
  const changes = canChange.map((one): ProblemChanges => {
    const there = byKey.get(one.subject.key);
    if (there && closing.has(one.subject.key))
      return {
        ...nothing,
        closed: [
          { id: there.id, because: ClosedBecause.NO_LONGER_SEEN, probability: one.fault ?? undefined },
        ],
      };
    if (one.verdict !== Verdict.CONTENT_PROBLEM) return nothing;
    if (there) return { ...nothing, goesOn: [{ ...one, id: there.id }] };
    if (!opening.has(one.subject.key)) return nothing;
    const last = closedBefore
      .filter((other) => watched(other) === one.subject.key && !isSettled(other))
      .at(-1);
    return last
      ? { ...nothing, goesOn: [{ ...one, id: last.id }], reopened: [last.id] }
      : { ...nothing, opened: [one] };
  });
  const gone = open.filter(isGone).map(({ id }) => ({ id, because: ClosedBecause.NO_LONGER_SEEN }) as const);
  return joined([...changes, { ...nothing, closed: gone }]);
}

/** What somebody decided or solved was one; what was dismissed may have been, and is as probable as it was. */
function probablyFalse({ closedBecause, probability }: StandingProblem): number {
  return closedBecause === ClosedBecause.NO_LONGER_SEEN || closedBecause === ClosedBecause.DISMISSED
    ? 1 - probability
    : 0;
}

/** A team lacks a skill as long as it is found to. */
function lackedChanges(standing: readonly StandingProblem[], lacked: readonly SeenProblem[]): ProblemChanges {
  const isOf = (one: SeenProblem) => (other: StandingProblem) =>
    other.subject.key === one.subject.key && other.team === one.team;
  const changes = lacked.map((one): ProblemChanges => {
    const there = standing.filter(isOf(one));
    if (there.some(isSettled)) return nothing;
    const last = there.at(-1);
    if (!last) return { ...nothing, opened: [one] };
    const again = last.closedAt === null ? [] : [last.id];
    return { ...nothing, goesOn: [{ ...one, id: last.id }], reopened: again };
  });
  const closed = standing
    .filter((one) => one.closedAt === null && !lacked.some((seen) => isOf(seen)(one)))
    .map(({ id }) => ({ id, because: ClosedBecause.NO_LONGER_SEEN }) as const);
  return joined([...changes, { ...nothing, closed }]);
}

/** Somebody said that it is none, or what becomes of the question: it is not opened again. */
function isSettled({ closedBecause }: StandingProblem): boolean {
  return closedBecause === ClosedBecause.DISMISSED || closedBecause === ClosedBecause.DECIDED;
}

function isSettledAs(standing: StandingProblem, { subject, kind }: SeenProblem): boolean {
  return isSettled(standing) && watched(standing) === subject.key && standing.kind === kind;
}
