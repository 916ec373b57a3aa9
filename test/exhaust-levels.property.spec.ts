import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import { Course, minute, pages } from './kit/capture';
import type { Client } from './kit/client';
import { answer, buildGraph, day, masteryOf, recordAll, withdrawal, type TestGraph } from './kit/graph';
import { numberOfRuns } from './kit/sampling';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';

let app: TestApp;
let admin: Client;
let catalogue: TestGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  catalogue = await buildGraph(admin, { skills: 2, questionsPerSkill: 3 });
});
afterAll(() => app.close());

const numberOfPeople = 2;
const person = fc.nat(numberOfPeople - 1);
const seconds = fc.double({ min: 0, max: 86_400, noNaN: true });
const count = fc.nat(100_000);
const exhaust = fc.record({
  person,
  completed: fc.boolean(),
  page: fc.integer({ min: 1, max: pages }),
  figures: fc.record({
    activeSeconds: seconds,
    idleSeconds: seconds,
    pauses: count,
    longestPauseSeconds: seconds,
    revisits: count,
  }),
  video: fc.option(
    fc.record({ durationSeconds: fc.integer({ min: 1, max: 7_200 }), pauses: count, seeks: count }),
  ),
  withdrawn: fc.boolean(),
});
const answers = fc.array(
  fc.record({ person, question: fc.nat(5), score: fc.constantFrom(0, 0.5, 1), day: fc.nat(30) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const histories = fc.array(fc.record({ answers, exhaust: fc.array(exhaust, { maxLength: 5 }) }), {
  minLength: 1,
  maxLength: 3,
});

/** What is stored of levels, without what names the people and their answers. */
async function statesOf(graph: TestGraph): Promise<unknown[]> {
  const stored = await storedOf(app.database, graph.people);
  const levels = await Promise.all(
    graph.people.map((_, position) => masteryOf(admin, graph, position, day(400))),
  );
  return stored.map(({ folded: [at, attempt], general, skills }, position) => ({
    ...{ at, attempt, general, skills },
    levels: [...levels[position]!],
  }));
}

async function sendExhaust(
  course: Course,
  all: readonly (typeof exhaust extends fc.Arbitrary<infer One> ? One : never)[],
) {
  const visits = all.map((one) => course.visit(one.person, one.completed ? { completedAt: minute(90) } : {}));
  const views = all.map(({ page, figures }, place) => course.pageView(visits[place]!, page, figures));
  const videos = all.flatMap(({ page, video }, place) =>
    video ? [course.videoView(visits[place]!, page, { ...video, segments: [{ from: 0, to: 1 }] })] : [],
  );
  await course.sendAll('pageViews', views);
  await course.sendAll('visits', visits);
  await course.sendAll('videoViews', videos);
  const withdrawn = all.flatMap((one, place) => (one.withdrawn ? [withdrawal(visits[place]!)] : []));
  await course.send('visitWithdrawals', withdrawn);
}

it('time on pages and pauses never move a level: states stay the same bit for bit, and a rebuild finds them', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const copies = [];
      for (const watched of [false, true]) {
        const { source, people } = await buildGraph(admin, { people: numberOfPeople });
        const graph: TestGraph = { ...catalogue, source, people };
        const course = await Course.build(admin, 0, 1, graph);
        for (const part of history) {
          const items = part.answers.map(({ day: on, ...given }) =>
            answer(graph, given.person, given.question, { score: given.score, at: day(on) }),
          );
          await recordAll(admin, items);
          if (watched) await sendExhaust(course, part.exhaust);
        }
        copies.push(graph);
      }
      const [plain, watched] = await Promise.all(copies.map(statesOf));
      expect(watched).toEqual(plain);
      await undisturbed(app.database, () => rebuildEverybody(app.database));
      expect(await statesOf(copies[1]!)).toEqual(plain);
    }),
    { numRuns: numberOfRuns(4, 60) },
  );
}, 120_000);
