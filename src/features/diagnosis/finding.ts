import { createHash } from 'node:crypto';
import type { QuestionDiagnosis } from '../../estimators/content-diagnosis';
import type { DiagnosedAnswer } from '../../estimators/answered-test';
import { takeTurns } from '../../shared/slices';
import type { AnsweredVersion } from './given-answers.read';
import { Deciding, ProblemKind, Verdict } from './verdict.type';

/** What was found of a question version, as it is kept. Numbers that are not known are null. */
export interface Finding {
  /** Internal id of the version. */
  readonly version: string;
  /** Internal ids. */
  readonly skills: readonly string[];
  readonly people: number;
  readonly verdict: Verdict;
  readonly probability: number | null;
  readonly kind: ProblemKind | null;
  readonly likelyKey: string | null;
  /** Internal id of the team that lacks the skill, of several the most probable one, or that it is unfair to. */
  readonly team: string | null;
  /** Every team that lacks the skill, the most probable first, with how many of the people belong to it. */
  readonly lacking: readonly {
    readonly team: string;
    readonly probability: number;
    readonly people: number;
  }[];
  /** Epoch milliseconds. */
  readonly since: number | null;
  readonly decidedBy: Deciding | null;
  readonly rightShare: number | null;
  readonly siblingsRightShare: number | null;
  readonly discrimination: number | null;
}

const millisecondsPerDay = 86_400_000;

/** Answers as the estimator takes them. */
export function diagnosedAnswers({
  version,
  skills,
  answerKey,
  answers,
}: AnsweredVersion): DiagnosedAnswer[] {
  return answers.map(({ person, team, score, response, attempt, at }) => ({
    question: version,
    ...{ person, team, skills, score, attempt },
    response: response ?? undefined,
    key: answerKey ?? undefined,
    day: Math.floor(at / millisecondsPerDay),
  }));
}

export function findingOf({ version, skills, answers }: AnsweredVersion, found?: QuestionDiagnosis): Finding {
  const people = new Set(answers.map(({ person }) => person)).size;
  const reasons = found?.reasons;
  const peopleOf = (team: string): number =>
    new Set(answers.filter((answer) => answer.team === team).map(({ person }) => person)).size;
  return {
    ...{ version, skills, people },
    verdict: found ? Verdict[found.diagnosis] : Verdict.NOT_ENOUGH_DATA,
    probability: found?.probability ?? null,
    kind: found?.kind ? ProblemKind[found.kind] : null,
    likelyKey: found?.key ?? null,
    team: reasons?.team ?? null,
    lacking: (reasons?.lacking ?? []).map((one) => ({ ...one, people: peopleOf(one.team) })),
    since: reasons?.since === undefined ? null : reasons.since * millisecondsPerDay,
    decidedBy: found ? (reasons?.decidedBy ? Deciding[reasons.decidedBy] : null) : Deciding.MORE_ANSWERS,
    rightShare: known(reasons?.rightShare),
    siblingsRightShare: known(reasons?.siblingsRightShare),
    discrimination: known(reasons?.discrimination),
  };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** One text for one state of what is known, and of how often it was decided on: where it is the same, so is what is found. */
export async function basisOf(
  versions: readonly AnsweredVersion[],
  decided: number,
  gone: AbortSignal,
): Promise<string> {
  const digest = createHash('sha256').update(String(decided));
  for (const { version, answers } of versions) {
    await takeTurns(gone);
    digest.update(JSON.stringify([version, answers.map(({ id, team }) => [id, team ?? null]).sort(byFirst)]));
  }
  return digest.digest('base64url');
}

function byFirst([left]: readonly unknown[], [right]: readonly unknown[]): number {
  return String(left) < String(right) ? -1 : 1;
}
