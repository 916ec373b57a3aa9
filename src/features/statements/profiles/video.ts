import type { StoredStatement } from '../statement';
import {
  activitiesAround,
  notMapped,
  numberIn,
  objectAndParents,
  objectOf,
  scopeOf,
  tells,
  textIn,
  type Profile,
  type Segment,
  type VisitTold,
} from './told';
import { completed, ended, initialized, paused, played, seeked, wentOn } from './verbs';

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
const profileId = 'https://w3id.org/xapi/video';
const videoType = 'https://w3id.org/xapi/video/activity-type/video';
const verbsOfItsOwn = new Set([played, paused, seeked]);

/**
 * The video profile (1.0). Statements say in `played-segments` all that was played in their session until then, so each of
 * them alone tells how often each second was seen: no order of arrival matters, and what a lost one would have said comes
 * with the next.
 */
export const video: Profile = {
  name: 'video',
  covers: (statement) =>
    verbsOfItsOwn.has(statement.verb.id) ||
    objectOf(statement)?.definition?.type === videoType ||
    activitiesAround(statement, 'category').some(({ id }) => id === profileId),
  meaning: (statement) => {
    const object = objectOf(statement);
    if (object === undefined) return notMapped('NO_ACTIVITY');
    const { verb, result } = statement;
    const visit = visitOf(statement);
    const segments = segmentsIn(result?.extensions?.[extension('played-segments')]);
    if (segments === undefined) {
      const saysWhatWasSeen = [paused, seeked].includes(verb.id);
      return saysWhatWasSeen
        ? notMapped('NO_SEGMENTS')
        : visit === undefined
          ? notMapped('VERB')
          : tells({ visits: [visit] });
    }
    const view = {
      activities: [object.id],
      scope: scopeOfVideo(statement),
      at: statement.timestamp,
      durationSeconds: lengthOf(statement) ?? Math.max(0, ...segments.map(({ to }) => to)),
      played: segments,
      pauses: Number(verb.id === paused),
      seeks: Number(verb.id === seeked),
      rate: rateIn(statement.context?.extensions?.[extension('speed')]),
    };
    return tells({ visits: visit === undefined ? [] : [visit], videoViews: [view] });
  },
};

/** What a statement says of the passage; nothing for verbs that are not of the profile. */
function visitOf(statement: StoredStatement): VisitTold | undefined {
  const { verb, timestamp } = statement;
  const scope = scopeOfVideo(statement);
  const around = { activities: objectAndParents(statement), scope };
  if (verb.id === initialized) return { ...around, startedAt: timestamp };
  const alone = { activities: around.activities.slice(0, 1), scope };
  if (completed.has(verb.id)) return { ...alone, completedAt: timestamp };
  if (ended.has(verb.id)) return { ...alone, endedAt: timestamp };
  return wentOn.has(verb.id) || verbsOfItsOwn.has(verb.id) ? { ...around, seenAt: timestamp } : undefined;
}

function scopeOfVideo(statement: StoredStatement): string {
  const session = textIn(statement.context?.extensions, extension('session-id'));
  return session === undefined ? scopeOf(statement) : `session ${session}`;
}

function lengthOf({ context, object, result }: StoredStatement): number | undefined {
  const name = extension('length');
  const length =
    numberIn(context?.extensions, name) ??
    numberIn(result?.extensions, name) ??
    numberIn(object.definition?.extensions, name);
  return length !== undefined && length > 0 ? length : undefined;
}

/**
 * Played segments, like 0[.]12.5[,]30[.]41: undefined where the text says none at all. A last one without an end has only
 * begun, and one that ends before it begins cannot have been played: both are left out.
 */
export function segmentsIn(text: unknown): Segment[] | undefined {
  if (typeof text !== 'string') return undefined;
  return text.split('[,]').flatMap((segment) => {
    const [from, to] = segment.split('[.]').map((bound) => (bound.trim() === '' ? NaN : Number(bound)));
    return from !== undefined && to !== undefined && from >= 0 && to > from && to < Infinity
      ? [{ from, to }]
      : [];
  });
}

/** A speed, as a number or like 1.5x; 1 where none is said. */
function rateIn(speed: unknown): number {
  const rate = typeof speed === 'string' ? Number(speed.replace(/x$/i, '')) : Number(speed ?? 1);
  return Number.isFinite(rate) && rate > 0 ? rate : 1;
}
