import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerIndexes, type BuiltLog } from '../../src/estimators/answer-log';
import { readAnswers } from './read-answers';

let directory: string;
let said: string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skillwake-answers-'));
});
afterAll(() => rm(directory, { recursive: true }));
beforeEach(() => {
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text).trim().replace(directory, ''));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

async function read(text: string, indexes = new AnswerIndexes()): Promise<BuiltLog> {
  const path = join(directory, 'answers.csv');
  await writeFile(path, text);
  return readAnswers(path, indexes);
}

it('reads columns in any order, quotes, CRLF, a byte order mark, fractions and what is optional', async () => {
  const indexes = new AnswerIndexes();
  const { log, place, personIds } = await read(
    '\ufeffscore,at,"skills",extra,person,attempt,question,session,response_ms\r\n' +
      '1,2019-01-07T09:00:00Z,"a;b",x,"ann, ""the first""",,q1,s1,900\r\n' +
      '.5,1546851600,,"two\r\nlines",bob,3,q2,,\r\n' +
      '\r\n' +
      '0.0,,b; a ,,"ann, ""the first""",,q1,s2,\r\n',
    indexes,
  );
  expect(personIds).toEqual(['ann, "the first"', 'bob']);
  expect([...place]).toEqual([0, 2, 1]);
  expect([...log.score]).toEqual([1, 0, 0.5]);
  expect([...log.day]).toEqual([17_903.375, NaN, 17_903.375]);
  expect([...log.sitting]).toEqual([0, 1, 0]);
  expect([...log.attempt]).toEqual([1, 2, 3]);
  expect([...log.question].map((index) => indexes.questionIds[index])).toEqual(['q1', 'q1', 'q2']);
  expect(log.questionSkills.map((skills) => [...skills])).toEqual([[0, 1], []]);
  expect(said).toEqual([]);
});

it('names rows that cannot be read, counts those past the first few, and goes on with the others', async () => {
  const { log } = await read(
    [
      'person,question,skills,score,at,attempt',
      'ann,q1,a,1,,',
      ',q1,a,1,,',
      'ann,,a,1,,',
      'ann,q1,a,1.5,,',
      'ann,"q1,a,1,,',
      'ann,q1,a,yes,,',
      'ann,q1,a',
      'ann,q1,a,1,soon,',
      'ann,q1,a,1,,0',
      'ann,q2,a,0,,',
    ].join('\n'),
  );
  expect([...log.score]).toEqual([1, 0]);
  expect(said).toEqual([
    '/answers.csv, line 3: left out: person is empty.',
    '/answers.csv, line 4: left out: question is empty.',
    '/answers.csv, line 5: left out: score is "1.5", no number from 0 to 1.',
    expect.stringMatching(/^\/answers.csv, line 6: left out: a quoted cell begins here and does not end/),
    '/answers.csv, line 7: left out: score is "yes", no number from 0 to 1.',
    '/answers.csv: 3 more rows left out.',
  ]);
});

it.each([
  ['person,question,score\nann,q1,1\n', /has no column "skills"/],
  ['', /holds no row/],
  ['person,question,skills,score\n', /holds no row/],
  ['person,question,skills,score\nann,q1,a,\n', /holds no row/],
])('refuses a file without what it needs: %j', async (text, sentence) => {
  await expect(read(text)).rejects.toThrow(sentence);
});

it('says of a file that is not there that it cannot be read', async () => {
  await expect(readAnswers(join(directory, 'none.csv'), new AnswerIndexes())).rejects.toThrow(
    /none\.csv cannot be read/,
  );
});
