import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { parts } from './kit/graph';
import { numberOfRuns } from './kit/sampling';
import type { Statement } from './kit/xapi';
import { unit, XapiCourse } from './kit/xapi-course';

const data = resolve(__dirname, '../../shared/data');
const moodle = resolve(data, 'xapi-moodle/statements.jsonl.gz');
const videos = resolve(data, 'video-statements/statements.jsonl.gz');
const where = existsSync(moodle) && existsSync(videos) ? describe : describe.skip;

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_XAPI_PEOPLE: 'provisioned' });
  admin = await app.as('admin');
});
afterAll(() => app.close());

where('the statements of real platforms, where ../shared/data is there, sent twice', () => {
  it('of Moodle become evidence or are named in the report, and the second time change nothing', async () => {
    const course = await XapiCourse.open(app, admin);
    const statements = linesOf<{ statement: Statement }>(moodle).map(({ statement }) => statement);
    const module = { source: `xapi:${course.platform.name}`, id: unit };
    const question = { source: module.source, id: 'https://lms.example.org/question/1' };
    const interaction = 'http://adlnet.gov/expapi/activities/cmi.interaction';
    const types = [...new Set(statements.flatMap(typesIn))].filter((type) => type !== interaction);
    await course.map({ type: interaction, question }, ...types.map((type) => ({ type, module })));
    await course.platform.post(...statements);
    const [evidence, report] = [await course.evidence(), await course.report()];
    await course.platform.post(...statements);
    expect(await course.evidence()).toEqual(evidence);
    expect(await course.report()).toEqual(report);
    // Grades of what is mapped to a module are of another kind.
    expect(await course.reasons()).toEqual({
      ...{ GRADE_OF_A_SLOT: 1, NOT_LEARNING: 71, NO_SCORE: 4, OPINION: 7 },
      ...{ OTHER_KIND: 2, OTHER_PERSON: 1, TAKEN_BACK: 1 },
    });
    expect(kindsOf(evidence)).toEqual({ Answer: 16, Visit: 4 });
  });

  it('of videos tell how often each second was played, in either order', async () => {
    const all = linesOf<Statement>(videos);
    const statements = all.slice(0, numberOfRuns(500, all.length));
    const inOrder = await watch(statements);
    const inReverse = await watch([...statements].reverse());
    expect(inOrder.seconds).toBeGreaterThan(10_000);
    expect(inReverse.seconds).toBeCloseTo(inOrder.seconds, 3);
    expect(inReverse.reasons).toEqual(inOrder.reasons);
  });
});

async function watch(statements: readonly Statement[]) {
  const course = await XapiCourse.open(app, admin);
  const module = { source: `xapi:${course.platform.name}`, id: unit };
  await course.map({ type: 'https://w3id.org/xapi/video/activity-type/video', module, page: 1 });
  for (const batch of parts(statements, 500)) await course.platform.post(...batch);
  const evidence = await course.evidence();
  for (const batch of parts(statements, 500)) await course.platform.post(...batch);
  expect(await course.evidence()).toEqual(evidence);
  const views = evidence as { segments?: readonly number[] }[];
  const seconds = views
    .flatMap(({ segments = [] }) => segments)
    .reduce((sum, bound, place) => sum + (place % 2 === 0 ? -bound : bound), 0);
  return { seconds, reasons: await course.reasons() };
}

function linesOf<Line>(file: string): Line[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

function typesIn(statement: Statement): string[] {
  return [...JSON.stringify(statement).matchAll(/"type":"([^"]+)"/g)].flatMap(([, type]) => type ?? []);
}

function kindsOf(evidence: readonly { readonly kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of evidence) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
