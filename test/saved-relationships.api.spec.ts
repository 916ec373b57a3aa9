import { startApp, type TestApp } from './kit/app';
import { Forms } from './kit/forms';
import { day } from './kit/graph';

let app: TestApp;
let forms: Forms;
beforeAll(async () => {
  app = await startApp();
  forms = await Forms.build(await app.as('admin'));
});
afterAll(() => app.close());

const nobody = () => forms.own('nobody');

describe('what relationships are after a batch, by position', () => {
  const ends = 'person { id } from to';
  const me = () => ({ person: { id: forms.graph.people[0]!.id } });

  it.each<
    [
      mutation: string,
      input: string,
      many: string,
      selection: string,
      items: () => object[],
      after: () => unknown[],
      fates: (string | null)[],
    ]
  >([
    [
      'saveMemberships',
      'MembershipInput',
      'memberships',
      `${ends} team { name }`,
      () => [
        { person: forms.person, team: forms.own('team'), from: day(0) },
        { person: nobody(), team: forms.own('team') },
        { person: forms.person, team: forms.own('team') },
        { person: forms.person, team: forms.own('team'), from: day(0), to: day(9) },
        { person: forms.person, team: forms.own('team'), remove: true },
      ],
      () => {
        const ended = { ...me(), from: day(0), to: day(9), team: { name: 'team' } };
        return [ended, null, null, ended, null];
      },
      ['CREATED', null, 'UNCHANGED', 'CREATED', 'UNCHANGED'],
    ],
    [
      'saveAssignments',
      'AssignmentInput',
      'assignments',
      `${ends} share project { name }`,
      () => [
        { person: forms.person, project: forms.own('project'), share: 0.25 },
        { person: forms.person, project: forms.own('project'), to: day(5) },
      ],
      () => Array(2).fill({ ...me(), from: null, to: day(5), share: 1, project: { name: 'project' } }),
      ['CREATED', 'CREATED'],
    ],
    [
      'saveAvailability',
      'AvailabilityInput',
      'availability',
      'share from to',
      () => [
        { person: forms.person, share: 0.5, from: day(1) },
        { person: forms.person, share: 2 },
      ],
      () => [{ share: 0.5, from: day(1), to: null }, null],
      ['CREATED', null],
    ],
    [
      'saveEnrolments',
      'EnrolmentInput',
      'enrolments',
      'person { id } module { name } from due completedAt overdue',
      () => [{ person: forms.person, module: forms.own('module'), due: day(1) }],
      () => [
        { ...me(), module: { name: 'module' }, from: null, due: day(1), completedAt: null, overdue: true },
      ],
      ['CREATED'],
    ],
    [
      'saveTeachings',
      'TeachingInput',
      'teachings',
      'module { name } skill { id } from to',
      () => [
        { module: forms.own('module'), skill: forms.skill(), from: 0.25, to: 0.75 },
        { module: forms.own('module'), skill: forms.skill(1), remove: true },
      ],
      () => [
        { module: { name: 'module' }, skill: { id: forms.graph.skills[0]!.id }, from: 0.25, to: 0.75 },
        null,
      ],
      ['CREATED', 'UNCHANGED'],
    ],
    [
      'saveRequirements',
      'RequirementInput',
      'requirements',
      'skill { id } task { name } level importance headcount',
      () => [
        { project: forms.own('project'), skill: forms.skill(), level: 0.5, headcount: 2 },
        { task: forms.own('task'), skill: forms.skill(), level: 0.5, importance: 3 },
        { project: forms.own('project'), skill: forms.skill(1), level: 0.5, headcount: 0 },
      ],
      () => {
        const skilled = { skill: { id: forms.graph.skills[0]!.id }, level: 0.5 };
        return [
          { ...skilled, task: null, importance: 1, headcount: 2 },
          { ...skilled, task: { name: 'task' }, importance: 3, headcount: 1 },
          null,
        ];
      },
      ['CREATED', 'CREATED', 'UNCHANGED'],
    ],
    [
      'saveBroaderSkills',
      'BroaderSkillInput',
      'broaderSkills',
      'skill { id } broader { name }',
      () => [
        { skill: forms.skill(), broader: forms.skill(1) },
        { skill: forms.skill(1), broader: forms.skill() },
        { skill: forms.skill(1), broader: forms.skill(), remove: true },
      ],
      () => [{ skill: { id: forms.graph.skills[0]!.id }, broader: { name: forms.skillName(1) } }, null, null],
      ['CREATED', null, 'UNCHANGED'],
    ],
    [
      'saveAssessedSkills',
      'AssessedSkillInput',
      'assessedSkills',
      'question { id current { number } } skill { name }',
      () => [
        { question: forms.question, skill: forms.skill(1) },
        { question: forms.question, skill: forms.skill(), remove: true },
        { question: nobody(), skill: forms.skill() },
      ],
      () => {
        const assessing = { id: forms.graph.questions[0]!.id, current: { number: 2 } };
        return [{ question: assessing, skill: { name: forms.skillName(1) } }, null, null];
      },
      ['CREATED', 'REMOVED', null],
    ],
    [
      'saveDifficulties',
      'DifficultyInput',
      'difficulties',
      'version { question { id } number } skill { id } difficulty',
      () => [
        { skill: forms.skill(), difficulty: 0.25 },
        { question: forms.question, version: 1, difficulty: 0.5 },
        { question: forms.question, version: 9, difficulty: 0.5 },
        { skill: forms.skill(), difficulty: 0.75 },
      ],
      () => {
        const ofSkill = { version: null, skill: { id: forms.graph.skills[0]!.id }, difficulty: 0.75 };
        const version = { question: { id: forms.graph.questions[0]!.id }, number: 1 };
        return [ofSkill, { version, skill: null, difficulty: 0.5 }, null, ofSkill];
      },
      ['CREATED', 'CREATED', null, 'CREATED'],
    ],
  ])('%s, and what became of each', async (mutation, input, many, selection, items, after, fates) => {
    const shown = `${many} { ${selection} } fates changed`;
    const payload = await forms.send(mutation, input, items(), shown);
    expect(payload).toMatchObject({ [many]: after(), fates });
    const again = await forms.send(mutation, input, items(), shown);
    expect(again).toMatchObject({
      ...{ [many]: after(), changed: 0 },
      fates: fates.map((fate) => fate && 'UNCHANGED'),
    });
  });

  it('applyRoleTemplates, as many as the template requires', async () => {
    const required = [0, 1].map((one) => ({
      roleTemplate: forms.own('role'),
      skill: forms.skill(one),
      level: 0.4 + one / 10,
    }));
    await forms.send('saveRequirements', 'RequirementInput', required);
    const applied = { roleTemplate: forms.own('role'), task: forms.own('task') };
    const payload = await forms.send(
      'applyRoleTemplates',
      'RoleTemplateApplicationInput',
      [{ ...applied, roleTemplate: nobody() }, { ...applied, headcount: 2 }, applied],
      'applications { roleTemplate { name } requirements { skill { name } level headcount task { name } } } fates changed',
    );
    const requirements = required.map(({ level }, one) => ({
      ...{ skill: { name: forms.skillName(one) }, level, headcount: 1, task: { name: 'task' } },
    }));
    const application = { roleTemplate: { name: 'role' }, requirements };
    expect(payload).toMatchObject({
      ...{ applications: [null, application, application], errors: [{ index: 0 }] },
      ...{ fates: [null, 'CREATED', 'CREATED'], changed: 2 },
    });
    const more = await forms.send(
      'applyRoleTemplates',
      'RoleTemplateApplicationInput',
      [{ ...applied, headcount: 2 }],
      'fates changed',
    );
    expect(more).toMatchObject({ fates: ['CHANGED'], changed: 2 });
  });

  it.each([
    [
      'saveMemberships',
      'MembershipInput',
      'memberships',
      () => ({ person: forms.person, team: forms.own('team') }),
    ],
    [
      'saveAssignments',
      'AssignmentInput',
      'assignments',
      () => ({ person: forms.person, project: forms.own('project') }),
    ],
  ])('%s shows the stretch that an end alone ends', async (mutation, input, many, between) => {
    const shown = `${many} { from to } fates`;
    await forms.send(mutation, input, [{ ...between(), from: day(20) }]);
    const items = [
      { ...between(), to: day(29) },
      { ...between(), to: day(28) },
    ];
    const payload = await forms.send(mutation, input, items, shown);
    expect(payload).toMatchObject({
      ...{ [many]: Array(2).fill({ from: day(20), to: day(28) }), errors: [] },
      fates: ['CHANGED', 'CHANGED'],
    });
  });

  it('are not read where nobody() asks for them', async () => {
    const items = [{ person: forms.person, team: forms.own('team') }];
    app.forget();
    await forms.send('saveMemberships', 'MembershipInput', items);
    expect(app.statements).not.toContain('teams.membershipsNow');
    await forms.send('saveMemberships', 'MembershipInput', items, 'memberships { from }');
    expect(app.statements).toContain('teams.membershipsNow');
  });
});
