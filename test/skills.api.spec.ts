import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_SKILLS } from './kit/operations';

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });

describe('skills', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_SKILLS, { items: items as never })).saveSkills;

  it('keep what is left out and lose what is null', async () => {
    const uri = 'http://data.europa.eu/esco/skill/1';
    await save({ ...named('1'), name: 'SQL', description: 'Queries', uri });
    expect((await save(named('1'))).skills[0]).toMatchObject({ name: 'SQL', description: 'Queries', uri });
    const cleared = await save({ ...named('1'), description: null, uri: null });
    expect(cleared.skills[0]).toMatchObject({ name: 'SQL', description: null, uri: null });
  });

  it('stand in a taxonomy, whichever of the batch comes first', async () => {
    const { skills, errors } = await save(
      { ...named('joins'), name: 'Joins', broader: [named('sql')] },
      { ...named('sql'), name: 'SQL' },
    );
    expect(errors).toEqual([]);
    expect(skills[0]!.broader.nodes).toEqual([{ id: skills[1]!.id }]);
    expect(skills[1]!.narrower.nodes).toEqual([{ id: skills[0]!.id }]);
    expect((await save({ ...named('joins'), broader: null })).skills[0]!.broader.nodes).toEqual([]);
  });

  it('refuse a circle by the item that would close it, and save the others', async () => {
    await skillsOf(admin, source, 'a', 'b', 'c');
    await save({ ...named('a'), broader: [named('b')] }, { ...named('b'), broader: [named('c')] });
    const { skills, errors } = await save(
      { ...named('c'), name: 'C renamed', broader: [named('a')] },
      { ...named('d'), name: 'd', broader: [named('a')] },
      { ...named('e'), name: 'e', broader: [named('e')] },
    );
    expect(told(errors)).toEqual(['0 INVALID broader.0', '2 INVALID broader.0']);
    expect(skills.map((skill) => skill?.name ?? null)).toEqual([null, 'd', null]);
    expect((await save(named('c'))).skills[0]).toMatchObject({ name: 'c', broader: { nodes: [] } });
  });

  it('let only one of two writers close one', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [`one ${String(round)}`, `other ${String(round)}`];
      await skillsOf(admin, source, one, other);
      const results = await Promise.all([
        save({ ...named(one), broader: [named(other)] }),
        save({ ...named(other), broader: [named(one)] }),
      ]);
      expect(results.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
    }
  });

  it('name bad items', async () => {
    const { errors } = await save(
      { ...named('1'), name: 'x', uri: 'no uri' },
      { ...named('2'), name: 'x', broader: [named('nowhere')] },
      { ...named('3') },
      { ...named('4'), name: 'Good' },
    );
    expect(told(errors)).toEqual(['0 INVALID uri', '1 NOT_FOUND broader', '2 INVALID name']);
  });
});
