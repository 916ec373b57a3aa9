import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { allRuns, endOf, listedCalibrations, startRun } from './kit/calibrations';
import type { Client } from './kit/client';
import { answer, buildGraph, day, masteryOf, recordAll, type TestGraph } from './kit/graph';
import { pair, reference } from './kit/merged-skills';
import { MERGE_SKILLS, SPLIT_SKILL } from './kit/merging-operations';
import { endProcesses, startProcess } from './kit/process';
import { holding, rebuildEverybody } from './kit/stored';
import { calibrationsOf } from './kit/switching';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const quick = { SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' };

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp(quick, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await endProcesses();
  await app.close();
  await own.close();
});

const ONE_SKILL = graphql(`
  query SkillBeforeAndAfterRun($id: ID!) {
    skill(id: $id) {
      id
    }
  }
`);

const skillNow = async (graph: TestGraph, skill: number) =>
  (await admin.get(ONE_SKILL, { id: graph.skills[skill]!.id })).skill!.id;
const split = (graph: TestGraph) => ({
  skill: reference(graph, 0),
  part: reference(graph, 1),
  question: graph.questions[0]!.reference,
});

it('a merge goes on after it was answered: its run says how far it is, and the same asked for again is that run', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 4, questions: [[0], [1]] });
  await recordAll(admin, [answer(graph, 0, 1)]);
  const items = [pair(graph, 0, 1), pair(graph, 2, 2)];
  const run = await holding(app.database, graph.people, async () => {
    const { mergeSkills } = await admin.get(MERGE_SKILLS, { items, waitSeconds: 0 });
    expect(mergeSkills.errors).toMatchObject([{ index: 1, code: 'INVALID' }]);
    expect(mergeSkills.skills.map((skill) => skill?.id)).toEqual([graph.skills[0]!.id, undefined]);
    const begun = mergeSkills.run!;
    expect(begun).toMatchObject({ state: 'RUNNING', skillCount: 1, endedAt: null, calibration: null });
    expect(begun.summary).toBe('A merge of 1 skill into others: under way, 0 % done.');
    const again = await admin.get(MERGE_SKILLS, { items, waitSeconds: 1 });
    expect(again.mergeSkills.run).toMatchObject({ id: begun.id, state: 'RUNNING' });
    expect((await allRuns(admin))[0]).toMatchObject({ __typename: 'SkillMergeRun', id: begun.id });
    expect(await skillNow(graph, 1)).toBe(graph.skills[1]!.id);
    return begun;
  });
  const ended = await endOf(admin, run.id);
  expect(ended).toMatchObject({ state: 'DONE', progress: 1, failure: null });
  expect(ended.calibration).toBe((await listedCalibrations(admin))[0]!.number);
  expect(new Date(ended.endedAt!).getTime()).toBeGreaterThanOrEqual(new Date(run.startedAt).getTime());
  expect(await skillNow(graph, 1)).toBe(graph.skills[0]!.id);
  expect((await admin.get(MERGE_SKILLS, { items })).mergeSkills.run).toBeNull();
});

it('one run goes on at a time: another is refused by the one that has to end first, here and on other servers', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 4, questions: [[0]] });
  const other = await startApp(quick, own.address);
  const items = [pair(graph, 2, 3)];
  const { id } = await holding(app.database, graph.people, async () => {
    const { splitSkills } = await admin.get(SPLIT_SKILL, { items: [split(graph)], waitSeconds: 0 });
    const run = splitSkills.run!;
    expect(run).toMatchObject({ state: 'RUNNING', questionCount: 1 });
    const { errors } = await admin.ask(MERGE_SKILLS, { items });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`(${run.id}, 0 % done)`), extensions: { code: 'CONFLICT' } },
    ]);
    await expect(startRun(admin, true)).rejects.toThrow(/query "run" until it has ended/);
    const elsewhere = await (await other.as('admin')).ask(MERGE_SKILLS, { items });
    expect(elsewhere.errors).toMatchObject([
      { message: expect.stringMatching(/a split of skills has to end/), extensions: { code: 'CONFLICT' } },
    ]);
    return run;
  });
  await other.close();
  expect((await endOf(admin, id)).summary).toBe('A split of skills that moves 1 question: done.');
  expect((await admin.get(MERGE_SKILLS, { items })).mergeSkills.run!.state).toBe('DONE');
});

it('a wait that is too long is refused, and a run that is not remembered is null', async () => {
  const { errors } = await admin.ask(MERGE_SKILLS, { items: [], waitSeconds: 31 });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/^waitSeconds is from 0 to 30/), extensions: { code: 'BAD_INPUT' } },
  ]);
  await expect(endOf(admin, 'unknown')).rejects.toThrow(/knows no run/);
});

const TAKE_LEASE = statement(
  'spec.takeLease',
  `MATCH (installation:Installation {one: 1}) SET installation.makingBy = 'somebody else'`,
);
const EXPIRE = statement(
  'spec.expireLeaseOfRun',
  `MATCH (installation:Installation {one: 1}) SET installation.makingUntil = 0`,
);

async function statesAreBuilt(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await calibrationsOf(app.database)).filter(({ slot }) => slot !== null).length === 2) return;
    await delay(20);
  }
}

/** Begins a run, which loses its lease, as a process does that is halted, while it builds states. */
async function cutShort(graph: TestGraph, begin: () => Promise<{ id: string }>): Promise<string | null> {
  const { id } = await holding(app.database, graph.people, async () => {
    const run = await begin();
    await statesAreBuilt();
    await app.database.transaction((tx) => tx.query(TAKE_LEASE));
    return run;
  });
  const { failure } = await endOf(admin, id);
  await app.database.transaction((tx) => tx.query(EXPIRE));
  return failure;
}

/** What a server goes on with that starts then. */
async function continued(type: string) {
  const next = await startApp(quick, own.address);
  try {
    const client = await next.as('admin');
    const [run] = await allRuns(client);
    expect(run).toMatchObject({ __typename: type });
    return await endOf(client, run!.id);
  } finally {
    await next.close();
  }
}

it('the next server that starts goes on with a merge that was cut short, as it was asked for', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 3, questions: [[0], [1], [2]] });
  await recordAll(
    admin,
    [0, 1, 2].map((question) => answer(graph, 0, question)),
  );
  const items = [pair(graph, 1, 2), pair(graph, 0, 1)];
  const failure = await cutShort(
    graph,
    async () => (await admin.get(MERGE_SKILLS, { items, waitSeconds: 0 })).mergeSkills.run!,
  );
  expect(failure).toMatch(/^Another process has taken over/);
  const [left] = await listedCalibrations(admin);
  expect([left!.state, await skillNow(graph, 2)]).toEqual(['BUILDING', graph.skills[2]!.id]);
  expect(await continued('SkillMergeRun')).toMatchObject({ state: 'DONE', calibration: left!.number });
  expect([await skillNow(graph, 1), await skillNow(graph, 2)]).toEqual(Array(2).fill(graph.skills[0]!.id));
  expect((await masteryOf(admin, graph, 0, day(300))).get(0)!.answerCount).toBe(3);
  expect((await admin.get(MERGE_SKILLS, { items })).mergeSkills).toMatchObject({ run: null, errors: [] });
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('a merge in whose midst the server was killed is completed by the next one, by itself once the lease of the killed one ends', async () => {
  const graph = await buildGraph(admin, { people: 2, skills: 2, questions: [[0], [1]] });
  await recordAll(admin, [answer(graph, 0, 0), answer(graph, 0, 1), answer(graph, 1, 1)]);
  const killed = await startProcess(own.address, quick);
  await holding(app.database, graph.people, async () => {
    const items = [pair(graph, 0, 1)];
    await killed.admin.get(MERGE_SKILLS, { items, waitSeconds: 0 });
    await statesAreBuilt();
    await killed.end('SIGKILL');
  });
  const next = await startApp(quick, own.address);
  try {
    const client = await next.as('admin');
    await delay(2_500);
    expect(await allRuns(client)).toEqual([]);
    await recordAll(client, [answer(graph, 1, 0)]);
    expect(await skillNow(graph, 1)).toBe(graph.skills[1]!.id);
    await app.database.transaction((tx) => tx.query(EXPIRE));
    for (let tries = 0; tries < 200 && (await allRuns(client)).length === 0; tries++) await delay(20);
    const [run] = await allRuns(client);
    expect(await endOf(client, run!.id)).toMatchObject({ __typename: 'SkillMergeRun', state: 'DONE' });
  } finally {
    await next.close();
  }
  expect(await skillNow(graph, 1)).toBe(graph.skills[0]!.id);
  const counts = [0, 1].map(async (person) => (await masteryOf(admin, graph, person, day(300))).get(0));
  expect((await Promise.all(counts)).map((mastery) => mastery!.answerCount)).toEqual([2, 2]);
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('the next server that starts goes on with a split that was cut short', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 2, questions: [[0], [0]] });
  await recordAll(admin, [answer(graph, 0, 0), answer(graph, 0, 1)]);
  await cutShort(
    graph,
    async () => (await admin.get(SPLIT_SKILL, { items: [split(graph)], waitSeconds: 0 })).splitSkills.run!,
  );
  const [left] = await listedCalibrations(admin);
  expect(await continued('SkillSplitRun')).toMatchObject({ state: 'DONE', calibration: left!.number });
  const known = await masteryOf(admin, graph, 0, day(300));
  expect([0, 1].map((skill) => known.get(skill)!.answerCount)).toEqual([1, 1]);
  expect(await rebuildEverybody(app.database)).toBe(0);
});
