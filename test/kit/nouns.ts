import type { NodeType } from '../../src/shared/ids';
import type { Client } from './client';
import { buildOrganisation, type Reference } from './graph';
import { SAVE_SKILLS } from './operations';

/** What every noun of the catalogue is saved, found and deleted by alike. */
export interface NounKind {
  readonly type: NodeType;
  /** How the API speaks of one and of many. */
  readonly one: string;
  readonly many: string;
  /** The field that says what it is called. */
  readonly called: 'name' | 'prompt';
  /** What a new one needs besides source, id and what it is called; named by external ids of prepareNouns. */
  readonly needs?: Readonly<Record<string, Named | readonly Named[]>>;
  /** For each other field of its input a value that a new one does not have. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** Stands for a reference to what prepareNouns saved. */
class Named {
  constructor(readonly id: string) {}
}
const named = (id: string): Named => new Named(id);
const texts = { description: 'Described' };

export const nounKinds: readonly NounKind[] = [
  {
    type: 'Person',
    one: 'person',
    many: 'people',
    called: 'name',
    others: {
      email: 'ann@example.org',
      photoUrl: 'https://example.org/ann.png',
      timeZone: 'Europe/Berlin',
      activeUntil: '2090-01-01T00:00:00Z',
    },
  },
  {
    type: 'Team',
    one: 'team',
    many: 'teams',
    called: 'name',
    others: { leads: [named('person')], broader: named('team') },
  },
  {
    type: 'Skill',
    one: 'skill',
    many: 'skills',
    called: 'name',
    others: {
      ...texts,
      uri: 'https://example.org/skill',
      type: 'TOOL',
      labels: [{ language: 'de', text: 'Können' }],
      synonyms: [{ language: 'de', text: 'Kunst' }],
      broader: [named('skill')],
      prerequisites: [named('skill')],
    },
  },
  {
    type: 'Question',
    one: 'question',
    many: 'questions',
    called: 'prompt',
    needs: { skills: [named('skill')] },
    others: { options: ['Yes', 'No'], answerKey: 'Yes', skills: [named('other-skill')] },
  },
  {
    type: 'Module',
    one: 'module',
    many: 'modules',
    called: 'name',
    others: {
      ...texts,
      expectedMinutes: 5,
      authors: [named('person')],
      prerequisites: [named('module')],
      pages: [{ title: 'Page' }],
      resources: [{ title: 'Slides', kind: 'SLIDES', url: 'https://example.org/slides' }],
    },
  },
  {
    type: 'Project',
    one: 'project',
    many: 'projects',
    called: 'name',
    others: {
      ...texts,
      from: '2026-01-01T00:00:00Z',
      to: '2090-01-01T00:00:00Z',
      responsibleTeam: named('team'),
    },
  },
  {
    type: 'Task',
    one: 'task',
    many: 'tasks',
    called: 'name',
    needs: { project: named('project') },
    others: { project: named('other-project') },
  },
  {
    type: 'RoleTemplate',
    one: 'roleTemplate',
    many: 'roleTemplates',
    called: 'name',
    others: { ...texts, uri: 'https://example.org/occupation' },
  },
];

/** One of each kind, and what the fields of others may name. */
export async function prepareNouns(admin: Client, source: string): Promise<void> {
  const items = (...ids: string[]) => ids.map((id) => ({ source, id, name: `${id} of ${source}` }));
  await admin.get(SAVE_SKILLS, { items: items('skill', 'other-skill') });
  await buildOrganisation(admin, {
    people: items('person'),
    teams: items('team'),
    modules: items('module'),
    projects: items('project', 'other-project'),
  });
}

/** A value of `needs` or `others` as an input takes it. */
function given(value: unknown, source: string): unknown {
  if (value instanceof Named) return { source, id: value.id };
  return Array.isArray(value) ? value.map((one) => given(one, source)) : value;
}

/** Fields of `needs` or `others` as an input takes them. */
export function givenOf(fields: object, source: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, given(value, source)]));
}

/** An item that creates one, called like its id; `catalogue` is the source that prepareNouns was given. */
export function newNoun(
  { called, needs = {} }: NounKind,
  { source, id }: Reference,
  catalogue: string,
): Reference & object {
  return { source, id, [called]: `${id} of ${source}`, ...givenOf(needs, catalogue) };
}

export interface SavedNoun {
  readonly id: string;
  readonly called: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
}

export interface ErrorOfItem {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const ofEveryNoun = (called: string): string => `id called: ${called} createdAt updatedAt archivedAt`;

/** Data of an operation whose text is made for a kind; an error of the request fails the test. */
export async function askFor<Data>(client: Client, text: string, variables: object): Promise<Data> {
  const { data, errors } = await client.ask<Data, object>(text, variables);
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'no data');
  return data;
}

export async function saveNouns(
  client: Client,
  { type, many, called }: NounKind,
  items: readonly object[],
): Promise<{ readonly nodes: readonly (SavedNoun | null)[]; readonly errors: readonly ErrorOfItem[] }> {
  const text = `mutation ($items: [${type}Input!]!) {
    saved: save${capital(many)}(items: $items) {
      nodes: ${many} { ${ofEveryNoun(called)} }
      errors { index code message }
    }
  }`;
  const { saved } = await askFor<{ saved: Awaited<ReturnType<typeof saveNouns>> }>(client, text, { items });
  return saved;
}

/** Saves nouns that must all land. */
export async function nounsOf(client: Client, kind: NounKind, ...items: object[]): Promise<SavedNoun[]> {
  const { nodes, errors } = await saveNouns(client, kind, items);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return nodes.map((node) => node!);
}

export async function deleteNouns(
  client: Client,
  { many }: NounKind,
  items: readonly object[],
): Promise<{
  readonly results: readonly { readonly index: number; readonly status: string }[];
  readonly errors: readonly ErrorOfItem[];
}> {
  const text = `mutation ($items: [ReferenceInput!]!) {
    deleted: delete${capital(many)}(items: $items) { results { index status } errors { index code message } }
  }`;
  const { deleted } = await askFor<{ deleted: Awaited<ReturnType<typeof deleteNouns>> }>(client, text, {
    items,
  });
  return deleted;
}

/** One by global id, as its own query gives it; null where there is none. */
export async function nounOf(
  client: Client,
  { one, called }: NounKind,
  id: string,
): Promise<SavedNoun | null> {
  const text = `query ($id: ID!) { found: ${one}(id: $id) { ${ofEveryNoun(called)} } }`;
  return (await askFor<{ found: SavedNoun | null }>(client, text, { id })).found;
}
