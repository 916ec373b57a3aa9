import { setTimeout } from 'node:timers/promises';
import { isInputObjectType } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { manual } from './kit/from-schema';
import { day, uniqueSource } from './kit/graph';
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

describe('updatedSince', () => {
  /** A moment after everything so far. */
  const moment = async () => {
    await setTimeout(5);
    return new Date().toISOString();
  };
  /** Claims on p and what m teaches, changed since: ids and levels. */
  const since = async (updatedSince: string): Promise<{ claims: string[]; taught: number[] }> => {
    const { people, modules } = await askFor<{
      people: { nodes: { claims: { nodes: { externalId: { value: string } }[] } }[] };
      modules: { nodes: { teaches: { nodes: { to: number }[] } }[] };
    }>(
      admin,
      `query ($person: [ExternalIdInput!]!, $module: [ExternalIdInput!]!, $updatedSince: DateTimeISO) {
        people(filterBy: { externalIds: $person }) { nodes {
          claims(filterBy: { updatedSince: $updatedSince }) { nodes { externalId { value } } } } }
        modules(filterBy: { externalIds: $module }) { nodes {
          teaches(filterBy: { updatedSince: $updatedSince }) { nodes { to } } } }
      }`,
      { person: [{ source, value: 'p' }], module: [{ source, value: 'm' }], updatedSince },
    );
    return {
      claims: people.nodes[0]!.claims.nodes.map(({ externalId }) => externalId.value),
      taught: modules.nodes[0]!.teaches.nodes.map(({ to }) => to),
    };
  };
  const claim = (id: string, by: string) => ({
    ...{ ...ref(id), person: ref('p'), skill: ref('s'), kind: 'CREDENTIAL', issuer: by, level: 0.5 },
    at: '2020-01-01T00:00:00Z',
  });
  const recorded = (mutation: string, input: string, ...items: object[]) =>
    askFor(admin, `mutation ($items: [${input}!]!) { ${mutation}(items: $items) { errors { message } } }`, {
      items,
    });

  it('finds claims recorded or withdrawn since, whenever they were stated', async () => {
    await recorded('recordClaims', 'ClaimInput', claim('early', 'A'), claim('taken back', 'B'));
    const first = await moment();
    expect((await since(first)).claims).toEqual([]);
    await recorded('recordClaims', 'ClaimInput', claim('late', 'C'));
    expect((await since(first)).claims).toEqual(['late']);
    await recorded('withdrawClaims', 'WithdrawalInput', { ...ref('taken back'), at: day(0) });
    expect((await since(first)).claims.sort()).toEqual(['late', 'taken back']);
  });

  it('finds what modules teach, stated otherwise since and not only said again', async () => {
    const taught = (skill: string, to: number) => ({ module: ref('m'), skill: ref(skill), to });
    await send('saveTeachings', 'TeachingInput', taught('s', 0.4), taught('broad', 0.5));
    const first = await moment();
    expect((await since(first)).taught).toEqual([]);
    await send('saveTeachings', 'TeachingInput', taught('s', 0.6), taught('broad', 0.5));
    expect((await since(first)).taught).toEqual([0.6]);
  });

  it('finds role templates that require something else or less since', async () => {
    const template =
      'mutation ($items: [RoleTemplateInput!]!) { saveRoleTemplates(items: $items) { errors { message } } }';
    await askFor(admin, template, { items: [{ ...ref('template'), name: 'template' }] });
    const requirement = { roleTemplate: ref('template'), skill: ref('s'), level: 0.5 };
    const changedBy = async (more: object): Promise<number> => {
      const updatedSince = await moment();
      await send('saveRequirements', 'RequirementInput', { ...requirement, ...more });
      const { roleTemplates } = await askFor<{ roleTemplates: { totalCount: number } }>(
        admin,
        'query ($filterBy: RoleTemplateFilter) { roleTemplates(filterBy: $filterBy) { totalCount } }',
        { filterBy: { updatedSince, externalIds: [{ source, value: 'template' }] } },
      );
      return roleTemplates.totalCount;
    };
    expect(await changedBy({})).toBe(1);
    expect(await changedBy({})).toBe(0);
    expect(await changedBy({ headcount: 0 })).toBe(1);
  });

  /** Lists of what never changes, with what says that there is more of it; and what says by other conditions when it came. */
  const others: Readonly<Record<string, string>> = {
    AccessLogFilter: 'An entry never changes: `since` is when it came.',
    ActivityMappingFilter: 'Whoever saves what activities mean reads all of it: there is little.',
    AskedQuestionFilter: 'The pages of a revision never change.',
    AskingPageFilter:
      'The pages of a revision never change: what asks a question are those of new revisions.',
    LearningFilter:
      'Whoever visits a module or completes it changes it: it is read by its person, page by page.',
    PageFilter: 'The pages of a revision never change.',
    QuestionDecisionFilter: 'A decision never changes: `recordedSince` is when it came.',
    QuestionVersionFilter: 'A version never changes: one more changes the question.',
    RequirementChangeFilter: 'A change never changes, and comes in the order in which it was made.',
    RevisionFilter: 'A revision never changes: one more changes the module.',
    SaidFilter: 'What one person has said of content and attested, for them alone to read.',
    TokenFilter: 'A viewer holds few tokens, and sees of each when it was made, ends and was revoked.',
    TombstoneFilter: 'A tombstone never changes: `since` is when it came.',
    ViewFilter: 'The views of one visit, for their person alone to read.',
    WebhookDeliveryFilter: 'The log of one webhook, the latest first, for whoever looks after it.',
    VisitFilter: 'The visits of one person, for them alone to read.',
  };

  it('is a condition of every list of something that changes', () => {
    const filters = Object.values(manual.getTypeMap())
      .filter(isInputObjectType)
      .filter(({ name }) => name.endsWith('Filter'));
    const lacking = filters.filter((type) => !('updatedSince' in type.getFields())).map(({ name }) => name);
    expect(lacking.sort()).toEqual(Object.keys(others).sort());
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
