import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { askFor, nounKinds, nounsOf, saveNouns, type NounKind } from './kit/nouns';
import { SAVE_ASSESSED_SKILLS, SAVE_BROADER_SKILLS, SAVE_QUESTIONS } from './kit/operations';

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
const kindOf = (type: string): NounKind => nounKinds.find((kind) => kind.type === type)!;

describe.each([
  { type: 'Team', field: 'broader', one: true },
  { type: 'Skill', field: 'broader', one: false },
  { type: 'Skill', field: 'prerequisites', one: false },
  { type: 'Module', field: 'prerequisites', one: false },
])('$field of a $type', ({ type, field, one }) => {
  const kind = kindOf(type);
  const below = (id: string, ...above: string[]) => ({
    ...named(id),
    [field]: one ? named(above[0]!) : above.map(named),
  });
  const called = (item: Reference) => ({ ...item, name: item.id });
  const save = (...items: object[]) => saveNouns(admin, kind, items);
  /** What stands directly above each, by name. */
  const above = async (...ids: string[]): Promise<string[]> => {
    const nodes = await nounsOf(admin, kind, ...ids.map(named));
    const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} {
      above: ${field} ${one ? '{ name }' : '{ nodes { name } }'}
    } } }`;
    const found = await askFor<{
      nodes: { above: { name?: string; nodes?: { name: string }[] } | null }[];
    }>(admin, text, { ids: nodes.map(({ id }) => id) });
    return found.nodes.map((node) =>
      (node.above?.nodes ?? (node.above ? [node.above] : [])).map(({ name }) => name).join(' '),
    );
  };

  it('may name what comes later in the batch', async () => {
    const { errors } = await save(called(below('a', 'b')), called(below('b', 'c')), called(named('c')));
    expect([errors, await above('a', 'b', 'c')]).toEqual([[], ['b', 'c', '']]);
  });

  it('is refused by the item that would close a circle, whose list stays; the others land', async () => {
    await save(called(named('a')), called(below('b', 'a')), called(below('c', 'b')), called(named('d')));
    const { nodes, errors } = await save(
      below('d', 'c'),
      { ...below('a', 'c'), name: 'Refused' },
      below('c', 'c'),
      below('b', 'd'),
      below('a', 'd'),
    );
    expect(errors.map(({ index, code }) => [index, code])).toEqual(
      [1, 2, 3, 4].map((index) => [index, 'INVALID']),
    );
    expect(errors[0]!.message).toBe(
      `${field}.0: is this one itself or leads back to it, so a cycle would close: leave it out, or change that one first. The list stays as it was.`,
    );
    expect(nodes.map((node) => node === null)).toEqual([false, true, true, true, true]);
    expect(await above('a', 'b', 'c', 'd')).toEqual(['', 'a', 'b', 'c']);
    expect((await nounsOf(admin, kind, named('a')))[0]!.called).toBe('a');
  });

  it('is open to a circle no more once an item before has opened it', async () => {
    await save(called(named('a')), called(below('b', 'a')));
    const { errors } = await save({ ...named('b'), [field]: one ? null : [] }, below('a', 'b'));
    expect([errors, await above('a', 'b')]).toEqual([[], ['b', '']]);
  });

  it('lets only one of two writers close a circle', async () => {
    await save(called(named('a')), called(named('b')));
    const saved = await Promise.all([save(below('a', 'b')), save(below('b', 'a'))]);
    expect(saved.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['INVALID']);
    expect((await above('a', 'b')).sort()).toEqual(['', expect.stringMatching(/^[ab]$/)]);
  });

  it('names what is not there', async () => {
    await save(called(named('a')));
    const { errors } = await save(below('a', 'nowhere'));
    expect(told([...errors])).toEqual([`0 NOT_FOUND ${field}`]);
  });
});

describe('saveBroaderSkills', () => {
  const place = async (...items: object[]) =>
    (await admin.get(SAVE_BROADER_SKILLS, { items: items as never })).saveBroaderSkills;
  const under = (skill: string, broader: string) => ({ skill: named(skill), broader: named(broader) });
  const broader = async () => {
    const text = `query ($name: String!) { skills(filterBy: { nameContains: $name }) {
      nodes { name broader { nodes { name } } }
    } }`;
    const { skills } = await askFor<{
      skills: { nodes: { name: string; broader: { nodes: { name: string }[] } }[] };
    }>(admin, text, { name: source });
    const short = ({ name }: { name: string }) => name.slice(0, 1);
    return skills.nodes.map((node) => `${short(node)}: ${node.broader.nodes.map(short).join('')}`);
  };
  beforeEach(() =>
    nounsOf(
      admin,
      kindOf('Skill'),
      ...['a', 'b', 'c'].map((id) => ({ ...named(id), name: `${id} ${source}` })),
    ),
  );

  it('places one skill below another and takes it from there, beside what else is above it', async () => {
    expect(await place(under('a', 'b'), under('a', 'c'), under('b', 'c'), under('a', 'b'))).toEqual({
      done: 4,
      errors: [],
    });
    expect(await broader()).toEqual(['a: bc', 'b: c', 'c: ']);
    const removals = [under('a', 'c'), under('c', 'a')].map((item) => ({ ...item, remove: true }));
    expect(await place(...removals)).toEqual({ done: 2, errors: [] });
    expect(await broader()).toEqual(['a: b', 'b: c', 'c: ']);
  });

  it('takes items one after the other, and refuses those that close a circle or name nothing', async () => {
    const { done, errors } = await place(
      under('a', 'b'),
      under('b', 'a'),
      { ...under('a', 'b'), remove: true },
      under('b', 'a'),
      under('c', 'c'),
      under('nowhere', 'a'),
      under('a', 'nowhere'),
      { ...under('a', 'c'), remove: 'yes' },
    );
    expect(done).toBe(3);
    expect(told(errors)).toEqual([
      '1 INVALID broader',
      '4 INVALID broader',
      '5 NOT_FOUND skill',
      '6 NOT_FOUND broader',
      '7 INVALID remove',
    ]);
    expect(await broader()).toEqual(['a: ', 'b: a', 'c: ']);
  });
});

describe('saveAssessedSkills', () => {
  const assess = async (...items: object[]) =>
    (await admin.get(SAVE_ASSESSED_SKILLS, { items: items as never })).saveAssessedSkills;
  const of = (question: string, skill: string, remove?: boolean) => ({
    question: named(question),
    skill: named(skill),
    remove,
  });
  let ids: string[];
  beforeEach(async () => {
    ids = await skillsOf(admin, source, 'a', 'b', 'c');
    const items = ['p', 'q'].map((id) => ({
      ...named(id),
      prompt: id,
      options: ['Yes'],
      skills: [named('a')],
    }));
    await admin.get(SAVE_QUESTIONS, { items });
  });
  /** The skills of every version of a question, the newest first or last as the API lists them. */
  const versions = async (id: string) => {
    const { saveQuestions } = await admin.get(SAVE_QUESTIONS, { items: [named(id)] });
    const { current, versions: all } = saveQuestions.questions[0]!;
    const names = all.nodes.map(({ number, prompt, options, skills }) => [
      number,
      prompt,
      options.length,
      skills.nodes
        .map((skill) => 'abc'.charAt(ids.indexOf(skill.id)))
        .sort()
        .join(''),
    ]);
    return { current: current.number, versions: names.sort() };
  };

  it('publishes one next version for all items of a question, which says the rest as before', async () => {
    expect(await assess(of('p', 'b'), of('p', 'c'), of('p', 'a', true), of('q', 'a'))).toEqual({
      done: 4,
      errors: [],
    });
    expect(await versions('p')).toEqual({
      current: 2,
      versions: [
        [1, 'p', 1, 'a'],
        [2, 'p', 1, 'bc'],
      ],
    });
    expect(await versions('q')).toEqual({ current: 1, versions: [[1, 'q', 1, 'a']] });
  });

  it('publishes none where nothing differs in the end', async () => {
    await assess(of('p', 'b'), of('p', 'b', true), of('p', 'c', true), of('p', 'a'));
    expect((await versions('p')).current).toBe(1);
  });

  it('is INVALID where it takes the last skill away, and names what is not there', async () => {
    const { done, errors } = await assess(
      of('p', 'a', true),
      of('p', 'b'),
      of('p', 'a', true),
      of('p', 'b', true),
      of('nowhere', 'a'),
      of('p', 'nowhere'),
    );
    expect(done).toBe(2);
    expect(told(errors)).toEqual([
      '0 INVALID skill',
      '3 INVALID skill',
      '4 NOT_FOUND question',
      '5 NOT_FOUND skill',
    ]);
    expect(errors[0]!.message).toMatch(/is the last one that the question assesses: add another one first/);
    expect((await versions('p')).versions).toEqual([
      [1, 'p', 1, 'a'],
      [2, 'p', 1, 'b'],
    ]);
  });
});
