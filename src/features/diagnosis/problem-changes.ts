import { betterProbability } from '../../estimators/better';
import { smallestGroup } from '../disclosure/disclosure';
import type { Finding } from './finding';
import { ClosedBecause } from './problem.type';
import { Verdict, type ProblemKind } from './verdict.type';

/** From this probability on the next people are said to do better. */
const clearlyBetter = 0.8;

/** What a problem is on. */
export interface Subject {
  readonly type: 'QuestionVersion' | 'Page' | 'Module' | 'Skill';
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
  /** Internal id of the version of its question that this revision asks; null where it asks none. */
  readonly watchedOn: string | null;
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
  }[];
}

/** The problems that findings on one test show: of each question, and of each team and skill that it lacks. */
export function seenProblems(findings: readonly Finding[]): SeenProblem[] {
  const onQuestions = findings.flatMap((found): SeenProblem[] =>
    found.verdict === Verdict.CONTENT_PROBLEM
      ? [
          {
            subject: { type: 'QuestionVersion', key: found.version },
            ...{ team: found.team, verdict: found.verdict, kind: found.kind, people: found.people },
            ...{ probability: found.probability ?? 0, rightShare: found.rightShare },
          },
        ]
      : [],
  );
  return [...onQuestions, ...lackedSkills(findings)];
}

/** A team lacks a skill where that is what most questions on it say. */
function lackedSkills(findings: readonly Finding[]): SeenProblem[] {
  const skills = [...new Set(findings.flatMap((found) => found.skills))];
  return skills.flatMap((skill) => {
    const onSkill = findings.filter((found) => found.skills.includes(skill));
    const gaps = onSkill.filter(({ verdict }) => verdict === Verdict.KNOWLEDGE_GAP);
    const teams = [...new Set(gaps.flatMap(({ team }) => team ?? []))];
    return teams.flatMap((team): SeenProblem[] => {
      const ofTeam = gaps.filter((found) => found.team === team);
      if (2 * ofTeam.length < onSkill.length) return [];
      return [
        {
          subject: { type: 'Skill', key: skill },
          ...{ team, verdict: Verdict.KNOWLEDGE_GAP, kind: null },
          probability: Math.max(...ofTeam.map(({ probability }) => probability ?? 0)),
          people: Math.max(...ofTeam.map(({ peopleOfTeam }) => peopleOfTeam)),
          rightShare: null,
        },
      ];
    });
  });
}

/**
 * What becomes of the problems of a test, given those that stand and what is found now. A question has one problem at a
 * time, whatever its kind turns out to be; of a skill each team has its own.
 */
export function problemChanges(
  standing: readonly StandingProblem[],
  findings: readonly Finding[],
): ProblemChanges {
  const seen = new Map(seenProblems(findings).map((one) => [nameOf(one, one.subject.key), one]));
  const byVersion = new Map(findings.map((found) => [found.version, found]));
  const opened: SeenProblem[] = [];
  const goesOn: (SeenProblem & { id: string })[] = [];
  const reopened: string[] = [];
  const closed: { id: string; because: ClosedBecause.NO_LONGER_SEEN | ClosedBecause.SOLVED }[] = [];
  for (const [name, one] of seen) {
    const there = standing.filter((other) => nameOf(other, watched(other)) === name);
    // Of a version that the next one of its question is to mend, or has mended, nothing new is told.
    const isFormer = standing.some(
      (other) => nameOf(other, other.subject.key) === name && watched(other) !== other.subject.key,
    );
    if (isFormer) continue;
    if (there.length === 0 || (there.every(isSettled) && !there.some(({ kind }) => kind === one.kind)))
      opened.push(one);
    const last = there.filter((other) => !isSettled(other)).at(-1);
    if (!last || there.some((other) => isSettled(other) && other.kind === one.kind)) continue;
    goesOn.push({ ...one, id: last.id });
    if (last.closedAt !== null || isTried(last)) reopened.push(last.id);
  }
  for (const one of standing) {
    if (one.closedAt !== null || seen.has(nameOf(one, watched(one)))) continue;
    const because = isTried(one) ? solvedBy(one, byVersion) : ClosedBecause.NO_LONGER_SEEN;
    if (because) closed.push({ id: one.id, because });
  }
  return { opened, goesOn, reopened, closed };
}

/** Whether a revision was published to solve it, and the next people are to show whether it does. */
export function isTried({ solvedAt, reopenedAt }: StandingProblem): boolean {
  return solvedAt !== null && (reopenedAt ?? -Infinity) < solvedAt;
}

/** What is looked at for it: of a question the version that is asked now to solve it. */
function watched({ subject, solvedAt, watchedOn }: StandingProblem): string {
  return solvedAt !== null && watchedOn !== null ? watchedOn : subject.key;
}

/** Solved once nobody is asked it any more, or the next five people and more do better; undefined while that is open. */
function solvedBy(
  { watchedOn, people, rightShare }: StandingProblem,
  findings: ReadonlyMap<string, Finding>,
): ClosedBecause.SOLVED | undefined {
  if (watchedOn === null) return ClosedBecause.SOLVED;
  const now = findings.get(watchedOn);
  if (now?.verdict !== Verdict.SOUND || now.people < smallestGroup) return undefined;
  const before = { people, rightShare: rightShare ?? 0 };
  return betterProbability(before, { people: now.people, rightShare: now.rightShare ?? 0 }) >= clearlyBetter
    ? ClosedBecause.SOLVED
    : undefined;
}

function nameOf({ verdict, team }: Pick<SeenProblem, 'verdict' | 'team'>, key: string): string {
  return JSON.stringify([key, verdict, verdict === Verdict.KNOWLEDGE_GAP ? team : null]);
}

/** Somebody said that it is none, or what becomes of the question: it is not opened again. */
function isSettled({ closedBecause }: StandingProblem): boolean {
  return closedBecause === ClosedBecause.DISMISSED || closedBecause === ClosedBecause.DECIDED;
}
