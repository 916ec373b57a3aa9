import { startApp, type TestApp } from './kit/app';
import { Course, idOfModule, minute } from './kit/capture';
import type { Client } from './kit/client';
import { diagnosesOf, problemsOf, PUBLISH_REVISION } from './kit/diagnosis';
import { buildOrganisation, soon } from './kit/graph';
import { LACKS_AND_PEOPLE, movedClock } from './kit/reports';

let app: TestApp;
let admin: Client;
let author: Client;
beforeAll(async () => {
  app = await startApp();
  [admin, author] = [await app.as('admin'), await app.as('author')];
});
afterAll(() => app.close());

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const titles = ['Welcome', 'Prices', 'Discounts', 'Contracts', 'Returns', 'Summary'];
const pages = titles.map((title) => ({ title, kind: 'SLIDE', expectedSeconds: 60 }));
const discounts = 3;

/** People who read all pages in about a minute each, but for one that they struggle with and half of them leave at. */
async function read(own: Course, people: readonly number[], struggling: boolean, at = minute(0)) {
  const visits = people.map((person) => own.visit(person, { at }));
  await own.sendAll('visits', visits);
  const views = visits.flatMap((visit, place) => {
    const leaves = struggling && place % 2 === 0;
    return upTo(leaves ? discounts : pages.length, 1).map((page) => {
      const hard = struggling && page === discounts;
      return own.pageView(visit, page, {
        at,
        activeSeconds: (hard ? 230 : 55) + ((place * 7 + page * 3) % 11),
        revisits: hard ? 3 : 0,
        pauses: hard ? 3 : 0,
      });
    });
  });
  await own.sendAll('pageViews', views);
  if (struggling)
    await own.sendAll(
      'feedback',
      people.map((person) => own.feedback(person, { page: discounts, unclear: true, at })),
    );
}

async function course(): Promise<{ own: Course; module: string }> {
  const own = await Course.build(admin, 50);
  await buildOrganisation(admin, { modules: [{ ...own.modules[0]!, name: 'Sales', pages }] });
  return { own, module: await idOfModule(admin, own.modules[0]!) };
}

/** How many people met a problem today, as the daily report has it. */
async function peopleSinceOf(problem: string) {
  const { dailyReport } = await author.get(LACKS_AND_PEOPLE, {});
  return dailyReport!.modules.flatMap(({ problems }) => problems).find((one) => one.problem.id === problem)
    ?.peopleSince;
}

async function peopleSinceTomorrow(problem: string) {
  const clock = movedClock();
  try {
    clock.set(Date.now() + 86_400_000);
    return await peopleSinceOf(problem);
  } finally {
    clock.stop();
  }
}

describe('a page that people struggle with and leave', () => {
  it('is at fault, and so is its module, with what speaks for it, until a clearer page is there', async () => {
    const { own, module } = await course();
    await read(own, upTo(20), true);
    const found = await diagnosesOf(author, module);
    expect(found.pages[discounts - 1]).toMatchObject({
      ...{ verdict: 'CONTENT_PROBLEM', people: 20 },
      summary: expect.stringContaining('The page is likely at fault'),
      remedy: expect.any(String),
    });
    const { reasons } = found.pages[discounts - 1] as { reasons: { kind: string; sentence: string }[] };
    expect(reasons).toContainEqual({
      ...{ kind: 'SECONDS', value: expect.any(Number), usual: expect.any(Number) },
      sentence: expect.stringMatching(/^People take 23\d.* seconds of active time, where .* are usual[.]$/),
    });
    for (const [place, page] of found.pages.entries())
      if (place !== discounts - 1) expect(page).toMatchObject({ verdict: 'SOUND' });
    expect(found.diagnosis).toMatchObject({
      verdict: 'CONTENT_PROBLEM',
      summary: expect.stringContaining('1 of 6 pages likely at fault; the worst is a page'),
    });
    const [problem, ...others] = await problemsOf(author, module);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      ...{ closedAt: null, on: { title: 'Discounts' }, peopleAffected: 20, modules: [{ id: module }] },
      summary: expect.stringContaining('the page “Discounts” is likely at fault'),
    });
    expect(await peopleSinceOf(problem!.id)).toBe(20);
    const clearer = pages.map((page) => ({ ...page, expectedSeconds: 61 }));
    const { publishRevision } = await author.get(PUBLISH_REVISION, {
      module: { ...own.modules[0]!, pages: clearer, note: 'An example before the rule.' },
      solves: [problem!.id],
    });
    expect(publishRevision).toMatchObject({ errors: [], problems: [{ id: problem!.id, closedAt: null }] });
    expect(await problemsOf(author, module)).toMatchObject([{ id: problem!.id, closedAt: null }]);
    expect(await peopleSinceTomorrow(problem!.id)).toBe(0);
    await read(own, upTo(20, 20), false, soon(-1));
    expect(await problemsOf(author, module)).toMatchObject([
      { id: problem!.id, closedBecause: 'SOLVED', closedAt: expect.any(String) },
    ]);
  });

  it('is not told of before five people read it, to anybody', async () => {
    const { own, module } = await course();
    await read(own, upTo(4), true);
    for (const client of [author, admin]) {
      const { diagnosis, pages: found } = await diagnosesOf(client, module);
      expect(diagnosis).toEqual({
        __typename: 'Withheld',
        reason: 'Fewer than 5 people took this module: too few to say anything of.',
      });
      for (const page of found) expect(page).toMatchObject({ __typename: 'Withheld' });
    }
  });
});
