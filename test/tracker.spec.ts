import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import { openBrowser, type Browser, type BrowserPage } from './kit/browser';
import { lacksChromium } from './kit/chromium';
import { CourseSite, TrackedCourse } from './kit/tracker';

const inBrowser = lacksChromium === undefined ? describe : describe.skip;
inBrowser(`the tracker in a browser${lacksChromium === undefined ? '' : ` (${lacksChromium})`}`, () => {
  let app: TestApp;
  let site: CourseSite;
  let course: TrackedCourse;
  let browser: Browser;
  beforeAll(async () => {
    site = await CourseSite.open();
    app = await startApp({ SKILLWAKE_ALLOWED_ORIGINS: site.origin });
    course = await TrackedCourse.build(await app.as('admin'), app.database, 12);
    const api = new URL(app.url).origin;
    site.show(`<!doctype html>
      <body style="height: 3000px"><video muted></video>
      <script>
        const given = Object.fromEntries(new URLSearchParams(location.search));
        const rightNow = Date.now;
        Date.now = () => rightNow() + Number(given.ahead ?? 0);
        window.sent = [];
      </script>
      <script src="${api}/capture.js"></script>
      <script>
        const capture = skillwake({ token: given.token, idleSeconds: Number(given.idle ?? 60), sendSeconds: 0.1, onSent: (...all) => sent.push(all) });
        if (given.page) capture.page(Number(given.page));
        if (given.consent) capture.consent();
      </script>`);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    site.close();
  });

  async function openAt(person: string, given: Readonly<Record<string, string>> = {}): Promise<BrowserPage> {
    const page = await browser.newPage();
    await goTo(page, person, given);
    return page;
  }

  async function goTo(page: BrowserPage, person: string, given: Readonly<Record<string, string>> = {}) {
    const query = new URLSearchParams({
      token: await course.token(person),
      consent: 'yes',
      page: '1',
      ...given,
    });
    await page.open(`${site.origin}/?${query.toString()}`);
    await page.until(
      `globalThis.capture === undefined && document.readyState === 'complete' && typeof skillwake === 'function'`,
    );
  }

  /** The page views of a person, once there are so many. */
  async function pageViews(person: string, count: number) {
    const until = performance.now() + 5_000;
    for (;;) {
      const views = await course.pageViews(person);
      if (views.length >= count) return views;
      if (performance.now() > until)
        throw new Error(`There are ${String(views.length)} page views, not ${String(count)}.`);
      await delay(50);
    }
  }

  async function moving(page: BrowserPage, milliseconds: number): Promise<number> {
    const begun = performance.now();
    while (performance.now() < begun + milliseconds) {
      await page.moveMouse();
      await delay(100);
    }
    return (performance.now() - begun) / 1_000;
  }

  it('counts the seconds of who looks and does something, as a stopwatch does', async () => {
    const person = course.nextPerson();
    const page = await openAt(person, { idle: '0.8' });
    const watched = await moving(page, 2_000);
    await page.evaluate('capture.page(2)');
    const [view] = await pageViews(person, 1);
    expect(view).toMatchObject({ page: 1, pauses: 0, revisits: 0 });
    expect(Math.abs(view!['activeSeconds']! - watched)).toBeLessThan(0.5);
    console.log(
      JSON.stringify(await course.stored(person)),
      page.complaints,
      await page.evaluate('JSON.stringify(sent)'),
    );
  });
});
