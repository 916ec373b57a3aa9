import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';
import { dataOf, Receiver, type Received } from './kit/receiver';
import { SAVE_WEBHOOKS } from './kit/webhook-operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const settings = {
  SKILLWAKE_SECRET: 'one secret for all processes of it',
  SKILLWAKE_WEBHOOK_HOSTS: '127.0.0.1',
  SKILLWAKE_WEBHOOK_GAP_SECONDS: '1',
};

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let receiver: Receiver;
let graph: TestGraph;
let project: string;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp(settings, own.address);
  admin = await app.as('admin');
  receiver = await Receiver.open();
  graph = await buildGraph(admin, { people: 2, skills: 2, questionsPerSkill: 20 });
  const { source, people, skills } = graph;
  const { projects } = await buildOrganisation(admin, {
    projects: [{ source, id: 'work', name: 'Work' }],
    requirements: [{ project: { source, id: 'work' }, skill: skills[0]!.reference, level: 0.5 }],
    assignments: [{ project: { source, id: 'work' }, person: people[0]!.reference, from: day(0) }],
  });
  project = projects[0]!;
  const events = ['gap.opened', 'gap.closed', 'people.changed'];
  await admin.get(SAVE_WEBHOOKS, { items: [{ name: 'gaps', url: receiver.url, events }] });
  await looked();
});
afterAll(async () => {
  await app.close();
  await receiver.close();
  await own.close();
});

const NOTICED = statement<{ gaps: number | null; leavers: number | null }>(
  'spec.noticed',
  `MATCH (installation:Installation) RETURN installation.gapsNoticedAt AS gaps, installation.leaversNoticedAt AS leavers`,
  'a spec',
);

/** Waits until gaps and leavers have been looked at. */
async function looked(): Promise<void> {
  for (;;) {
    const [row] = await own.database.query(NOTICED);
    if (row?.gaps != null && row.leavers != null) return;
    await delay(50);
  }
}

interface Gaps {
  gaps: { scope: string; scopeId: string | null; requirement: string; skillId: string; projectId: string }[];
}
const gapsIn = (received: Received) => (dataOf(received) as Gaps).gaps;

describe('a gap', () => {
  it('that was there before anybody was told is told when it closes, by ids and for each group that has it', async () => {
    await recordAll(
      admin,
      Array.from({ length: 20 }, (_, question) => answer(graph, 0, question, { at: day(1) })),
    );
    const [closed] = await receiver.messages('gap.closed', 1);
    const of = { skillId: graph.skills[0]!.id, projectId: project };
    expect(gapsIn(closed!)).toMatchObject([
      { scope: 'organisation', scopeId: null, ...of },
      { scope: 'project', scopeId: project, ...of },
    ]);
    expect(closed!.body).not.toMatch(/level|name|shortfall/i);
    expect(receiver.received.map(({ body }) => body).filter((body) => body.includes('gap.opened'))).toEqual(
      [],
    );
  });

  it('is told once when it opens, also where another server goes on', async () => {
    const { source, skills } = graph;
    await buildOrganisation(admin, {
      requirements: [{ project: { source, id: 'work' }, skill: skills[1]!.reference, level: 0.9 }],
    });
    const [opened] = await receiver.messages('gap.opened', 1);
    expect(gapsIn(opened!).map(({ scope, skillId }) => [scope, skillId])).toEqual([
      ['organisation', skills[1]!.id],
      ['project', skills[1]!.id],
    ]);
    await app.close();
    app = await startApp(settings, own.address);
    admin = await app.as('admin');
    await buildOrganisation(admin, {
      requirements: [
        { project: { source, id: 'work' }, skill: skills[1]!.reference, level: 0.9, headcount: 0 },
      ],
    });
    const [, closed] = await receiver.messages('gap.closed', 2);
    expect(gapsIn(closed!)).toEqual(gapsIn(opened!));
    // One whose answer was on its way when the server stopped is sent again under its id.
    const ids = (await receiver.messages('gap.opened', 1)).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });
});

it('who leaves is told when their day comes, though nothing changes then', async () => {
  const [, { reference, id }] = graph.people as [unknown, TestGraph['people'][number]];
  const told = () =>
    receiver.received
      .filter(({ body }) => body.includes('people.changed') && body.includes(id))
      .map((one) => (dataOf(one) as { people: { id: string; change: string }[] }).people)
      .flatMap((people) => people.filter((person) => person.id === id).map(({ change }) => change));
  const activeUntil = new Date(Date.now() + 3_000).toISOString();
  await admin.get(SAVE_PEOPLE, { items: [{ ...reference, activeUntil }] });
  while (told().at(-1) !== 'left') await delay(50);
  expect(told().slice(-2)).toEqual(['changed', 'left']);
});
