import { createHash, randomUUID } from 'node:crypto';
import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { until } from './kit/watching';
import { at, home, question, unit, XapiCourse } from './kit/xapi-course';
import { READ_STATEMENTS_AGAIN, XAPI_REPORT } from './kit/xapi-operations';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const opened = () => XapiCourse.open(app, admin);
const registration = () => ({ context: { registration: randomUUID() } });

describe('statements that are sent', () => {
  it('become answers that move a level, and change nothing when they are sent again', async () => {
    const course = await opened();
    const sent = [
      course.answers(1, { success: true }),
      course.answers(2, { score: { raw: 1, max: 4 }, response: 'b' }),
    ];
    await course.platform.post(...sent);
    const evidence = await course.evidence();
    expect(evidence).toHaveLength(2);
    expect(evidence.find(({ id }) => id === sent[1]!.id)).toMatchObject({
      ...{ kind: 'Answer', score: 0.25, response: 'b', at: Date.parse(at(2)), withdrawn: false },
    });
    expect(await course.answerCount()).toBe(2);
    await course.platform.post(...sent);
    expect(await course.evidence()).toEqual(evidence);
    expect(await course.reasons()).toEqual({});
  });

  it('make one visit of one registration, with its beginning, completion and end', async () => {
    const course = await opened();
    const visit = registration();
    await course.platform.post(course.says('launched', 0, visit));
    await course.platform.post(course.says('progressed', 5, visit), course.says('completed', 9, visit));
    await course.platform.post(
      course.says('terminated', 10, visit),
      course.says('launched', 0, registration()),
    );
    const times = { at: Date.parse(at(0)), completedAt: Date.parse(at(9)), endedAt: Date.parse(at(10)) };
    const visits = await course.evidence();
    expect(visits).toHaveLength(2);
    expect(visits).toContainEqual(expect.objectContaining({ kind: 'Visit', ...times }));
  });

  it('show a page of a module that an administrator named, in the course of the visit', async () => {
    const course = await opened();
    const source = `xapi:${course.platform.name}`;
    const page = `${unit}/page/2`;
    await course.map({ activity: page, module: { source, id: unit }, page: 2 });
    const visit = registration();
    await course.platform.post(
      course.says('launched', 0, visit),
      course.says('experienced', 1, { object: { id: page }, result: { duration: 'PT90S' }, ...visit }),
    );
    const [view, taken] = (await course.evidence()).sort(({ kind: one }, { kind: other }) =>
      one < other ? -1 : 1,
    );
    expect(view).toMatchObject({ kind: 'PageView', activeSeconds: 90, of: taken!.id });
    expect(taken).toMatchObject({ kind: 'Visit', at: Date.parse(at(0)) });
  });

  it('come from 32 writers at a time on one activity and person, and none is lost', async () => {
    const course = await opened();
    const sent = Array.from({ length: 64 }, (_, minutes) => course.answers(minutes % 60, { success: true }));
    const posted = sent.map((one, place) => course.platform.post(one, course.says('progressed', place % 60)));
    expect((await Promise.all(posted)).flat()).toHaveLength(128);
    expect(await course.answerCount()).toBe(64);
    expect(await course.evidence()).toHaveLength(65);
  });
});

describe('the actor of a statement', () => {
  const accounts = (name: string) => ({ account: { homePage: home, name } });

  it('is a person by address, whatever its letters, by its digest, by OpenID or by account', async () => {
    const course = await opened();
    const openid = `https://openid.example.org/${course.learner}`;
    await course.saveAs({ source: 'openid', id: openid });
    await course.saveAs({ source: home, id: course.learner });
    await course.saveAs({ source: `xapi:${course.platform.name}`, id: 'by-platform' });
    const actors = [
      { mbox: `mailto:${course.email.toUpperCase()}` },
      { mbox_sha1sum: createHash('sha1').update(`mailto:${course.email}`).digest('hex') },
      { openid },
      accounts(course.learner),
      accounts('by-platform'),
    ];
    await course.platform.post(
      ...actors.map((actor, minutes) => course.answers(minutes, { success: true }, { actor })),
    );
    expect(await course.reasons()).toEqual({});
    expect(new Set((await course.evidence()).map(({ of }) => of)).size).toBe(4);
    expect(await course.answerCount()).toBe(2);
  });

  it('whom nobody is known by waits until somebody is', async () => {
    const course = await opened();
    const actor = accounts(`stranger-${course.learner}`);
    await course.platform.post(course.answers(1, { success: true }, { actor }));
    expect(await course.reasons()).toEqual({ PERSON_UNKNOWN: 1 });
    await course.saveAs({ source: home, id: actor.account.name });
    await admin.get(READ_STATEMENTS_AGAIN, {});
    await until(async () => (await course.evidence()).length === 1, 5_000);
    await until(async () => (await course.report()).length === 0, 5_000);
  });

  it('with the address of several people is none of them', async () => {
    const course = await opened();
    await course.saveAs({ source: home, id: randomUUID() }, { email: course.email });
    await course.platform.post(course.answers(1, { success: true }));
    expect(await course.reasons()).toEqual({ SEVERAL_PEOPLE: 1 });
  });

  it('becomes a new person without a name where the installation wants it', async () => {
    const wanting = await startApp({ SKILLWAKE_XAPI_PEOPLE: 'provisioned' });
    try {
      const course = await XapiCourse.open(wanting, admin);
      const mbox = `mailto:new-${course.email}`;
      const actors = [
        { mbox },
        { mbox_sha1sum: createHash('sha1').update(mbox).digest('hex') },
        accounts(randomUUID()),
      ];
      for (const actor of actors) await course.platform.post(course.answers(1, { success: true }, { actor }));
      expect(new Set((await course.evidence()).map(({ of }) => of)).size).toBe(2);
      expect(await course.reasons()).toEqual({});
    } finally {
      await wanting.close();
    }
  });
});

describe('what is no evidence', () => {
  it('is kept, counted by what it has in common, and named with one example and no actor', async () => {
    const course = await opened();
    const danced = { verb: { id: 'https://example.org/verbs/danced' } };
    const unknown = { object: { id: `${home}/unknown`, definition: { type: `${home}/types/thing` } } };
    const sent = [
      course.says('', 0, danced),
      course.says('', 1, danced),
      course.says('completed', 2, unknown),
      course.answers(3, { response: 'an essay' }),
      course.says('completed', 4, { object: { id: question } }),
    ];
    await course.platform.post(...sent);
    const report = await course.report();
    expect(report).toHaveLength(4);
    expect(report[0]).toEqual({
      ...{
        platform: course.platform.name,
        reason: 'VERB',
        verb: danced.verb.id,
        type: null,
        activity: unit,
        count: 2,
      },
      summary: 'Kept, not mapped: no profile reads its verb.',
      example: sent[0]!.id,
    });
    expect(report).toContainEqual(
      expect.objectContaining({
        reason: 'ACTIVITY_UNKNOWN',
        type: `${home}/types/thing`,
        example: sent[2]!.id,
      }),
    );
    expect(await course.reasons()).toMatchObject({ NO_SCORE: 1, OTHER_KIND: 1 });
    expect(JSON.stringify(report)).not.toContain(course.learner);
  });

  it('is for people of the organisation to read and map', async () => {
    for (const role of ['author', 'lead'] as const)
      await expect(
        (await app.as(role)).get(XAPI_REPORT, { first: 1, platform: null, reason: null }),
      ).rejects.toThrow();
    await expect(admin.get(XAPI_REPORT, { first: 0, platform: null, reason: null })).rejects.toThrow('first');
  });

  it('becomes evidence once its activity is mapped, by its IRI or its type', async () => {
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

  it('is refused a mapping that says two things, or names what is not there', async () => {
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

  it('is read when the service starts, where it was stopped before it was', async () => {
    const course = await opened();
    const sent = course.says('completed', 1, { object: { id: `${home}/left` }, ...registration() });
    await course.platform.post(sent);
    await course.map({
      activity: `${home}/left`,
      question: { source: `xapi:${course.platform.name}`, id: question },
    });
    await until(async () => (await course.reasons())['OTHER_KIND'] === 1, 5_000);
    await app.database.transaction((tx) => tx.query(LEAVE_UNREAD, { id: sent.id }));
    const next = await startApp();
    const waits = async () =>
      (await course.admin.get(XAPI_REPORT, { first: 1, platform: null, reason: null })).xapiReport.unread;
    await until(async () => (await waits()) === 0, 5_000);
    await next.close();
  });
});

const LEAVE_UNREAD = statement(
  'test.leaveUnread',
  `MATCH (statement:Statement) WHERE statement.key ENDS WITH $id SET statement.waiting = 'unread'`,
  'a spec may look at everything',
);

describe('a statement that is taken back', () => {
  it('is no evidence any more', async () => {
    const course = await opened();
    const visit = registration();
    const sent = [
      course.answers(1, { success: true }),
      course.says('launched', 2, visit),
      course.answers(3, { success: true }),
    ];
    await course.platform.post(...sent);
    await course.platform.post(course.voids(sent[0]!.id, 5), course.voids(sent[1]!.id, 5));
    const evidence = await course.evidence();
    expect(
      evidence
        .filter(({ withdrawn }) => withdrawn)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['Answer', 'Visit']);
    expect(await course.answerCount()).toBe(1);
    await course.platform.post(course.says('launched', 6, visit));
    expect(
      (await course.evidence()).filter(({ kind, withdrawn }) => kind === 'Visit' && !withdrawn),
    ).toHaveLength(1);
  });

  it('was none where that came first, nor is counted among those that wait', async () => {
    const course = await opened();
    const sent = [course.answers(1, { success: true }), course.answers(2, {})];
    await course.platform.post(course.voids(sent[0]!.id, 0));
    await course.platform.post(...sent);
    expect(await course.reasons()).toEqual({ NO_SCORE: 1 });
    await course.platform.post(course.voids(sent[1]!.id, 3));
    expect(await course.reasons()).toEqual({});
    expect(await course.evidence()).toEqual([]);
  });

  it('leaves a visit of which others tell', async () => {
    const course = await opened();
    const visit = registration();
    const [launched, progressed] = [course.says('launched', 0, visit), course.says('progressed', 1, visit)];
    await course.platform.post(launched, progressed, course.voids(progressed.id, 2));
    expect(await course.evidence()).toMatchObject([{ kind: 'Visit', withdrawn: false }]);
  });
});
