import type { Statement } from '../statement';

/** What an activity is here. */
export interface Content {
  readonly kind: ContentKind;
  /** Internal id of the module or question; null where it is ignored. */
  readonly key: string | null;
  /** Number of the revision or version that is shown; null for the current one. */
  readonly number: number | null;
  /** Number of the page that it is, or the only one that its module has; null where it is several, or none. */
  readonly page: number | null;
}

export enum ContentKind {
  MODULE = 'MODULE',
  PAGE = 'PAGE',
  QUESTION = 'QUESTION',
  IGNORED = 'IGNORED',
}

/** Types of the activities that a statement names, by id. */
export function typesOf({ object, context }: Statement): ReadonlyMap<string, string> {
  const around = Object.values(context?.contextActivities ?? {}).flat();
  return new Map(
    [object, ...around].flatMap(({ id, definition }) =>
      id === undefined || definition?.type === undefined ? [] : [[id, definition.type] as const],
    ),
  );
}

/** An activity as a platform names it. */
export interface NamedActivity {
  readonly platform: string;
  readonly id: string;
  readonly type: string | undefined;
}

const separator = '\u001f';

/** What names a mapping: of an activity or of a type, of one platform or of all. */
export function mappingKey(platform: string | null, of: 'activity' | 'type', iri: string): string {
  return [platform ?? '', of, iri].join(separator);
}

export function activityKey({ platform, id, type }: NamedActivity): string {
  return [platform, id, type ?? ''].join(separator);
}
