import { startApp, type TestApp } from './kit/app';
import { buildGraph, buildOrganisation, type Reference, type TestGraph } from './kit/graph';
import { asks, send } from './kit/http';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

let emptied: EmptiedDatabase;
let app: TestApp;
beforeAll(async () => {
  emptied = await openEmptiedDatabase();
});
afterEach(() => app.close());
afterAll(() => emptied.close());

/** Has the organisation built by an API that knows it empty, and starts one that knows it as it is. */
async function startAfter(build: (app: TestApp) => Promise<unknown>): Promise<void> {
  const building = await startApp();
  await build(building);
  await building.close();
  app = await startApp();
}

async function build({ as }: TestApp, people: number, skills: number): Promise<TestGraph> {
  return buildGraph(await as('admin'), { people, skills });
}

/** Requirements of one project: of each skill so many levels. */
async function requireLevels(
  building: TestApp,
  { skills, source }: TestGraph,
  levels: number,
): Promise<void> {
  const project: Reference = { source, id: 'project' };
  await buildOrganisation(await building.as('admin'), {
    projects: [{ ...project, name: 'Project' }],
    requirements: skills.flatMap(({ reference: skill }) =>
      Array.from({ length: levels }, (_, level) => ({ project, skill, level: (level + 1) / (levels + 1) })),
    ),
  });
}

/** What an operation is said to cost, with its status. */
async function costOf(query: string): Promise<{ status: number; cost: number }> {
  const { token } = await app.as('admin');
  const { status, json } = await send(app.url, { token, ...asks(query) });
  const { extensions } = json as { extensions?: { cost?: { cost: number } } };
  return { status, cost: extensions?.cost?.cost ?? NaN };
}

const GAPS = '{ projects(first: 1) { nodes { gaps { ... on GapReport { gaps { demand } } } } } }';
const PEOPLE = '{ people(first: 200) { nodes { id } } }';

describe('what an operation costs', () => {
  it('takes a list that says how long it is at most to be that long', async () => {
    await startAfter((building) => build(building, 0, 1));
    const costWith = async (below: string) =>
      (await costOf(`{ organisationGaps { gaps { demand ${below} } } }`)).cost;
    // Up to 16 gaps are not told from fewer; each names three people, with one more value.
    const more = (await costWith('nearest { level probability }')) - (await costWith('nearest { level }'));
    expect(more).toBe(16 * 3);
  });

  it('has no list longer than there is of what it holds: twenty skills may be read three levels deep', async () => {
    await startAfter((building) => build(building, 0, 20));
    const { status, cost } = await costOf(
      '{ skills(first: 200) { nodes { id narrower(first: 50) { nodes { id narrower { nodes { id } } } } } } }',
    );
    expect(status).toBe(200);
    expect(cost).toBeLessThan(100_000);
  });

  it('grows with the requirements of the project that has the most, where gaps are read', async () => {
    let graph: TestGraph;
    await startAfter(async (building) => {
      graph = await build(building, 0, 20);
      await requireLevels(building, graph, 2);
    });
    const few = await costOf(GAPS);
    await app.close();
    await startAfter((building) => requireLevels(building, graph, 40));
    const many = await costOf(GAPS);
    expect([few.status, many.status]).toEqual([200, 200]);
    // For each gap itself and its demand, of 40 and of 800 or somewhat more.
    expect(few.cost).toBeLessThan(2_000 + 2 * 2 * 80);
    expect(many.cost).toBeGreaterThan(2_000 + 2 * 800);
  });

  it('tells of nobody who came or left', async () => {
    await startAfter((building) => build(building, 2, 0));
    const two = await costOf(PEOPLE);
    await app.close();
    await startAfter((building) => build(building, 3, 0));
    expect(await costOf(PEOPLE)).toEqual(two);
    expect(two.cost).toBeLessThan(100);
  });

  it('takes an argument that is left out to be what the schema says then', async () => {
    app = await startApp();
    const costWith = async (first: string) => (await costOf(`{ xapiReport${first} { unmapped } }`)).cost;
    expect(await costWith('')).toBe(await costWith('(first: 100)'));
    expect(await costWith('(first: 1)')).toBe((await costWith('')) - 99);
  });

  it('takes a page of which no length is asked for to be as long as it is then', async () => {
    await startAfter((building) => build(building, 0, 20));
    const costWith = async (first: string) => (await costOf(`{ skills${first} { nodes { id name } } }`)).cost;
    expect([await costWith(''), await costWith('(last: 20)')]).toEqual(
      Array(2).fill(await costWith('(first: 20)')),
    );
    expect(await costWith('')).toBeGreaterThan(await costWith('(first: 19)'));
  });
});
