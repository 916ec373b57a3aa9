import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { deleteNouns, newNoun, nounKinds, nounsOf, prepareNouns } from './kit/nouns';

let app: TestApp;
let admin: Client;
const catalogue = uniqueSource();
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  await prepareNouns(admin, catalogue);
});
afterAll(() => app.close());

/** Hangs something on the part of a noun that it then uses, as whoever records evidence does in one transaction. */
const using = (name: string, part: string, user: string) =>
  statement<{ id: string }>(
    `test.${name}`,
    `MATCH (node {id: $key}) MATCH ${part}
     CREATE (user:${user} {id: $user})
     CREATE (user)-[:${name}]->(part)
     RETURN user.id AS id`,
    'a spec may look for a node of any label',
  );

const USED = statement<{ used: number }>(
  'test.usedByWhatWasWritten',
  `MATCH (user:TestUser {id: $user})-[use]->(used) DETACH DELETE user RETURN count(used) AS used`,
  'there is one',
);

const manyPages = Array.from({ length: 80 }, (_, page) => ({ title: `Page ${page}` }));

describe('a noun that comes to be used while its deletion is under way is archived, and what uses it keeps it:', () => {
  it.each([
    ['Person', 'BY', '(part:Person {id: $key})', 'Evidence', {}],
    ['Skill', 'CLAIMS', '(part:Skill {id: $key})', 'Evidence', {}],
    ['Skill', 'HAS_SKILL', '(part:Skill {id: $key})', 'Person', {}],
    ['Question', 'TO', '(node)-[:HAS_VERSION]->(part)', 'Evidence', {}],
    ['Question', 'ASKS', '(node)-[:HAS_VERSION]->(part)', 'Page', {}],
    ['Module', 'WITH', '(part:Module {id: $key})', 'Evidence', {}],
    ['Module', 'OF', '(node)-[:HAS_REVISION]->(part)', 'Evidence', { pages: manyPages }],
  ])('%s by %s', async (type, relationship, part, label, given) => {
    const kind = nounKinds.find((one) => one.type === type)!;
    const source = uniqueSource();
    const [noun] = await nounsOf(admin, kind, {
      ...newNoun(kind, { source, id: 'one' }, catalogue),
      ...given,
    });
    const key = keyOfGlobalId(kind.type, noun!.id)!;
    const deleted = await app.database.transaction(async (tx) => {
      await tx.query(using(relationship, part, `TestUser:${label}`), { key, user: source });
      const sent = deleteNouns(admin, kind, [{ source, id: 'one' }]);
      await delay(300);
      // In an object: the transaction must not wait for what waits for it.
      return { sent };
    });
    const { results } = await deleted.sent;
    expect(await app.database.transaction((tx) => tx.query(USED, { user: source }))).toEqual([{ used: 1 }]);
    expect(results).toEqual([{ index: 0, status: 'ARCHIVED' }]);
  });
});
