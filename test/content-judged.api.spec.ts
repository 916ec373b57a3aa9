import { startApp, type TestApp } from './kit/app';
import { Course, idOfModule, minute } from './kit/capture';
import type { Client } from './kit/client';
import { soon, withdrawal } from './kit/graph';
import { FEEDBACK_ON_MODULE, SAID, VISITS_OF_MODULE } from './kit/learning-operations';

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

describe('what people say of content', () => {
  it('is shown in whole groups of five people without names, in words from ten people on to authors', async () => {
    const own = await Course.build(admin, 12);
    const id = await idOfModule(admin, own.modules[0]!);
    const author = await app.as('author');
    const said = own.people.map((_, person) =>
      own.feedback(person, {
        rating: person < 6 ? 4 : 2,
        unclear: person < 6,
        outdated: person < 3,
        words: `Words of ${String(person)}.`,
        ...(person % 2 === 0 && { page: 2 }),
      }),
    );
    const feedback = async () => (await author.get(FEEDBACK_ON_MODULE, { id })).module!.feedback;
    await own.sendAll('feedback', said.slice(0, 4));
    expect(await feedback()).toEqual({
      __typename: 'Withheld',
      reason: 'Fewer than 5 people said something of this module: too few to show any of it.',
    });
    await own.sendAll('feedback', said.slice(4, 9));
    expect(await feedback()).toMatchObject({
      ...{ people: 5, unclear: 5, outdated: null, ratingCount: 5, meanRating: 4, words: null },
      summary: expect.stringContaining('the mean of 5 ratings is 4.0 of 5'),
    });
    await own.sendAll('feedback', said.slice(9));
    expect(await feedback()).toMatchObject({ people: 10, ratingCount: 10, words: expect.any(Array) });
    const { data, errors } = await (
      await app.as('hr')
    ).ask('query ($id: ID!) { module(id: $id) { feedback { ... on ContentFeedback { words } } } }', { id });
    expect([data, errors!.map(({ extensions }) => extensions.code)]).toEqual([undefined, ['FORBIDDEN']]);
  });

  it('is their own to read, as is the help that they gave and received', async () => {
    const own = await Course.build(admin, 3);
    const [helped, helper] = [1, 0] as const;
    await own.sendAll('feedback', [own.feedback(helped, { page: 2, rating: 5, words: 'Clear.' })]);
    const lead = await app.as('person', own.people[helped]!.id);
    await own.send('help', [own.help(helper, helped, { note: 'An hour on joins.' })], lead);
    const ofPerson = async (person: number) =>
      (await (await app.as('person', own.people[person]!.id)).get(SAID, { id: own.people[person]!.id }))
        .person!;
    expect(await ofPerson(helped)).toMatchObject({
      feedback: {
        nodes: [
          {
            ...{ module: { name: 'module-0' }, revision: { number: 2 }, page: { number: 2 }, version: null },
            ...{ unclear: true, outdated: null, rating: 5, words: 'Clear.', withdrawn: false },
            summary: expect.stringContaining(
              'of this page: it is unclear, you rate it 5 of 5, in words: Clear.',
            ),
          },
        ],
      },
      helpGiven: { nodes: [] },
      helpReceived: {
        nodes: [
          {
            ...{ givenBy: { id: own.people[helper]!.id }, person: { id: own.people[helped]!.id } },
            ...{ module: { name: 'module-0' }, skill: null, note: 'An hour on joins.' },
            attestedBy: { id: own.people[helped]!.id },
            summary: expect.stringContaining('with module-0 on 2026-01-01, as '),
          },
        ],
      },
    });
    expect(await ofPerson(helper)).toMatchObject({
      feedback: { nodes: [] },
      helpGiven: { nodes: [{ note: 'An hour on joins.' }] },
      helpReceived: { nodes: [] },
    });
  });
});
