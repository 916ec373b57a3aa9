import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSchema, parse, validate } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import { openPage } from './kit/browser';
import { lacksChromium } from './kit/chromium';
import { send } from './kit/http';
import { CourseSite, TrackedCourse } from './kit/tracker';

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'docs/capture.md'), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(text)![1]!;

let app: TestApp;
let site: CourseSite;
let course: TrackedCourse;
beforeAll(async () => {
  site = await CourseSite.open();
  app = await startApp({ SKILLWAKE_ALLOWED_ORIGINS: site.origin });
  course = await TrackedCourse.build(await app.as('admin'), app.database, 2);
});
afterAll(async () => {
  await app.close();
  site.close();
});

it('the operation of the page fits the schema', () => {
  const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
  expect(validate(schema, parse(block('graphql')))).toEqual([]);
});

it('the body of the page is recorded as it stands', async () => {
  const body = block('json').replace('TOKEN', await course.token(course.nextPerson()));
  const answer = await send(new URL('/capture', app.url).href, { body });
  const recorded = { recorded: 1, duplicates: 0, errors: [] };
  expect(answer.json).toMatchObject({ visits: recorded, pageViews: recorded, videoViews: recorded });
});

const inBrowser = lacksChromium === undefined ? it : it.skip;
inBrowser(
  `its lines record what somebody does, once they agree; its table names every call (${lacksChromium ?? 'in a browser'})`,
  async () => {
    const person = course.nextPerson();
    const lines = block('html').replace('https://skillwake.example', new URL(app.url).origin);
    site.show(
      `<!doctype html><body data-capture-token="${await course.token(person)}"><video></video><button id="finish">Finish</button>${lines}</body>`,
    );
    const page = await openPage();
    try {
      await page.open(site.origin);
      await page.until(`document.readyState === 'complete' && document.querySelector('#finish')`);
      expect(await page.evaluate(`document.querySelector('#what').textContent`)).toMatch(
        /^While you learn here, /,
      );
      const calls = [...text.matchAll(/^\| `(\w+)\([^)]*\)` \|/gm)].map(([, name]) => name);
      expect(await page.evaluate('Object.keys(capture)')).toEqual(calls);
      await page.evaluate(`document.querySelector('#agree').click()`);
      await page.evaluate(`document.querySelector('#finish').click(), capture.end()`);
      while ((await course.stored(person)).length < 2) await delay(50);
      const [visit, view] = (await course.stored(person)).sort((one, other) =>
        one.kind < other.kind ? 1 : -1,
      );
      expect(visit!.properties['completedAt']).toBeDefined();
      expect(view).toMatchObject({ kind: 'PageView', of: 1 });
      expect(page.complaints).toEqual([]);
    } finally {
      await page.close();
    }
  },
);

it('its table names every option', () => {
  const source = readFileSync(join(root, 'src/adapters/tracker/page/skillwake.js'), 'utf8');
  const [, given] = /globalThis[.]skillwake = [(][{]([^]*?)[}][)] =>/.exec(source)!;
  const taken = [...given!.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  const named = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(taken));
});
