import type { z } from 'zod';
import type { Handle, Queries } from '../../graph/driver/statement';
import { externalNameOf, keyOfSameSource } from '../../shared/ids';
import { notFound, Rejection, type Batch } from '../../shared/items';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { digest } from '../evidence/evidence.service';
import type { WriteEvidence } from '../evidence/evidence-writing';
import { KindOfWrite } from '../recording/shared-writes';
import { capture, type CapturedKind, type Capturing, type Existing } from './capture.service';
import { pageViewCheck, type CheckedPageView, type PageViewInput } from './page-view.input';
import { videoViewCheck, type CheckedVideoView, type VideoViewInput } from './video-view.input';
import {
  areToldOf,
  writePageViews,
  writeVideoViews,
  type PageViewContent,
  type VideoViewContent,
  type ViewToWrite,
} from './view.store';
import { passageOf, referredByVisits, standing, type ReferredByVisits } from './visit.service';
import { writeStubs, type VisitStub } from './visit.store';

type CheckedView = Pick<
  CheckedPageView,
  'outside' | 'person' | 'visit' | 'module' | 'revision' | 'page' | 'at'
>;

/** A view as it is stored, with what it hangs on. */
interface StoredView<Content> {
  readonly id: string;
  readonly hash: string;
  readonly hashAs: (person: string) => string;
  /** Internal id. */
  readonly person: string;
  readonly at: number;
  /** What stands for its visit where that is not there. */
  readonly stub: VisitStub;
  readonly page: Handle;
  readonly content: Content;
}

/** Views of pages in the course of visits: what page views and video views have in common. */
function viewsOf<Checked extends CheckedView, Content extends object>(
  kind: 'pageView' | 'videoView',
  check: z.ZodType<Checked>,
  contentOf: (checked: Checked) => Content,
  writeViews: WriteEvidence<ViewToWrite & Content>,
): CapturedKind<Checked, ReferredByVisits, StoredView<Content>> {
  return {
    kind,
    together: new KindOfWrite(),
    check,
    momentsOf: ({ at }) => ({ at }),
    look: (tx, checked) => referredByVisits(tx, checked, checked.map(visitIdOf)),
    resolve: (checked, referred, existing) => resolveViews(checked, referred, existing, contentOf),
    namedBy: ({ person }) => [person],
    async write(tx, sorted, { referred, existing, recordedAt }) {
      const visits = await visitsOf(tx, sorted.fresh, referred);
      const views = sorted.fresh.map(({ stub, page, id, hash, at, content }) => {
        const visit = visits(stub.id);
        return { visit, page, id, hash, at, ...content };
      });
      await writeViews(tx, views, (id) => existing.has(id), recordedAt);
      return sorted;
    },
  };
}

/** The visit of a view is named by its id in the same source. */
function visitIdOf({ outside, visit }: Pick<CheckedView, 'outside' | 'visit'>): string {
  return keyOfSameSource(outside, 'visit', visit);
}

function resolveViews<Checked extends CheckedView, Content extends object>(
  checked: Batch<Checked>,
  referred: ReferredByVisits,
  existing: Existing,
  contentOf: (checked: Checked) => Content,
): Batch<StoredView<Content>> {
  /** Visits that are not there, as the first view of each says. */
  const stubs = new Map<string, { person: string; revision: string }>();
  return checked.map(({ value }) => {
    const { outside: id, at, visit } = value;
    const visitId = visitIdOf(value);
    const known = standing(referred.visits.get(visitId)) ?? stubs.get(visitId);
    const passage = passageOf(value, referred, known);
    if (passage instanceof Rejection) return passage;
    const { person, module, revision } = passage;
    const page = revision.pages.get(value.page);
    if (page === undefined)
      return notFound(`page: page ${String(value.page)} of revision ${String(revision.number)}`);
    if (existing.get(id) == null) stubs.set(visitId, { person: person.key, revision: revision.key });
    const content = contentOf(value);
    const said: unknown[] = Object.values(content);
    const given = [visit, module, value.revision ?? null, value.page, at, ...said];
    const hashAs = (key: string): string => digest([key, ...given]);
    const nodes = { person: person.node, revision: revision.node };
    const named = { hash: hashAs(person.key), hashAs, person: person.key };
    return { id, ...named, at, stub: { id: visitId, nodes }, page, content };
  });
}

/** The nodes of the visits of new views, by id; what is not there gets a stub. */
async function visitsOf(
  tx: Queries,
  fresh: readonly { readonly stub: VisitStub }[],
  { visits }: ReferredByVisits,
): Promise<(id: string) => Handle> {
  const missing = new Map(
    fresh.flatMap(({ stub }) => (standing(visits.get(stub.id)) ? [] : [[stub.id, stub] as const])),
  );
  const written = await writeStubs(tx, [...missing.values()]);
  return (id) => {
    const node = written.get(id) ?? visits.get(id)?.node;
    if (node === undefined) throw new Error('A view was accepted whose visit is not there.');
    return node;
  };
}

const pageViews = viewsOf(
  'pageView',
  pageViewCheck,
  ({
    activeSeconds,
    idleSeconds,
    pauses,
    longestPauseSeconds,
    revisits,
  }: CheckedPageView): PageViewContent => ({
    activeSeconds,
    idleSeconds: idleSeconds ?? 0,
    pauses: pauses ?? 0,
    longestPauseSeconds: longestPauseSeconds ?? 0,
    revisits: revisits ?? 0,
  }),
  writePageViews,
);

const videoViews = viewsOf(
  'videoView',
  videoViewCheck,
  ({ durationSeconds, segments, pauses, seeks, rate }: CheckedVideoView): VideoViewContent => ({
    durationSeconds,
    segments: segments.flatMap(({ from, to }) => [from, to]),
    pauses: pauses ?? 0,
    seeks: seeks ?? 0,
    rate: rate ?? 1,
  }),
  writeVideoViews,
);

export function recordPageViews(
  context: Capturing,
  items: readonly PageViewInput[],
): Promise<RecordEvidencePayload> {
  return capture(pageViews, context, items);
}

export function recordVideoViews(
  context: Capturing,
  items: readonly VideoViewInput[],
): Promise<RecordEvidencePayload> {
  return capture(videoViews, context, items);
}

/** What was played in a visit was told by somebody else as well, since it was looked up what was told of it. */
export class ToldMeanwhileError extends Error {}

/**
 * Records video views that tell what of a visit is not told yet, given in how many views it was told before, by the visit's
 * id: were there more by now, stretches would count twice. All of one source.
 * @throws ToldMeanwhileError where there are; nothing is recorded then
 */
export function recordFurtherVideoViews(
  context: Capturing,
  items: readonly VideoViewInput[],
  before: ReadonlyMap<string, number>,
): Promise<RecordEvidencePayload> {
  const { together: _, ...alone } = videoViews;
  return capture(
    {
      ...alone,
      async write(tx, sorted, found) {
        const visits = new Map(
          sorted.fresh.flatMap(({ stub: { id } }) => {
            const views = before.get(externalNameOf(id).value);
            return views === undefined ? [] : [[id, views] as const];
          }),
        );
        if (!(await areToldOf(tx, visits))) throw new ToldMeanwhileError();
        return videoViews.write(tx, sorted, found);
      },
    },
    context,
    items,
  );
}
