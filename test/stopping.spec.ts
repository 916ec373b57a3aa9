import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import { answer, buildGraph, record, type TestGraph } from './kit/graph';
import { holding } from './kit/stored';
import { endProcesses, startProcess, type ApiProcess } from './kit/process';

let app: TestApp;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp();
  graph = await buildGraph(await app.as('admin'), { people: 1, skills: 1, questionsPerSkill: 1 });
});
afterAll(async () => {
  await endProcesses();
  await app.close();
});

/** A write that waits as long as the people are held, once it is at work. */
async function underWay({ admin, url }: ApiProcess): Promise<{ answered: Promise<unknown> }> {
  const answered = record(admin, [answer(graph, 0, 0)]).catch((error: unknown) => error);
  for (;;) {
    const figures = await (await fetch(new URL('/metrics', url))).text();
    if (figures.includes('skillwake_requests_running 1')) return { answered };
    await delay(20);
  }
}

const refuses = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  );

describe('a stop', () => {
  it('takes nothing new, answers what is under way and ends with 0', async () => {
    const api = await startProcess();
    // A browser opens connections to spare.
    const spare = connect(Number(new URL(api.url).port), '127.0.0.1').on('error', () => undefined);
    const { ended, answered } = await holding(app.database, graph.people, async () => {
      const { answered } = await underWay(api);
      const ended = api.end('SIGTERM');
      while (!(await refuses(api.url))) await delay(20);
      return { ended, answered };
    });
    expect(await answered).toMatchObject({ recorded: 1, errors: [] });
    expect(await ended).toBe(0);
    spare.destroy();
  });

  it('ends within the time that is set, whatever is under way', async () => {
    const api = await startProcess(undefined, { SKILLWAKE_STOP_SECONDS: '1' });
    await holding(app.database, graph.people, async () => {
      const { answered } = await underWay(api);
      const begun = Date.now();
      expect(await api.end('SIGTERM')).toBe(0);
      expect(Date.now() - begun).toBeLessThan(10_000);
      expect(await answered).toHaveProperty('message', 'fetch failed');
    });
  });

  it('is cut short by a second signal', async () => {
    const api = await startProcess();
    await holding(app.database, graph.people, async () => {
      const { answered } = await underWay(api);
      api.signal('SIGTERM');
      while (!(await refuses(api.url))) await delay(20);
      expect(await api.end('SIGTERM')).toBe('SIGTERM');
      await answered;
    });
  });
});
