import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startApp, type TestApp } from './kit/app';
import { uniqueSource } from './kit/graph';
import { ImportFolder } from './kit/importing';
import { launchCommand } from './kit/process';
import { testDatabaseAddress } from './kit/worker-database';
import { statement } from '../src/graph/driver/statement';

const COUNT = statement<{ answers: number; ids: number }>(
  'spec.countAnswersOfSource',
  `MATCH (answer:Answer) WHERE split(answer.id, '\u001f')[1] = $source
   RETURN count(answer) AS answers, count(DISTINCT answer.id) AS ids`,
  'a spec may look at everything',
);

const people = 50;
const count = 12_000;
let app: TestApp;
let folder: ImportFolder;
let source: string;
let file: string;
beforeAll(async () => {
  app = await startApp();
  folder = await ImportFolder.open(app.database);
});
beforeEach(async () => {
  source = uniqueSource();
  const numbers = Array.from({ length: people }, (_, index) => String(index));
  const csv = (header: string, lines: readonly string[]) => folder.file([header, ...lines].join('\n'));
  const load = async (kind: string, path: string) =>
    expect(await folder.run(path, '--kind', kind, '--source', source)).toMatchObject({ code: 0 });
  await load(
    'people',
    await csv(
      'id,name',
      numbers.map((id) => `${id},Person ${id}`),
    ),
  );
  await load('skills', await csv('id,name', ['s,Skill']));
  await load('questions', await csv('id,prompt,skills', ['q,Question?,s']));
  const at = (number: number) => new Date(Date.UTC(2025, 0, 1) + number * 1_000).toISOString();
  file = await csv(
    'id,person,question,score,at',
    Array.from({ length: count }, (_, id) => `${String(id)},${String(id % people)},q,1,${at(id)}`),
  );
});
afterAll(async () => {
  await folder.close();
  await app.close();
});

/** Starts the import in a process of its own and signals it once some of its answers are in. */
async function interrupted(signal: NodeJS.Signals): Promise<{ code: number | null; said: string }> {
  const words = [file, '--kind', 'answers', '--source', source];
  const child = launchCommand('import', words, await testDatabaseAddress());
  const lines: string[] = [];
  createInterface(child.stdout).on('line', (line) => lines.push(line));
  child.stderr.resume();
  const ended = once(child, 'close');
  while ((await landed()).answers === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return { code, said: lines.join('\n') };
}

async function landed(): Promise<{ answers: number; ids: number }> {
  const [row] = await app.database.query(COUNT, { source });
  return row ?? { answers: 0, ids: 0 };
}

async function runAgain(): Promise<void> {
  const again = await folder.run(file, '--kind', 'answers', '--source', source);
  expect(again).toMatchObject({ code: 0, rejected: [] });
  expect(again.said).toMatch(/new, .*there already/u);
  expect(await landed()).toEqual({ answers: count, ids: count });
}

it('an import that is killed and run again finishes, and brings in nothing twice', async () => {
  const { code } = await interrupted('SIGKILL');
  expect(code).toBeNull();
  const { answers } = await landed();
  expect(answers).toBeLessThan(count);
  await runAgain();
}, 120_000);

it('an import that is told to stop finishes what it sent, says so, and can be run again', async () => {
  const { code, said } = await interrupted('SIGINT');
  expect(code).toBe(1);
  expect(said).toMatch(/Stopped before the end: run it again/u);
  const { answers } = await landed();
  expect(said).toContain(`answers: ${answers.toLocaleString('en')} new.`);
  await runAgain();
}, 120_000);
