import { hash } from 'node:crypto';
import { folded, foldedWords } from '../../shared/folding';
import type { NodeType } from '../../shared/ids';
import { searchedProperties } from './model';

type Properties = Readonly<Record<string, unknown>>;

const searched: Partial<Record<NodeType, Readonly<Record<string, string>>>> = searchedProperties;

/** Properties of a node with what is derived from their texts: the form that lists are ordered by, the words that search finds, and the mailbox. */
export function withFoldedForms(label: NodeType, properties: Properties): Properties {
  const forms: Record<string, unknown> = {};
  for (const [property, words] of Object.entries(searched[label] ?? {})) {
    const text = properties[property];
    if (text !== undefined) forms[words] = wordsIn(text);
  }
  const { name, email } = properties;
  return {
    ...properties,
    ...(typeof name === 'string' && { sortName: folded(name) }),
    ...(label === 'Person' &&
      email !== undefined && { mailbox: typeof email === 'string' ? mailboxOf(email) : null }),
    ...forms,
  };
}

/**
 * The digest by which a person is found by their address, whatever its letters: as the Experience API makes its
 * mbox_sha1sum of an address in small letters.
 */
export function mailboxOf(email: string): string {
  return hash('sha1', `mailto:${email.trim().toLowerCase()}`);
}

function wordsIn(text: unknown): string | string[] | null {
  if (typeof text === 'string') return foldedWords(text).join(' ');
  return Array.isArray(text) ? text.map((one) => foldedWords(String(one)).join(' ')) : null;
}
