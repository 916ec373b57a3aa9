import { randomUUID } from 'node:crypto';
import type { ActivityMappingFilter } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { until } from './kit/watching';
import { home, question, unit, XapiCourse } from './kit/xapi-course';
import { ACTIVITY_MAPPINGS } from './kit/xapi-operations';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const opened = () => XapiCourse.open(app, admin);
const registration = () => ({ context: { registration: randomUUID() } });

describe('mappings of activities', () => {
  it('make evidence of what was kept, by the IRI of the activity or of its type', async () => {
    const course = await opened();
    const source = `xapi:${course.platform.name}`;
    const definition = { type: `${home}/types/${course.learner}` };
    const objects = [{ id: `${home}/a` }, { id: `${home}/b`, definition }, { id: `${home}/c`, definition }];
    await course.platform.post(
      ...objects.map((object, minutes) => course.says('completed', minutes, { object, ...registration() })),
    );
    expect(await course.reasons()).toEqual({ ACTIVITY_UNKNOWN: 3 });
    const module = { source, id: unit };
    const mappings = [
      { activity: objects[0]!.id, module },
      { type: definition.type, module },
      { activity: objects[2]!.id, ignored: true },
    ];
    const fates = Array(3).fill('CREATED');
    expect(await course.map(...mappings)).toMatchObject({ done: 3, changed: 3, fates, errors: [] });
    await until(async () => (await course.evidence()).length === 2, 5_000);
    await until(async () => (await course.reasons())['ACTIVITY_IGNORED'] === 1, 5_000);
    expect(await course.map(...mappings)).toMatchObject({
      done: 3,
      changed: 0,
      fates: Array(3).fill('UNCHANGED'),
    });
    const others = [{ activity: objects[2]!.id, module }, { type: definition.type }];
    expect(await course.map(...others)).toMatchObject({ changed: 2, fates: ['CHANGED', 'REMOVED'] });
  });

  it('say less of a type than an external id, and less of all platforms than of one', async () => {
    const course = await opened();
    const definition = { type: `${home}/types/${course.learner}` };
    const object = { id: question, definition };
    await course.map({ type: definition.type, ignored: true });
    await course.platform.post(course.says('answered', 1, { object, result: { success: true } }));
    expect(await course.answerCount()).toBe(1);
    await course.map({ activity: question, ignored: true });
    await course.platform.post(course.says('answered', 2, { object, result: { success: true } }));
    expect(await course.answerCount()).toBe(1);
    expect(await course.reasons()).toEqual({ ACTIVITY_IGNORED: 1 });
    const other = { id: `${home}/${course.learner}` };
    await course.map({ platform: null, activity: other.id, ignored: true });
    await course.map({
      activity: other.id,
      question: { source: `xapi:${course.platform.name}`, id: question },
    });
    await course.platform.post(course.says('answered', 3, { object: other, result: { success: true } }));
    expect(await course.answerCount()).toBe(2);
  });

  it('are refused where they say two things, or name what is not there', async () => {
    const course = await opened();
    const { errors } = await course.map(
      { activity: unit, type: unit },
      { activity: unit, ignored: true, question: { source: 'x', id: 'y' } },
      { activity: unit, page: 2 },
      { activity: unit, question: { source: 'x', id: 'y' } },
    );
    expect(errors.map(({ code, fields }) => [code, fields[0]])).toEqual([
      ['INVALID', 'activity'],
      ['INVALID', 'module'],
      ['INVALID', 'revision'],
      ['NOT_FOUND', 'question'],
    ]);
  });

  it('are listed as they were said, by platform, until they are taken back', async () => {
    const course = await opened();
    const { name: platform } = course.platform;
    const source = `xapi:${platform}`;
    const type = `${home}/types/poll`;
    const said = [
      { activity: `${home}/a`, module: { source, id: unit } },
      { activity: `${home}/b`, module: { source, id: unit }, revision: 1, page: 2 },
      { activity: `${home}/c`, question: { source, id: question }, version: 1 },
      { type, ignored: true },
    ];
    await course.map(...said);
    await course.map({ platform: null, activity: `${home}/${platform}`, ignored: true });
    const nothing = { activity: null, type: null, revision: null, page: null, version: null };
    const unknown = { module: null, question: null };
    const all = [
      { ...nothing, ...unknown, activity: `${home}/a`, kind: 'MODULE', module: { name: 'Unit' } },
      {
        ...nothing,
        ...unknown,
        ...{ activity: `${home}/b`, kind: 'PAGE', module: { name: 'Unit' }, revision: 1, page: 2 },
      },
      {
        ...nothing,
        ...unknown,
        ...{ activity: `${home}/c`, kind: 'QUESTION', question: { prompt: 'Right?' }, version: 1 },
      },
      { ...nothing, ...unknown, type, kind: 'IGNORED' },
    ].map((one) => ({ platform, ...one, savedAt: expect.any(String) as string }));
    expect(await listed({ platform })).toEqual(all);
    expect(await listed({ platform, kind: 'PAGE' })).toEqual([all[1]]);
    expect(await listed({ platform, iri: type })).toEqual([all[3]]);
    expect(await listed({ iri: `${home}/${platform}` })).toMatchObject([{ platform: null, kind: 'IGNORED' }]);
    const first = await admin.get(ACTIVITY_MAPPINGS, { first: 3, filterBy: { platform } });
    expect(first.activityMappings).toMatchObject({ totalCount: 4, nodes: all.slice(0, 3) });
    const after = first.activityMappings.pageInfo.endCursor;
    const rest = await admin.get(ACTIVITY_MAPPINGS, { first: 3, after, filterBy: { platform } });
    expect(rest.activityMappings.nodes).toEqual(all.slice(3));
    await course.map({ type }, { activity: `${home}/a`, ignored: true });
    expect(await listed({ platform })).toEqual([
      { ...all[0], kind: 'IGNORED', module: null },
      ...all.slice(1, 3),
    ]);
  });

  it('are for people of the organisation to read', async () => {
    for (const role of ['author', 'lead'] as const) {
      const client = await app.as(role);
      await expect(client.get(ACTIVITY_MAPPINGS, { first: 1 })).rejects.toThrow();
    }
  });
});

async function listed(filterBy: ActivityMappingFilter) {
  const { activityMappings } = await admin.get(ACTIVITY_MAPPINGS, { first: 100, filterBy });
  return activityMappings.nodes;
}
