import { z } from 'zod';
import { recordPageViews, recordVideoViews } from '../../features/capture/view.service';
import { recordVisits } from '../../features/capture/visit.service';
import type { CaptureGrant } from '../../features/access/capture-token';
import type { RecordEvidencePayload } from '../../features/evidence/answer.type';
import type { RequestContext } from '../../features/request/context';
import { BadInputError } from '../../shared/errors';
import { globalId } from '../../shared/ids';
import { largestBatch } from '../../shared/items';

const items = z.array(z.unknown(), { error: 'must be a list of items' }).optional();

const bodyCheck = z.strictObject(
  { token: z.unknown().optional(), visits: items, pageViews: items, videoViews: items },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `has nothing called ${keys.join(', ')}: send visits, pageViews and videoViews`
        : 'must be an object {token, visits, pageViews, videoViews}',
  },
);

/** What a page sends: its token, and items, not yet checked. */
export type CaptureBody = z.infer<typeof bodyCheck>;

/** What became of each list that was sent, and what time it is here. */
export interface CaptureAnswer {
  readonly now: string;
  readonly visits?: RecordEvidencePayload;
  readonly pageViews?: RecordEvidencePayload;
  readonly videoViews?: RecordEvidencePayload;
}

/** The parts of a body; throws BadInputError where it has others, or more items than a batch may hold. */
export function captureBody(body: unknown): CaptureBody {
  const { data, error } = bodyCheck.safeParse(body);
  if (error)
    throw new BadInputError(
      `${error.issues.map(({ path, message }) => ['body', ...path].join('.') + `: ${message}`).join('; ')}.`,
    );
  const { visits = [], pageViews = [], videoViews = [] } = data;
  const count = visits.length + pageViews.length + videoViews.length;
  if (count > largestBatch)
    throw new BadInputError(
      `A body holds at most ${String(largestBatch)} items, this one has ${String(count)}: send it in parts.`,
    );
  return data;
}

/** Records what a page sends as what its token is for, whatever its items say of person, module and source. */
export async function recordCapture(
  context: RequestContext,
  { personKey, moduleKey, revision }: CaptureGrant,
  { visits, pageViews, videoViews }: CaptureBody,
): Promise<CaptureAnswer> {
  const person = globalId('Person', personKey);
  // Told apart by who they are of: nobody takes an id that others will give.
  const granted = {
    source: `capture of ${person}`,
    person: { globalId: person },
    module: { globalId: globalId('Module', moduleKey) },
  };
  const itemsOf = (given: readonly unknown[]) =>
    given.map((item) => {
      const own = Object(item) as Readonly<Record<string, unknown>>;
      // What was kept while the module moved on belongs to the revision that was shown.
      return { ...own, revision: own['revision'] ?? revision, ...granted };
    });
  return {
    now: new Date(context.now).toISOString(),
    ...(visits && { visits: await recordVisits(context, itemsOf(visits)) }),
    ...(pageViews && { pageViews: await recordPageViews(context, itemsOf(pageViews)) }),
    ...(videoViews && { videoViews: await recordVideoViews(context, itemsOf(videoViews)) }),
  };
}
