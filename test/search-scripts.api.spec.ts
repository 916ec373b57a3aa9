import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { askFor } from './kit/nouns';
import { SAVE_PEOPLE, SAVE_SKILLS } from './kit/operations';

const FIND = `query ($text: String!) { search(query: $text, types: [SKILL, PERSON]) {
  nodes { matchedText node { ... on Skill { name } ... on Person { name } } } } }`;
const CONTAINING = `query ($text: String!) {
  people(filterBy: { nameContains: $text }, first: 200) { nodes { name } } }`;

interface Found {
  readonly search: {
    readonly nodes: readonly { readonly matchedText: string; readonly node: { readonly name: string } }[];
  };
}
interface Listed {
  readonly people: { readonly nodes: readonly { readonly name: string }[] };
}

const people = [
  'Łukasz Wójcik',
  'Jonas Weiß',
  'Mary O’Neil',
  'Þórður Ægisson',
  'İpek Işık',
  'Артём Ёлкин',
  'Νίκος Παππάς',
  'أحمد يوسف',
];
const skills = [
  { name: 'ASP.NET Core', labels: [] },
  { name: 'snake_case', labels: [] },
  { name: 'Data analysis', labels: [{ language: 'ja', text: 'SQLデータ分析の基礎' }] },
  { name: 'Data bases', labels: [{ language: 'ko', text: '데이터베이스 설계 기초' }] },
  { name: 'Language', labels: [{ language: 'hi', text: 'हिन्दी भाषा कौशल' }] },
  { name: 'Counselling', labels: [{ language: 'th', text: 'การให้คำปรึกษา' }] },
];

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  const source = uniqueSource();
  const saved = [
    (await admin.get(SAVE_PEOPLE, { items: people.map((name) => ({ source, id: name, name })) })).savePeople,
    (await admin.get(SAVE_SKILLS, { items: skills.map((skill) => ({ source, id: skill.name, ...skill })) }))
      .saveSkills,
  ];
  expect(saved.flatMap(({ errors }) => errors)).toEqual([]);
});
afterAll(() => app.close());

describe.each([
  ['lukasz', 'Łukasz Wójcik'],
  ['wojcik', 'Łukasz Wójcik'],
  ['weiss', 'Jonas Weiß'],
  ['WEIẞ', 'Jonas Weiß'],
  ["o'neil", 'Mary O’Neil'],
  ['neil', 'Mary O’Neil'],
  ['aegis', 'Þórður Ægisson'],
  ['thordur', 'Þórður Ægisson'],
  ['isik', 'İpek Işık'],
  ['елкин', 'Артём Ёлкин'],
  ['ΠΑΠΠΑΣ', 'Νίκος Παππάς'],
  ['παππασ', 'Νίκος Παππάς'],
  ['احمد', 'أحمد يوسف'],
])('who types %s', (text, name) => {
  it(`finds ${name} by search and by a part of the name`, async () => {
    const { search } = await askFor<Found>(admin, FIND, { text });
    expect(search.nodes.map(({ node }) => node.name)).toContain(name);
    const { people: listed } = await askFor<Listed>(admin, CONTAINING, { text });
    expect(listed.nodes.map((person) => person.name)).toContain(name);
  });
});

describe('a search', () => {
  it.each([
    ['net', 'ASP.NET Core'],
    ['asp.net', 'ASP.NET Core'],
    ['case', 'snake_case'],
    ['snake', 'snake_case'],
  ])('finds names with signs by their parts: %s', async (text, name) => {
    const { search } = await askFor<Found>(admin, FIND, { text });
    expect(search.nodes.map(({ node }) => node.name)).toContain(name);
  });

  it.each([
    ['분석', []],
    ['설계', ['Data bases']],
    ['데이터', ['Data bases']],
    ['भाषा', ['Language']],
    ['कौशल', ['Language']],
    ['शल', []],
    ['分析', ['Data analysis']],
    ['データ', ['Data analysis']],
    ['基礎', ['Data analysis']],
    ['テータ', []],
    ['析分', []],
    ['ปรึกษา', ['Counselling']],
  ])('finds labels by any of their words, and by nothing else: %s', async (text, names) => {
    const { search } = await askFor<Found>(admin, FIND, { text });
    const own = search.nodes
      .map(({ node }) => node.name)
      .filter((name) => skills.some((one) => one.name === name));
    expect(own).toEqual(names);
  });

  it('says which label was meant', async () => {
    const { search } = await askFor<Found>(admin, FIND, { text: '分析' });
    expect(search.nodes[0]).toMatchObject({ matchedText: 'SQLデータ分析の基礎' });
  });
});

it('orders names as if they had no accents', async () => {
  const { people: listed } = await askFor<Listed>(admin, CONTAINING, { text: 'i' });
  const names = listed.nodes.map(({ name }) => name).filter((name) => people.includes(name));
  expect(names).toEqual(['İpek Işık', 'Jonas Weiß', 'Łukasz Wójcik', 'Mary O’Neil', 'Þórður Ægisson']);
});
