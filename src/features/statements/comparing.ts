import { hash } from 'node:crypto';
import { isObject, type JsonObject } from './checking/faults';

/**
 * What makes two statements the same (xAPI 1.0.3, Data 2.3.1): left out is what an LRS adds or may give back otherwise,
 * and equal is what differs only in a way that the standard calls none. The time of the event is compared by itself.
 */
const ofTheStore = new Set(['id', 'stored', 'authority', 'version', 'timestamp']);

/** Two statements say the same where these texts are equal, but for when it happened. */
export function contentOf(statement: object): string {
  return hash('sha256', written(withoutStore(statement), ''), 'base64url');
}

/** The same of what was signed, to which the signature itself was added since as an attachment. */
export function contentWithoutAttachments({ attachments: _, ...statement }: JsonObject): string {
  return contentOf(statement);
}

function withoutStore(statement: object): JsonObject {
  return Object.fromEntries(Object.entries(statement).filter(([name]) => !ofTheStore.has(name)));
}

/** JSON with names in their order. `name` is that of the property that holds the value. */
function written(value: unknown, name: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => written(item, name));
    // Members of a group are in no order.
    return `[${(name === 'member' ? items.sort() : items).join()}]`;
  }
  if (isObject(value)) return writtenObject(value, name);
  if (typeof value === 'string') return JSON.stringify(folded(value, name));
  return JSON.stringify(value);
}

const contextLists = new Set(['parent', 'grouping', 'category', 'other']);

function writtenObject(value: JsonObject, name: string): string {
  // What extensions hold is compared as it is.
  if (name === 'extensions') return asIs(value);
  const parts = Object.keys(value)
    .filter((key) => !isNoPart(key, name))
    .sort()
    .map((key) => {
      const part = value[key];
      const listed =
        name === 'contextActivities' && contextLists.has(key) && !Array.isArray(part) ? [part] : part;
      return `${JSON.stringify(key)}:${written(listed, key)}`;
    });
  return `{${parts.join()}}`;
}

/** Definitions of Activities and the words for verbs are no part of a statement. */
function isNoPart(key: string, within: string): boolean {
  return key === 'definition' || (key === 'display' && within === 'verb');
}

function asIs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asIs).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${asIs(value[key])}`)
    .join()}}`;
}

/** Capitals that mean nothing are made small, and of durations more than hundredths of a second are left out. */
function folded(text: string, name: string): string {
  switch (name) {
    case 'mbox':
      return foldedMailbox(text);
    case 'duration':
      return text.replace(/([.,]\d\d)\d+S$/u, '$1S');
    case 'registration':
    case 'language':
    case 'sha2':
    case 'mbox_sha1sum':
      return text.toLowerCase();
    default:
      return text;
  }
}

/** The domain of an address has no capitals that count. */
export function foldedMailbox(mbox: string): string {
  const at = mbox.lastIndexOf('@');
  return mbox.slice(0, at) + mbox.slice(at).toLowerCase();
}
