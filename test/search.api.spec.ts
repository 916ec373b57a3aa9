import { graphql } from './generated/gql';
import type { SearchType } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_PEOPLE, SAVE_PROJECTS, SAVE_SKILLS } from './kit/operations';

const SEARCH = graphql(`
  query Search($query: String!, $types: [SearchType!], $first: Int! = 20, $after: String) {
    search(query: $query, types: $types, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        score
        matchedText
        node {
          __typename
          ... on Skill {
            name
            uri
          }
          ... on Person {
            name
          }
          ... on Project {
            name
          }
          ... on Team {
            name
          }
          ... on Module {
            name
          }
          ... on RoleTemplate {
            name
          }
        }
      }
    }
  }
`);

const DELETE_SKILLS = graphql(`
  mutation SearchDeleteSkills($items: [ReferenceInput!]!) {
    deleteSkills(items: $items) {
      results {
        status
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let source: string;
/** A word that no other spec's graph holds. */
let word: string;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  source = uniqueSource();
  word = `zq${source.slice(-8).replace(/[0-9]/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;
  const named = (id: string): Reference => ({ source, id });
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    items: [
      { ...named('1'), name: `${word} negotiation`, uri: 'http://example.org/negotiation' },
      {
        ...named('2'),
        name: `Querying ${word}`,
        labels: [{ language: 'de', text: `${word} Abfragen für Ärzte` }],
        synonyms: [{ language: 'en', text: `${word} SELECT statements` }],
      },
      { ...named('3'), name: `${word} archived` },
    ],
  });
  expect(saveSkills.errors).toEqual([]);
  await admin.get(SAVE_PEOPLE, {
    items: [{ ...named('p'), name: `Ann ${word}`, email: `ann@${word}.example` }],
  });
  await admin.get(SAVE_PROJECTS, { items: [{ ...named('project'), name: `${word} rollout` }] });
});
afterAll(() => app.close());

async function found(query: string, types: SearchType[] | null = null, client = admin): Promise<string[]> {
  const { search } = await client.get(SEARCH, { query, types });
  return search.nodes.map(({ node }) => node.name);
}

describe('a search', () => {
  it('finds skills by a part of a word, a synonym or a label of another language, without its accents', async () => {
    expect(await found(`${word} neg`)).toEqual([`${word} negotiation`]);
    expect(await found(`${word} select`)).toEqual([`Querying ${word}`]);
    expect(await found(`${word} arzte`)).toEqual([`Querying ${word}`]);
  });

  it('says which text was meant', async () => {
    const { search } = await admin.get(SEARCH, { query: `abfragen ${word}`, types: ['SKILL'] });
    expect(search.nodes[0]).toMatchObject({ matchedText: `${word} Abfragen für Ärzte` });
  });

  it('forgives typing errors, in a word that is only begun too', async () => {
    expect(await found(`${word} negotation`)).toEqual([`${word} negotiation`]);
    expect(await found(`${word} negociatio`)).toEqual([`${word} negotiation`]);
  });

  it('puts names that begin with what was typed first', async () => {
    const { search } = await admin.get(SEARCH, { query: word, types: ['SKILL'] });
    expect(search.nodes.map(({ node }) => node.name).at(-1)).toBe(`Querying ${word}`);
    expect(search.nodes[0]!.score).toBeGreaterThanOrEqual(1_000);
    expect(search.totalCount).toBe(3);
  });

  it('goes over all types, or those asked for', async () => {
    expect((await found(word)).sort()).toEqual(
      [
        `${word} negotiation`,
        `Querying ${word}`,
        `${word} archived`,
        `Ann ${word}`,
        `${word} rollout`,
      ].sort(),
    );
    expect(await found(word, ['PROJECT'])).toEqual([`${word} rollout`]);
  });

  it('comes in pages that hold everything once, while nobody writes', async () => {
    const inPages = async () => {
      const names: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const search: Awaited<ReturnType<typeof page>> = await page(after);
        names.push(...search.nodes.map(({ node }) => node.name));
        more = search.pageInfo.hasNextPage;
        after = search.pageInfo.endCursor;
      }
      return names;
    };
    // Other specs write meanwhile, and scores move with how rare a word is: some time they pause.
    let [names, whole] = [await inPages(), await found(word)];
    for (let again = 0; again < 20 && String(names) !== String(whole); again++)
      [names, whole] = [await inPages(), await found(word)];
    expect(names).toEqual(whole);
  });

  const page = async (after: string | null) =>
    (await admin.get(SEARCH, { query: word, first: 2, after, types: null })).search;

  it('shows people only to who may see them', async () => {
    expect(await found(word, ['PERSON'])).toEqual([`Ann ${word}`]);
    expect(await found(word, ['PERSON'], await app.as('author'))).toEqual([]);
  });

  it('leaves out what is deleted', async () => {
    await admin.get(DELETE_SKILLS, { items: [{ source, id: '3' }] });
    expect(await found(`${word} archived`, ['SKILL'])).toEqual([]);
  });

  it('finds nothing by signs alone, and refuses a text that is too long', async () => {
    expect(await found('"*~+-')).toEqual([]);
    const { errors } = await admin.ask(SEARCH, { query: 'x'.repeat(201), types: null });
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
  });
});
