import { globalId } from '../../../shared/ids';
import type { AnswerInput } from '../../evidence/answer.input';
import type { PageViewInput } from '../../capture/page-view.input';
import type { VideoViewInput } from '../../capture/video-view.input';
import type { VisitInput } from '../../capture/visit.input';
import type { Segment } from '../profiles/told';
import type { VisitToRecord } from './passages';
import type { PlacedAnswer, PlacedPageView, PlacedVideoView } from './placing';

/** Most segments of one video view, the longest video in seconds, and the fastest rate. */
const [mostSegments, longestVideo, fastest] = [1_000, 86_400, 16];
const longestView = 86_400;
const longestName = 200;

interface Named {
  readonly source: string;
  readonly id: string;
}

export function visitInput(source: string, visit: VisitToRecord): VisitInput {
  const { id, person, module, revision, at, completedAt, endedAt } = visit;
  return {
    ...{ source, id, revision, at: timeOf(at), completedAt: timeOf(completedAt), endedAt: timeOf(endedAt) },
    ...{ person: { globalId: globalId('Person', person) }, module: { globalId: globalId('Module', module) } },
  };
}

export function answerInput(named: Named, { person, question, version, answer }: PlacedAnswer): AnswerInput {
  const { score, response, responseMs, sitting, at } = answer;
  return {
    ...named,
    ...{ version, score, response, responseMs, at, sitting: sitting?.slice(-longestName) ?? null },
    person: { globalId: globalId('Person', person) },
    question: { globalId: globalId('Question', question) },
  };
}

export function pageViewInput(named: Named, visit: string, placed: PlacedPageView): PageViewInput {
  const { view } = placed;
  const activeSeconds = Math.min(view.activeSeconds, longestView);
  return { ...viewOf(named, visit, placed), at: view.at, activeSeconds };
}

/** A view of what was not told before; undefined where the statement adds nothing. */
export function videoViewInput(
  named: Named,
  visit: string,
  placed: PlacedVideoView,
  added: readonly Segment[],
): VideoViewInput | undefined {
  const { at, pauses, seeks, rate, durationSeconds } = placed.view;
  if (added.length === 0 && pauses === 0 && seeks === 0) return undefined;
  const segments = added.filter(({ to }) => to <= longestVideo).slice(0, mostSegments);
  const length = Math.max(durationSeconds, ...segments.map(({ to }) => to));
  // A video of which neither its length nor any second is known has the length of its shortest possible second.
  return {
    ...viewOf(named, visit, placed),
    ...{
      at,
      pauses,
      seeks,
      rate: Math.min(rate, fastest),
      durationSeconds: Math.min(length || 1, longestVideo),
    },
    segments: segments.map(({ from, to }) => ({ from, to })),
  };
}

function viewOf(
  named: Named,
  visit: string,
  { person, module, revision, page }: PlacedPageView | PlacedVideoView,
) {
  return {
    ...named,
    ...{ visit, revision, page },
    person: { globalId: globalId('Person', person) },
    module: { globalId: globalId('Module', module) },
  };
}

function timeOf(milliseconds: number): string;
function timeOf(milliseconds: number | null): string | null;
function timeOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
