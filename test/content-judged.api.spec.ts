import { startApp, type TestApp } from './kit/app';
import { Course, idOfModule, minute } from './kit/capture';
import type { Client } from './kit/client';
import { soon, withdrawal } from './kit/graph';
import { VISITS_OF_MODULE } from './kit/learning-operations';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

describe('counts of visits to a module', () => {
  it('come in whole groups of five people, for everybody who judges content, and else are withheld', async () => {
    const own = await Course.build(admin, 12);
    const id = await idOfModule(admin, own.modules[0]!);
    const author = await app.as('author');
    const asked = async (client = author) => (await client.get(VISITS_OF_MODULE, { id })).module!;
    const visits = own.people.map((_, person) =>
      own.visit(person, person < 6 ? { completedAt: minute(5) } : person < 11 ? {} : { at: soon(-1) }),
    );
    await own.sendAll('visits', visits.slice(0, 4));
    expect((await asked()).visits).toEqual({
      __typename: 'Withheld',
      reason: 'Fewer than 5 people visited this module: too few to say anything of.',
    });
    await own.sendAll('visits', visits.slice(4));
    await own.sendAll('pageViews', [
      ...visits.slice(0, 7).map((visit) => own.pageView(visit, 1)),
      ...visits.slice(0, 4).map((visit) => own.pageView(visit, 2)),
    ]);
    const counts = { people: 10, visits: 10, completed: 5, left: 5, underWay: null };
    for (const client of [author, await app.as('hr'), admin, await app.as('lead', own.people[0]!.id)])
      expect(await asked(client)).toMatchObject({
        visits: { ...counts, summary: expect.stringContaining('10 people made 10 visits') },
        current: {
          visits: counts,
          pages: {
            nodes: [
              { visits: { people: 5 } },
              { visits: { __typename: 'Withheld' } },
              { visits: { __typename: 'Withheld' } },
            ],
          },
        },
      });
    await own.send(
      'visitWithdrawals',
      visits.slice(0, 8).map((visit) => withdrawal(visit)),
    );
    expect((await asked()).visits.__typename).toBe('Withheld');
    const learner = await (await app.as('person', own.people[0]!.id)).ask(VISITS_OF_MODULE, { id });
    expect(learner.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});
