import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';
import { compareFiles } from './compare-files';
import { scoresOf } from './scores';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skillwake-compare-'));
});
afterAll(() => rm(directory, { recursive: true }));
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => jest.restoreAllMocks());

/** Rows of people who take turns; their names are the same in every file. */
function rows(people: number, rounds: number, seed: number): string[] {
  const random = seededUniforms(seed);
  const abilities = Array.from({ length: people }, () => 3 * random() - 1.5);
  return Array.from({ length: people * rounds }, (_, row) => {
    const question = Math.floor(12 * random());
    const score = random() < logistic(abilities[row % people]! - question / 6 + 1) ? 1 : 0;
    return `"learner ${String(row % people)}, simulated",${String(question)},${String(question % 2)};all,${String(score)}`;
  });
}

async function write(name: string, lines: readonly string[]): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, ['person,question,skills,score', ...lines].join('\n'));
  return path;
}

const cellsOf = (line: string) => /^("[^"]*"),([^,]*),([^,]*),([^,]*)$/u.exec(line)?.slice(1) ?? [];

it('predicts the rows of the other file in their order, and scores what it wrote', async () => {
  const tested = rows(12, 20, 2);
  const predictions = join(directory, 'predictions.csv');
  const found = await compareFiles(
    await write('train.csv', rows(40, 20, 1)),
    await write('test.csv', [...tested.slice(0, 5), 'cut', ...tested.slice(5)]),
    predictions,
  );
  const [header, ...written] = (await readFile(predictions, 'utf8')).trim().split('\n');
  expect(header).toBe('person,question,score,predicted');
  expect(written.map((line) => cellsOf(line).slice(0, 3))).toEqual(
    tested.map((line) => {
      const [person, question, , score] = cellsOf(line);
      return [person, question, score];
    }),
  );
  const columns = [2, 3].map((column) => Float64Array.from(written, (line) => Number(cellsOf(line)[column])));
  expect(found).toMatchObject({ ...scoresOf(columns[0]!, columns[1]!) });
  expect(Object.keys(found)).toEqual([
    ...['auc', 'accuracy', 'logloss', 'brier', 'ece', 'ece_perfect_p95', 'pit90'],
    ...['answers_per_second_fit', 'answers_per_second_filter', 'baselines'],
  ]);
  const baselines = found['baselines'] as Record<string, Record<string, number>>;
  expect(Object.keys(baselines)).toEqual(['elo', 'irt', 'pfa', 'bestlr']);
  for (const scores of Object.values(baselines)) {
    expect(Object.keys(scores)).toEqual(['auc', 'accuracy', 'logloss', 'brier', 'ece']);
    expect(scores['auc']).toBeGreaterThan(0.6);
  }
});

it('predicts an answer alike whatever comes after it in the file', async () => {
  const train = await write('train.csv', rows(10, 12, 1));
  const tested = rows(12, 20, 2);
  const predictedOf = async (lines: readonly string[]) => {
    const path = join(directory, 'predictions.csv');
    await compareFiles(train, await write('test.csv', lines), path);
    return (await readFile(path, 'utf8')).split('\n').slice(1, 101);
  };
  expect(await predictedOf(tested.slice(0, 100))).toEqual(await predictedOf(tested));
});

it('does not write over the answers', async () => {
  const path = await write('train.csv', rows(3, 3, 1));
  await expect(compareFiles(path, path, join(directory, '.', 'train.csv'))).rejects.toThrow(/overwrite/);
});
