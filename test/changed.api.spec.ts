import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { askFor } from './kit/nouns';

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  source = uniqueSource();
  const text = `mutation ($people: [PersonInput!]!, $modules: [ModuleInput!]!, $questions: [QuestionInput!]!, $skills: [SkillInput!]!, $projects: [ProjectInput!]!, $teams: [TeamInput!]!) {
    savePeople(items: $people) { errors { message } } saveSkills(items: $skills) { errors { message } }
    saveModules(items: $modules) { errors { message } } saveQuestions(items: $questions) { errors { message } }
    saveProjects(items: $projects) { errors { message } } saveTeams(items: $teams) { errors { message } } }`;
  const named = (id: string, more: object = {}): object[] => [{ ...ref(id), name: id, ...more }];
  await askFor(admin, text, {
    people: named('p'),
    modules: named('m'),
    questions: [{ ...ref('q'), prompt: '?', skills: [ref('s')] }],
    skills: [...named('s'), ...named('broad')],
    projects: named('pr'),
    teams: named('t'),
  });
});
afterAll(() => app.close());

const ref = (id: string) => ({ source, id });

/** Sends one batch; gives how many were done and how many of them changed anything. */
async function send(mutation: string, input: string, ...items: object[]): Promise<[number, number]> {
  const text = `mutation ($items: [${input}!]!) { saved: ${mutation}(items: $items) { done changed errors { message } } }`;
  const { saved } = await askFor<{ saved: { done: number; changed: number; errors: unknown[] } }>(
    admin,
    text,
    {
      items,
    },
  );
  expect(saved.errors).toEqual([]);
  return [saved.done, saved.changed];
}

/** Of each kind of relationship one, with another value and with what takes it away, where it can be. */
const relationships: readonly (readonly [
  mutation: string,
  input: string,
  item: () => object,
  other: object | undefined,
  gone: object | undefined,
])[] = [
  [
    'saveMemberships',
    'MembershipInput',
    () => ({ person: ref('p'), team: ref('t') }),
    { to: '2030-01-01T00:00:00Z' },
    { remove: true },
  ],
  ['saveAvailability', 'AvailabilityInput', () => ({ person: ref('p') }), { share: 0.5 }, { remove: true }],
  [
    'saveAssignments',
    'AssignmentInput',
    () => ({ person: ref('p'), project: ref('pr') }),
    { share: 0.5 },
    { remove: true },
  ],
  [
    'saveEnrolments',
    'EnrolmentInput',
    () => ({ person: ref('p'), module: ref('m') }),
    { completedAt: '2026-01-01T00:00:00Z' },
    { remove: true },
  ],
  [
    'saveTeachings',
    'TeachingInput',
    () => ({ module: ref('m'), skill: ref('s'), to: 0.5 }),
    { to: 0.7 },
    { remove: true },
  ],
  [
    'saveRequirements',
    'RequirementInput',
    () => ({ project: ref('pr'), skill: ref('s'), level: 0.5 }),
    { importance: 2 },
    { headcount: 0 },
  ],
  [
    'saveBroaderSkills',
    'BroaderSkillInput',
    () => ({ skill: ref('s'), broader: ref('broad') }),
    undefined,
    { remove: true },
  ],
  [
    'saveAssessedSkills',
    'AssessedSkillInput',
    () => ({ question: ref('q'), skill: ref('broad') }),
    undefined,
    { remove: true },
  ],
  [
    'saveDifficulties',
    'DifficultyInput',
    () => ({ skill: ref('s'), difficulty: 0.5 }),
    { difficulty: 1 },
    undefined,
  ],
];

describe.each(relationships)('%s', (mutation, input, item, other, gone) => {
  it('tells what is new, other or gone from what was there already', async () => {
    expect(await send(mutation, input, item())).toEqual([1, 1]);
    expect(await send(mutation, input, item())).toEqual([1, 0]);
    if (other) {
      expect(await send(mutation, input, { ...item(), ...other })).toEqual([1, 1]);
      expect(await send(mutation, input, { ...item(), ...other })).toEqual([1, 0]);
    }
    if (!gone) return;
    expect(await send(mutation, input, { ...item(), ...gone })).toEqual([1, 1]);
    expect(await send(mutation, input, { ...item(), ...gone })).toEqual([1, 0]);
  });
});

describe('a history of revisions', () => {
  const page = (title: string): object => ({ pages: [{ title }] });
  const REVISIONS = `mutation ($items: [ModuleInput!]!) { saveModules(items: $items) {
    modules { revisions { nodes { number pages { nodes { title } } } } } errors { message } } }`;
  const titles = async (...items: object[]): Promise<(string | undefined)[]> => {
    const { saveModules } = await askFor<{
      saveModules: {
        modules: { revisions: { nodes: { number: number; pages: { nodes: { title: string }[] } }[] } }[];
      };
    }>(admin, REVISIONS, { items });
    return saveModules.modules[0]!.revisions.nodes.sort((left, right) => left.number - right.number).map(
      ({ pages }) => pages.nodes[0]?.title,
    );
  };

  it('can be sent again and publishes nothing twice, where each item says which revision it is', async () => {
    const history = [
      { ...ref('h'), name: 'h', revision: 1, ...page('one') },
      { ...ref('h'), revision: 2, ...page('two') },
    ];
    expect(await titles(...history)).toEqual(['one', 'two']);
    expect(await titles(...history)).toEqual(['one', 'two']);
    expect(await titles({ ...ref('h'), revision: 3, ...page('three') })).toEqual(['one', 'two', 'three']);
    expect(await titles({ ...ref('h'), ...page('four') })).toEqual(['one', 'two', 'three', 'four']);
  });
});
