import type { Activity, Actor, Context, LanguageMap, Statement, StatementObject, Verb } from './statement';

/** A file that belongs to a statement, as the statement describes it. */
export interface Attachment {
  readonly usageType: string;
  readonly display: LanguageMap;
  readonly description?: LanguageMap;
  readonly contentType: string;
  readonly length: number;
  readonly sha2: string;
  readonly fileUrl?: string;
}

/** A statement that is only spoken of, within another. */
export interface SubStatement {
  readonly objectType: 'SubStatement';
  readonly actor: Actor;
  readonly verb: Verb;
  readonly object: StatementObject;
  readonly context?: Context;
}

/** A checked statement with what only the store looks at. */
export type GivenStatement = Statement & { readonly attachments?: readonly Attachment[] };

type Objects = StatementObject | SubStatement;

export function isActivity(object: Objects): object is Activity {
  return object.objectType === undefined || object.objectType === 'Activity';
}

export function isActor(object: Objects): object is Actor {
  return object.objectType === 'Agent' || object.objectType === 'Group';
}

export function isSubStatement(object: Objects): object is SubStatement {
  return object.objectType === 'SubStatement';
}

/** The statement at which one points, whose object is a reference; undefined where it is something else. */
export function targetOf({ object }: Statement): string | undefined {
  return object.objectType === 'StatementRef' ? object.id?.toLowerCase() : undefined;
}

export const contextKinds = ['parent', 'grouping', 'category', 'other'] as const;

/** The Activities of a context, of all kinds. */
export function activitiesOf(context: Context | undefined): readonly Activity[] {
  return contextKinds.flatMap((kind) => context?.contextActivities?.[kind] ?? []);
}
