import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { knowing, Launch, lostInRebates } from './kit/launch';
import { DAILY_REPORT } from './kit/reports';

let app: TestApp;
let launch: Launch;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** The report of this moment, or of another day. */
async function reportTo(client: Client, date: string | null = null) {
  return (await client.get(DAILY_REPORT, { date })).dailyReport!;
}

/** What the author's report says of the one module. */
async function reportOnModule() {
  const { modules } = await reportTo(await launch.author(app));
  expect(modules).toHaveLength(1);
  return modules[0]!;
}

const newsOf = ({ problems }: Awaited<ReturnType<typeof reportOnModule>>) => [
  ...new Set(problems.map(({ news }) => news)),
];

/** One launch, told in the order of its days: each part goes on from the one before. */
describe('the launch of a module', () => {
  let solves: string[];
  beforeAll(async () => {
    launch = await Launch.prepare(app, 20);
  });
  afterAll(() => launch.clock.stop());

  it('shows on its first day in which section people are stuck, and that the content is likely at fault', async () => {
    launch.at(0, 9);
    await launch.take(10, lostInRebates);
    launch.at(0, 12);
    const report = await reportOnModule();
    expect(report).toMatchObject({
      published: { number: 1 },
      stuck: [{ section: 'Rebates', because: 'FAILING', people: 10, rate: 1 }],
      failureRate: { people: 10 },
      dropOffRate: { people: 10, rate: 0 },
      failureRateBefore: null,
      summary: expect.stringContaining('people are stuck in section “Rebates”'),
    });
    expect(newsOf(report)).toEqual(['OPENED']);
    const onQuestions = report.problems.filter(({ problem }) => problem.on?.__typename === 'QuestionVersion');
    expect(onQuestions.length).toBeGreaterThan(0);
    for (const { problem, peopleSince, summary } of onQuestions) {
      expect([problem.verdict, peopleSince]).toEqual(['CONTENT_PROBLEM', 10]);
      expect(summary).toMatch(/^New\. .*likely at fault/);
    }
    solves = report.problems.map(({ problem }) => problem.id);
    expect(report.stuck[0]!.problems.map(({ id }) => id).sort()).toEqual([...solves].sort());
  });

  it('shows the lead where the team is stuck, that it is not the people, and nothing of any of them', async () => {
    const { teams, modules } = await reportTo(await launch.lead(app));
    expect(modules).toEqual([]);
    expect(teams).toMatchObject([
      {
        team: { name: 'Sales' },
        stuck: [{ module: { name: 'Pricing' }, section: 'Rebates', people: 10 }],
        summary: 'Sales, 20 people: stuck in section “Rebates” of Pricing.',
      },
    ]);
    expect(teams[0]!.stuck[0]!.summary).toContain('it is likely the content and not the people');
  });

  it('goes on to tell of what is still open the next morning, and for how long it has been', async () => {
    launch.at(1, 7);
    const report = await reportOnModule();
    expect(report.published).toBeNull();
    expect(newsOf(report)).toEqual(['STILL_OPEN']);
    for (const { hoursOpen, peopleSince } of report.problems) {
      expect(hoursOpen).toBeCloseTo(19, 1);
      expect([0, null]).toContain(peopleSince);
    }
  });

  it('gets a clearer explanation and a cheat sheet within a day, and closes by itself once the next people do better', async () => {
    launch.at(1, 8);
    const { revision, errors } = await launch.publish(await launch.author(app), solves);
    expect([revision, errors]).toEqual([{ number: 2, resources: [{ title: 'Rebates' }] }, []]);
    launch.at(1, 9);
    expect((await reportOnModule()).problems.map(({ beingSolved }) => beingSolved)).toEqual(
      solves.map(() => true),
    );
    launch.at(1, 10);
    await launch.take(10, knowing);
    launch.at(1, 12);
    const report = await reportOnModule();
    expect(report).toMatchObject({
      published: { number: 2 },
      stuck: [],
      failureRate: { people: 10 },
      failureRateBefore: { people: 10 },
    });
    expect(newsOf(report)).toEqual(['CLOSED']);
    expect(report.problems.map(({ problem }) => problem.closedBecause)).toEqual(solves.map(() => 'SOLVED'));
    expect(report.summary).toMatch(/revision 2 was published; .* closed; .* wrong, .* when the day began/);
    const [before, after] = [report.failureRateBefore!, report.failureRate];
    if (!('rate' in before) || !('rate' in after)) throw new Error('A figure is withheld.');
    expect(after.rate).toBeLessThan(before.rate);
  });

  it('can be read up on later, day by day, as it was known then', async () => {
    const author = await launch.author(app);
    const [first] = (await reportTo(author, launch.date(0))).modules;
    expect(first).toMatchObject({ published: { number: 1 }, failureRate: { people: 10 } });
    expect(newsOf(first!)).toEqual(['OPENED']);
    const [second] = (await reportTo(author, launch.date(1))).modules;
    expect(second).toMatchObject({ published: { number: 2 }, stuck: [] });
  });
});

describe('a revision that explains no better', () => {
  beforeAll(async () => {
    launch = await Launch.prepare(app, 20);
  });
  afterAll(() => launch.clock.stop());

  it('opens the problem again, once the next people fail as those before them did', async () => {
    launch.at(0, 9);
    await launch.take(10, lostInRebates);
    launch.at(0, 12);
    const { problems } = await reportOnModule();
    launch.at(1, 8);
    const solves = problems.map(({ problem }) => problem.id);
    await launch.publish(await launch.author(app), solves);
    launch.at(1, 10);
    await launch.take(10, lostInRebates);
    launch.at(1, 12);
    const report = await reportOnModule();
    expect(newsOf(report)).toEqual(['REOPENED']);
    expect(report.problems.map(({ problem }) => problem.id).sort()).toEqual([...solves].sort());
    expect(report.problems[0]!.summary).toMatch(/^Seen again\. Open for .* likely at fault/);
    expect(report).toMatchObject({
      published: { number: 2 },
      stuck: [{ section: 'Rebates', because: 'FAILING', people: 10 }],
    });
  });
});
