import type { Finding } from './finding';
import { ClosedBecause } from './problem.type';
import { Verdict, type ProblemKind } from './verdict.type';

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
  readonly closedAt: number | null;
  readonly closedBecause: ClosedBecause | null;
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
}

export interface ProblemChanges {
  readonly opened: readonly SeenProblem[];
  /** Those that are open still. */
  readonly goesOn: readonly (SeenProblem & { readonly id: string })[];
  readonly reopened: readonly (SeenProblem & { readonly id: string })[];
  /** Ids of those that are seen no longer. */
  readonly closed: readonly string[];
}

/** The problems that findings on one test show: of each question, and of each team and skill that it lacks. */
export function seenProblems(findings: readonly Finding[]): SeenProblem[] {
  const onQuestions = findings.flatMap((found): SeenProblem[] =>
    found.verdict === Verdict.CONTENT_PROBLEM
      ? [
          {
            subject: { type: 'QuestionVersion', key: found.version },
            ...{ team: found.team, verdict: found.verdict, kind: found.kind, people: found.people },
            probability: found.probability ?? 0,
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
        },
      ];
    });
  });
}

/** What becomes of the problems of a test, given those that stand and those that are seen now. */
export function problemChanges(
  standing: readonly StandingProblem[],
  seen: readonly SeenProblem[],
): ProblemChanges {
  const opened: SeenProblem[] = [];
  const goesOn: (SeenProblem & { id: string })[] = [];
  const reopened: (SeenProblem & { id: string })[] = [];
  const seenNames = new Set(seen.map(nameOf));
  for (const one of seen) {
    const before = standing.filter((other) => nameOf(other) === nameOf(one));
    const open = before.find(({ closedAt }) => closedAt === null);
    const settled = before.some((other) => isSettled(other) && other.kind === one.kind);
    const last = before.filter((other) => !isSettled(other)).at(-1);
    if (open) goesOn.push({ ...one, id: open.id });
    else if (settled) continue;
    else if (last) reopened.push({ ...one, id: last.id });
    else opened.push(one);
  }
  const closed = standing
    .filter((one) => one.closedAt === null && !seenNames.has(nameOf(one)))
    .map(({ id }) => id);
  return { opened, goesOn, reopened, closed };
}

/** Of a skill each team has its own problem; a question has one at a time, whatever its kind turns out to be. */
function nameOf({ subject, team, verdict }: Pick<SeenProblem, 'subject' | 'team' | 'verdict'>): string {
  return JSON.stringify([subject.key, verdict, verdict === Verdict.KNOWLEDGE_GAP ? team : null]);
}

/** Somebody said that it is none, or what becomes of it: it is not opened again. */
function isSettled({ closedBecause }: StandingProblem): boolean {
  return closedBecause === ClosedBecause.DISMISSED || closedBecause === ClosedBecause.DECIDED;
}
