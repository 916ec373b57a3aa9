import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { at, unit, XapiCourse } from './kit/xapi-course';

let servers: readonly [TestApp, TestApp];
beforeAll(async () => {
  servers = [await startApp(), await startApp()];
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;

/** Says of a session of a video how much of it was played when it was paused. */
function paused(course: XapiCourse, session: string, minutes: number, seconds: number) {
  return {
    ...{ id: randomUUID(), actor: { mbox: `mailto:${course.email}` }, timestamp: at(minutes) },
    verb: { id: 'https://w3id.org/xapi/video/verbs/paused' },
    object: { id: unit },
    result: { extensions: { [extension('played-segments')]: `0[.]${String(seconds)}` } },
    context: {
      contextActivities: { category: [{ id: 'https://w3id.org/xapi/video' }] },
      extensions: { [extension('session-id')]: session, [extension('length')]: 120 },
    },
  };
}

it('a stretch of which two servers hear at once counts once', async () => {
  const course = await XapiCourse.open(servers[0], await servers[0].as('admin'));
  const module = { source: `xapi:${course.platform.name}`, id: unit };
  await course.map({ activity: unit, module, page: 1 });
  const sessions = Array.from({ length: 40 }, () => randomUUID());
  const post = async (server: TestApp, minutes: number, seconds: number): Promise<void> => {
    const { status } = await fetch(new URL('/xapi/statements', server.url), {
      method: 'POST',
      headers: {
        authorization: course.platform.authorization,
        'x-experience-api-version': '1.0.3',
        'content-type': 'application/json',
      },
      body: JSON.stringify(sessions.map((session) => paused(course, session, minutes, seconds))),
    });
    expect(status).toBe(200);
  };
  for (const round of [0, 1, 2])
    await Promise.all(
      servers.map((server, place) => post(server, 2 * round + place, 20 * (round + 1) + 5 * place)),
    );
  const evidence = await course.evidence();
  const views = evidence as readonly { readonly of: string | undefined; readonly segments?: number[] }[];
  const played = new Map<string | undefined, number>();
  for (const { of, segments = [] } of views)
    for (let place = 0; place < segments.length; place += 2)
      played.set(of, (played.get(of) ?? 0) + segments[place + 1]! - segments[place]!);
  expect([...played.values()]).toEqual(sessions.map(() => 65));
  expect(await course.reasons()).toEqual({});
}, 60_000);
