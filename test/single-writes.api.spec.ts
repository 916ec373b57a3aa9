import { startApp, timesRun, type TestApp } from './kit/app';
import { Course } from './kit/capture';
import type { Client } from './kit/client';
import { named, openPlatform } from './kit/xapi';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const clients = 32;

describe('what many clients send one by one at a time', () => {
  it('is written together where it is about one module, and each is answered for its own', async () => {
    const course = await Course.build(admin, 2);
    const [visit, others] = [course.visit(0), course.visit(1)];
    await course.sendAll('visits', [visit, others]);
    const views = Array.from({ length: clients }, () => course.pageView(visit, 1));
    const ofAnother = course.pageView(visit, 1, { person: others.person! });
    const again = { ...views[0]!, activeSeconds: 11 };
    app.forget();
    const [mistaken, ...answers] = await Promise.all(
      [ofAnother, ...views].map((view) => course.send('pageViews', [view])),
    );
    expect(mistaken).toMatchObject({ recorded: 0, errors: [{ index: 0, code: 'CONFLICT' }] });
    expect(answers.map(({ recorded, results }) => [recorded, results[0]?.index])).toEqual(
      views.map(() => [1, 0]),
    );
    expect(timesRun(app, 'capture.writePageViews')).toBeLessThan(clients / 2);
    const twice = await Promise.all([again, ...views].map((view) => course.send('pageViews', [view])));
    expect(twice.map(({ duplicates }) => duplicates)).toEqual([0, ...views.map(() => 1)]);
    expect(twice[0]).toMatchObject({ errors: [{ code: 'CONFLICT' }] });
    expect(await course.stored(app.database)).toHaveLength(2 + clients);
  });

  it('is kept together where one platform sends it, and a conflict costs nobody else anything', async () => {
    const platform = await openPlatform(app);
    const sent = Array.from({ length: clients }, () => named());
    const first = sent[0]!;
    const conflicting = [named(), { ...first, result: { success: true } }];
    const post = (body: object) => platform.ask({ method: 'POST', body });
    expect((await post(first)).status).toBe(200);
    app.forget();
    const [refused, ...answers] = await Promise.all([conflicting, ...sent].map(post));
    expect(refused).toMatchObject({ status: 409, json: { error: { index: 1, id: first.id } } });
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      sent.map(({ id }) => [200, JSON.stringify([id])]),
    );
    expect(timesRun(app, 'statements.create')).toBeLessThan(clients / 2);
    expect((await platform.idsOf()).sort()).toEqual(sent.map(({ id }) => id).sort());
  });

  it('is not kept back by what another platform sends', async () => {
    const platforms = [await openPlatform(app), await openPlatform(app)];
    const one = named();
    const posted = platforms.map((platform) => platform.post(one, named()));
    expect((await Promise.all(posted)).map((ids) => ids.length)).toEqual([2, 2]);
  });
});
