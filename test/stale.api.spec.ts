import { buildSchema, isInputObjectType } from 'graphql';
import { printedSchema } from '../src/app/commands/schema';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import {
  deleteNouns,
  givenOf,
  newNoun,
  nounKinds,
  nounOf,
  nounsOf,
  prepareNouns,
  saveNouns,
  type NounKind,
  type SavedNoun,
} from './kit/nouns';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_ASSESSED_SKILLS, SAVE_BROADER_SKILLS, SAVE_TEACHES } from './kit/operations';

let app: TestApp;
let admin: Client;
let source: string;
const catalogue = uniqueSource();
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  await prepareNouns(admin, catalogue);
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const catalogued = (id: string): Reference => ({ source: catalogue, id });
const kindOf = (type: string): NounKind => nounKinds.find((kind) => kind.type === type)!;
const stale = (index: number) => ({
  index,
  code: 'STALE',
  message: 'ifUnchangedSince: it has changed since then, or is gone: read it again and decide again.',
});

describe.each(nounKinds)('$many with ifUnchangedSince', (kind) => {
  const create = async (...ids: string[]): Promise<SavedNoun[]> =>
    nounsOf(admin, kind, ...ids.map((id) => newNoun(kind, named(id), catalogue)));
  const call = (id: string, name: string, since?: string | null) => ({
    ...named(id),
    [kind.called]: name,
    ifUnchangedSince: since,
  });
  const save = (...items: object[]) => saveNouns(admin, kind, items);
  const calledNow = async ({ id }: SavedNoun) => (await nounOf(admin, kind, id))!.called;

  it('are STALE where changed since, and the good items beside them land', async () => {
    const [changed, same, free] = await create('changed', 'same', 'free');
    const [now] = await nounsOf(admin, kind, call('changed', 'Now'));
    const { nodes, errors } = await save(
      call('same', 'Same', same!.updatedAt),
      call('changed', 'Late', changed!.updatedAt),
      call('free', 'Free', null),
      call('changed', 'Bad', 'yesterday'),
    );
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'STALE'],
      [3, 'INVALID'],
    ]);
    expect(errors[0]).toEqual(stale(1));
    expect(errors[1]!.message).toMatch(/^ifUnchangedSince: must be a date and time/);
    expect(nodes.map((node) => node?.called ?? null)).toEqual(['Same', null, 'Free', null]);
    expect([await calledNow(changed!), await calledNow(free!)]).toEqual(['Now', 'Free']);
    const { errors: none } = await save(call('changed', 'Read again', now!.updatedAt));
    expect(none).toEqual([]);
    expect(await calledNow(changed!)).toBe('Read again');
  });

  it('are STALE where they are not there, or are gone', async () => {
    const [gone] = await create('gone');
    await deleteNouns(admin, kind, [named('gone')]);
    const { nodes, errors } = await save(
      { ...newNoun(kind, named('new'), catalogue), ifUnchangedSince: new Date().toISOString() },
      call('gone', 'Gone', gone!.updatedAt),
      { ...newNoun(kind, named('without'), catalogue), ifUnchangedSince: null },
    );
    expect(errors).toEqual([stale(0), stale(1)]);
    expect(nodes.map((node) => node === null)).toEqual([true, true, false]);
    expect((await save(call('new', 'New'))).errors).toEqual(
      kind.needs ? [expect.objectContaining({ code: 'INVALID' })] : [],
    );
  });

  it('may be named by several items of a batch: each meets what was there before it', async () => {
    const [one] = await create('one');
    const { nodes, errors } = await save(
      call('one', 'First', one!.updatedAt),
      call('one', 'Second', one!.updatedAt),
    );
    expect(errors).toEqual([]);
    expect(nodes.map((node) => node!.called)).toEqual(['Second', 'Second']);
    const { errors: late } = await save(call('one', 'Third'), call('one', 'Fourth', one!.updatedAt));
    expect(late).toEqual([stale(1)]);
    expect(await calledNow(one!)).toBe('Third');
  });

  it('take one of two writers who read the same', async () => {
    const [one] = await create('one');
    const saved = await Promise.all(
      ['a', 'b', 'c'].map((name) => save(call('one', name, one!.updatedAt)).then(({ errors }) => errors)),
    );
    expect(saved.filter((errors) => errors.length === 0)).toHaveLength(1);
    expect(saved.flat()).toEqual([stale(0), stale(0)]);
  });

  it('have changed with every field, and not by saving the same again', async () => {
    const { called, others } = kind;
    const input = buildSchema(printedSchema()).getType(`${kind.type}Input`);
    if (!isInputObjectType(input)) throw new Error(`There is no input of ${kind.many}.`);
    // The note, and whether chance decided, belong to a revision that the same item publishes.
    const never = ['source', 'id', 'globalId', 'ifUnchangedSince', 'note', 'revision', 'assignedAtRandom'];
    const changes = { ...givenOf(others, catalogue), [called]: 'Another' };
    expect(Object.keys(changes).sort()).toEqual(
      Object.keys(input.getFields()).filter((name) => !never.includes(name)),
    );
    const before = await create(...Object.keys(changes));
    const items = Object.entries(changes).map(([field, value]) => ({ ...named(field), [field]: value }));
    const after = await nounsOf(admin, kind, ...items);
    const unchanged = Object.keys(changes).filter(
      (_, index) => after[index]!.updatedAt <= before[index]!.updatedAt,
    );
    expect(unchanged).toEqual([]);
    expect(after.map(({ createdAt }) => createdAt)).toEqual(before.map(({ createdAt }) => createdAt));
    expect(await nounsOf(admin, kind, ...items)).toEqual(after);
  });
});

describe('what another mutation changes of a noun', () => {
  it.each([
    [
      'saveBroaderSkills, of the narrower skill',
      'Skill',
      () =>
        admin.get(SAVE_BROADER_SKILLS, {
          items: [{ skill: named('one'), broader: catalogued('skill') }],
        }),
    ],
    [
      'saveAssessedSkills, of the question',
      'Question',
      () =>
        admin.get(SAVE_ASSESSED_SKILLS, {
          items: [{ question: named('one'), skill: catalogued('other-skill') }],
        }),
    ],
    [
      'saveTeachings, of the module',
      'Module',
      () =>
        admin.get(SAVE_TEACHES, { items: [{ module: named('one'), skill: catalogued('skill'), to: 0.5 }] }),
    ],
    [
      'mergePeople, of the person who stays',
      'Person',
      () => admin.get(MERGE_PEOPLE, { items: [{ keep: named('one'), merge: catalogued('person') }] }),
    ],
  ])('counts as a change: %s', async (_, type, change) => {
    const kind = kindOf(type);
    const [before] = await nounsOf(admin, kind, newNoun(kind, named('one'), catalogue));
    await change();
    const after = await nounOf(admin, kind, before!.id);
    expect(after!.updatedAt > before!.updatedAt).toBe(true);
    const late = { ...named('one'), [kind.called]: 'Late', ifUnchangedSince: before!.updatedAt };
    expect((await saveNouns(admin, kind, [late])).errors).toEqual([stale(0)]);
  });
});
