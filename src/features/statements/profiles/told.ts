import type { Activity, Actor, ContextActivities, StoredStatement } from '../statement';
import type { Reason } from './reasons';

/**
 * What a statement says, before it is known what its activities are here. It may say several things of one activity: that
 * a question was answered and that a module was completed, say. What the activity is here decides which of them is recorded.
 * Where several activities are named, the first that is content here is meant.
 */
export interface Told {
  readonly answers: readonly AnswerTold[];
  readonly visits: readonly VisitTold[];
  readonly pageViews: readonly PageViewTold[];
  readonly videoViews: readonly VideoViewTold[];
}

/** An answer, where one of the activities is a question. */
export interface AnswerTold {
  readonly activities: readonly string[];
  /** Of whom, where it is not the statement's actor. */
  readonly actor?: Actor;
  /** In [0,1]. */
  readonly score: number;
  readonly scoreFrom: ScoreFrom;
  readonly response: string | null;
  readonly responseMs: number | null;
  /** The sitting as the platform names it. */
  readonly sitting: string | null;
  readonly at: string;
}

/** Where a score comes from: it is said of scores that are no plain figure of the statement. */
export enum ScoreFrom {
  /** The scaled score, as it stands. */
  SCALED = 'SCALED',
  /** The raw score within its minimum and maximum. */
  RAW = 'RAW',
  /** Success or failure, where there is no score. */
  SUCCESS = 'SUCCESS',
  /** The response held against the correct responses, where there is neither. */
  RESPONSE = 'RESPONSE',
}

/** A passage through a module: what the statement knows of it. */
export interface VisitTold {
  readonly activities: readonly string[];
  /** What belongs to one passage has one scope: a session, a registration, an attempt, else a day. */
  readonly scope: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly endedAt?: string;
  /** Something happened then, where nothing else is said. */
  readonly seenAt?: string;
}

/** A look at a page. */
export interface PageViewTold {
  readonly activities: readonly string[];
  readonly scope: string;
  readonly at: string;
  readonly activeSeconds: number;
}

/** What was played of a video in a session until then. */
export interface VideoViewTold {
  readonly activities: readonly string[];
  readonly scope: string;
  readonly at: string;
  readonly durationSeconds: number;
  /** All that the session has played so far, in order: the profile counts up. */
  readonly played: readonly Segment[];
  readonly pauses: number;
  readonly seeks: number;
  readonly rate: number;
}

/** Seconds of a video, from and to. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** What a profile makes of a statement. */
export type Meaning =
  { readonly told: Told; readonly reason?: never } | { readonly reason: Reason; readonly told?: never };

const nothing: Told = { answers: [], visits: [], pageViews: [], videoViews: [] };

export function tells(told: Partial<Told>): Meaning {
  return { told: { ...nothing, ...told } };
}

export function notMapped(reason: Reason): Meaning {
  return { reason };
}

/** How a profile reads statements: which are its own, and what they say. */
export interface Profile {
  readonly name: string;
  readonly covers: (statement: StoredStatement) => boolean;
  readonly meaning: (statement: StoredStatement) => Meaning;
}

/** The activities around a statement's object, by how they relate to it. */
export function activitiesAround(
  { context }: StoredStatement,
  relation: keyof ContextActivities,
): readonly Activity[] {
  const given = context?.contextActivities?.[relation];
  if (given === undefined) return [];
  return 'id' in given ? [given] : given;
}

/** The object of a statement, where it is an activity. */
export function objectOf({ object }: StoredStatement): Activity | undefined {
  const { id, objectType = 'Activity' } = object;
  return objectType === 'Activity' && id !== undefined ? { ...object, id } : undefined;
}

/** The object's id, then those of what it is a part of, from the inside out. */
export function objectAndParents(statement: StoredStatement): string[] {
  const object = objectOf(statement);
  return [object, ...activitiesAround(statement, 'parent')].flatMap((activity) =>
    activity === undefined ? [] : [activity.id],
  );
}

const cmi5Session = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/**
 * What tells one passage from the next: the session, else the registration, else the day in UTC, for platforms that say
 * neither.
 */
export function scopeOf({ context, timestamp }: StoredStatement): string {
  const session = textIn(context?.extensions, cmi5Session);
  if (session !== undefined) return `session ${session}`;
  if (context?.registration !== undefined) return `registration ${context.registration.toLowerCase()}`;
  return `day ${new Date(timestamp).toISOString().slice(0, 10)}`;
}

const attemptType = 'http://adlnet.gov/expapi/activities/attempt';

/** What holds the answers of one sitting together: the attempt they were given in, else the session or registration. */
export function sittingOf(statement: StoredStatement): string | null {
  const attempt = activitiesAround(statement, 'parent').find(
    ({ definition }) => definition?.type === attemptType,
  );
  if (attempt !== undefined) return attempt.id;
  const scope = scopeOf(statement);
  return scope.startsWith('day ') ? null : scope;
}

export function textIn(
  extensions: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined {
  const value = extensions?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberIn(
  extensions: Readonly<Record<string, unknown>> | undefined,
  name: string,
): number | undefined {
  const value = extensions?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
