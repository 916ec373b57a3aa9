import { aboutPercent } from '../src/shared/percent';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation } from './kit/graph';
import { asOf, buildStaffing, CANDIDATES, elsewhere, type Staffing } from './kit/staffing';

let app: TestApp;
let staffing: Staffing;
let hr: Client;
let lead: Client;
beforeAll(async () => {
  app = await startApp();
  const admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  // Of the responsible team, which those at even positions belong to.
  await buildOrganisation(admin, {
    teams: [{ source, id: 'team', leads: [people[elsewhere]!.reference] }],
  });
  [hr, lead] = await Promise.all([app.as('hr'), app.as('lead', people[elsewhere]!.id)]);
});
afterAll(() => app.close());

async function candidates(client: Client, given: { first?: number; after?: string | null } = {}) {
  const { project } = await client.get(CANDIDATES, { id: staffing.project, asOf, ...given });
  return project!.candidates!;
}
const positionOf = (id: string) => staffing.graph.people.findIndex((one) => one.id === id);
const isSeen = (id: string) => positionOf(id) % 2 === 0;

describe('candidates whom a lead may not see', () => {
  it('stand in the order of fit with name, fit in tenths and what is met, and nothing else of them', async () => {
    const [exact, shown] = [(await candidates(hr)).nodes, (await candidates(lead)).nodes];
    expect(shown.map(({ person }) => person)).toEqual(exact.map(({ person }) => person));
    const unseen = shown.filter(({ person }) => !isSeen(person.id));
    expect(unseen.length).toBeGreaterThan(2);
    for (const one of unseen) {
      const own = exact.find(({ person }) => person.id === one.person.id)!;
      expect(one.fit).toBe(Math.round(10 * own.fit) / 10);
      expect(one.requirements.map(({ status }) => status)).toEqual(
        own.requirements.map(({ status }) => status),
      );
      for (const reason of one.requirements) {
        expect(reason).toMatchObject({ probability: null, level: null, interval: null });
        expect(reason.summary).toMatch(/: (met[.]|below[.]|unknown, there is no evidence yet[.])$/);
      }
      expect(one.summary).toContain(aboutPercent(Math.round(10 * own.fit) / 10));
    }
  });

  it('take nothing from what is shown of those whom the lead sees', async () => {
    const [exact, shown] = [(await candidates(hr)).nodes, (await candidates(lead)).nodes];
    const seen = (nodes: typeof exact) => nodes.filter(({ person }) => isSeen(person.id));
    expect(seen(shown)).toEqual(seen(exact));
    expect(seen(shown).some(({ requirements }) => requirements.some(({ level }) => level !== null))).toBe(
      true,
    );
  });

  it('are not given away by a cursor, and every page begins where the one before ended', async () => {
    const all = (await candidates(lead)).nodes.map(({ person }) => person.id);
    const exact = new Map((await candidates(hr)).nodes.map(({ person, fit }) => [person.id, fit]));
    const read: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, edges, pageInfo }: Awaited<ReturnType<typeof candidates>> = await candidates(lead, {
        first: 2,
        after,
      });
      for (const [index, { cursor }] of edges.entries())
        expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(
          String(exact.get(nodes[index]!.person.id)).slice(0, 6),
        );
      read.push(...nodes.map(({ person }) => person.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor!;
    }
    expect(read).toEqual(all);
  });
});
