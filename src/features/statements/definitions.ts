import { isObject, type JsonObject } from './checking/faults';
import type { Statement } from './statement';
import { activitiesOf, isActivity, isSubStatement } from './statement-parts';

/** What is said of an Activity or a Verb, by its id: its definition, or its display. */
export interface Description {
  readonly kind: 'activity' | 'verb';
  readonly id: string;
  readonly says: JsonObject;
}

/** An Activity or a Verb that a statement names, and what it says of it. */
export interface Thing {
  readonly kind: Description['kind'];
  readonly id: string;
  readonly says: object | undefined;
}

/** The Activities and Verbs that a statement names. */
export function thingsIn({ verb, object, context }: Statement): Thing[] {
  const within = isSubStatement(object) ? object : undefined;
  const activities = [
    ...(isActivity(object) ? [object] : []),
    ...(within && isActivity(within.object) ? [within.object] : []),
    ...activitiesOf(context),
    ...activitiesOf(within?.context),
  ];
  const verbs = [verb, ...(within ? [within.verb] : [])];
  return [
    ...activities.map(({ id, definition }): Thing => ({ kind: 'activity', id, says: definition })),
    ...verbs.map(({ id, display }): Thing => ({ kind: 'verb', id, says: display })),
  ];
}

/** What a statement says of the Activities and Verbs that it names. */
export function descriptionsIn(statement: Statement): Description[] {
  return thingsIn(statement).flatMap(({ kind, id, says }) =>
    says === undefined ? [] : [{ kind, id, says: { ...says } }],
  );
}

/** Properties of a definition that hold something by key. */
const maps = new Set(['name', 'description', 'extensions']);

/**
 * What is known of an Activity or a Verb with what a further statement says of it: languages and extensions are added or
 * replaced one by one; of everything else what was said last stands.
 */
export function merged(known: JsonObject, said: JsonObject): JsonObject {
  const all: Record<string, unknown> = { ...known, ...said };
  for (const name of maps) {
    const [former, next] = [known[name], said[name]];
    if (isObject(former) && isObject(next)) all[name] = { ...former, ...next };
  }
  return all;
}
