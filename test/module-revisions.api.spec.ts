import { globalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_MODULES, SAVE_QUESTIONS } from './kit/operations';
import { REVISIONS, ASKED_IN, NODES, DELETE_QUESTIONS } from './kit/revisions';

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
const asks = (id: string, version?: number) => ({ question: named(id), ...(version && { version }) });
const save = async (...items: object[]) =>
  (await admin.get(SAVE_MODULES, { items: items as never })).saveModules;
const revisionsOf = async (id: string, filters: object = {}) =>
  (await admin.get(REVISIONS, { id, ...filters })).module!.revisions.nodes;

/** Saves one module; gives its global id. */
const moduleOf = async (item: object): Promise<string> => {
  const { modules, errors } = await save({ ...named('m'), name: 'Module', ...item });
  expect(errors).toEqual([]);
  return modules[0]!.id;
};

/** Saves questions whose prompt is their external id, marked; gives their global ids. */
async function questionsOf(mark: string, ...ids: string[]): Promise<string[]> {
  await skillsOf(admin, source, 's');
  const { saveQuestions } = await admin.get(SAVE_QUESTIONS, {
    items: ids.map((id) => ({ ...named(id), prompt: `${id}${mark}`, skills: [named('s')] })),
  });
  return saveQuestions.questions.map((question) => question!.id);
}

describe('revisions', () => {
  const slide = { title: 'Beginning', kind: 'SLIDE', expectedSeconds: 60 };
  const resources = [
    { title: 'Sheet', kind: 'CHEAT_SHEET', url: 'https://example.org/sheet' },
    { title: 'More', url: 'http://example.org/more' },
  ];

  it('are published by a change of pages or resources, and by nothing else', async () => {
    const id = await moduleOf({ pages: [slide], resources, note: 'First' });
    const [first] = await revisionsOf(id);
    expect(first).toMatchObject({
      number: 1,
      note: 'First',
      resources: [resources[0], { ...resources[1], kind: 'LINK' }],
      module: { id },
      pages: { nodes: [{ ...slide, number: 1, revision: { number: 1 }, questions: { nodes: [] } }] },
    });
    await moduleOf({ pages: [slide], resources, note: 'Nothing new', description: 'Other', name: 'Other' });
    await moduleOf({});
    expect(await revisionsOf(id)).toEqual([first]);

    await moduleOf({ pages: [slide, {}], note: 'A page more' });
    await moduleOf({ resources: [] });
    await moduleOf({ pages: null });
    await moduleOf({ pages: [] });
    const all = await revisionsOf(id);
    expect(all[0]).toEqual(first);
    expect(all.slice(1)).toMatchObject([
      {
        number: 2,
        note: 'A page more',
        resources: first!.resources,
        pages: { nodes: [slide, { number: 2, title: null, kind: 'OTHER', expectedSeconds: null }] },
      },
      { number: 3, note: null, resources: [], pages: { nodes: [slide, { kind: 'OTHER' }] } },
      { number: 4, resources: [], pages: { nodes: [] } },
    ]);
    // Pages belong to one revision: those of the next are others, though they show the same.
    expect(all[2]!.pages.nodes[0]!.id).not.toBe(all[1]!.pages.nodes[0]!.id);
  });

  it('are none where a module never had content', async () => {
    const id = await moduleOf({ pages: [], resources: null, note: 'Nothing' });
    const { module } = await admin.get(REVISIONS, { id });
    expect(module).toEqual({ current: null, revisions: { totalCount: 0, nodes: [] } });
  });

  it('tell the current from former ones, and are found by global id with their pages', async () => {
    const id = await moduleOf({ pages: [slide] });
    await moduleOf({ pages: [{ ...slide, title: 'Other' }], note: 'Renamed' });
    const { module } = await admin.get(REVISIONS, { id, filterBy: { current: true } });
    expect(module!.revisions.totalCount).toBe(1);
    expect(module!.revisions.nodes[0]).toMatchObject({ number: 2, id: module!.current!.id });
    const [former] = await revisionsOf(id, { filterBy: { current: false } });
    expect(former!.number).toBe(1);
    const { nodes } = await admin.get(NODES, {
      ids: [module!.current!.id, former!.pages.nodes[0]!.id, globalId('Revision', 'nothing')],
    });
    expect(nodes).toEqual([{ number: 2, note: 'Renamed' }, { title: 'Beginning' }, null]);
  });

  it('apply items of one batch in their order', async () => {
    const item = { ...named('m'), name: 'Module' };
    const { modules } = await save(
      { ...item, pages: [slide], note: '1' },
      { ...item, resources, note: '2' },
      { ...item, pages: [slide], note: 'Same' },
      { ...item, pages: [], note: '3' },
    );
    expect(modules.map((module) => module!.current!.number)).toEqual([3, 3, 3, 3]);
    const all = await revisionsOf(modules[0]!.id);
    expect(all.map((one) => [one.number, one.note, one.pages.nodes.length, one.resources.length])).toEqual([
      [1, '1', 1, 0],
      [2, '2', 1, 2],
      [3, '3', 0, 2],
    ]);
  });

  it('are numbered without gap or repetition where several writers publish at once', async () => {
    const titles = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const ids = await Promise.all(titles.map((title) => moduleOf({ pages: [{ title }], note: title })));
    expect(new Set(ids).size).toBe(1);
    const all = await revisionsOf(ids[0]!);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.map(({ note }) => note).sort()).toEqual(titles);
    expect(all.map(({ pages }) => pages.nodes.map(({ title }) => title))).toEqual(
      all.map(({ note }) => [note]),
    );
    const { module } = await admin.get(REVISIONS, { id: ids[0]! });
    expect(module!.current!.id).toBe(all[7]!.id);
  });

  it('name what is wrong with their content, by its place, and keep the good ones', async () => {
    await questionsOf('?', 'q');
    const bad = (content: object, index: number) => ({ ...named(String(index)), name: 'Bad', ...content });
    const pages = (page: object) => ({ pages: [slide, page] });
    const contents = [
      pages({ title: '' }),
      pages({ kind: 'FILM' }),
      pages({ expectedSeconds: 0 }),
      pages({ expectedSeconds: 86_401 }),
      pages({ sections: [{ questions: [] }] }),
      pages({ sections: [{ title: 'One', questions: [asks('q')] }, { questions: [asks('q'), asks('r')] }] }),
      pages({ sections: [{ questions: [asks('q', 2)] }] }),
      pages({ sections: [{ questions: [asks('q')] }, { questions: [asks('q')] }] }),
      { pages: Array.from({ length: 501 }, () => slide) },
      { resources: [{ ...resources[0], url: 'ftp://example.org' }] },
      { resources: [{ ...resources[0], kind: 'FILM' }] },
      { resources: [{ url: 'https://example.org' }] },
      { pages: Array.from({ length: 500 }, () => slide) },
    ];
    const { modules, errors } = await save(...contents.map(bad));
    expect(told(errors)).toEqual([
      '0 INVALID pages.1.title',
      '1 INVALID pages.1.kind',
      '2 INVALID pages.1.expectedSeconds',
      '3 INVALID pages.1.expectedSeconds',
      '4 INVALID pages.1.sections.0.questions',
      '5 NOT_FOUND pages.1.sections.1.questions.1',
      '6 NOT_FOUND pages.1.sections.0.questions.0',
      '7 INVALID pages.1.sections',
      '8 INVALID pages',
      '9 INVALID resources.0.url',
      '10 INVALID resources.0.kind',
      '11 INVALID resources.0.title',
    ]);
    expect(modules.map((module) => module?.current?.number ?? null)).toEqual([...Array(12).fill(null), 1]);
  });
});

describe('a quiz', () => {
  const quiz = (...sections: object[]) => ({ pages: [{ title: 'Quiz', kind: 'QUIZ', sections }] });

  it('asks versions of questions, section by section, in order', async () => {
    await questionsOf('1', 'q', 'r');
    await questionsOf('2', 'q', 'r');
    const id = await moduleOf(
      quiz(
        { title: 'Easy', questions: [asks('r', 1), asks('q')] },
        { questions: [asks('r')] },
        { title: 'Again', questions: [asks('r', 1)] },
      ),
    );
    const asked = async (filters: object = {}) =>
      (await revisionsOf(id, filters))[0]!.pages.nodes.flatMap(({ questions }) =>
        questions.nodes.map(({ section, position, version }) => [section, position, version.prompt]),
      );
    expect(await asked()).toEqual([
      ['Easy', 1, 'r1'],
      ['Easy', 2, 'q2'],
      [null, 3, 'r2'],
      ['Again', 4, 'r1'],
    ]);
    expect(await asked({ askedBy: { section: 'Again' } })).toEqual([['Again', 4, 'r1']]);
    const [skill] = await skillsOf(admin, source, 's');
    expect(await asked({ askedBy: { skill } })).toHaveLength(4);
    const [other] = await skillsOf(admin, source, 'other');
    expect(await asked({ askedBy: { skill: other } })).toEqual([]);
  });

  it('keeps asking what it asked; saved again it asks the new version where none was named', async () => {
    const [q] = await questionsOf('1', 'q');
    const free = quiz({ questions: [asks('q')] });
    const id = await moduleOf(free);
    await moduleOf(free);
    await questionsOf('2', 'q');
    const numbers = async () =>
      (await revisionsOf(id)).map(({ pages }) => pages.nodes[0]!.questions.nodes[0]!.version.number);
    expect(await numbers()).toEqual([1]);
    await moduleOf(quiz({ questions: [asks('q', 1)] }));
    expect(await numbers()).toEqual([1]);
    await moduleOf(free);
    expect(await numbers()).toEqual([1, 2]);
    expect(q).toBeDefined();
  });

  it('is told by the version that it asks, once though it asks it twice', async () => {
    const [q] = await questionsOf('1', 'q');
    const twice = quiz({ title: 'A', questions: [asks('q', 1)] }, { title: 'B', questions: [asks('q', 1)] });
    const id = await moduleOf(twice);
    await moduleOf({ pages: [{}, ...twice.pages] });
    await save({ ...named('a'), name: 'A module', ...twice });
    await questionsOf('2', 'q');
    const askedIn = async (filterBy: object = {}) => {
      const { question } = await admin.get(ASKED_IN, { id: q!, filterBy: filterBy as never });
      return question!.versions.nodes.map(({ askedIn: pages }) => {
        const shown = pages.nodes.map((page) => [
          page.revision.module.name,
          page.revision.number,
          page.number,
        ]);
        expect(pages.totalCount).toBe(shown.length);
        return shown;
      });
    };
    expect(await askedIn()).toEqual([
      [
        ['A module', 1, 1],
        ['Module', 1, 1],
        ['Module', 2, 2],
      ],
      [],
    ]);
    expect((await askedIn({ module: id, current: true }))[0]).toEqual([['Module', 2, 2]]);
    expect((await askedIn({ current: false }))[0]).toEqual([['Module', 1, 1]]);
  });

  it('is found by kind and by question among the pages of a revision', async () => {
    const [q] = await questionsOf('1', 'q', 'r');
    const ask = (id: string) => ({ kind: 'QUIZ', sections: [{ questions: [asks(id)] }] });
    const id = await moduleOf({ pages: [{ kind: 'SLIDE' }, ask('q'), ask('r'), { kind: 'VIDEO' }] });
    const numbers = async (pagesBy: object) =>
      (await revisionsOf(id, { pagesBy }))[0]!.pages.nodes.map(({ number }) => number);
    expect(await numbers({ kinds: ['QUIZ', 'VIDEO'] })).toEqual([2, 3, 4]);
    expect(await numbers({ question: q })).toEqual([2]);
    expect(await numbers({ question: id })).toEqual([]);
  });

  it('keeps its questions from being deleted, for what was published never changes', async () => {
    await questionsOf('1', 'q', 'r');
    await moduleOf(quiz({ questions: [asks('q')] }));
    await moduleOf(quiz({ questions: [asks('r')] }));
    const { deleteQuestions } = await admin.get(DELETE_QUESTIONS, { items: [named('q'), named('r')] });
    expect(deleteQuestions.results).toEqual([{ status: 'ARCHIVED' }, { status: 'ARCHIVED' }]);
  });
});
