import type { PageEvidence } from '../../estimators/page-signals';
import { inSlices } from '../../shared/slices';
import { feedbackOnContent } from '../capture/content-feedback.read';
import { contentFeedback, type FeedbackBy } from '../capture/content-feedback';
import type { RequestContext } from '../request/context';
import { KeptFigures } from '../request/kept-figures';
import { medianOf, pageStatistics, spreadOf, type PageStatistics } from './page-statistics';
import { pagesOfRevisions, type PageAsking } from './pages.read';
import { releasedPassages } from './passages';

/**
 * What a page is judged by beside the answers to its questions: of whom figures are released, to everybody alike; feedback
 * in whole groups of five.
 */
type EvidenceOfPage = Omit<PageEvidence, 'questions'>;

/** Of the pages of revisions, in order, by internal id of the revision; none of one that is not there. */
export async function evidenceOfPages(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, EvidenceOfPage[]>> {
  const [passages, pages] = await Promise.all([
    releasedPassages(context, revisions),
    pagesOfRevisions(context.database, revisions),
  ]);
  const keys = [...pages.values()].flat().map(({ key }) => key);
  const feedback = await feedbackOnContent(context.database, 'page', keys);
  const found = new Map<string, EvidenceOfPage[]>();
  const kept = context.background.keep(KeptReading);
  for (const [revision, ofRevision] of pages) {
    const { mark, groups = [] } = passages.get(revision) ?? {};
    const numbers = ofRevision.map(({ number }) => number);
    const reading = await kept.of(JSON.stringify([mark, numbers]), async () => {
      const people = groups.flatMap((group) => group.passages);
      return (await inSlices(pageStatistics(people, numbers), context.gone)).map(readingOf);
    });
    found.set(
      revision,
      ofRevision.flatMap((page, place) => {
        const ofPage = reading[place];
        return ofPage ? [evidenceOf(page, ofPage, feedback.get(page.key) ?? [])] : [];
      }),
    );
  }
  return found;
}

/** How people read a page. */
type ReadingOfPage = Pick<
  EvidenceOfPage,
  'people' | 'medianSeconds' | 'spreadSeconds' | 'revisited' | 'pauses' | 'atRisk' | 'left'
>;

class KeptReading extends KeptFigures<readonly ReadingOfPage[]> {}

function readingOf(statistics: PageStatistics): ReadingOfPage {
  const { people, revisited, pauses, atRisk, left } = statistics;
  return {
    people,
    medianSeconds: medianOf(statistics),
    spreadSeconds: spreadOf(statistics),
    revisited,
    pauses: people === 0 ? 0 : pauses / people,
    ...{ atRisk, left },
  };
}

function evidenceOf(
  { key, number, expectedSeconds }: PageAsking,
  { people, medianSeconds, spreadSeconds, revisited, pauses, atRisk, left }: ReadingOfPage,
  feedback: readonly FeedbackBy[],
): EvidenceOfPage {
  const said = contentFeedback(feedback);
  return {
    ...{ page: key, number, expectedSeconds: expectedSeconds ?? undefined, people },
    ...{ medianSeconds, spreadSeconds, revisited, pauses, atRisk, left },
    feedback: said?.people ?? 0,
    unclear: said?.unclear ?? 0,
    outdated: said?.outdated ?? 0,
  };
}
