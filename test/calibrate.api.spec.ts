import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { allRuns, calibrateBy, endOfRun, listedCalibrations, startRun } from './kit/calibrations';
import type { Client } from './kit/client';
import { answerAll, diagnosisOf } from './kit/diagnosis';
import { doubt } from './kit/doubting';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  masteryOf,
  recordAll,
  type TestGraph,
  withdraw,
  withdrawal,
} from './kit/graph';
import { holding, rebuildEverybody } from './kit/stored';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import { launchCommand } from './kit/process';
import { calibrationsOf } from './kit/switching';
import { wholeGraphOf } from './kit/whole-graph';

const HISTORY_OVER_SWITCH = graphql(`
  query HistoryOverSwitch($person: ID!, $skill: ID!) {
    person(id: $person) {
      masteryHistory(skill: $skill) {
        before
        byEvidence
        byTime
        byCalibration
        points {
          kind
          level
          change
          calibration
        }
      }
    }
  }
`);

const numberOfPeople = 30;
const numberOfSkills = 4;
const answersEach = 24;
/** Long enough to be met while it is made. */
const quick = { SKILLWAKE_SWITCH_PATIENCE_SECONDS: '1' };

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;

beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp(quick, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: numberOfPeople, skills: numberOfSkills, questionsPerSkill: 6 });
  const { source, people } = graph;
  const team = (id: string) => ({ source, id });
  await buildOrganisation(admin, {
    teams: ['large', 'small'].map((id) => ({ ...team(id), name: id })),
    memberships: people.slice(0, 12).map(({ reference }, place) => ({
      team: team(place < 8 ? 'large' : 'small'),
      person: reference,
    })),
  });
});
afterAll(async () => {
  await app.close();
  await own.close();
});

/** Questions of the later skills are the harder ones, and later people know more. */
const answers = () =>
  graph.people.flatMap((_, person) =>
    Array.from({ length: answersEach }, (_each, place) =>
      answer(graph, person, place, {
        at: day(place / 4),
        score: (person * 7 + place * 11) % 30 < person / 2 + 12 - place / 2 ? 1 : 0,
      }),
    ),
  );

/** All levels there are, in one order. */
async function levels(asOf?: string): Promise<number[]> {
  const found: number[] = [];
  for (let person = 0; person < numberOfPeople; person++) {
    const mastery = await masteryOf(admin, graph, person, asOf);
    for (const [, { level }] of [...mastery].sort(([left], [right]) => left - right)) found.push(level);
  }
  return found;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('a run with too little evidence says how much there has to be, and leaves everything as it was', async () => {
  const before = await wholeGraphOf(app.database);
  expect(await startRun(admin, false)).toMatchObject({ state: 'RUNNING', dryRun: false });
  const run = await endOfRun(admin);
  expect(run).toMatchObject({ state: 'FAILED', calibration: null, forecast: null });
  expect(run.failure).toMatch(/at least 500 answers of 20 people, and there are 0 of 0: record more/);
  expect(await wholeGraphOf(app.database)).toEqual(before);
});

it('a dry run writes nothing, tells groups of five and more, and what it tells is what then happens', async () => {
  await recordAll(admin, answers());
  await doubt(app.database, graph.questions.slice(0, 2));
  const graphBefore = await wholeGraphOf(app.database);
  const { state, forecast } = await calibrateBy(admin, true);
  expect(state).toBe('DONE');
  expect(await wholeGraphOf(app.database)).toEqual(graphBefore);
  expect(forecast).toMatchObject({ answerCount: 720, personCount: 30, teamsWithheld: 1, skillsWithheld: 0 });
  expect(forecast!.teams.map(({ name, personCount, levelCount }) => [name, personCount, levelCount])).toEqual(
    [['large', 8, 32]],
  );
  expect(forecast!.skills.map(({ skill, personCount }) => [skill!.id, personCount])).toEqual(
    graph.skills.map(({ id }) => [id, 30]),
  );
  expect(forecast!.everybody).toMatchObject({
    name: null,
    team: null,
    skill: null,
    personCount: 30,
    levelCount: 120,
  });
  expect(forecast!.everybody!.summary).toMatch(/^Everybody: 30 people, 120 levels, [-+]?\d/);

  const before = await levels();
  const run = await calibrateBy(admin, false);
  expect(run).toMatchObject({ state: 'DONE', calibration: 2, failure: null, progress: 1 });
  const after = await levels();
  const changes = after.map((level, place) => level - before[place]!);
  const { meanChange, raisedShare, loweredShare } = forecast!.everybody!;
  expect(mean(changes)).toBeCloseTo(meanChange, 5);
  expect(changes.filter((change) => change > 0.05)).toHaveLength(Math.round(raisedShare * 120));
  expect(changes.filter((change) => change < -0.05)).toHaveLength(Math.round(loweredShare * 120));
  expect(Math.max(...changes.map(Math.abs))).toBeGreaterThan(0.01);
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('tells calibrations, the latest first, and since when and from what each is', async () => {
  const [latest, first, ...others] = await listedCalibrations(admin);
  expect(others).toEqual([]);
  expect(latest).toMatchObject({
    ...{
      number: 2,
      state: 'IN_FORCE',
      answerCount: 720,
      personCount: 30,
      inForceUntil: null,
      progress: null,
    },
    summary: expect.stringMatching(
      /^Calibration 2 is in force since 20.*, fitted to 720 answers of 30 people[.]$/,
    ),
  });
  expect(latest!.logLoss).toBeGreaterThan(0.2);
  expect(latest!.logLoss).toBeLessThan(0.75);
  expect(first).toMatchObject({
    number: 1,
    state: 'PAST',
    madeAt: null,
    inForceSince: null,
    answerCount: null,
  });
  expect(first!.inForceUntil).toBe(latest!.inForceSince);
});

it('keeps what a switch did apart from what evidence and time did in the history of a mastery', async () => {
  const [{ id: person }, { id: skill }] = [graph.people[20]!, graph.skills[0]!];
  const { person: found } = await admin.get(HISTORY_OVER_SWITCH, { person, skill });
  const { before, byEvidence, byTime, byCalibration, points } = found!.masteryHistory!;
  const [switched, ...others] = points.filter(({ kind }) => kind === 'CALIBRATION');
  expect(others).toEqual([]);
  expect(switched!.calibration).toBe(2);
  expect(byCalibration).toBeCloseTo(switched!.change, 12);
  expect(Math.abs(byCalibration)).toBeGreaterThan(1e-6);
  const { level } = (await masteryOf(admin, graph, 20)).get(0)!;
  expect(points.at(-1)!.level).toBeCloseTo(level, 6);
  expect(before + byEvidence + byTime + byCalibration).toBeCloseTo(level, 6);
});

it('calibrating again on the same evidence moves no level', async () => {
  const { forecast } = await calibrateBy(admin, true);
  const { meanChange, raisedShare, loweredShare, otherBandShare } = forecast!.everybody!;
  expect(Math.abs(meanChange)).toBeLessThan(1e-9);
  expect([raisedShare, loweredShare, otherBandShare]).toEqual([0, 0, 0]);
});

it('refuses a second run while one is under way, and another server that asks for one', async () => {
  const other = await startApp(quick, own.address);
  try {
    await startRun(admin, false);
    await expect(startRun(admin, true)).rejects.toThrow(/A run is under way in this server/);
    await expect(startRun(await other.as('admin'), false)).rejects.toThrow(
      /^.*A calibration is being built \(since .*\): a calibration from evidence has to end first/,
    );
    expect(await allRuns(await other.as('admin'))).toEqual([]);
    expect((await endOfRun(admin)).state).toBe('DONE');
  } finally {
    await other.close();
  }
});

it('a run is stopped with its server, and the next server goes on with what it left', async () => {
  const second = await startApp(quick, own.address);
  await startRun(await second.as('admin'), false);
  await second.close();
  const left = await listedCalibrations(admin);
  const third = await startApp(quick, own.address);
  const wasLeft = left[0]!.state === 'BUILDING';
  expect(await allRuns(await third.as('admin'))).toHaveLength(wasLeft ? 1 : 0);
  if (wasLeft) expect((await endOfRun(await third.as('admin'))).state).toBe('DONE');
  await third.close();
  expect(await rebuildEverybody(app.database)).toBe(0);
});

const EXPIRE = statement(
  'spec.expireLease',
  `MATCH (installation:Installation {one: 1}) SET installation.makingUntil = 0`,
);

it('one whose process was killed is refused to others for a minute, then taken up again and switched to', async () => {
  const before = await levels(day(500));
  // Whoever makes states waits for somebody's lock, and is killed there.
  await holding(app.database, graph.people.slice(-1), async () => {
    const child = launchCommand('calibrate', [], own.address);
    for (let made = false; !made;) {
      await delay(100);
      // Not before all that it says is written, and writers keep states for it.
      made = (await calibrationsOf(app.database)).filter(({ slot }) => slot !== null).length === 2;
    }
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  });
  const [left] = await listedCalibrations(admin);
  expect(left).toMatchObject({ state: 'BUILDING', answerCount: 720 });
  expect(left!.progress).toBeLessThan(1);
  expect(await levels(day(500))).toEqual(before);
  await expect(startRun(admin, false)).rejects.toThrow(
    /a process that was killed releases its lease after a minute/,
  );

  await app.database.transaction((tx) => tx.query(EXPIRE));
  const run = await calibrateBy(admin, false);
  expect(run).toMatchObject({ state: 'DONE', calibration: left!.number, failure: null });
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('tells a skill that people lack from one that earlier people missed as well', async () => {
  const course = await buildGraph(admin, { people: 60, skills: 3, questionsPerSkill: 8 });
  const people = Array.from(course.people.keys());
  const mixed = (person: number, place: number) => (person * 7 + place * 3) % 10 < 5 + (person % 5);
  const lucky = (person: number, place: number) => (person * 7 + place * 3) % 10 === 0;
  const earlier = await answerAll(admin, course, people.slice(0, 25), (person, place) =>
    place < 8 ? lucky(person, place) : mixed(person, place),
  );
  expect((await calibrateBy(admin, false)).state).toBe('DONE');
  const withdrawn = await withdraw(
    admin,
    earlier.map((one) => withdrawal(one)),
  );
  expect(withdrawn.errors).toEqual([]);
  await answerAll(admin, course, people.slice(25), (person, place) =>
    place < 16 ? lucky(person, place) : mixed(person, place),
  );
  const verdictOf = async (place: number) =>
    (await diagnosisOf(admin, course.questions[place]!.id)) as object;
  // Whether it is hard or not taught, no page says.
  expect(await verdictOf(0)).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', people: 35 });
  expect(await verdictOf(8)).toMatchObject({ verdict: 'KNOWLEDGE_GAP', people: 35, team: null });
  expect(await verdictOf(16)).toMatchObject({ verdict: 'SOUND', people: 35 });
});
