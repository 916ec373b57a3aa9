import { isObject, type JsonObject } from './checking/faults';
import { identifiers } from './checking/actors';

/** How much statements say of those whom and what they name. */
export type Format = 'ids' | 'exact' | 'canonical';
export const formats: readonly Format[] = ['ids', 'exact', 'canonical'];

/** What stands for an Actor, an Activity or a Verb in another format. */
interface Formatting {
  readonly actor: (actor: JsonObject) => JsonObject;
  readonly activity: (activity: JsonObject) => JsonObject;
  readonly verb: (verb: JsonObject) => JsonObject;
}

function someOf(object: JsonObject, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => (object[name] === undefined ? [] : [[name, object[name]]])),
  );
}

function identifying(actor: JsonObject): JsonObject {
  const shown = someOf(actor, ['objectType', ...identifiers]);
  const { member } = actor;
  const isAnonymous = identifiers.every((name) => actor[name] === undefined);
  if (isAnonymous && Array.isArray(member)) shown['member'] = member.filter(isObject).map(identifying);
  return shown;
}

/** The least by which each is known. */
export const byIds: Formatting = {
  actor: identifying,
  activity: (activity) => someOf(activity, ['objectType', 'id']),
  verb: (verb) => someOf(verb, ['id']),
};

/** With what all that was sent says of an Activity or a Verb, in one language. */
export function canonicalBy(
  described: (kind: 'activity' | 'verb', id: string) => JsonObject | undefined,
  inOneLanguage: (map: JsonObject) => JsonObject,
): Formatting {
  return {
    actor: (actor) => actor,
    activity: (activity) => {
      const definition = described('activity', String(activity['id'])) ?? activity['definition'];
      if (!isObject(definition)) return activity;
      return { ...activity, definition: definitionInOneLanguage(definition, inOneLanguage) };
    },
    verb: (verb) => {
      const display = described('verb', String(verb['id'])) ?? verb['display'];
      return isObject(display) ? { ...verb, display: inOneLanguage(display) } : verb;
    },
  };
}

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'];

function definitionInOneLanguage(
  definition: JsonObject,
  inOneLanguage: (map: JsonObject) => JsonObject,
): JsonObject {
  const shown: Record<string, unknown> = { ...definition };
  for (const name of ['name', 'description']) {
    const map = shown[name];
    if (isObject(map)) shown[name] = inOneLanguage(map);
  }
  for (const name of componentLists) {
    const list = shown[name];
    if (!Array.isArray(list)) continue;
    shown[name] = list.map((component: unknown) => {
      const description = isObject(component) ? component['description'] : undefined;
      return isObject(component) && isObject(description)
        ? { ...component, description: inOneLanguage(description) }
        : component;
    });
  }
  return shown;
}

/** A statement, or one within another, in another format. */
export function formatted(statement: JsonObject, by: Formatting): JsonObject {
  const shown: Record<string, unknown> = { ...statement };
  const change = (name: string, to: (value: JsonObject) => JsonObject): void => {
    const value = shown[name];
    if (isObject(value)) shown[name] = to(value);
  };
  change('actor', by.actor);
  change('authority', by.actor);
  change('verb', by.verb);
  change('object', (object) => formattedObject(object, by));
  change('context', (context) => formattedContext(context, by));
  return shown;
}

function formattedObject(object: JsonObject, by: Formatting): JsonObject {
  switch (object['objectType']) {
    case 'Agent':
    case 'Group':
      return by.actor(object);
    case 'SubStatement':
      return formatted(object, by);
    case 'StatementRef':
      return object;
    default:
      return by.activity(object);
  }
}

function formattedContext(context: JsonObject, by: Formatting): JsonObject {
  const shown: Record<string, unknown> = { ...context };
  for (const name of ['instructor', 'team']) {
    const actor = shown[name];
    if (isObject(actor)) shown[name] = by.actor(actor);
  }
  const { contextActivities } = context;
  if (isObject(contextActivities))
    shown['contextActivities'] = Object.fromEntries(
      Object.entries(contextActivities).map(([kind, list]) => [
        kind,
        Array.isArray(list) ? list.filter(isObject).map(by.activity) : list,
      ]),
    );
  return shown;
}
