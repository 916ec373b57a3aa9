import { createHash } from 'node:crypto';
import { pageDiagnosisSteps } from '../../estimators/page-diagnosis';
import type { PageEvidence } from '../../estimators/page-signals';
import { inSlices } from '../../shared/slices';
import { evidenceOfPages } from '../exhaust/page-evidence';
import type { RequestContext } from '../request/context';
import { askedOnPages } from './asked-on-pages.read';
import type { Finding } from './finding';
import { answersAfter, pageFindingOf, type PageFinding } from './page-finding';

/** A page with what is known of the people who read it, and the versions that it asks. */
export interface ReadPage extends Omit<PageEvidence, 'questions'> {
  /** Internal ids. */
  readonly asks: readonly string[];
}

/** The pages of revisions, in order, by internal id of the revision: of people who are released. */
export async function readPages(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, ReadPage[]>> {
  if (revisions.length === 0) return new Map();
  const [evidence, asked] = await Promise.all([
    evidenceOfPages(context, revisions),
    askedOnPages(context.database, revisions),
  ]);
  return new Map(
    [...evidence].map(([revision, pages]) => [
      revision,
      pages.map((page) => ({ ...page, asks: asked.get(page.page) ?? [] })),
    ]),
  );
}

/** One text for what is known of pages. */
export function basisOfPages(pages: readonly ReadPage[]): string {
  return createHash('sha256').update(JSON.stringify(pages)).digest('base64url');
}

const noAnswers = { right: 0, answers: 0, expected: 0, variance: 0 };

/** By question version the page that teaches it: the last one before it is asked that asks nothing, else the one that asks it. */
export function teachingPages(pages: readonly ReadPage[]): Map<string, PageEvidence> {
  const teaching = new Map<string, PageEvidence>();
  pages.forEach((page, place) => {
    const taughtOn = pages.slice(0, place).findLast(({ asks }) => asks.length === 0) ?? page;
    for (const version of page.asks)
      if (!teaching.has(version)) teaching.set(version, { ...taughtOn, questions: noAnswers });
  });
  return teaching;
}

/** What the pages of a revision are found to be, given what its questions are. */
export async function findPages(
  pages: readonly ReadPage[],
  findings: ReadonlyMap<string, Finding>,
  gone: AbortSignal,
): Promise<PageFinding[]> {
  const evidence = pages.map((page, place) => {
    const asks = pages.slice(place).find((one) => one.asks.length > 0)?.asks ?? [];
    return { ...page, questions: answersAfter(asks.flatMap((version) => findings.get(version) ?? [])) };
  });
  const people = new Map(pages.map((page) => [page.page, page.people]));
  const found = await inSlices(pageDiagnosisSteps(evidence), gone);
  return found.map((one) => pageFindingOf(one, people.get(one.page) ?? 0));
}
