import { startApp, type TestApp } from './kit/app';
import { Course, minute } from './kit/capture';
import { withdrawal } from './kit/graph';
import { ImportFolder, ndjson } from './kit/importing';

let app: TestApp;
let folder: ImportFolder;
let course: Course;
beforeAll(async () => {
  app = await startApp();
  course = await Course.build(await app.as('admin'), 2);
  folder = await ImportFolder.open(app.database);
});
afterAll(async () => {
  await folder.close();
  await app.close();
});

describe('an import of visits and views', () => {
  it('takes them in any order with their withdrawals, and again without harm', async () => {
    const [visit, stub] = [course.visit(0), course.visit(1)];
    const [view, video] = [course.pageView(visit, 1), course.videoView(stub, 2)];
    const said = course.feedback(1);
    const lines = [
      { kind: 'visitWithdrawals', ...withdrawal(stub) },
      { kind: 'pageViewWithdrawals', ...withdrawal(view) },
      { kind: 'videoViews', item: video },
      { kind: 'pageViews', item: view },
      { kind: 'pageViews', item: { ...course.pageView(visit, 2), activeSeconds: -1 } },
      { kind: 'visits', item: { ...visit, completedAt: minute(9) } },
      { kind: 'videoViewWithdrawals', ...withdrawal(video) },
      { kind: 'feedbackWithdrawals', ...withdrawal(said) },
      { kind: 'help', item: course.help(0, 1) },
      { kind: 'feedback', item: said },
    ];
    const file = await folder.file(ndjson(lines), 'ndjson');
    const run = await folder.run(file);
    expect(run.said).toMatch(/visits: 1 new\./u);
    expect(run.said).toMatch(/pageViews: 1 new, 1 rejected\./u);
    expect(run.said).toMatch(/videoViews: 1 new\./u);
    expect(run.said).toMatch(/help: 1 new\./u);
    expect(run.said).toMatch(/feedback: 1 new\./u);
    expect(run.rejected).toMatchObject([{ line: 5, kind: 'pageViews', code: 'INVALID' }]);
    const stored = await course.stored(app.database);
    const again = await folder.run(file);
    expect(again.said).toMatch(/visits: 1 there already\./u);
    expect(await course.stored(app.database)).toEqual(stored);
    expect(stored).toHaveLength(10);
  });

  it('takes page views from a table, whose columns are the fields', async () => {
    const visit = course.visit(0);
    const [person, module] = [visit.person!.id as string, visit.module!.id as string];
    const file = await folder.file(
      `id,person,visit,module,page,at,activeSeconds,pauses\ntable-1,${person},${visit.id},${module},3,${minute(2)},12.5,2\n`,
      'csv',
    );
    const run = await folder.run(file, '--kind', 'pageViews', '--source', course.source);
    expect(run.said).toMatch(/pageViews: 1 new\./u);
    expect((await course.stored(app.database)).filter((item) => item.includes('table-1'))).toEqual([
      expect.stringContaining('["activeSeconds",12.5]'),
    ]);
  });
});
