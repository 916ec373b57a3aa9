import { statement } from '../src/graph/driver/statement';
import { startApp, timesRun, type TestApp } from './kit/app';
import { Course, minute, type CaptureKind } from './kit/capture';
import type { Client } from './kit/client';
import { soon, withdrawal, type Reference } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { deleteNouns, nounKinds } from './kit/nouns';

let app: TestApp;
let admin: Client;
let course: Course;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  course = await Course.build(admin, 4);
});
afterAll(() => app.close());

const recorded = { recorded: 1, duplicates: 0, errors: [] };
const duplicate = { recorded: 0, duplicates: 1, errors: [] };
const conflict = (...fields: string[]) => ({ recorded: 0, errors: [{ index: 0, code: 'CONFLICT', fields }] });

const OF_ITEM = statement<{ labels: string[]; withdrawn: boolean; started: boolean; ends: string[] }>(
  'test.capturedItem',
  `MATCH (evidence:Evidence {id: $id})
   RETURN [label IN labels(evidence) WHERE label <> 'Evidence'] AS labels, evidence.withdrawn AS withdrawn,
     evidence.hash IS NOT NULL AS started, COLLECT { MATCH (evidence)-[end]->() RETURN type(end) ORDER BY type(end) } AS ends`,
);
const stored = async (kind: string, { source, id }: Reference) =>
  (await app.database.query(OF_ITEM, { id: [kind, source, id].join('\u001f') }))[0];

/** Of each kind an item, and another of the same id that says something else. */
function ofEachKind(): [kind: CaptureKind, withdrawals: CaptureKind, item: Reference, other: Reference][] {
  const visit = course.visit(0);
  const start = course.visit(0);
  const page = course.pageView(visit, 1);
  const video = course.videoView(visit, 2);
  return [
    ['visits', 'visitWithdrawals', start, { ...start, at: minute(1) } as Reference],
    ['pageViews', 'pageViewWithdrawals', page, { ...page, activeSeconds: 11 } as Reference],
    ['videoViews', 'videoViewWithdrawals', video, { ...video, seeks: 1 } as Reference],
  ];
}
const kinds = ['visits', 'pageViews', 'videoViews'].map((kind, place) => [kind, place] as const);

describe.each(kinds)('%s', (_, place) => {
  it('are recorded once, however often they are sent; of two with one id the first stands', async () => {
    const [kind, , item, other] = ofEachKind()[place]!;
    expect(await course.send(kind, [item, item])).toMatchObject({ recorded: 1, duplicates: 1 });
    expect(await course.send(kind, [item])).toMatchObject(duplicate);
    expect(await course.send(kind, [other])).toMatchObject(conflict('source', 'id'));
  });

  it('are withdrawn once, before or after they come', async () => {
    const [kind, withdrawals, item] = ofEachKind()[place]!;
    await course.sendAll(kind, [item]);
    expect(await course.send(withdrawals, [withdrawal(item)])).toMatchObject(recorded);
    expect(await course.send(withdrawals, [withdrawal(item)])).toMatchObject(duplicate);
    const after = await stored(kind.slice(0, -1), item);

    const [, , early] = ofEachKind()[place]!;
    expect(await course.send(withdrawals, [withdrawal(early)])).toMatchObject(recorded);
    expect(await course.send(kind, [early])).toMatchObject(recorded);
    expect(await course.send(kind, [early])).toMatchObject(duplicate);
    expect(after).toMatchObject({ withdrawn: true, started: true });
    expect(await stored(kind.slice(0, -1), early)).toEqual(after);
  });

  it('a bad item is named, and costs no other', async () => {
    const [kind, , item] = ofEachKind()[place]!;
    const bad = [
      { ...item, id: 'nobody', person: { source: course.source, id: 'nobody' } },
      { ...item, id: 'no-module', module: { source: course.source, id: 'none' } },
      { ...item, id: 'no-revision', visit: 'none', revision: 9 },
      { ...item, id: 'ahead', at: soon(10) },
      { ...item, id: 'no-time', at: 'yesterday' },
    ];
    const { recorded: count, errors } = await course.send(
      kind,
      [...bad.slice(0, 3), item, ...bad.slice(3)].map((one) =>
        kind === 'visits' ? { ...one, visit: undefined } : one,
      ),
    );
    expect(count).toBe(1);
    expect(errors.map(({ index, code, fields }) => [index, code, ...fields])).toEqual([
      [0, 'NOT_FOUND', 'person'],
      [1, 'NOT_FOUND', 'module'],
      [2, 'NOT_FOUND', 'revision'],
      [4, 'TIME_AHEAD', 'at'],
      [5, 'INVALID', 'at'],
    ]);
  });

  it('are for those to record who may record the evidence of others', async () => {
    const [kind, , item] = ofEachKind()[place]!;
    for (const role of ['person', 'lead', 'author'] as const)
      await expect(course.send(kind, [item], await app.as(role, course.people[0]!.id))).rejects.toThrow(
        /may not select/u,
      );
  });
});

describe('a visit', () => {
  it('may be told to be completed and ended later, in any order, and once', async () => {
    const visit = course.visit(0);
    const completed = { ...visit, completedAt: minute(30) };
    const both = { ...completed, endedAt: minute(31) };
    expect(await course.send('visits', [completed])).toMatchObject(recorded);
    expect(await course.send('visits', [visit, completed, both, both])).toMatchObject({
      recorded: 1,
      duplicates: 3,
    });
    expect(await course.send('visits', [{ ...visit, endedAt: minute(31) }])).toMatchObject(duplicate);
    expect(await course.send('visits', [{ ...both, completedAt: minute(29) }])).toMatchObject(
      conflict('completedAt'),
    );
    expect(await course.send('visits', [{ ...course.visit(0), endedAt: minute(-1) }])).toMatchObject({
      errors: [{ code: 'INVALID', fields: ['endedAt'] }],
    });
    expect(await course.send('visits', [{ ...course.visit(0), completedAt: soon(10) }])).toMatchObject({
      errors: [{ code: 'TIME_AHEAD', fields: ['completedAt'] }],
    });
  });

  it('two writers who say otherwise of the same visit: one is told of the conflict', async () => {
    const visit = course.visit(0);
    await course.sendAll('visits', [visit]);
    const payloads = await Promise.all(
      [10, 20, 30].map((at) => course.send('visits', [{ ...visit, completedAt: minute(at) }])),
    );
    expect(payloads.map(({ recorded: count }) => count).sort()).toEqual([0, 0, 1]);
  });
});

describe('a view before its visit', () => {
  it('stands with a stub, which the visit completes', async () => {
    const visit = course.visit(1, { revision: 1 });
    const view = course.pageView(visit, 3);
    await course.sendAll('pageViews', [view, course.pageView(visit, 1)]);
    const stub = { labels: ['Visit'], withdrawn: false, ends: ['OF', 'TAKEN_BY'] };
    expect(await stored('visit', visit)).toEqual({ ...stub, started: false });
    await course.sendAll('videoViews', [course.videoView(visit, 2)]);
    expect(await course.send('visits', [visit])).toMatchObject(recorded);
    expect(await course.send('visits', [visit])).toMatchObject(duplicate);
    expect(await stored('visit', visit)).toEqual({ ...stub, started: true });
    expect(await course.send('pageViews', [view])).toMatchObject(duplicate);
  });

  it('takes the place that a withdrawal of the visit holds', async () => {
    const visit = course.visit(1);
    await course.sendAll('visitWithdrawals', [withdrawal(visit)]);
    await course.sendAll('pageViews', [course.pageView(visit, 1)]);
    const stub = { labels: ['Visit'], withdrawn: true, ends: ['OF', 'TAKEN_BY'] };
    expect(await stored('visit', visit)).toEqual({ ...stub, started: false });
    await course.sendAll('visits', [visit]);
    expect(await stored('visit', visit)).toEqual({ ...stub, started: true });
  });

  it.each<[what: string, field: string, other: (visit: Reference) => object]>([
    ['person', 'person', () => ({ person: course.people[2]!.reference })],
    ['revision', 'revision', () => ({ revision: 2 })],
  ])('of another %s than the visit is a conflict, whichever comes first', async (_, field, other) => {
    const [first, second] = [course.visit(1, { revision: 1 }), course.visit(1, { revision: 1 })];
    await course.sendAll('visits', [first]);
    expect(await course.send('pageViews', [{ ...course.pageView(first, 1), ...other(first) }])).toMatchObject(
      conflict(field),
    );
    await course.sendAll('pageViews', [course.pageView(second, 1)]);
    expect(await course.send('visits', [{ ...second, ...other(second) }])).toMatchObject(conflict(field));
    expect(await course.send('visits', [second])).toMatchObject(recorded);
    // One that is itself in conflict says nothing of a visit.
    const third = course.visit(1, { revision: 1 });
    const taken = course.pageView(second, 2);
    await course.sendAll('pageViews', [taken]);
    const views = [{ ...taken, visit: third.id, ...other(third) }, course.pageView(third, 1)];
    expect(await course.send('pageViews', views)).toMatchObject({ recorded: 1, errors: [{ index: 0 }] });
  });

  it('is of the revision of the visit where it names none, and of a page that this has', async () => {
    const visit = course.visit(1, { revision: 1 });
    await course.sendAll('visits', [visit]);
    const view = course.pageView({ ...visit, revision: null }, 1);
    await course.sendAll('pageViews', [view]);
    expect((await course.stored(app.database)).filter((item) => item.includes(view.id))).toEqual([
      expect.stringContaining('OF 1.1'),
    ]);
    expect(await course.send('pageViews', [course.pageView(visit, 9)])).toMatchObject({
      errors: [{ code: 'NOT_FOUND', fields: ['page'] }],
    });
  });

  it('of one visit, from several writers at once, are all there', async () => {
    const visits = [course.visit(1), course.visit(2), course.visit(3)];
    const batches = Array.from({ length: 6 }, (_, writer) =>
      writer === 5 ? visits : visits.map((visit) => course.pageView(visit, (writer % 3) + 1)),
    );
    const payloads = await Promise.all(
      batches.map((items, writer) => course.send(writer === 5 ? 'visits' : 'pageViews', items)),
    );
    expect(payloads.map(({ recorded: count, errors }) => [count, errors])).toEqual(
      batches.map(() => [visits.length, []]),
    );
  });
});

it('a video view says what was played within the video', async () => {
  const visit = course.visit(0);
  const played = (segments: object[]) =>
    course.send('videoViews', [course.videoView(visit, 1, { segments })]);
  expect(
    await played([
      { from: 10, to: 60 },
      { from: 0, to: 10 },
    ]),
  ).toMatchObject(recorded);
  expect(await played([])).toMatchObject(recorded);
  for (const [segment, field] of [
    [{ from: 0, to: 62 }, 'segments.0.to'],
    [{ from: 5, to: 4 }, 'segments.0.to'],
    [{ from: -1, to: 4 }, 'segments.0.from'],
    [{ from: 1 }, 'segments.0.to'],
  ] as const)
    expect(await played([segment])).toMatchObject({ errors: [{ code: 'INVALID', fields: [field] }] });
});

it('evidence of people who become one is theirs, and is known again', async () => {
  const own = await Course.build(admin, 3);
  const visits = [own.visit(0), own.visit(1), own.visit(2)];
  const views = visits.map((visit) => own.pageView(visit, 1));
  await own.sendAll('visits', visits);
  await own.sendAll('pageViews', views);
  const [keep, merge] = own.people;
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: [{ keep: keep!.reference, merge: merge!.reference }],
  });
  expect(mergePeople.errors).toEqual([]);
  expect(await own.send('visits', visits)).toMatchObject({ duplicates: 3, errors: [] });
  expect(await own.send('pageViews', views)).toMatchObject({ duplicates: 3, errors: [] });
  // Either name is theirs.
  expect(
    await own.send('pageViews', [{ ...own.pageView(visits[1]!, 2), person: keep!.reference }]),
  ).toMatchObject(recorded);
  const taken = (await own.stored(app.database)).filter((item) => item.includes('TAKEN_BY person 0'));
  expect(taken).toHaveLength(2);
});

it('a batch costs the same statements, three rounds of them, whatever its size', async () => {
  const visits = Array.from({ length: 40 }, () => course.visit(0));
  await course.sendAll('visits', visits);
  const ran: string[][] = [];
  for (const size of [1, 20]) {
    app.forget();
    await course.sendAll(
      'pageViews',
      visits.slice(size, 2 * size).map((visit) => course.pageView(visit, 1)),
    );
    ran.push([...app.statements].sort());
  }
  expect(ran[1]).toEqual(ran[0]);
  expect(ran[0]).toHaveLength(6);
  expect(timesRun(app, 'recording.lockPeople')).toBe(0);
});

it('what was visited is archived where it would be deleted', async () => {
  const own = await Course.build(admin, 1, 2);
  const visit = own.visit(0);
  await own.sendAll('pageViews', [own.pageView(visit, 1)]);
  const status = async (type: string, references: readonly Reference[]) => {
    const kind = nounKinds.find((one) => one.type === type)!;
    return (await deleteNouns(admin, kind, references)).results.map((result) => result.status);
  };
  expect(await status('Module', own.modules)).toEqual(['ARCHIVED', 'DELETED']);
  expect(await status('Person', [own.people[0]!.reference])).toEqual(['ARCHIVED']);
});
