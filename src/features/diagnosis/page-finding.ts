import type { PageDiagnosis } from '../../estimators/page-diagnosis';
import type { AnswersAfterPage, PageSignal } from '../../estimators/page-signals';
import type { Finding } from './finding';
import { Deciding, ProblemKind, ReasonKind, Verdict } from './verdict.type';

/** What was found of a page. */
export interface PageFinding {
  /** Internal id of the page. */
  readonly page: string;
  readonly people: number;
  readonly verdict: Verdict;
  readonly probability: number;
  readonly kind: ProblemKind | null;
  readonly decidedBy: Deciding | null;
  /** What speaks most for it first. */
  readonly reasons: readonly PageFigure[];
}

export interface PageFigure {
  readonly kind: ReasonKind;
  readonly value: number;
  readonly usual: number;
}

const signals: readonly (readonly [PageSignal, ReasonKind])[] = [
  ['seconds', ReasonKind.SECONDS],
  ['revisits', ReasonKind.REVISITS],
  ['pauses', ReasonKind.PAUSES],
  ['leaving', ReasonKind.LEAVING],
  ['unclear', ReasonKind.UNCLEAR],
  ['outdated', ReasonKind.OUTDATED],
  ['answers', ReasonKind.RIGHT_AFTER],
  ['mastery', ReasonKind.MASTERY],
];

export function pageFindingOf(found: PageDiagnosis, people: number): PageFinding {
  const reasons = signals.flatMap(([signal, kind]) => {
    const reason = found.reasons[signal];
    return reason ? [{ kind, ...reason }] : [];
  });
  return {
    page: found.page,
    people,
    verdict: Verdict[found.diagnosis],
    probability: found.probability,
    kind: found.kind ? ProblemKind[found.kind] : null,
    decidedBy: found.decidedBy ? Deciding[found.decidedBy] : null,
    reasons: reasons
      .sort((left, right) => right.weight - left.weight)
      .map(({ kind, value, usual }) => ({ kind, value, usual })),
  };
}

/** What people answered after a page: to the questions that it asks, or the next page that asks any, unless they are faulty. */
export function answersAfter(findings: readonly Finding[]): AnswersAfterPage {
  const sums = { right: 0, answers: 0, expected: 0, variance: 0 };
  for (const { verdict, people, rightShare, siblingsRightShare } of findings) {
    if (verdict === Verdict.CONTENT_PROBLEM || rightShare === null || siblingsRightShare === null) continue;
    sums.right += people * rightShare;
    sums.answers += people;
    sums.expected += people * siblingsRightShare;
    sums.variance += people * siblingsRightShare * (1 - siblingsRightShare);
  }
  return sums;
}
