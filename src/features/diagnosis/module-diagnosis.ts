import { smallestGroup } from '../disclosure/disclosure';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { KeptDiagnosis } from './diagnosis.store';
import { deciding, reasonsOf, whatIsWrong } from './diagnosis-sentences';
import type { DiagnosisReason } from './diagnosis.type';
import { reasonsOfPage } from './page-sentences';
import { Verdict, type Deciding, type ProblemKind } from './verdict.type';

/** A question or page of a module, as it is found to be. */
export interface Part {
  readonly part: 'question' | 'page';
  readonly verdict: Verdict;
  readonly probability: number;
  readonly kind: ProblemKind | null;
  readonly decidedBy: Deciding | null;
  readonly people: number;
  /** What speaks for it, with figures as they are shown. */
  readonly reasons: (shown: (figure: number) => number) => DiagnosisReason[];
}

/** Those of which enough people are known. */
export function partsOf({ findings, pages }: Pick<KeptDiagnosis, 'findings' | 'pages'>): Part[] {
  const questions = findings.map((found) => ({
    ...{ ...found, part: 'question' as const },
    reasons: (shown: (figure: number) => number) => reasonsOf(found, shown),
  }));
  const read = pages.map((found) => ({
    ...{ ...found, part: 'page' as const },
    reasons: (shown: (figure: number) => number) => reasonsOfPage(found, shown),
  }));
  return [...questions, ...read].flatMap(
    ({ part, verdict, probability, kind, decidedBy, people, reasons }) =>
      probability === null || people < smallestGroup
        ? []
        : [{ part, verdict, probability, kind, decidedBy, people, reasons }],
  );
}

const badness = [Verdict.CONTENT_PROBLEM, Verdict.KNOWLEDGE_GAP, Verdict.NOT_ENOUGH_DATA, Verdict.SOUND];

/** A module is as its worst part is: the most probable fault first; sound as its least certain part. Undefined without any. */
export function worstOf(parts: readonly Part[]): Part | undefined {
  const worst = badness.find((verdict) => parts.some((one) => one.verdict === verdict));
  const such = parts.filter((one) => one.verdict === worst);
  const sign = worst === Verdict.SOUND ? 1 : -1;
  return [...such].sort((left, right) => sign * (left.probability - right.probability))[0];
}

/** How many of its parts are what, then the worst of them. */
export function summaryOfModule(parts: readonly Part[], worst: Part): string {
  const questions = parts.filter(({ part }) => part === 'question');
  const pages = parts.filter(({ part }) => part === 'page');
  const among = (verdict: Verdict): string =>
    [
      `${String(countOf(questions, verdict))} of ${counted(questions.length, 'question')}`,
      ...(pages.length === 0
        ? []
        : [`${String(countOf(pages, verdict))} of ${counted(pages.length, 'page')}`]),
    ].join(' and ');
  const { part, verdict, kind, probability, decidedBy } = worst;
  const surely = `with probability ${percent(probability)}`;
  switch (verdict) {
    case Verdict.SOUND:
      return `None of ${counted(parts.length, 'question or page', 'questions and pages')} is found at fault: the least certain one is sound ${surely}.`;
    case Verdict.CONTENT_PROBLEM:
      return `${among(verdict)} likely at fault; the worst is a ${part} ${surely}${kind === null ? '' : `: ${whatIsWrong[kind]}`}.`;
    case Verdict.KNOWLEDGE_GAP:
      return `${among(verdict)} missed by people who lack what it takes, and none is found at fault.`;
    case Verdict.NOT_ENOUGH_DATA:
      return `Of ${among(verdict)} too little is known to tell${decidedBy === null ? '' : `; ${deciding[decidedBy]}`}.`;
  }
}

function countOf(parts: readonly Part[], verdict: Verdict): number {
  return parts.filter((one) => one.verdict === verdict).length;
}
