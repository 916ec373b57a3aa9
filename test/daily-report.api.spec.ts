import { startApp, type TestApp } from './kit/app';
import { minute } from './kit/capture';
import type { Client } from './kit/client';
import { buildGraph, buildOrganisation, day, type TestGraph } from './kit/graph';
import { DAILY_REPORT } from './kit/reports';

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_TIME_ZONE: 'Europe/Berlin' });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 8 });
  const { source, people } = graph;
  const one = (id: string) => ({ source, id });
  await buildOrganisation(admin, {
    modules: ['Pricing', 'Untouched', 'Alone'].map((name) => ({
      ...one(name),
      name,
      authors: [people[name === 'Alone' ? 6 : 0]!.reference],
      pages: [{ title: 'Discounts' }],
    })),
    teams: ['Sales', 'Support'].map((name) => ({ ...one(name), name, leads: [people[1]!.reference] })),
    memberships: [2, 3, 4].map((place) => ({ team: one('Sales'), person: people[place]!.reference })),
    enrolments: [
      { module: one('Pricing'), person: people[2]!.reference, from: day(0), due: day(1) },
      {
        module: one('Pricing'),
        person: people[3]!.reference,
        from: day(0),
        due: day(1),
        completedAt: minute(9),
      },
    ],
  });
});
afterAll(() => app.close());

const reportOf = async (client: Client, date?: string) =>
  (await client.get(DAILY_REPORT, { date: date ?? null })).dailyReport!;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now());

describe('the daily report', () => {
  it("is on today by the installation's clocks, until now", async () => {
    const report = await reportOf(await app.as('author', graph.people[0]!.id));
    expect(report).toMatchObject({ date: today(), timeZone: 'Europe/Berlin' });
    expect(Date.now() - Date.parse(report.to)).toBeLessThan(60_000);
  });

  it('tells authors of their own modules, and counts those to which nothing happened', async () => {
    const own = await reportOf(await app.as('author', graph.people[0]!.id));
    expect(own.modules.map(({ module, published }) => [module.name, published?.number])).toEqual([
      ['Pricing', 1],
      ['Untouched', 1],
    ]);
    expect(own.teams).toEqual([]);
    const earlier = await reportOf(await app.as('author', graph.people[0]!.id), '2026-01-02');
    expect([earlier.modules, earlier.otherModules]).toEqual([[], 0]);
    const other = await reportOf(await app.as('author', graph.people[5]!.id));
    expect([other.modules, other.otherModules]).toEqual([[], 0]);
  });

  it('tells leads where their own teams are stuck, and nothing of modules that they did not write', async () => {
    const own = await reportOf(await app.as('lead', graph.people[1]!.id));
    expect(own).toMatchObject({
      modules: [],
      teams: [
        { team: { name: 'Sales' }, overdue: 1, summary: expect.stringContaining('1 enrolment is overdue') },
      ],
      otherTeams: 1,
    });
    const other = await reportOf(await app.as('lead', graph.people[5]!.id));
    expect([other.teams, other.otherTeams]).toEqual([[], 0]);
  });

  it('takes as many statements for two modules as for one', async () => {
    const statementsFor = async (person: number) => {
      const author = await app.as('author', graph.people[person]!.id);
      await reportOf(author);
      app.forget();
      await reportOf(author);
      return [...app.statements].sort();
    };
    expect(await statementsFor(0)).toEqual(await statementsFor(6));
  });

  it('has days by the clocks of the installation', async () => {
    expect(await reportOf(await app.as('author', graph.people[0]!.id), '2026-03-29')).toMatchObject({
      date: '2026-03-29',
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    });
  });

  it.each([
    ['2026-02-30', 'must be a date like 2026-01-31'],
    ['yesterday', 'must be a date like 2026-01-31'],
    ['9998-01-01', 'has not begun in Europe/Berlin'],
  ])('refuses %s as a date, and says why', async (date, reason) => {
    const { data, errors } = await admin.ask(DAILY_REPORT.toString(), { date });
    expect(data).toEqual({ dailyReport: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(reason), extensions: { code: 'BAD_INPUT' } },
    ]);
  });

  it('is for those who answer for content or teams', async () => {
    const { errors } = await (await app.as('person', graph.people[2]!.id)).ask(DAILY_REPORT.toString(), {});
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
