import { startApp, type TestApp } from './kit/app';
import { Course, idOfModule, minute } from './kit/capture';
import type { Client } from './kit/client';
import { PAGE_FIGURES, SECONDS_SEEN } from './kit/exhaust-operations';
import { answer, buildGraph, buildOrganisation, recordAll, withdrawal, type TestGraph } from './kit/graph';

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let course: Course;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 10, skills: 1, questionsPerSkill: 2 });
  course = await Course.build(admin, 0, 0, graph);
});
afterAll(() => app.close());

const people = Array.from({ length: 8 }, (_, person) => person);

/** A module whose second page is long, and whose fourth asks two questions. */
async function build(name: string) {
  const { source, questions } = graph;
  const module = { source, id: name };
  const asked = questions.map(({ reference }) => ({ question: reference }));
  await buildOrganisation(admin, {
    modules: [
      {
        ...module,
        name,
        pages: [
          { title: 'Begin', kind: 'TEXT', expectedSeconds: 30 },
          { title: 'Joins', kind: 'VIDEO', expectedSeconds: 60 },
          { title: 'End', kind: 'TEXT' },
          { title: 'Quiz', kind: 'QUIZ', sections: [{ questions: asked }] },
        ],
      },
    ],
  });
  return { module, id: await idOfModule(admin, module) };
}

const pagesOf = async (id: string, client = admin) =>
  (await client.get(PAGE_FIGURES, { id })).module!.current!.pages.nodes.map(({ figures }) => figures);

it('figures of a page say how long people take, whether they come back, leave, and know more after', async () => {
  const { module, id } = await build('paged');
  expect((await pagesOf(id)).map(({ __typename }) => __typename)).toEqual(Array(4).fill('Withheld'));
  const visits = people.map((person) => course.visit(person, { module }));
  await course.sendAll('visits', visits);
  const view = (person: number, page: number, at: number, activeSeconds: number, given = {}) =>
    course.pageView(visits[person]!, page, { at: minute(at), activeSeconds, ...given });
  await course.sendAll('pageViews', [
    ...people.map((person) => view(person, 1, 1, 20 + person)),
    ...people.map((person) => view(person, 2, 2, 100 + 10 * person, { pauses: 1 })),
    // Six go on, and half of them come back to the second page.
    ...people.slice(0, 6).map((person) => view(person, 3, 5, 20)),
    ...people.slice(0, 3).map((person) => view(person, 2, 6, 30)),
    ...people.slice(0, 6).map((person) => view(person, 4, 8, 60)),
  ]);
  await recordAll(admin, [
    ...people.slice(0, 6).map((person) => answer(graph, person, 0, { score: person < 1 ? 1 : 0 })),
    ...people.slice(0, 6).map((person) => answer(graph, person, 1, { score: person < 2 ? 1 : 0 })),
    // The second answer of one, which is no first one; and somebody's who never came to the page.
    answer(graph, 5, 1, { score: 1, attempt: 2, at: minute(30) }),
    answer(graph, 9, 1, { score: 1 }),
  ]);
  // Answers are known with what is known of five people more of their page views.
  await course.sendAll(
    'pageViews',
    people.slice(0, 6).map((person) => view(person, 4, 9, 5)),
  );
  const [first, second, third, quiz] = await pagesOf(id);
  expect(first).toMatchObject({
    ...{ people: 8, medianSeconds: 23.5, firstQuartileSeconds: 21.75, thirdQuartileSeconds: 25.25 },
    ...{ low: 20, high: 27, expectedSeconds: 30, revisitRate: 0, pausesPerPerson: 0 },
    ...{ atRisk: 8, leftHere: 0, answersAfter: 12, rightAfter: 0.25, costsMoreThanItTeaches: false },
  });
  expect(second).toMatchObject({
    ...{ people: 8, medianSeconds: 145, revisitRate: 3 / 8, pausesPerPerson: 1, atRisk: 8, leftHere: 2 },
    ...{ rightAfter: 0.25, costsMoreThanItTeaches: true },
    costsMoreBecause:
      'It takes 145 seconds where 60 are expected, 38 % come back to it, and only 25 % of the answers after it are right.',
    summary: expect.stringMatching(
      /^145 seconds of active time is the median of 8 people who opened the page where 60 seconds were expected: 38 % came back to it and 2 left here; 25 % of the answers after it are right\. It costs more/,
    ),
  });
  expect(third).toMatchObject({ people: 6, expectedSeconds: null, leftHere: 0 });
  expect(quiz).toMatchObject({ people: 6, medianSeconds: 65, leftHere: 6, rightAfter: 0.25 });
  const [, rounded] = await pagesOf(id, await app.as('author'));
  expect(rounded).toMatchObject({ medianSeconds: 145, revisitRate: 0.38 });
});

it('seconds seen of a video are counted by people, five by five, who come in fives', async () => {
  const { module, id } = await build('filmed');
  const visits = people.map((person) => course.visit(person, { module }));
  await course.sendAll('visits', visits);
  const seen = async () =>
    (await admin.get(SECONDS_SEEN, { id })).module!.current!.pages.nodes[1]!.secondsSeen;
  const video = (person: number, ...segments: [number, number][]) =>
    course.videoView(visits[person]!, 2, {
      durationSeconds: 12,
      segments: segments.map(([from, to]) => ({ from, to })),
    });
  const views = people.map((person) => (person < 2 ? video(person, [0, 5]) : video(person, [0, 12])));
  await course.sendAll('videoViews', views.slice(0, 4));
  expect((await seen()).__typename).toBe('Withheld');
  await course.sendAll('videoViews', [...views.slice(4), video(5, [5, 10])]);
  expect(await seen()).toEqual({
    ...{ __typename: 'SecondsSeen', people: 8, durationSeconds: 12 },
    stretches: [
      { from: 0, people: 8, again: 0 },
      { from: 5, people: 6, again: 1 },
      { from: 10, people: 6, again: 0 },
    ],
    summary:
      '6 of 8 people who played the video saw its end, at 0:12; most is played again from 0:05 on, by 1 person.',
  });
  await course.send(
    'videoViewWithdrawals',
    views.slice(0, 4).map((one) => withdrawal(one)),
  );
  expect((await seen()).__typename).toBe('Withheld');
});
