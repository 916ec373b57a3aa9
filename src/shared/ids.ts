import { v7 } from 'uuid';

/** The kinds of node that carry a global id. */
export const nodeTypes = [
  'Person',
  'Team',
  'Skill',
  'Question',
  'QuestionVersion',
  'Module',
  'Revision',
  'Page',
  'Project',
  'Task',
  'RoleTemplate',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Separates source and id in stored keys; refused in either, so that no two pairs share a key. */
const separator = '\u001f';

/** A new internal id: opaque, unique, rising with time (UUIDv7). */
export function newKey(): string {
  return v7();
}

/** What clients hold: base64url of type and internal id. */
export function globalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** What clients hold of an item of evidence, and of what else has a stored key alone: opaque. */
export function evidenceId(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** The stored key inside such an id, for what is looked up by it. */
export function keyOfEvidenceId(id: string): string {
  return Buffer.from(id, 'base64url').toString('utf8');
}

/** The internal id inside a global id of the given type; undefined where it is none. */
export function keyOfGlobalId(type: NodeType, id: string): string | undefined {
  const [foundType, key, ...rest] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  return foundType === type && key !== undefined && key !== '' && rest.length === 0 ? key : undefined;
}

/** The type inside a global id; undefined where it is none. */
export function typeOfGlobalId(id: string): NodeType | undefined {
  const [type] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  return nodeTypes.find((known) => known === type);
}

/** Longer than any key may be: what is refused in any case is not looked through. */
const longestTidied = 1_000;

/**
 * A source or an external id as it is kept and looked up. What nobody sees makes no second key of one: blanks and
 * invisible signs at the ends are left out, any blank is the plain one, and letters are composed (NFC).
 */
export function tidyKey(text: string): string {
  if (text.length > longestTidied) return text;
  return text
    .normalize('NFC')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
}

/** The one stored string for an external id, what a source calls something; unique per kind. */
export function externalKey(kind: string, source: string, value: string): string {
  return kind + separator + source + separator + value;
}

/** The stored string for what the source of an external id calls something else. */
export function keyOfSameSource(key: string, kind: string, value: string): string {
  return kind + key.slice(key.indexOf(separator), key.lastIndexOf(separator) + 1) + value;
}

/** What an external system calls something. */
export interface ExternalName {
  readonly source: string;
  readonly value: string;
}

/** Source and value inside an external key. */
export function externalNameOf(key: string): ExternalName {
  const [, source = '', value = ''] = key.split(separator);
  return { source, value };
}

/** Whether a reference is an external key; an internal id holds no separator. */
export function isExternalKey(reference: string): boolean {
  return reference.includes(separator);
}

/**
 * Whether a text is made of whole characters. Half of a pair of surrogates is none: the database keeps another sign in
 * its place, so that what is read is not what was written.
 */
export function isOfWholeCharacters(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Whether a text may be a source or an external id: 1 to 200 characters, none of them a control character. */
export function isExternalName(text: string): boolean {
  return text.length > 0 && text.length <= 200 && !/\p{Cc}/u.test(text);
}

/** Of the characters of ASCII that can be seen, with blanks between them. */
const plainName = /^[!-~](?:[ -~]{0,198}[!-~])?$/;

/** Whether a value is a source or an external id that is kept as it is given, told without a look at all of Unicode. */
export function isPlainName(value: unknown): value is string {
  return typeof value === 'string' && plainName.test(value);
}
