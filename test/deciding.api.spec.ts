import type { QuestionDecisionInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { decide, DECISIONS, DOUBTED, KEY, SAVE, UPDATED, VERSIONS } from './kit/deciding-operations';
import { doubt } from './kit/doubting';
import {
  answer,
  buildGraph,
  day,
  masteryOf,
  record,
  recordAll,
  uniqueSource,
  type TestGraph,
} from './kit/graph';
import { storedOf } from './kit/stored';

let app: TestApp;
let admin: Client;
let graph: TestGraph;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(async () => {
  graph = await buildGraph(admin, { people: 4, skills: 1, questionsPerSkill: 2 });
  const { source, questions } = graph;
  const items = questions.map(({ reference }) => ({
    ...reference,
    ...{ prompt: `Which is right in ${source}?`, options: ['a', 'b', 'c'], answerKey: 'a' },
  }));
  expect((await admin.get(SAVE, { items })).saveQuestions.errors).toEqual([]);
});
afterAll(() => app.close());

const version = 2;

/** A decision about the first question, as it stands since its options were saved. */
function deciding(decision: string, given: Partial<QuestionDecisionInput> = {}): QuestionDecisionInput {
  return {
    ...{
      source: graph.source,
      id: uniqueSource(),
      question: graph.questions[0]!.reference,
      version,
      decision,
    },
    ...{ reason: 'The key was wrong.', at: day(10), ...(decision === 'REKEY' && { key: 'b' }) },
    ...given,
  };
}

async function decided(...items: QuestionDecisionInput[]): Promise<void> {
  expect(await decide(admin, items)).toMatchObject({ recorded: items.length, errors: [] });
}

async function stored(person: number) {
  const [row] = await storedOf(app.database, [graph.people[person]!]);
  return { general: row!.general, skills: row!.skills };
}

const answers = (person: number, response: string | null, score: number, id = 'one') =>
  answer(graph, person, 0, { version, response, score, id: `${id} of ${person} in ${graph.source}` });

const decisionsOf = async (person: number, filter = {}) =>
  (await admin.get(DECISIONS, { person: graph.people[person]!.id, filter })).person!.decisions!;

it('another key reads every response anew, late ones too, and the question goes on with it', async () => {
  await recordAll(admin, [answers(0, 'b', 0), answers(1, 'a', 1), answers(2, null, 0.5)]);
  await decided(deciding('REKEY'));
  // Whoever was scored so from the start, on the other question.
  const other = (score: number) => [answer(graph, 3, 1, { version, score })];
  for (const [person, score] of [
    [0, 1],
    [1, 0],
    [2, 0.5],
  ] as const) {
    const built = await buildGraph(admin, { people: 1 });
    await recordAll(admin, [{ ...other(score)[0]!, id: uniqueSource(), person: built.people[0]!.reference }]);
    const [row] = await storedOf(app.database, built.people);
    expect(await stored(person)).toEqual({ general: row!.general, skills: row!.skills });
  }
  await recordAll(admin, [answers(3, 'b', 0)]);
  expect(await stored(3)).toEqual(await stored(0));

  const { question } = await admin.get(VERSIONS, { question: graph.questions[0]!.id });
  expect(question!.current.number).toBe(3);
  expect(question!.versions.nodes.map(({ number, answerKey }) => [number, answerKey])).toEqual([
    [1, null],
    [2, 'a'],
    [3, 'b'],
  ]);
  expect(question!.versions.nodes[1]!.decisions.nodes).toEqual([
    {
      ...{ kind: 'REKEY', key: 'b', holds: true },
      summary:
        'Decided about the question on 2026-01-11: another answer is right, and responses are read by that. Reason: The key was wrong.',
    },
  ]);
});

it('a withdrawn version counts no more, and again once it is kept; the latest decision holds, whichever comes first', async () => {
  await recordAll(admin, [answers(0, 'a', 1), answer(graph, 1, 1)]);
  const before = await stored(0);
  await decided(deciding('WITHDRAW', { at: day(11) }));
  expect(await masteryOf(admin, graph, 0)).toEqual(new Map());
  await recordAll(admin, [answers(0, 'b', 0, 'late')]);
  expect(await masteryOf(admin, graph, 0)).toEqual(new Map());
  await decided(deciding('REKEY', { at: day(9) }));
  expect(await masteryOf(admin, graph, 0)).toEqual(new Map());
  await decided(deciding('KEEP', { at: day(12) }));
  expect((await masteryOf(admin, graph, 0)).get(0)!.answerCount).toBe(2);
  expect((await admin.get(VERSIONS, { question: graph.questions[0]!.id })).question!.current.number).toBe(2);
  expect(before.skills).toHaveLength(1);
  const { nodes, totalCount } = await decisionsOf(0);
  expect(totalCount).toBe(6);
  expect(
    nodes.map(({ decision, externalId, scoreBefore, scoreAfter }) => [
      ...[decision.kind, decision.holds, externalId.value.slice(0, 4), scoreBefore, scoreAfter],
    ]),
  ).toEqual([
    ['REKEY', false, 'late', 0, 1],
    ['REKEY', false, 'one ', 1, 0],
    ['WITHDRAW', false, 'late', 1, null],
    ['WITHDRAW', false, 'one ', 0, null],
    ['KEEP', true, 'late', null, 0],
    ['KEEP', true, 'one ', null, 1],
  ]);
  expect((await decisionsOf(0, { kinds: ['KEEP'] })).nodes[1]!.summary).toBe(
    'The answer of 2026-01-01 counts as right again, by a decision about the question on 2026-01-13. Reason: The key was wrong.',
  );
  expect((await decisionsOf(1)).nodes).toEqual([]);
});

it('those affected read what was decided and by whom, but not the key; others read nothing', async () => {
  await recordAll(admin, [answers(0, 'b', 0)]);
  const author = await app.as('author', graph.people[3]!.id);
  expect(await decide(author, [deciding('REKEY')])).toMatchObject({ recorded: 1, errors: [] });
  const self = await app.as('person', graph.people[0]!.id);
  const { person } = await self.get(DECISIONS, { person: graph.people[0]!.id, filter: {} });
  expect(person!.decisions!.nodes).toMatchObject([
    {
      decision: {
        ...{ kind: 'REKEY', reason: 'The key was wrong.', holds: true },
        ...{ by: { id: graph.people[3]!.id }, version: { number: version } },
      },
      ...{ scoreBefore: 0, scoreAfter: 1 },
      summary:
        'The answer of 2026-01-01 counts as right, and no longer as wrong, by a decision about the question on 2026-01-11. Reason: The key was wrong.',
    },
  ]);
  const keyAsked = await self.ask(KEY, { person: graph.people[0]!.id });
  expect(keyAsked.errors![0]!.extensions.code).toBe('FORBIDDEN');
  const other = await app.as('person', graph.people[1]!.id);
  const refused = await other.ask(DECISIONS, { person: graph.people[0]!.id, filter: {} });
  expect(refused.data!.person?.decisions ?? null).toBeNull();
  await expect(decide(self, [deciding('KEEP')])).rejects.toThrow();
});

it('a decision that cannot be says what to do, and one that is sent again changes nothing', async () => {
  const { key, ...without } = deciding('REKEY');
  const good = deciding('KEEP');
  const { errors, recorded } = await decide(admin, [
    without,
    deciding('KEEP', { key }),
    deciding('REKEY', { key: 'B' }),
    deciding('KEEP', { version: 7 }),
    deciding('FORGET'),
    good,
  ]);
  expect(recorded).toBe(1);
  const inOrder = [...errors].sort((one, other) => one.index - other.index);
  expect(inOrder.map(({ code, fields, message }) => [code, fields, message])).toEqual([
    ['INVALID', ['key'], 'key: is required for REKEY: name the right answer'],
    ['INVALID', ['key'], 'key: does not belong to KEEP: leave it out'],
    ['INVALID', ['key'], 'key: is none of the options of the version: give one of them, letter for letter.'],
    ['NOT_FOUND', ['version'], expect.stringContaining('version 7 of the question')],
    ['INVALID', ['decision'], 'decision: must be one of REKEY, WITHDRAW, KEEP'],
  ]);
  expect(await decide(admin, [good])).toMatchObject({ recorded: 0, duplicates: 1, errors: [] });
  expect((await decide(admin, [{ ...good, reason: 'another' }])).errors).toMatchObject([
    { code: 'CONFLICT' },
  ]);
});

it('a mastery says which share of its answers is doubted, and why; a decision lifts the doubt', async () => {
  const shareOf = async () =>
    (await admin.get(DOUBTED, { person: graph.people[0]!.id })).person!.mastery!.nodes[0]!;
  await recordAll(admin, [answers(0, 'a', 1), answer(graph, 0, 1, { at: day(1) })]);
  const sure = await stored(0);
  expect(await shareOf()).toMatchObject({ answerCount: 2, doubtedShare: 0 });
  await doubt(app.database, [graph.questions[0]!]);
  const { doubtedShare, explanation } = await shareOf();
  expect(doubtedShare).toBe(0.5);
  expect(explanation.summary).toMatch(
    /But 1 of 2 answers counts less, since the question is likely at fault/,
  );
  const doubtful = explanation.changes.filter((change) => change.doubted);
  expect(doubtful.map(({ summary }) => summary)).toEqual([
    expect.stringMatching(/, counting less since a problem of its question is open\.$/),
  ]);
  await decided(deciding('KEEP'));
  expect(await shareOf()).toMatchObject({ doubtedShare: 0 });
  expect(await stored(0)).toEqual(sure);
  await decided(deciding('REKEY', { at: day(11) }));
  expect((await shareOf()).explanation.changes.filter(({ rescored }) => rescored)).toMatchObject([
    {
      score: 0,
      summary: expect.stringMatching(/^An answer scored 0 %, by the key that was decided on since, /),
    },
  ]);
});

it('whoever asks for mastery that changed since finds that of people whose answers are read otherwise', async () => {
  await recordAll(admin, [answers(0, 'a', 1)]);
  const since = new Date(Date.now() + 1).toISOString();
  const changedSince = async () =>
    (await admin.get(UPDATED, { person: graph.people[0]!.id, since })).person!.mastery!.totalCount;
  expect(await changedSince()).toBe(0);
  while (Date.now() <= Date.parse(since)) await Promise.resolve();
  await decided(deciding('REKEY'));
  expect(await changedSince()).toBe(1);
  expect((await record(admin, [answers(0, 'a', 1)])).duplicates).toBe(1);
});
