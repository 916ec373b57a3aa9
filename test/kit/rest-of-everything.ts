import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { Course, minute } from './capture';
import type { Client } from './client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  claimAll,
  day,
  recordAll,
  withdraw,
  withdrawal,
  withdrawClaims,
  type TestGraph,
} from './graph';
import { decide } from './deciding-operations';
import { doubt } from './doubting';
import { MERGE_PEOPLE, MERGE_SKILLS } from './merging-operations';
import { SAVE_QUESTIONS } from './operations';
import { SAVE_ACTIVITY_MAPPINGS } from './xapi-operations';
import { otherCalibration, statesIn, switchTo } from './switching';
import { SAVE_WEBHOOKS } from './webhook-operations';

/** What buildEverything leaves out: withdrawals before and after, other claims, merged and archived people, difficulties, a mapped activity. */
export async function addTheRest(admin: Client, database: Database): Promise<void> {
  const graph = await buildGraph(admin, { people: 3, skills: 2, questions: [[0], [0, 1]] });
  const { source, people, skills, questions } = graph;
  await buildOrganisation(admin, {
    difficulties: [
      { question: questions[0]!.reference, difficulty: 0.1 + 0.2 },
      { skill: skills[0]!.reference, difficulty: -1 },
    ],
  });
  const mapping = { activity: 'https://lms.example.org/questions/1', question: questions[0]!.reference };
  await admin.get(SAVE_ACTIVITY_MAPPINGS, { items: [mapping] });
  const answers = [0, 1, 2].flatMap((person) =>
    [0, 1].map((question) => answer(graph, person, question, { at: day(person) })),
  );
  await recordAll(admin, answers);
  await withdraw(admin, [
    withdrawal(answers[0]!, { reason: 'a slip' }),
    withdrawal({ source, id: 'still to come' }),
  ]);
  const stated = { source, person: people[0]!.reference, skill: skills[0]!.reference, at: day(0) };
  await claimAll(admin, [
    { ...stated, id: 'claim self', kind: 'SELF', band: 'expert', statement: 'Ten years of it.' },
    { ...stated, id: 'claim lead', kind: 'LEAD', by: people[1]!.reference, level: 0.1 + 0.2 },
    { ...stated, id: 'claim credential', kind: 'CREDENTIAL', credential: 'SQL I', issuer: 'A', level: 0.6 },
  ]);
  const { errors } = await withdrawClaims(admin, [
    withdrawal({ source, id: 'claim self' }),
    withdrawal({ source, id: 'claim still to come' }),
  ]);
  expect(errors).toEqual([]);
  const decided = await decide(admin, [
    {
      ...{ source, id: 'decision', question: questions[1]!.reference, at: day(9) },
      ...{ decision: 'REKEY', key: 'B', reason: 'B is right.' },
    },
  ]);
  expect(decided.errors).toEqual([]);
  await doubt(database, [questions[0]!]);
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: [{ keep: people[0]!.reference, merge: people[1]!.reference }],
  });
  expect(mergePeople.errors).toEqual([]);
  await admin.get(SAVE_QUESTIONS, {
    items: [{ ...questions[0]!.reference, prompt: 'Another?', skills: [skills[1]!.reference] }],
  });
  const { mergeSkills } = await admin.get(MERGE_SKILLS, {
    items: [{ keep: skills[0]!.reference, merge: skills[1]!.reference }],
  });
  expect(mergeSkills).toMatchObject({ run: { state: 'DONE' }, errors: [] });
  await addExhaust(admin);
  await addWebhook(admin, database);
  await leaveHalfMade(database, graph);
}

const DELIVERED = statement(
  'kit.delivered',
  `MATCH (webhook:Webhook {name: 'switched off'})
   CREATE (delivery:Delivery {id: randomUUID(), webhook: webhook.id, event: 'webhook.test', body: '{}',
     state: 'DELIVERED', attempts: 1, step: 1, createdAt: timestamp(), endedAt: timestamp(), lastStatus: 204})`,
);

/** A webhook that nobody is told by any more, and what it was told. */
async function addWebhook(admin: Client, database: Database): Promise<void> {
  const url = 'https://hr.example.org/skillwake';
  const items = [{ name: 'switched off', url, events: ['people.changed'], active: false }];
  const { saveWebhooks } = await admin.get(SAVE_WEBHOOKS, { items });
  expect(saveWebhooks.errors).toEqual([]);
  await database.transaction((tx) => tx.query(DELIVERED));
}

/** Visits and views: begun, completed and awaited, and withdrawn before and after they came. */
async function addExhaust(admin: Client): Promise<void> {
  const course = await Course.build(admin, 2);
  const [visit, stub] = [course.visit(0, { revision: 1 }), course.visit(1)];
  const views = [course.pageView(visit, 1), course.pageView(stub, 2, { idleSeconds: 0.1 + 0.2 })];
  const videos = [course.videoView(visit, 2), course.videoView(stub, 1)];
  await course.sendAll('pageViewWithdrawals', [withdrawal(views[0]!), withdrawal({ ...visit, id: 'none' })]);
  await course.sendAll('pageViews', views);
  await course.sendAll('videoViews', videos);
  await course.sendAll('visits', [visit, { ...visit, completedAt: minute(5) }]);
  await course.sendAll('videoViewWithdrawals', [withdrawal(videos[1]!, { reason: 'a test' })]);
  await course.sendAll('visitWithdrawals', [withdrawal(stub)]);
  await course.sendAll('help', [course.help(0, 1, { note: 'Bayes' })]);
  await course.sendAll('feedback', [course.feedback(0, { rating: 4, words: 'More examples.' })]);
}

/** A calibration whose states are made and that nobody has switched to. */
async function leaveHalfMade(database: Database, graph: TestGraph): Promise<void> {
  const stopping = new AbortController();
  const stopped = await switchTo(database, () => otherCalibration(database, graph), {
    stop: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  expect(stopped).toBeUndefined();
  const half = await statesIn(database, graph.people, 0);
  expect(half.edges).toBeGreaterThan(0);
  expect(half).toEqual(await statesIn(database, graph.people, 1));
}
