import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph } from './kit/graph';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  await buildGraph(admin, { people: 3, skills: 3 });
});
afterAll(() => app.close());

const SEARCH = `query ($text: String!) { search(query: $text, types: [SKILL, PERSON]) { totalCount } }`;

/** Long words of a few letters, of all letters in turn, and of signs that stand for many. */
const letters = fc.constantFrom('a', 'ab', 'abcdefghijklmnopqrstuvwxyz', 'é', '\ufdfa', '\u{1d400}', '0');
const word = fc
  .tuple(letters, fc.constantFrom(3, 8, 29, 31, 120, 200))
  .map(([some, length]) => some.repeat(length).slice(0, length));
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ').slice(0, 200));

describe('a search for hostile words', () => {
  it('is answered', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (hostile) => {
        const { status, errors } = await admin.ask(SEARCH, { text: hostile });
        expect([status, errors]).toEqual([200, undefined]);
      }),
      { numRuns: 20, examples: [['abcdefghijklmnopqrst'.repeat(10)]] },
    );
  });

  it('costs by what it is for', async () => {
    const aliases = Array.from(
      { length: 30 },
      (_, one) => `s${String(one)}: search(query: $text) { totalCount }`,
    );
    const many = `query ($text: String!) { ${aliases.join(' ')} }`;
    const { errors } = await admin.ask(many, { text: 'a'.repeat(200) });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost' } }]);
  });
});
