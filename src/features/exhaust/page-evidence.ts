import { mapInSlices } from '../../shared/slices';
import { feedbackOnContent } from '../capture/content-feedback.read';
import { contentFeedback } from '../capture/content-feedback';
import type { RequestContext } from '../request/context';
import { medianOf, pageStatistics, spreadOf } from './page-statistics';
import { pagesOfRevisions } from './pages.read';
import { releasedPassages } from './passages';

/** What a page is judged by beside the answers to its questions: of whom figures are released, to everybody alike. */
export interface PageEvidence {
  /** Internal id. */
  readonly page: string;
  readonly number: number;
  readonly expectedSeconds: number | undefined;
  /** How many people opened it. */
  readonly people: number;
  /** NaN where nobody opened it. */
  readonly medianSeconds: number;
  /** Standard deviation of the logarithm of the seconds; NaN of fewer than two people. */
  readonly spreadSeconds: number;
  /** How many people came back to it. */
  readonly revisited: number;
  /** Per person who opened it; 0 where nobody did. */
  readonly pauses: number;
  /** How many people could have left here, and how many did. */
  readonly atRisk: number;
  readonly left: number;
  /** How many people gave feedback on it, and called it so: in whole groups of five. */
  readonly feedback: number;
  readonly unclear: number;
  readonly outdated: number;
}

/** Of the pages of revisions, in order, by internal id of the revision; none of one that is not there. */
export async function evidenceOfPages(
  context: RequestContext,
  revisions: readonly string[],
): Promise<Map<string, PageEvidence[]>> {
  const [passages, pages] = await Promise.all([
    releasedPassages(context, revisions),
    pagesOfRevisions(context.database, revisions),
  ]);
  const keys = [...pages.values()].flat().map(({ key }) => key);
  const feedback = await feedbackOnContent(context.database, 'page', keys);
  const found = await mapInSlices(
    pages,
    ([revision, ofRevision]) => {
      const people = (passages.get(revision)?.groups ?? []).flatMap((group) => group.passages);
      const statistics = pageStatistics(
        people,
        ofRevision.map(({ number }) => number),
      );
      const evidence = ofRevision.map(({ key, number, expectedSeconds }, place): PageEvidence => {
        const said = contentFeedback(feedback.get(key) ?? []);
        const { seconds = [], revisited = 0, pauses = 0, atRisk = 0, left = 0 } = statistics[place] ?? {};
        return {
          ...{ page: key, number, expectedSeconds: expectedSeconds ?? undefined },
          people: seconds.length,
          medianSeconds: medianOf({ seconds }),
          spreadSeconds: spreadOf({ seconds }),
          revisited,
          pauses: seconds.length === 0 ? 0 : pauses / seconds.length,
          ...{ atRisk, left },
          feedback: said?.people ?? 0,
          unclear: said?.unclear ?? 0,
          outdated: said?.outdated ?? 0,
        };
      });
      return [revision, evidence] as const;
    },
    context.gone,
  );
  return new Map(found);
}
