import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { askFor } from './kit/nouns';

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());
beforeEach(async () => {
  source = uniqueSource();
  await askFor(
    admin,
    `mutation ($people: [PersonInput!]!, $teams: [TeamInput!]!, $projects: [ProjectInput!]!) {
      savePeople(items: $people) { errors { message } } saveTeams(items: $teams) { errors { message } }
      saveProjects(items: $projects) { errors { message } } }`,
    Object.fromEntries(
      Object.entries({ people: ['ann', 'bob'], teams: ['old', 'new'], projects: ['work'] }).map(
        ([list, ids]) => [list, ids.map((id) => ({ ...ref(id), name: `${id} ${source}` }))],
      ),
    ),
  );
});

const ref = (id: string) => ({ source, id });
const [since, until, later] = ['2024-01-01', '2026-03-31', '2026-05-01'].map(
  (date) => `${date}T00:00:00.000Z`,
);

interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
}

/** Sends items about one of these kinds; gives how many changed anything. */
async function save(kind: string, ...items: object[]): Promise<number> {
  const { saved } = await askFor<{ saved: { changed: number; errors: unknown[] } }>(
    admin,
    `mutation ($items: [${kind}Input!]!) { saved: save${kind}s(items: $items) { changed errors { message } } }`,
    { items },
  );
  expect(saved.errors).toEqual([]);
  return saved.changed;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly memberships: {
    readonly nodes: readonly (Stretch & { readonly team: { readonly name: string } })[];
  };
  readonly assignments: { readonly nodes: readonly Stretch[] };
}

async function people(filterBy: object = {}, ofStretches: object = {}): Promise<readonly Person[]> {
  const found = await askFor<{ people: { nodes: readonly Person[] } }>(
    admin,
    `query ($filterBy: PersonFilter, $memberships: MembershipFilter, $assignments: AssignmentFilter) {
      people(filterBy: $filterBy) { nodes { id name updatedAt
        memberships(filterBy: $memberships, orderBy: { field: FROM }) { nodes { from to team { name } } }
        assignments(filterBy: $assignments, orderBy: { field: FROM }) { nodes { from to } } } } }`,
    {
      filterBy: { nameContains: source, ...filterBy },
      memberships: { states: ['PAST', 'CURRENT', 'FUTURE'], ...ofStretches },
      assignments: { states: ['PAST', 'CURRENT', 'FUTURE'], ...ofStretches },
    },
  );
  return found.people.nodes;
}
const stretches = async (which: 'memberships' | 'assignments' = 'memberships'): Promise<Stretch[]> =>
  (await people())[0]![which].nodes.map(({ from, to }) => ({ from, to }));

describe.each([
  ['Membership', 'memberships', { team: 'old' }],
  ['Assignment', 'assignments', { project: 'work' }],
] as const)('an end alone of a %s', (kind, list, other) => {
  const item = (given: object) => ({
    person: ref('ann'),
    ...Object.fromEntries(Object.entries(other).map(([name, id]) => [name, ref(id)])),
    ...given,
  });

  it('ends the stretch that began earlier, and says so once', async () => {
    await save(kind, item({ from: since }));
    expect(await save(kind, item({ to: until }))).toBe(1);
    expect(await stretches(list)).toEqual([{ from: since, to: until }]);
    expect(await save(kind, item({ to: until }))).toBe(0);
    expect(await stretches(list)).toEqual([{ from: since, to: until }]);
  });

  it('ends one of the same batch, wherever it stands in it', async () => {
    await save(kind, item({ to: until }), item({ from: since }));
    expect(await stretches(list)).toEqual([{ from: since, to: until }]);
  });

  it('leaves one alone that had ended before', async () => {
    await save(kind, item({ from: since, to: until }));
    await save(kind, item({ to: later }));
    expect(await stretches(list)).toEqual([
      { from: null, to: later },
      { from: since, to: until },
    ]);
  });

  it('is of one whose beginning is not known where there is no other', async () => {
    await save(kind, item({ to: until }));
    expect(await stretches(list)).toEqual([{ from: null, to: until }]);
  });
});

describe('who changed since a moment', () => {
  const moment = async (): Promise<string> => {
    const before = Math.max(...(await people()).map(({ updatedAt }) => Date.parse(updatedAt)));
    return new Date(before + 1).toISOString();
  };
  const changed = async (updatedSince: string) =>
    (await people({ updatedSince })).map(({ name }) => name.split(' ')[0]);

  it('includes whoever came into a team, left one or was taken out of one', async () => {
    const item = { person: ref('ann'), team: ref('old'), from: since };
    for (const given of [{}, { to: until }, { remove: true }]) {
      const at = await moment();
      expect(await changed(at)).toEqual([]);
      await save('Membership', { ...item, ...given });
      expect(await changed(at)).toEqual(['ann']);
    }
  });

  it('does not include those of whom the same was said again', async () => {
    const item = { person: ref('ann'), team: ref('old'), from: since };
    await save('Membership', item);
    const at = await moment();
    await save('Membership', item);
    expect(await changed(at)).toEqual([]);
  });

  it('is told stretch by stretch, whenever they lie', async () => {
    await save('Membership', { person: ref('ann'), team: ref('old'), from: since });
    await save('Assignment', { person: ref('ann'), project: ref('work'), from: since });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const updatedSince = new Date().toISOString();
    const shown = async () => {
      const [ann] = await people({}, { updatedSince });
      return [ann!.memberships.nodes.map(({ team }) => team.name.split(' ')[0]), ann!.assignments.nodes];
    };
    expect(await shown()).toEqual([[], []]);
    await save('Membership', { person: ref('ann'), team: ref('new'), from: since, to: until });
    await save('Assignment', { person: ref('ann'), project: ref('work'), from: since, to: until });
    expect(await shown()).toEqual([['new'], [{ from: since, to: until }]]);
  });
});
