import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diagnoseFile } from './diagnose-file';
import { simulatedCourse } from './simulated-course';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skillwake-diagnosis-'));
});
afterAll(() => rm(directory, { recursive: true }));
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => jest.restoreAllMocks());

const header = 'person,question,skills,score,response,key,team,attempt';
const withPages = `${header},page`;

async function diagnosed(lines: readonly string[], columns = header) {
  const [answers, diagnoses] = ['answers.csv', 'diagnoses.csv'].map((name) => join(directory, name));
  await writeFile(answers!, [columns, ...lines].join('\n'));
  const found = await diagnoseFile(answers!, diagnoses!);
  return { found, rows: (await readFile(diagnoses!, 'utf8')).trim().split('\n') };
}

it('writes a row for each question, with the option that is likely right', async () => {
  const course = simulatedCourse(150, 3, true);
  const { found, rows } = await diagnosed(
    course.answers.map(({ person, question, skills, score, response, key, team }) =>
      [person, `"${question}, simulated"`, skills.join(';'), score, response, key, team, ''].join(','),
    ),
  );
  expect(rows[0]).toBe('question,diagnosis,probability,kind,key');
  expect(rows).toHaveLength(1 + course.questions.length);
  const cells = rows
    .slice(1)
    .map((row) => /^"(\w+), simulated",(\w+),([\d.]+),(\w*),(\w*)$/u.exec(row)!.slice(1));
  const wrong = cells.filter(([question]) => course.faults.get(question!) === 'WRONG_KEY');
  expect(wrong).toHaveLength(3);
  for (const [question, diagnosis, probability, kind, key] of wrong) {
    expect([diagnosis, kind, key]).toEqual(['CONTENT_PROBLEM', 'WRONG_KEY', course.keys.get(question!)]);
    expect(Number(probability)).toBeGreaterThan(0.5);
  }
  const count = (diagnosis: string) => cells.filter(([, one]) => one === diagnosis).length;
  expect(found).toEqual({
    answers: course.answers.length,
    questions: course.questions.length,
    sound: count('SOUND'),
    content_problems: count('CONTENT_PROBLEM'),
    knowledge_gaps: count('KNOWLEDGE_GAP'),
    not_enough_data: count('NOT_ENOUGH_DATA'),
  });
});

it('needs no more than the scores, leaves out rows that cannot be read, and counts first attempts', async () => {
  const lines = Array.from({ length: 12 }, (_, p) =>
    [1, 2, 3, 4].map((q) => `p${p},q${q},sql,${q === 4 ? 0 : 1},,,,1`),
  ).flat();
  const again = lines.map((line) => line.replace(/,1$/u, ',2').replace(',sql,0', ',sql,1'));
  const { rows } = await diagnosed([...again, ...lines, 'cut']);
  expect(rows[4]).toMatch(/^q4,CONTENT_PROBLEM,0\.\d+,\w*,$/u);
});

it('says of pages that rows name how many of their questions have a problem, and how probable one is', async () => {
  const lines = Array.from({ length: 12 }, (_, p) =>
    [1, 2, 3, 4, 5, 6].map((q) => `p${p},q${q},sql,${q === 4 ? 0 : 1},,,,1,${q < 4 ? 'first' : 'second'}`),
  ).flat();
  const { found } = await diagnosed(lines, withPages);
  expect(found['pages']).toMatchObject([
    { page: 'first', questions: 3, content_problems: 0 },
    { page: 'second', questions: 3, content_problems: 1 },
  ]);
  const [first, second] = found['pages'] as { probability: number }[];
  expect(first!.probability).toBeLessThan(0.2);
  expect(second!.probability).toBeGreaterThan(0.8);
});

it('does not write over the answers, and says which column is missing', async () => {
  const path = join(directory, 'short.csv');
  await writeFile(path, 'person,question,score\nann,q1,1\n');
  await expect(diagnoseFile(path, path)).rejects.toThrow(/overwrite/);
  await expect(diagnoseFile(path, join(directory, 'out.csv'))).rejects.toThrow(/no column "skills"/);
});
