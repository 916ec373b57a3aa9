import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededUniforms } from '../../src/estimators/random';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { launchCommand } from '../../test/kit/process';
import { openBench } from '../installation';
import { measure, poster } from '../load';
import { round3, say } from '../say';
import type { Bench } from '../run';

const people = 10_000;
const questions = 2_000;
const skills = 200;
const batch = 1_000;
const clients = 4;

/** A column of external ids. */
const ids = (count: number, lineOf: (id: string) => string): string[] =>
  Array.from({ length: count }, (_, index) => lineOf(String(index)));

interface Answer {
  readonly id: string;
  readonly person: string;
  readonly question: string;
  readonly score: number;
  readonly at: string;
}

/** Answers in the order of time, a second apart, by people and to questions at random. */
function* answersFrom(first: number, count: number): Generator<Answer> {
  const random = seededUniforms(first + 1);
  for (let number = first; number < first + count; number++) {
    yield {
      id: String(number),
      person: String(Math.floor(random() * people)),
      question: String(Math.floor(random() * questions)),
      score: random() < 0.6 ? 1 : 0,
      at: new Date(Date.UTC(2025, 0, 1) + number * 1_000).toISOString(),
    };
  }
}

/**
 * Imports answers of 10,000 people, in the order of time, in a process of its own: how long that takes, how much memory,
 * and how fast it is beside clients that send the same through the API over HTTP. `memory` takes a file of five million
 * lines; `--short` a hundredth of either.
 */
export const bench: Bench = async (words) => {
  const part = words.includes('--short') ? 0.01 : 1;
  const count = Math.round((words.includes('memory') ? 5_000_000 : 1_000_000) * part);
  const beside = Math.max(clients * 2, Math.round(100 * part)) * batch;
  const directory = await mkdtemp(join(tmpdir(), 'skillwake-bench-import-'));
  const installation = await openBench();
  const run = (file: string, kind: string): Promise<Ran> =>
    runImport(installation.embedded, join(directory, file), ['--kind', kind, '--source', 'bench']);
  try {
    await write(join(directory, 'skills.csv'), ['id,name', ...ids(skills, (id) => `${id},Skill ${id}`)]);
    await write(join(directory, 'people.csv'), ['id,name', ...ids(people, (id) => `${id},Person ${id}`)]);
    await write(join(directory, 'questions.csv'), [
      'id,prompt,skills',
      ...ids(questions, (id) => `${id},Question ${id}?,${String(Number(id) % skills)}`),
    ]);
    for (const kind of ['skills', 'people', 'questions']) await run(`${kind}.csv`, kind);

    const post = poster(installation.url, installation.token);
    const bodies = bodiesOf([...answersFrom(0, beside)]);
    const calls = Array.from({ length: clients }, (_, client) =>
      bodies
        .filter((_body, index) => index % clients === client)
        .map((body) => async () => {
          await post(body);
        }),
    );
    const api = await measure(calls);
    const apiPerSecond = api.perSecond * batch;
    say(`API, ${String(clients)} clients: ${figure(apiPerSecond)} answers a second.`);

    await write(join(directory, 'answers.csv'), linesOf(answersFrom(beside, count)));
    const { seconds, residentMegabytes } = await run('answers.csv', 'answers');
    const perSecond = count / seconds;
    const ratio = perSecond / apiPerSecond;
    say(
      `Import of ${figure(count)} answers: ${seconds.toFixed(0)} s, ${figure(perSecond)} a second, ${ratio.toFixed(2)} of the API; at most ${String(residentMegabytes)} MB resident.`,
    );
    const again = await run('answers.csv', 'answers');
    say(`The same file again, all there already: ${again.seconds.toFixed(0)} s.`);
    return {
      answers: count,
      seconds: round3(seconds),
      perSecond: round3(perSecond),
      apiPerSecond: round3(apiPerSecond),
      ratio: round3(ratio),
      residentMegabytes,
      againSeconds: round3(again.seconds),
    };
  } finally {
    await installation.close();
    await rm(directory, { recursive: true, force: true });
  }
};

function* linesOf(answers: Iterable<Answer>): Generator<string> {
  yield 'id,person,question,score,at';
  for (const { id, person, question, score, at } of answers)
    yield `${id},${person},${question},${String(score)},${at}`;
}

async function write(path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  for (const line of lines) if (!file.write(`${line}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

const RECORD = `mutation ($items: [AnswerInput!]!) {
  recordAnswers(items: $items) { recorded duplicates errors { index code message } }
}`;

function bodiesOf(answers: readonly Answer[]): Buffer[] {
  const named = (id: string) => ({ source: 'bench', id });
  return Array.from({ length: answers.length / batch }, (_, index) => {
    const items = answers
      .slice(index * batch, (index + 1) * batch)
      .map(({ id, person, question, ...given }) => ({
        ...named(id),
        ...given,
        person: named(person),
        question: named(question),
      }));
    return Buffer.from(JSON.stringify({ query: RECORD, variables: { items } }));
  });
}

interface Ran {
  readonly seconds: number;
  /** The most that the process had in memory at once; 0 where the system does not say. */
  readonly residentMegabytes: number;
}

/** Runs the command as npm does; throws where not every line landed. */
async function runImport(address: DatabaseAddress, file: string, words: readonly string[]): Promise<Ran> {
  const start = performance.now();
  const child = launchCommand('import', [file, ...words], address);
  child.stdout.resume();
  child.stderr.pipe(process.stderr);
  let residentMegabytes = 0;
  const timer = setInterval(() => {
    void readFile(`/proc/${String(child.pid)}/status`, 'utf8')
      .then((status) => {
        const [, kilobytes] = /VmHWM:\s+(\d+) kB/u.exec(status) ?? [];
        residentMegabytes = Math.max(residentMegabytes, Math.round(Number(kilobytes ?? 0) / 1_024));
      })
      .catch(() => undefined);
  }, 500);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`The import of ${file} ended with ${String(code)}.`);
  return { seconds: (performance.now() - start) / 1_000, residentMegabytes };
}

function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}
