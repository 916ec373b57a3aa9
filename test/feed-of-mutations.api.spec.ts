import { getNamedType, isObjectType } from 'graphql';
import { changesAfter } from '../src/graph/feed/changes-after';
import type { ChangeKind } from '../src/graph/feed/change';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { doubt } from './kit/doubting';
import { factsOf, unsaid } from './kit/feed-facts';
import { manual } from './kit/from-schema';
import { day } from './kit/graph';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

const source = 'feed';
const ref = (id: string) => ({ source, id });
const named = (id: string) => ({ ...ref(id), name: id });
const at = day(0);

/** What a mutation is asked, in the order of the story, and of what kinds the changes are that it says. */
type Story = readonly (readonly [mutation: string, items: readonly object[], ...kinds: ChangeKind[]])[];

const answers = ['p0', 'p1', 'p2'].map((person) => ({
  ...ref(`answer of ${person}`),
  ...{ person: ref(person), question: ref('q0'), score: 1, at, response: 'a' },
}));
const story: Story = [
  ['savePeople', ['p0', 'p1', 'p2', 'p3'].map(named), 'people'],
  ['savePeople', [{ ...ref('p3'), activeUntil: day(300) }], 'people'],
  ['saveSkills', ['s0', 's1', 's2', 's3', 's4', 's5'].map(named), 'catalogue'],
  ['saveSkills', [{ ...ref('s1'), broader: [ref('s0')], prerequisites: [ref('s2')] }], 'catalogue'],
  ['saveBroaderSkills', [{ skill: ref('s3'), broader: ref('s0') }], 'catalogue'],
  [
    'saveQuestions',
    ['q0', 'q1', 'q2'].map((id) => ({
      ...ref(id),
      ...{ prompt: id, skills: [ref('s1')], options: ['a', 'b'], answerKey: 'a' },
    })),
    'catalogue',
  ],
  ['saveQuestions', [{ ...ref('q1'), prompt: 'another' }], 'catalogue'],
  ['saveAssessedSkills', [{ question: ref('q1'), skill: ref('s3') }], 'catalogue'],
  ['saveDifficulties', [{ question: ref('q0'), difficulty: 0.5 }], 'catalogue'],
  ['saveDifficulties', [{ skill: ref('s2'), difficulty: 0.5 }], 'catalogue'],
  ['saveModules', ['m0', 'm1'].map(named), 'catalogue'],
  ['saveModules', [{ ...ref('m1'), prerequisites: [ref('m0')], pages: [{ title: 'One' }] }], 'catalogue'],
  ['saveTeachings', [{ module: ref('m0'), skill: ref('s1'), to: 0.8 }], 'catalogue'],
  ['saveTeams', ['t0', 't1', 't2'].map(named), 'teams'],
  ['saveTeams', [{ ...ref('t2'), broader: ref('t0') }], 'teams'],
  [
    'saveMemberships',
    ['p0', 'p1'].map((person) => ({ person: ref(person), team: ref('t0'), from: at })),
    'memberships',
  ],
  ['saveAvailability', [{ person: ref('p0'), from: at, share: 0.5 }], 'availability'],
  ['saveProjects', ['j0', 'j1'].map((id) => ({ ...named(id), responsibleTeam: ref('t0') })), 'requirements'],
  ['saveTasks', ['k0', 'k1'].map((id) => ({ ...named(id), project: ref('j0') })), 'requirements'],
  ['saveTasks', [{ ...ref('k1'), project: ref('j1') }], 'requirements'],
  ['saveRoleTemplates', [named('r0')], 'requirements'],
  [
    'saveRequirements',
    [{ roleTemplate: ref('r0') }, { project: ref('j0') }, { task: ref('k0') }].map((owner) => ({
      ...owner,
      ...{ skill: ref('s1'), level: 0.6 },
    })),
    'requirements',
  ],
  ['applyRoleTemplates', [{ roleTemplate: ref('r0'), project: ref('j1') }], 'requirements'],
  ['saveAssignments', [{ person: ref('p0'), project: ref('j0'), from: at }], 'assignments'],
  ['saveEnrolments', [{ person: ref('p0'), module: ref('m0') }]],
  [
    'saveOpenings',
    [{ ...ref('opening'), project: ref('j1'), filledAt: at, openedAt: at, filledBy: ref('p0') }],
  ],
  ['recordAnswers', answers, 'states'],
  ['recordAnswers', [{ ...answers[0], id: 'late', at: day(-1), score: 0 }], 'states'],
  ['withdrawAnswers', [{ ...ref('answer of p2'), at }], 'states'],
  [
    'recordClaims',
    [{ ...ref('claim'), person: ref('p2'), skill: ref('s4'), kind: 'SELF', level: 0.5, at }],
    'states',
  ],
  ['withdrawClaims', [{ ...ref('claim'), at }], 'states'],
  ['recordVisits', [{ ...ref('visit'), person: ref('p0'), module: ref('m1'), at }]],
  ['recordFeedback', [{ ...ref('feedback'), person: ref('p0'), module: ref('m1'), rating: 3, at }]],
  ['recordHelp', [{ ...ref('help'), person: ref('p0'), helper: ref('p1'), skill: ref('s1'), at }]],
  ['withdrawFeedback', [{ ...ref('feedback'), at }]],
  ['withdrawHelp', [{ ...ref('help'), at }]],
  ['withdrawVisits', [{ ...ref('visit'), at }]],
  ['mergePeople', [{ keep: ref('p1'), merge: ref('p0') }], 'merges', 'people', 'memberships', 'states'],
  [
    'mergeSkills',
    [{ keep: ref('s3'), merge: ref('s1') }],
    'merges',
    'catalogue',
    'requirements',
    'calibrations',
  ],
  ['splitSkills', [{ skill: ref('s3'), part: ref('s5'), question: ref('q0') }], 'catalogue', 'calibrations'],
  [
    'decideQuestions',
    [{ ...ref('decision'), question: ref('q0'), decision: 'WITHDRAW', reason: 'unfair', at }],
    'catalogue',
    'states',
  ],
  ['deleteTasks', [ref('k0')], 'requirements'],
  ['deleteProjects', [ref('j0')], 'requirements', 'assignments'],
  ['deleteRoleTemplates', [ref('r0')], 'requirements'],
  ['deleteTeams', [ref('t0')], 'memberships', 'requirements', 'teams'],
  ['deleteModules', [ref('m0')], 'catalogue'],
  ['deleteQuestions', [ref('q2'), ref('q0')], 'catalogue'],
  ['deleteSkills', [ref('s0'), ref('s2')], 'catalogue'],
  ['deletePeople', [ref('p2'), ref('p3')], 'people'],
];

/** What changes nothing that readers derive from, or changes it by what another mutation of the story runs. */
const others: Readonly<Record<string, string>> = {
  calibrate: 'switches as mergeSkills does',
  dismissProblem: 'lifts a doubt, of which a spec follows',
  publishRevision: 'saves a module as saveModules does',
  recordStatements: 'records answers as recordAnswers does',
  readStatementsAgain: 'records answers as recordAnswers does',
  confirmProposal: 'saves assignments as saveAssignments does',
  proposeTeam: 'is about proposals',
  acceptProposal: 'is about proposals',
  declineProposal: 'is about proposals',
  withdrawProposal: 'is about proposals',
  saveActivityMappings: 'says what statements are about',
  recordPageViews: 'moves no level',
  withdrawPageViews: 'moves no level',
  recordVideoViews: 'moves no level',
  withdrawVideoViews: 'moves no level',
  issueCaptureToken: 'writes nothing',
  revokeTokens: 'is about tokens',
  saveWebhooks: 'is about webhooks',
  rotateWebhookSecrets: 'is about webhooks',
  sendTestEvents: 'is about webhooks',
  resendDeliveries: 'is about webhooks',
};

interface Payload {
  readonly errors: readonly object[];
  readonly run?: { readonly state: string };
}

function documentOf(name: string): string {
  const field = manual.getMutationType()!.getFields()[name]!;
  const payload = getNamedType(field.type);
  const items = field.args.find((argument) => argument.name === 'items')!;
  const waiting = field.args.some((argument) => argument.name === 'waitSeconds');
  const run = isObjectType(payload) && 'run' in payload.getFields() ? 'run { state }' : '';
  return `mutation($items: ${String(items.type)}) { ${name}(items: $items${waiting ? ', waitSeconds: 30' : ''}) { errors { message } ${run} } }`;
}

it('knows what every mutation does', () => {
  const known = [...story.map(([mutation]) => mutation), ...Object.keys(others)];
  expect([...new Set(known)].sort()).toEqual(Object.keys(manual.getMutationType()!.getFields()).sort());
});

/** Does something and gives what it changed without saying so, and the kinds of what it said. */
async function heardOf(work: () => Promise<unknown>): Promise<{ unsaid: string[]; kinds: string[] }> {
  const before = await factsOf(own.database);
  const { position } = (await changesAfter(own.database, undefined))!;
  await work();
  const { changes } = (await changesAfter(own.database, position))!;
  const after = await factsOf(own.database);
  const changed = changes.map((change) => change.changed);
  return {
    unsaid: unsaid(before, after, changed),
    kinds: [...new Set(changed.flatMap((one) => Object.keys(one)))],
  };
}

it.each(story.map(([mutation, items, ...kinds]) => ({ mutation, items, kinds })))(
  '$mutation',
  async ({ mutation, items, kinds }) => {
    const heard = await heardOf(async () => {
      const { data, errors } = await admin.ask<Record<string, Payload>, unknown>(documentOf(mutation), {
        items,
      });
      expect(errors ?? data![mutation]!.errors).toEqual([]);
      expect(data![mutation]!.run?.state ?? 'DONE').toBe('DONE');
    });
    expect(heard.unsaid).toEqual([]);
    expect(heard.kinds).toEqual(expect.arrayContaining(kinds));
    if (kinds.length === 0) expect(heard.kinds).toEqual([]);
  },
);

it('a doubt in a question that is opened', async () => {
  const question = { reference: ref('q1'), id: '' };
  const { data } = await admin.ask<{ questions: { nodes: { id: string }[] } }, unknown>(
    '{ questions(first: 1) { nodes { id } } }',
  );
  const heard = await heardOf(() => doubt(own.database, [{ ...question, id: data!.questions.nodes[0]!.id }]));
  expect(heard).toEqual({ unsaid: [], kinds: ['catalogue'] });
});

it('what is saved as it is changes nothing, and so says nothing', async () => {
  const heard = await heardOf(() => admin.ask(documentOf('savePeople'), { items: [named('p1')] }));
  expect(heard).toEqual({ unsaid: [], kinds: [] });
});
