import { startApp, timesRun, type TestApp } from './kit/app';
import { Course, minute } from './kit/capture';
import type { Client } from './kit/client';
import { buildOrganisation, soon, withdrawal } from './kit/graph';
import { LEARNING, PROGRESS, VISITS } from './kit/learning-operations';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { askFor } from './kit/nouns';

let app: TestApp;
let admin: Client;
/** Of three modules; the first leads a team that the others belong to. */
let course: Course;
const [lead, ann, bob, cyn, dan, eve, fay] = [0, 1, 2, 3, 4, 5, 6] as const;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  course = await Course.build(admin, 30, 3);
  const { source, people } = course;
  const person = (position: number) => people[position]!.reference;
  await buildOrganisation(admin, {
    teams: [{ source, id: 'team', name: 'Team', leads: [person(lead)] }],
    memberships: [ann, bob].map((one) => ({ team: { source, id: 'team' }, person: person(one) })),
    enrolments: [
      { person: person(ann), module: course.modules[0]!, due: '2027-01-01T00:00:00Z' },
      { person: person(ann), module: course.modules[2]!, due: '2026-12-01T00:00:00Z' },
    ],
  });
});
afterAll(() => app.close());

const idOf = (person: number) => course.people[person]!.id;
const self = (person: number) => app.as('person', idOf(person));
const learningOf = async (client: Client, person: number, variables = {}) =>
  (await client.get(LEARNING, { id: idOf(person), ...variables })).person!.learning!;
const visitsOf = async (person: number) =>
  (await (await self(person)).get(VISITS, { id: idOf(person) })).person!.visits!;
const ofModule = (position: number) => ({ module: course.modules[position]! });

describe('what somebody learns', () => {
  it('is what they have taken, where they left off and what comes next', async () => {
    const [former, latest] = [course.visit(ann, { revision: 1 }), course.visit(ann, { at: minute(60) })];
    const other = course.visit(ann, { ...ofModule(1), at: minute(90), completedAt: minute(95) });
    await course.sendAll('visits', [former, latest, other]);
    await course.sendAll('pageViews', [
      course.pageView(former, 1),
      course.pageView(former, 2),
      course.pageView(latest, 1, { at: minute(60), activeSeconds: 60, idleSeconds: 30 }),
    ]);
    const client = await self(ann);
    expect(await learningOf(client, ann)).toMatchObject({
      totalCount: 2,
      pageInfo: { onlyVisible: false },
      nodes: [
        {
          module: { name: 'module-0' },
          revision: { number: 2 },
          completed: false,
          pageCount: 3,
          place: {
            state: 'LEFT',
            at: minute(61.5),
            pagesReached: 1,
            page: { number: 1 },
            next: { number: 2 },
          },
        },
        {
          module: { name: 'module-1' },
          completed: true,
          place: { state: 'COMPLETED', page: null, next: null },
        },
      ],
    });
    const latestFirst = { orderBy: { field: 'VISITED_AT', direction: 'DESC' } };
    const { nodes } = await learningOf(client, ann, latestFirst);
    expect(nodes.map((one) => one.module.name)).toEqual(['module-1', 'module-0']);
    expect(await learningOf(client, ann, { filterBy: { completed: true } })).toMatchObject({
      totalCount: 1,
      nodes: [{ module: { name: 'module-1' } }],
    });
  });

  it('shows beside it what they are enrolled in and have not begun, by due date', async () => {
    const begun = async (value: boolean) => {
      const { person } = await askFor<{ person: { enrolments: { nodes: { module: { name: string } }[] } } }>(
        await self(ann),
        `query ($id: ID!, $begun: Boolean) { person(id: $id) {
          enrolments(filterBy: { begun: $begun }, orderBy: { field: DUE }) { nodes { module { name } } } } }`,
        { id: idOf(ann), begun: value },
      );
      return person.enrolments.nodes.map((one) => one.module.name);
    };
    expect(await begun(false)).toEqual(['module-2']);
    expect(await begun(true)).toEqual(['module-0']);
  });

  it('is under way until nothing has happened for half an hour, and again once an event arrives late', async () => {
    const visit = course.visit(cyn, { at: soon(-45) });
    await course.sendAll('visits', [visit]);
    const client = await self(cyn);
    const state = async () => (await learningOf(client, cyn)).nodes[0]!.place!.state;
    expect(await state()).toBe('LEFT');
    const view = course.pageView(visit, 3, { at: soon(-35), activeSeconds: 540 });
    await course.sendAll('pageViews', [view]);
    expect(await state()).toBe('UNDER_WAY');
    expect((await learningOf(client, cyn)).nodes[0]!.place).toMatchObject({
      page: { number: 3 },
      next: { number: 1 },
    });
    await course.send('pageViewWithdrawals', [withdrawal(view)]);
    expect(await state()).toBe('LEFT');
    await course.sendAll('visits', [{ ...visit, completedAt: soon(-40) }]);
    expect(await state()).toBe('COMPLETED');
  });

  it('is left at once where the platform says that it was closed', async () => {
    const visit = course.visit(dan, { at: soon(-5), endedAt: soon(-1) });
    await course.sendAll('visits', [visit]);
    expect((await visitsOf(dan)).nodes[0]).toMatchObject({ state: 'LEFT', completedAt: null });
    await course.sendAll('pageViews', [course.pageView(visit, 1, { at: soon(-0.5), activeSeconds: 1 })]);
    expect((await visitsOf(dan)).nodes[0]).toMatchObject({ state: 'UNDER_WAY', leftAt: null });
  });

  it('is known of a visit whose start has not arrived', async () => {
    const visit = course.visit(eve);
    await course.sendAll('pageViews', [course.pageView(visit, 2)]);
    expect((await learningOf(await self(eve), eve)).nodes).toMatchObject([
      { place: { next: { number: 3 } } },
    ]);
    expect((await visitsOf(eve)).nodes).toMatchObject([{ startedAt: null, pagesReached: 1 }]);
  });

  it('forgets a withdrawn visit, which its person still finds on record', async () => {
    const visit = course.visit(fay);
    await course.sendAll('visits', [visit]);
    await course.sendAll('pageViews', [course.pageView(visit, 1)]);
    await course.send('visitWithdrawals', [withdrawal(visit)]);
    expect((await learningOf(await self(fay), fay)).nodes).toEqual([]);
    expect((await visitsOf(fay)).nodes).toMatchObject([{ withdrawn: true }]);
  });

  it('is, for those who see the person, what they were enrolled in, and nothing of when and where', async () => {
    const leader = await app.as('lead', idOf(lead));
    for (const client of [leader, await app.as('hr'), admin]) {
      const { person } = await client.get(PROGRESS, { id: idOf(ann) });
      expect(person!.learning).toEqual({
        pageInfo: { onlyVisible: true },
        nodes: [
          {
            module: { name: 'module-0' },
            completed: false,
            summary: expect.stringMatching(/has begun module-0 \(revision 2, 3 pages\) and not completed it/),
          },
        ],
      });
    }
    const refused = await leader.ask(LEARNING, { id: idOf(ann) });
    expect(refused.data).toMatchObject({ person: { learning: { nodes: [{ place: null }] } } });
    expect(refused.errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const byTime = await leader.ask(
      `query ($id: ID!) { person(id: $id) { learning(orderBy: { field: VISITED_AT }) { totalCount } } }`,
      { id: idOf(ann) },
    );
    expect(byTime).toMatchObject({
      data: { person: { learning: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const stranger = await (await self(bob)).ask(PROGRESS, { id: idOf(ann) });
    expect(stranger.data).toEqual({ person: null });
  });

  it('costs as many statements for many modules as for one', async () => {
    const statements: (readonly string[])[] = [];
    for (const person of [ann, eve]) {
      const client = await self(person);
      app.forget();
      await learningOf(client, person);
      statements.push([...app.statements].sort());
    }
    expect(statements[0]).toEqual(statements[1]);
    expect(timesRun(app, 'learning.pagesByNumber')).toBe(1);
  });
});

describe('visits', () => {
  it('have the time on their pages and what was seen of videos, for their person alone', async () => {
    const visit = course.visit(bob);
    await course.sendAll('visits', [visit]);
    const figures = { activeSeconds: 12.5, idleSeconds: 3, pauses: 2, longestPauseSeconds: 2.5, revisits: 1 };
    await course.sendAll('pageViews', [
      course.pageView(visit, 1, { at: minute(1) }),
      course.pageView(visit, 2, { at: minute(2), ...figures }),
    ]);
    await course.sendAll('videoViews', [
      course.videoView(visit, 2, {
        at: minute(2),
        durationSeconds: 12,
        segments: [
          { from: 0, to: 6 },
          { from: 4, to: 6 },
        ],
        pauses: 1,
        seeks: 1,
        rate: 2,
      }),
    ]);
    const { nodes } = await visitsOf(bob);
    expect(nodes).toMatchObject([
      {
        externalId: { value: visit.id },
        state: 'LEFT',
        startedAt: minute(0),
        leftAt: minute(2 + 15.5 / 60),
        pagesReached: 2,
        activeSeconds: 22.5,
        lastPage: { number: 2 },
        summary: expect.stringContaining('opened 2 pages and left on 2026-01-01'),
        pageViews: {
          nodes: [
            { page: { number: 1 }, wasLast: false },
            {
              ...figures,
              openedAt: minute(2),
              wasLast: true,
              summary: expect.stringContaining('for 13 seconds, with 2 pauses, the longest of 3 seconds'),
            },
          ],
        },
        videoViews: {
          nodes: [{ secondsSeen: [6, 2, 0], shareSeen: 0.5, pauses: 1, seeks: 1, rate: 2 }],
        },
      },
    ]);
  });

  it('are joined when two records of one person are merged, unless the one asks for it themselves', async () => {
    const [kept, merged, other] = [20, 21, 22];
    await course.sendAll('visits', [course.visit(kept), course.visit(merged), course.visit(other)]);
    const merge = (client: Client, one: number) =>
      client.get(MERGE_PEOPLE, {
        items: [{ keep: course.people[kept]!.reference, merge: course.people[one]!.reference }],
      });
    await merge(admin, merged);
    expect((await visitsOf(kept)).totalCount).toBe(2);
    expect((await learningOf(await self(kept), kept)).totalCount).toBe(1);
    await merge(await app.as('hr', idOf(kept)), other);
    expect((await visitsOf(kept)).totalCount).toBe(2);
  });
});
