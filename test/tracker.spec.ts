import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import { openBrowser, type Browser, type BrowserPage } from './kit/browser';
import { lacksChromium } from './kit/chromium';
import { CourseSite, silentVideo, TrackedCourse, type TrackedPageView } from './kit/tracker';

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

  type Given = Readonly<Record<string, string>>;

  async function openAt(person: string, given: Given = {}): Promise<BrowserPage> {
    const page = await browser.newPage();
    await goTo(page, person, given);
    return page;
  }

  async function goTo(page: BrowserPage, person: string, given: Given = {}): Promise<void> {
    const token = await course.token(person);
    const query = new URLSearchParams({ token, consent: 'yes', page: '1', ...given });
    await page.open(`${site.origin}/?${query.toString()}`);
    await page.until(`location.search === '?${query.toString()}' && document.readyState === 'complete'`);
  }

  /** The page views of a person, once there are so many. */
  async function pageViews(person: string, count: number) {
    await eventually(async () => (await course.pageViews(person)).length >= count);
    return course.pageViews(person);
  }

  async function moving(page: BrowserPage, milliseconds: number): Promise<number> {
    const begun = performance.now();
    while (performance.now() < begun + milliseconds) {
      await page.moveMouse();
      await delay(50);
    }
    return (performance.now() - begun) / 1_000;
  }

  const sum = (views: readonly TrackedPageView[], field: 'activeSeconds' | 'idleSeconds') =>
    views.reduce((total, view) => total + view[field], 0);
  const asked = ({ requested }: BrowserPage) => requested.filter((url) => url.endsWith('/capture'));
  const inStorage = 'JSON.stringify({ ...localStorage, ...sessionStorage })';

  it('sends, keeps and measures nothing before the person agrees, and says what it would', async () => {
    const person = course.nextPerson();
    const page = await openAt(person, { consent: '' });
    await moving(page, 300);
    await page.evaluate(`capture.page(2), capture.completed()`);
    await page.hide();
    await page.show();
    expect([asked(page), await page.evaluate(inStorage)]).toEqual([[], '{}']);
    const said = await page.evaluate<string>('capture.describe()');
    for (const word of [
      'page',
      'seconds',
      'pause',
      'video',
      'complete',
      'under your name',
      new URL(app.url).host,
    ])
      expect(said).toContain(word);

    await page.evaluate(`capture.consent()`);
    const watched = await moving(page, 500);
    await page.evaluate('capture.page(3)');
    const [view] = await pageViews(person, 1);
    expect(view!.page).toBe(2);
    expect(Math.abs(view!.activeSeconds - watched)).toBeLessThan(1);
    expect(page.complaints).toEqual([]);
  });

  it('sends nothing more once the person does not agree any more, and drops what it has', async () => {
    const person = course.nextPerson();
    const page = await openAt(person);
    await eventually(async () => (await course.stored(person)).length === 1);
    await page.setOffline(true);
    await page.evaluate('capture.page(2)');
    await page.evaluate('capture.refuse()');
    await page.setOffline(false);
    const before = asked(page).length;
    await page.evaluate('capture.page(1)');
    await page.closeTab();
    await goTo(await browser.newPage(), person, { consent: '' });
    expect(asked(page)).toHaveLength(before);
    expect(await course.pageViews(person)).toEqual([]);
  });

  it('counts neither a hidden tab nor an idle person as active, as a stopwatch does', async () => {
    const person = course.nextPerson();
    const page = await openAt(person, { idle: '0.6' });
    let watched = await moving(page, 1_200);
    await page.hide();
    await delay(1_400);
    await page.show();
    watched += await moving(page, 800);
    // Active for 0.6 seconds more, then idle.
    await delay(2_000);
    watched += 0.6;
    watched += await moving(page, 300);
    await page.evaluate('capture.page(2)');
    const views = await pageViews(person, 2);
    expect(views.map((view) => [view.page, view.pauses, view.revisits])).toEqual([
      [1, 0, 0],
      [1, 2, 0],
    ]);
    expect(Math.abs(sum(views, 'activeSeconds') - watched)).toBeLessThan(1);
    expect(Math.abs(sum(views, 'idleSeconds') - 2.8)).toBeLessThan(1);
    expect(Math.abs(views[1]!.longestPauseSeconds - 1.4)).toBeLessThan(0.7);
  });

  it('knows who comes back to a page, and keeps to one visit from page to page', async () => {
    const person = course.nextPerson();
    const page = await openAt(person);
    for (const number of [2, 1]) {
      // Two that are opened in one millisecond have no order.
      await delay(5);
      await page.evaluate(`capture.page(${String(number)})`);
    }
    await delay(5);
    await goTo(page, person, { page: '3' });
    await page.goBack();
    await page.until(`location.search.includes('page=1') && document.readyState === 'complete'`);
    await page.evaluate('capture.page(2)');
    const views = await pageViews(person, 5);
    expect(views.map((view) => [view.page, view.revisits])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [3, 0],
      // The browser had kept the page as it was, or loaded it anew: the person is back on page 1.
      [1, 1],
    ]);
    expect((await course.stored(person)).filter(({ kind }) => kind === 'Visit')).toHaveLength(1);
  });

  it('sends what it has as its tab is closed in the middle of a page', async () => {
    const person = course.nextPerson();
    const page = await openAt(person);
    const watched = await moving(page, 700);
    await page.closeTab();
    const [view] = await pageViews(person, 1);
    expect(Math.abs(view!.activeSeconds - watched)).toBeLessThan(1);

    // What was sent as nobody could read the answer is sent again by the next page, and changes nothing.
    const before = await course.stored(person);
    const next = await openAt(person);
    await next.until(`sent.flat(1).some((part) => part?.pageViews?.duplicates === 1)`);
    expect((await course.stored(person)).slice(0, before.length)).toEqual(before);
    expect(await next.evaluate<string>(inStorage)).not.toContain(view!.id.split('\u001f')[2]);
  });

  it('keeps what it cannot send for the next page of the same person in the same module, and for no other', async () => {
    const [person, other] = [course.nextPerson(), course.nextPerson()];
    const page = await openAt(person);
    await eventually(async () => (await course.stored(person)).length === 1);
    await page.setOffline(true);
    const watched = await moving(page, 500);
    // Nor does the browser take anything as the page closes.
    await page.evaluate(
      'navigator.sendBeacon = () => false, fetch = () => Promise.reject(), capture.page(2)',
    );
    await page.closeTab();
    await openAt(other);
    await eventually(async () => (await course.stored(other)).length === 1);
    expect(await course.pageViews(person)).toEqual([]);

    await openAt(person, { page: '3' });
    const [view] = await pageViews(person, 2);
    expect(view!.page).toBe(1);
    expect(Math.abs(view!.activeSeconds - watched)).toBeLessThan(1);
    // Their own, at most.
    expect((await course.pageViews(other)).length).toBeLessThan(2);
  });

  it('tries again by itself when the network is there again', async () => {
    const person = course.nextPerson();
    const page = await openAt(person);
    await page.setOffline(true);
    await page.evaluate('capture.page(2)');
    await page.until('sent.some(([, status]) => status === 0)');
    await page.setOffline(false);
    await pageViews(person, 1);
  });

  it('takes what a browser that crashed had written down of a page', async () => {
    const person = course.nextPerson();
    const page = await openAt(person);
    const writtenDown = `Object.entries(localStorage).find(([key, text]) => key.includes('${person}') && JSON.parse(text).isOpen)`;
    await page.until(writtenDown);
    const [key, text] = await page.evaluate<[string, string]>(writtenDown);
    await page.evaluate('capture.refuse()');
    const later = { ...(JSON.parse(text) as object), savedAt: Date.now() - 11 * 60_000 };
    const left = [key, JSON.stringify(later)].map((part) => JSON.stringify(part)).join();
    await page.evaluate(`localStorage.setItem(${left})`);
    await goTo(page, person, { page: '2' });
    expect(await pageViews(person, 1)).toMatchObject([{ page: 1, activeSeconds: expect.any(Number) }]);
  });

  it('sets times right where the clock of the computer goes ahead, and where it is behind', async () => {
    for (const hours of [-3, 3]) {
      const person = course.nextPerson();
      const page = await openAt(person, { ahead: String(hours * 3_600_000) });
      await page.evaluate('capture.page(2), capture.completed()');
      await eventually(async () => {
        const visit = (await course.stored(person)).find(({ kind }) => kind === 'Visit');
        return (
          visit?.properties['completedAt'] !== undefined && (await course.pageViews(person)).length === 1
        );
      });
      for (const { properties } of await course.stored(person))
        expect(Math.abs(Number(properties['at']) - Date.now())).toBeLessThan(90_000);
    }
  });

  it('knows which stretches of a video were played, and counts who watches as active', async () => {
    const person = course.nextPerson();
    const page = await openAt(person, { idle: '0.3' });
    await page.evaluate(`${silentVideo}, capture.video(document.querySelector('video'), 1), undefined`);
    const at = (script: string) =>
      page.evaluate(`(async (video) => { ${script} })(document.querySelector('video'))`);
    await at('await video.play()');
    await page.until(`document.querySelector('video').currentTime >= 1`);
    await at('video.currentTime = 4');
    await page.until(`document.querySelector('video').currentTime >= 4.5`);
    await at('video.pause()');
    await at('video.playbackRate = 2; await video.play()');
    await page.until(`document.querySelector('video').currentTime >= 5.5`);
    await page.evaluate('capture.page(2)');
    await eventually(async () => (await views()).length === 2);
    async function views() {
      return (await course.stored(person)).filter(({ kind }) => kind === 'VideoView');
    }
    const [first, second] = await views();
    expect(first!.properties).toMatchObject({ durationSeconds: 6, pauses: 1, seeks: 1, rate: 1 });
    const [from, to, next, last] = first!.properties['segments'] as [number, number, number, number];
    expect([from, next]).toEqual([expect.closeTo(0, 1), expect.closeTo(4, 1)]);
    expect(to).toBeGreaterThan(0.7);
    expect(to).toBeLessThan(1.6);
    expect(last).toBeGreaterThan(4.4);
    expect(last).toBeLessThan(5.2);
    expect(second!.properties).toMatchObject({
      pauses: 0,
      seeks: 0,
      rate: 2,
      segments: [expect.closeTo(last, 0), expect.any(Number)],
    });
    const [watched] = await pageViews(person, 1);
    expect(watched!.activeSeconds).toBeGreaterThan(1.8);
  });

  async function eventually(holds: () => Promise<boolean>): Promise<void> {
    const until = performance.now() + 8_000;
    while (!(await holds())) {
      if (performance.now() > until) throw new Error('It never came to that.');
      await delay(50);
    }
  }
});
