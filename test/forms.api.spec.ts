import { startApp, type TestApp } from './kit/app';
import { Forms, type Failure } from './kit/forms';
import { day } from './kit/graph';

let app: TestApp;
let forms: Forms;
beforeAll(async () => {
  app = await startApp();
  forms = await Forms.build(await app.as('admin'));
});
afterAll(() => app.close());

const nobody = () => forms.own('nobody');

describe('the fields at fault', () => {
  it.each<[mutation: string, input: string, item: () => object, code: string, fields: string[]]>([
    [
      'savePeople',
      'PersonInput',
      () => ({ ...forms.own('new'), timeZone: 'Mars', email: 4 }),
      'INVALID',
      ['email', 'timeZone'],
    ],
    ['savePeople', 'PersonInput', () => ({ source: forms.graph.source, name: 'Without' }), 'INVALID', ['id']],
    ['savePeople', 'PersonInput', () => forms.own('new'), 'INVALID', ['name']],
    [
      'saveTeams',
      'TeamInput',
      () => ({ ...forms.own('team'), leads: [forms.person, { source: forms.graph.source }] }),
      'INVALID',
      ['leads.1'],
    ],
    ['saveTeams', 'TeamInput', () => ({ ...forms.own('team'), leads: [nobody()] }), 'NOT_FOUND', ['leads']],
    [
      'saveTeams',
      'TeamInput',
      () => ({ ...forms.own('team'), broader: forms.own('team') }),
      'INVALID',
      ['broader.0'],
    ],
    [
      'saveMemberships',
      'MembershipInput',
      () => ({ person: nobody(), team: forms.own('team') }),
      'NOT_FOUND',
      ['person'],
    ],
    [
      'saveMemberships',
      'MembershipInput',
      () => ({ person: forms.person, team: forms.own('team'), from: day(2), to: day(1) }),
      'INVALID',
      ['to'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ skill: forms.skill(), level: 0.5 }),
      'INVALID',
      ['project', 'task', 'roleTemplate'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ project: forms.own('project'), skill: forms.skill(), level: 0.5, band: 'expert' }),
      'INVALID',
      ['level', 'band'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      () => ({ project: forms.own('project'), skill: forms.skill(), band: 'no such' }),
      'INVALID',
      ['band'],
    ],
    [
      'saveBroaderSkills',
      'BroaderSkillInput',
      () => ({ skill: forms.skill(), broader: forms.skill() }),
      'INVALID',
      ['broader'],
    ],
    [
      'recordAnswers',
      'AnswerInput',
      () => ({
        ...forms.own('answer'),
        person: forms.person,
        question: forms.graph.questions[0]!.reference,
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
        ...forms.own('answer'),
        person: forms.person,
        question: forms.graph.questions[0]!.reference,
        version: 9,
        score: 1,
        at: day(0),
      }),
      'NOT_FOUND',
      ['version'],
    ],
    ['saveDifficulties', 'DifficultyInput', () => ({ difficulty: 1 }), 'INVALID', ['question', 'skill']],
    ['deleteTeams', 'ReferenceInput', () => nobody(), 'NOT_FOUND', []],
  ])('%s of %s are named beside the message', async (mutation, input, item, code, fields) => {
    const { errors } = await forms.send(mutation, input, [item()]);
    expect(errors).toMatchObject([{ index: 0, code, current: null }]);
    expect([...errors[0]!.fields].sort()).toEqual([...fields].sort());
  });
});

describe('an item that is STALE', () => {
  it('comes with the noun as it is now, to decide again by', async () => {
    const since = (ifUnchangedSince: string) => ({ ...forms.own('moved'), name: 'Theirs', ifUnchangedSince });
    const saved = async (item: object) =>
      (await forms.send('saveTeams', 'TeamInput', [item], 'teams { id name updatedAt }')) as unknown as {
        teams: ({ id: string; name: string; updatedAt: string } | null)[];
        errors: Failure[];
      };
    const first = (await saved({ ...forms.own('moved'), name: 'First' })).teams[0]!;
    const second = (await saved({ ...forms.own('moved'), name: 'Second' })).teams[0]!;
    const { teams, errors } = await saved(since(first.updatedAt));
    expect(teams).toEqual([null]);
    expect(errors).toMatchObject([
      { code: 'STALE', fields: ['ifUnchangedSince'], current: { __typename: 'Team', ...second } },
    ]);
    expect((await saved(since((errors[0]!.current as { updatedAt: string }).updatedAt))).errors).toEqual([]);
  });

  it('comes with nothing where the noun is gone', async () => {
    const { errors } = await forms.send('saveTeams', 'TeamInput', [
      { ...forms.own('never'), name: 'Never', ifUnchangedSince: day(0) },
    ]);
    expect(errors).toMatchObject([{ code: 'STALE', current: null }]);
  });
});
