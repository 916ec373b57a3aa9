import { startApp, timesRun, type TestApp } from './kit/app';
import { Course, minute } from './kit/capture';
import type { Client } from './kit/client';
import { DROP_OFF } from './kit/exhaust-operations';
import { buildOrganisation, withdrawal } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { askFor } from './kit/nouns';
import { Ways, type Way } from './kit/ways';

let app: TestApp;
let admin: Client;
let author: Client;
/** Of 40 people, of whom the first 6 belong to a team within another. */
let course: Course;
let ways: Ways;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  author = await app.as('author');
  course = await Course.build(admin, 40, 0);
  ways = new Ways(admin, course);
  const { source, people } = course;
  await buildOrganisation(admin, {
    teams: [
      { source, id: 'whole', name: 'Whole' },
      { source, id: 'team', name: 'Team', broader: { source, id: 'whole' } },
    ],
    memberships: people
      .slice(0, 6)
      .map(({ reference }) => ({ team: { source, id: 'team' }, person: reference })),
  });
});
afterAll(() => app.close());

describe('a figure on content', () => {
  it('goes on only when something is known of five people more, and drops at once what is withdrawn', async () => {
    const { module, id } = await ways.moduleOf(4);
    const left = (page: number): Way => ({
      pages: [
        [1, 5],
        [page, 5],
      ],
      become: 'left',
    });
    const some = (from: number, to: number, page: number) =>
      Array.from({ length: to - from }, (_, place) => [from + place, left(page)] as const);
    expect(await ways.figureOf(id)).toMatchObject({ __typename: 'Withheld' });
    const { views } = await ways.take(module, some(10, 15, 2));
    const first = await ways.shown(id);
    expect(first).toMatchObject({ people: 5, byPage: [{ at: 2, left: 5 }] });
    await ways.take(module, some(15, 19, 3));
    expect(await ways.shown(id)).toEqual(first);
    await ways.take(module, some(19, 20, 3));
    expect(await ways.shown(id)).toMatchObject({ people: 10, byPage: [{ at: 2 }, { at: 3, left: 5 }] });
    await course.send('pageViewWithdrawals', [withdrawal(views.find(({ page }) => page === 2)!)]);
    expect(await ways.shown(id)).toMatchObject({
      people: 10,
      byPage: [{ at: 1, left: 1 }, { left: 4 }, { left: 5 }],
    });
  });

  it('is of the people of a team and of those within it, where five of them are released', async () => {
    const { module, id } = await ways.moduleOf(4);
    const way = (page: number): Way => ({
      pages: [
        [1, 5],
        [page, 5],
      ],
      become: 'left',
    });
    await ways.take(
      module,
      Array.from({ length: 12 }, (_, person) => [person, way(person < 6 ? 2 : 3)] as const),
    );
    const idOf = async (team: string) =>
      (
        await askFor<{ team: { id: string } }>(
          admin,
          'query ($source: String!, $id: ID!) { team(source: $source, id: $id) { id } }',
          { source: course.source, id: team },
        )
      ).team.id;
    const [whole, team] = [await idOf('whole'), await idOf('team')];
    expect(await ways.shown(id)).toMatchObject({ people: 12 });
    for (const cut of [whole, team])
      expect(await ways.shown(id, { team: cut })).toMatchObject({ people: 6, byPage: [{ at: 2, left: 6 }] });
    expect(await ways.figureOf(id, { team: course.people[0]!.id })).toMatchObject({ __typename: 'Withheld' });
    const empty = await ways.moduleOf(2);
    await ways.take(
      empty.module,
      Array.from({ length: 4 }, (_, person) => [person, way(2)] as const),
    );
    expect(await ways.figureOf(empty.id, { team })).toEqual({
      __typename: 'Withheld',
      reason: 'Fewer than 5 people visited this, as far as is released: too few to say anything of.',
    });
  });

  it('counts the visits of two records of one person as theirs once they are merged', async () => {
    const { module, id } = await ways.moduleOf(8);
    const way = (page: number): Way => ({
      pages: [
        [1, 5],
        [page, 5],
      ],
      become: 'left',
    });
    const people = [20, 21, 22, 23, 24, 25, 26];
    await ways.take(
      module,
      people.map((person) => [person, way(person - 18)] as const),
    );
    expect(await ways.shown(id, { revision: 1 })).toMatchObject({ people: 7 });
    await admin.get(MERGE_PEOPLE, {
      items: [{ keep: course.people[20]!.reference, merge: course.people[21]!.reference }],
    });
    const merged = await ways.shown(id);
    expect(merged.people).toBe(6);
    expect(merged.byPage.map(({ at, left }) => [at, left])).toEqual(
      [3, 4, 5, 6, 7, 8].map((page) => [page, 1]),
    );
    expect((await admin.get(DROP_OFF, { id, revision: 2 })).module!.dropOffRate).toBeNull();
  });

  it('names the page where significantly more leave than around it, and what is there', async () => {
    const { module, id } = await ways.moduleOf(8);
    const through = (to: number, become: Way['become']): Way => ({
      pages: Array.from({ length: to }, (_, page) => [page + 1, 60] as const),
      become,
    });
    await ways.take(
      module,
      Array.from({ length: 40 }, (_, person) => {
        if (person === 21) return [39, through(8, 'completed')] as const;
        return [person, person < 16 ? through(4, 'left') : through(8, 'completed')] as const;
      }),
    );
    const { standsOut, summary } = await ways.shown(id);
    expect(standsOut).toMatchObject([
      {
        ...{ page: { number: 4 }, minute: null, left: 16, expected: 0 },
        what: 'Page 4 "Page 4", a slide.',
        summary: expect.stringMatching(
          /^16 of \d+ people who came as far left on page 4 "Page 4"; around it 0 % do/,
        ),
      },
      { page: { number: 4 }, minute: 4, left: 16 },
    ]);
    expect(standsOut[0]!.probability).toBeLessThan(1e-4);
    expect(summary).toContain('left on page 4 "Page 4"');
  });

  it('is the same from a server that followed all changes as from one that reads it all now', async () => {
    const { module, id } = await ways.moduleOf(4);
    const way = (page: number): Way => ({
      pages: [
        [1, 5],
        [page, 5],
      ],
      become: 'left',
    });
    const people = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 30, 31];
    const { visits, views } = await ways.take(
      module,
      people.map((person, place) => [person, way(2 + (place % 3))] as const),
    );
    const completed = visits.slice(0, 6).map((visit) => ({ ...visit, completedAt: minute(60) }));
    const changes = [
      () => course.sendAll('visits', completed),
      () =>
        course.sendAll(
          'pageViews',
          visits.map((visit) => course.pageView(visit, 4)),
        ),
      () =>
        course.send(
          'pageViewWithdrawals',
          views.slice(0, 4).map((one) => withdrawal(one)),
        ),
      () =>
        course.send(
          'visitWithdrawals',
          visits.slice(6, 8).map((one) => withdrawal(one)),
        ),
      () =>
        admin.get(MERGE_PEOPLE, {
          items: [{ keep: course.people[30]!.reference, merge: course.people[31]!.reference }],
        }),
    ];
    let before = await ways.shown(id);
    for (const change of changes) {
      await change();
      const followed = await ways.shown(id);
      expect(followed).not.toEqual(before);
      const other = await startApp();
      expect(await ways.shown(id, {}, await other.as('admin'))).toEqual(followed);
      await other.close();
      before = followed;
    }
  });

  it('is not for those who learn, and costs as many statements for many people as for few', async () => {
    const { module, id } = await ways.moduleOf(3);
    const learner = await (await app.as('person', course.people[0]!.id)).ask(DROP_OFF, { id });
    expect(learner.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const way: Way = { pages: [[1, 5]], become: 'left' };
    const statements: (readonly string[])[] = [];
    for (const people of [[10, 11, 12, 13, 14], Array.from({ length: 25 }, (_, place) => 15 + place)]) {
      await ways.take(
        module,
        people.filter((one) => one !== 21).map((person) => [person, way] as const),
      );
      await ways.shown(id, {}, author);
      app.forget();
      await ways.shown(id, {}, author);
      statements.push([...app.statements].sort());
    }
    expect(statements[0]).toEqual(statements[1]);
    expect(timesRun(app, 'exhaust.changedVisits')).toBe(1);
  });
});
