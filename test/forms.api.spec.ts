import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph, day, uniqueSource, type Reference, type TestGraph } from './kit/graph';

let app: TestApp;
let admin: Client;
let graph: TestGraph;
const source = uniqueSource();
const named = (id: string): Reference => ({ source, id });
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2, skills: 2, questionsPerSkill: 1 });
  const catalogue = await admin.ask<Record<string, { errors: unknown[] }>, object>(
    `mutation ($teams: [TeamInput!]!, $projects: [ProjectInput!]!, $tasks: [TaskInput!]!, $modules: [ModuleInput!]!) {
      saveTeams(items: $teams) { errors { message } } saveProjects(items: $projects) { errors { message } }
      saveTasks(items: $tasks) { errors { message } } saveModules(items: $modules) { errors { message } }
    }`,
    {
      teams: [{ ...named('team'), name: 'Team' }],
      projects: [{ ...named('project'), name: 'Project' }],
      tasks: [{ ...named('task'), name: 'Task', project: named('project') }],
      modules: [{ ...named('module'), name: 'Module' }],
    },
  );
  expect(Object.values(catalogue.data!).flatMap(({ errors }) => errors)).toEqual([]);
});
afterAll(() => app.close());

interface Failure {
  readonly index: number;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly current: unknown;
}
/** What one mutation answers for these items. */
async function send(mutation: string, input: string, items: readonly object[], shown = '') {
  const { data, errors } = await admin.ask<{ payload: { errors: Failure[]; shown: unknown } }, object>(
    `mutation Send($items: [${input}!]!) {
      payload: ${mutation}(items: $items) { ${shown} errors { index code message fields current { __typename id ... on Team { name updatedAt } } } }
    }`,
    { items },
  );
  if (!data) throw new Error(errors![0]!.message);
  return data.payload;
}

const person = () => graph.people[0]!.reference;
const skill = (position = 0) => graph.skills[position]!.reference;
const nobody = named('nobody');
const own = (id: string) => ({ source, id });

describe('the fields at fault', () => {
  it.each<[mutation: string, input: string, item: () => object, code: string, fields: string[]]>([
    [
      'savePeople',
      'PersonInput',
      () => ({ ...own('new'), timeZone: 'Mars', email: 4 }),
      'INVALID',
      ['email', 'timeZone'],
    ],
    ['savePeople', 'PersonInput', () => ({ source, name: 'Without' }), 'INVALID', ['id']],
    ['savePeople', 'PersonInput', () => own('new'), 'INVALID', ['name']],
    [
      'saveTeams',
      'TeamInput',
      () => ({ ...own('team'), leads: [person(), { source }] }),
      'INVALID',
      ['leads.1'],
    ],
    ['saveTeams', 'TeamInput', () => ({ ...own('team'), leads: [nobody] }), 'NOT_FOUND', ['leads']],
    ['saveTeams', 'TeamInput', () => ({ ...own('team'), broader: own('team') }), 'INVALID', ['broader.0']],
    [
      'saveMemberships',
      'MembershipInput',
      () => ({ person: nobody, team: own('team') }),
      'NOT_FOUND',
      ['person'],
    ],
    [
      'saveMemberships',
      'MembershipInput',
      () => ({ person: person(), team: own('team'), from: day(2), to: day(1) }),
      'INVALID',
      ['to'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ skill: skill(), level: 0.5 }),
      'INVALID',
      ['project', 'task', 'roleTemplate'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ project: own('project'), skill: skill(), level: 0.5, band: 'expert' }),
      'INVALID',
      ['level', 'band'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ project: own('project'), skill: skill(), band: 'no such' }),
      'INVALID',
      ['band'],
    ],
    [
      'saveBroaderSkills',
      'BroaderSkillInput',
      () => ({ skill: skill(), broader: skill() }),
      'INVALID',
      ['broader'],
    ],
    [
      'recordAnswers',
      'AnswerInput',
      () => ({
        ...own('answer'),
        person: person(),
        question: graph.questions[0]!.reference,
        score: 1,
        at: '2190-01-01T00:00:00Z',
      }),
      'TIME_AHEAD',
      ['at'],
    ],
    [
      'recordAnswers',
      'AnswerInput',
      () => ({
        ...own('answer'),
        person: person(),
        question: graph.questions[0]!.reference,
        version: 9,
        score: 1,
        at: day(0),
      }),
      'NOT_FOUND',
      ['version'],
    ],
    ['saveDifficulties', 'DifficultyInput', () => ({ difficulty: 1 }), 'INVALID', ['question', 'skill']],
    ['deleteTeams', 'ReferenceInput', () => nobody, 'NOT_FOUND', []],
  ])('%s of %s are named beside the message', async (mutation, input, item, code, fields) => {
    const { errors } = await send(mutation, input, [item()]);
    expect(errors).toMatchObject([{ index: 0, code, current: null }]);
    expect([...errors[0]!.fields].sort()).toEqual([...fields].sort());
  });
});

describe('an item that is STALE', () => {
  it('comes with the noun as it is now, to decide again by', async () => {
    const since = (ifUnchangedSince: string) => ({ ...own('moved'), name: 'Theirs', ifUnchangedSince });
    const saved = async (item: object) =>
      (await send('saveTeams', 'TeamInput', [item], 'teams { id name updatedAt }')) as unknown as {
        teams: ({ id: string; name: string; updatedAt: string } | null)[];
        errors: Failure[];
      };
    const first = (await saved({ ...own('moved'), name: 'First' })).teams[0]!;
    const second = (await saved({ ...own('moved'), name: 'Second' })).teams[0]!;
    const { teams, errors } = await saved(since(first.updatedAt));
    expect(teams).toEqual([null]);
    expect(errors).toMatchObject([
      { code: 'STALE', fields: ['ifUnchangedSince'], current: { __typename: 'Team', ...second } },
    ]);
    expect((await saved(since((errors[0]!.current as { updatedAt: string }).updatedAt))).errors).toEqual([]);
  });

  it('comes with nothing where the noun is gone', async () => {
    const { errors } = await send('saveTeams', 'TeamInput', [
      { ...own('never'), name: 'Never', ifUnchangedSince: day(0) },
    ]);
    expect(errors).toMatchObject([{ code: 'STALE', current: null }]);
  });
});

describe('what relationships are after a batch, by position', () => {
  const ends = 'person { id } from to';
  const me = () => ({ person: { id: graph.people[0]!.id } });

  it.each<[string, string, string, string, items: () => object[], after: () => unknown[]]>([
    [
      'saveMemberships',
      'MembershipInput',
      'memberships',
      `${ends} team { name }`,
      () => [
        { person: person(), team: own('team'), from: day(0) },
        { person: nobody, team: own('team') },
        { person: person(), team: own('team') },
        { person: person(), team: own('team'), from: day(0), to: day(9) },
        { person: person(), team: own('team'), remove: true },
      ],
      () => {
        const ended = { ...me(), from: day(0), to: day(9), team: { name: 'Team' } };
        return [ended, null, null, ended, null];
      },
    ],
    [
      'saveAssignments',
      'AssignmentInput',
      'assignments',
      `${ends} share project { name }`,
      () => [
        { person: person(), project: own('project'), share: 0.25 },
        { person: person(), project: own('project'), to: day(5) },
      ],
      () => Array(2).fill({ ...me(), from: null, to: day(5), share: 1, project: { name: 'Project' } }),
    ],
    [
      'saveAvailability',
      'AvailabilityInput',
      'availability',
      'share from to',
      () => [
        { person: person(), share: 0.5, from: day(1) },
        { person: person(), share: 2 },
      ],
      () => [{ share: 0.5, from: day(1), to: null }, null],
    ],
    [
      'saveEnrolments',
      'EnrolmentInput',
      'enrolments',
      'person { id } module { name } from due completedAt overdue',
      () => [{ person: person(), module: own('module'), due: day(1) }],
      () => [
        { ...me(), module: { name: 'Module' }, from: null, due: day(1), completedAt: null, overdue: true },
      ],
    ],
    [
      'saveTeachings',
      'TeachingInput',
      'teachings',
      'module { name } skill { id } from to',
      () => [
        { module: own('module'), skill: skill(), from: 0.25, to: 0.75 },
        { module: own('module'), skill: skill(1), remove: true },
      ],
      () => [{ module: { name: 'Module' }, skill: { id: graph.skills[0]!.id }, from: 0.25, to: 0.75 }, null],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      'requirements',
      'skill { id } task { name } level importance headcount',
      () => [
        { project: own('project'), skill: skill(), level: 0.5, headcount: 2 },
        { task: own('task'), skill: skill(), level: 0.5, importance: 3 },
        { project: own('project'), skill: skill(1), level: 0.5, headcount: 0 },
      ],
      () => {
        const skilled = { skill: { id: graph.skills[0]!.id }, level: 0.5 };
        return [
          { ...skilled, task: null, importance: 1, headcount: 2 },
          { ...skilled, task: { name: 'Task' }, importance: 3, headcount: 1 },
          null,
        ];
      },
    ],
  ])('%s', async (mutation, input, many, selection, items, after) => {
    app.forget();
    const payload = await send(mutation, input, items(), `${many} { ${selection} }`);
    expect((payload as unknown as Record<string, unknown>)[many]).toEqual(after());
  });

  it.each([
    ['saveMemberships', 'MembershipInput', 'memberships', () => ({ person: person(), team: own('team') })],
    [
      'saveAssignments',
      'AssignmentInput',
      'assignments',
      () => ({ person: person(), project: own('project') }),
    ],
  ])('%s shows the stretch that an end alone ends', async (mutation, input, many, between) => {
    const shown = `${many} { from to }`;
    await send(mutation, input, [{ ...between(), from: day(20) }]);
    const items = [
      { ...between(), to: day(29) },
      { ...between(), to: day(28) },
    ];
    const payload = await send(mutation, input, items, shown);
    expect(payload).toMatchObject({ [many]: Array(2).fill({ from: day(20), to: day(28) }), errors: [] });
  });

  it('are not read where nobody asks for them', async () => {
    const items = [{ person: person(), team: own('team') }];
    app.forget();
    await send('saveMemberships', 'MembershipInput', items);
    expect(app.statements).not.toContain('teams.membershipsNow');
    await send('saveMemberships', 'MembershipInput', items, 'memberships { from }');
    expect(app.statements).toContain('teams.membershipsNow');
  });
});
