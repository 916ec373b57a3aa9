import { membersOf, objectOfMembers, type Member } from '../../shared/json-members';
import { contextKinds } from './statement-parts';

/** What the store adds to a statement, where the statement does not have it or must not say it itself. */
export interface Added {
  readonly id: string;
  readonly stored: string;
  readonly timestamp: string;
  readonly version: string;
  readonly authority: object;
}

/** The version of a statement that states none. */
export const defaultVersion = '1.0.0';

/**
 * The text in which a statement is kept and given back: its own, with what the store adds, and with lists for all
 * Activities of contexts.
 */
export function keptText(given: string, added: Added): string {
  const members = new Map(membersOf(given).map(({ name, text }) => [name, text]));
  const own: readonly (keyof Added)[] = ['id', 'timestamp', 'version'];
  for (const name of own) if (!members.has(name)) members.set(name, JSON.stringify(added[name]));
  members.set('stored', JSON.stringify(added.stored));
  members.set('authority', JSON.stringify(added.authority));
  const text = (name: string, value: string): string => {
    if (name === 'context') return withListedActivities(value);
    return name === 'object' ? withListedContext(value) : value;
  };
  return objectOfMembers([...members].map(([name, value]) => ({ name, text: text(name, value) })));
}

/** A property that a statement uses twice; undefined where there is none. */
export function usedTwice(given: string): string | undefined {
  const seen = new Set<string>();
  return membersOf(given).find(({ name }) => seen.size === seen.add(name).size)?.name;
}

/** The object of a statement may be one with a context of its own. */
function withListedContext(object: string): string {
  return object.includes('"SubStatement"') ? changed(object, 'context', withListedActivities) : object;
}

function withListedActivities(context: string): string {
  return changed(context, 'contextActivities', (activities) => {
    const members = membersOf(activities);
    const isSingle = ({ name, text }: Member): boolean =>
      contextKinds.some((kind) => kind === name) && text.startsWith('{');
    if (!members.some(isSingle)) return activities;
    return objectOfMembers(members.map((one) => (isSingle(one) ? { ...one, text: `[${one.text}]` } : one)));
  });
}

/** An object's text with one of its members changed; the same text where nothing changes. */
function changed(object: string, name: string, change: (text: string) => string): string {
  if (!object.startsWith('{')) return object;
  const members = membersOf(object);
  const next = members.map((one) => (one.name === name ? { ...one, text: change(one.text) } : one));
  return next.every(({ text }, place) => text === members[place]?.text) ? object : objectOfMembers(next);
}
