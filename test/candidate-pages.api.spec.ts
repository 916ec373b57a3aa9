import { questionOf } from '../src/shared/cursors';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll } from './kit/graph';
import {
  asOf,
  buildStaffing,
  CANDIDATES,
  candidatesOf,
  eligible,
  type Candidates,
  type Staffing,
} from './kit/staffing';

let app: TestApp;
let admin: Client;
let staffing: Staffing;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  staffing = await buildStaffing(admin);
});
afterAll(() => app.close());

const candidates = (given: object = {}) => candidatesOf(admin, staffing.project, given);
const idOf = (position: number) => staffing.graph.people[position]!.id;

describe('pages of candidates', () => {
  async function allPages(first: number, given: object = {}): Promise<Candidates['nodes']> {
    const nodes: Candidates['nodes'] = [];
    for (let after: string | null = null; ;) {
      const page: Candidates = await candidates({ first, after, ...given });
      expect(page.nodes.length).toBeLessThanOrEqual(first);
      expect(page.pageInfo).toMatchObject({
        // There is no way to read backwards, so there is nothing to read before.
        hasPreviousPage: false,
        startCursor: page.edges[0]!.cursor,
        endCursor: page.edges.at(-1)!.cursor,
      });
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor ?? null;
    }
  }

  it.each([1, 2, 4, 9])('of %p give the whole order, nobody twice, equal fits included', async (first) => {
    expect(await allPages(first)).toEqual((await candidates()).nodes);
  });

  it('stay at the date of the first one', async () => {
    const first = await candidates({ first: 3 });
    const rest = await candidates({ asOf: null, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual((await candidates()).nodes);
    // Some months later certainty has faded, so that a page which was not pinned would show other figures.
    const later = (await candidates({ asOf: day(250) })).nodes;
    expect(later.map(({ fit }) => fit)).not.toEqual((await candidates()).nodes.map(({ fit }) => fit));
  });

  it('stay at the moment of the first one where no date was given', async () => {
    const nodes = await allPages(4, { asOf: null });
    expect(nodes.map(({ person }) => person.id).sort()).toEqual(eligible.map(idOf).sort());
  });

  const refusal = async (given: object) => {
    const { data, errors } = await admin.ask(CANDIDATES, { id: staffing.project, ...given });
    expect(data).toEqual({ project: { candidates: null } });
    return { code: errors![0]!.extensions.code, message: errors![0]!.message };
  };

  it('are refused with another date than their cursor’s', async () => {
    const after = (await candidates({ first: 3 })).pageInfo.endCursor;
    expect(await refusal({ after, asOf: day(101) })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await candidates({ after, asOf })).toBeDefined();
  });

  it('are CURSOR_EXPIRED where another calibration made the cursor', async () => {
    const after = (await candidates({ first: 3 })).pageInfo.endCursor!;
    const project = keyOfGlobalId('Project', staffing.project);
    const supposed = { requirements: null, replacing: null, people: null };
    const asked = { filterBy: null, includeAssigned: false, freeFor: null, ...supposed };
    const question = questionOf('candidates', project, asked);
    const [calibration, ...place] = app.cursors.open(question, after) as readonly [number, ...number[]];
    const former = app.cursors.seal(question, [calibration - 1, ...place]);
    expect(await refusal({ after: former })).toMatchObject({
      code: 'CURSOR_EXPIRED',
      message: expect.stringContaining('start from the first page'),
    });
  });

  it.each(['nonsense', Buffer.from('["a","b"]').toString('base64url'), ''])(
    'are refused after %p, which is no cursor',
    async (after) => {
      expect(await refusal({ after })).toMatchObject({ code: 'BAD_INPUT' });
    },
  );

  it.each([0, -1, 201])('are refused where %p are asked for', async (first) => {
    expect(await refusal({ first })).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('are refused for a date before evidence that counts', async () => {
    expect(await refusal({ asOf: day(1) })).toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('before evidence'),
    });
  });
});

describe('evidence that comes between two pages', () => {
  /** A project that requires the one skill, with two candidates, and a third person who has not answered yet. */
  async function smallProject() {
    const small = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    const work = { source: small.source, id: 'project' };
    const { projects } = await buildOrganisation(admin, {
      projects: [{ ...work, name: 'Work' }],
      requirements: [{ project: work, skill: small.skills[0]!.reference, level: 0.5 }],
    });
    await recordAll(admin, [answer(small, 0, 0), answer(small, 1, 0, { score: 0 })]);
    const id = projects[0]!;
    return { small, ask: (given: object) => admin.ask(CANDIDATES, { id, first: 1, ...given }) };
  }
  const later = (seconds: number) => ({ at: new Date(Date.now() + 1_000 * seconds).toISOString() });

  it('makes the cursor CURSOR_EXPIRED: its order no longer stands', async () => {
    const { small, ask } = await smallProject();
    const after = (await ask({})).data!.project!.candidates!.pageInfo.endCursor;
    await recordAll(admin, [answer(small, 2, 0, later(0))]);
    expect((await ask({ after })).errors![0]!.extensions.code).toBe('CURSOR_EXPIRED');
  });

  it.each([
    ['importance', { importance: 5 }],
    ['another requirement', { level: 0.8 }],
    ['one fewer', { headcount: 0 }],
  ])('%s of what is required does, too', async (_, given) => {
    const { small, ask } = await smallProject();
    const after = (await ask({})).data!.project!.candidates!.pageInfo.endCursor;
    const requirement = {
      project: { source: small.source, id: 'project' },
      skill: small.skills[0]!.reference,
      level: 0.5,
    };
    await buildOrganisation(admin, { requirements: [{ ...requirement, headcount: 3 }] });
    expect((await ask({ after })).errors).toBeUndefined();
    await buildOrganisation(admin, { requirements: [{ ...requirement, ...given }] });
    expect((await ask({ after })).errors![0]!.extensions.code).toBe('CURSOR_EXPIRED');
  });

  it('leaves the list readable where it lies ahead of the clock by less than the allowed skew', async () => {
    const { small, ask } = await smallProject();
    await recordAll(admin, [answer(small, 2, 0, later(100))]);
    expect((await ask({})).errors).toBeUndefined();
  });
});
