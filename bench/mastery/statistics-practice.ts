import { join } from 'node:path';
import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { seededUniforms } from '../../src/estimators/random';
import { readRows } from '../csv-file';
import { answerRows } from './answer-row';
import { shuffled } from './shuffled';

/** Names of its columns that answers have under another name. */
const renamed: Readonly<Record<string, string>> = { skill: 'skills', at_ms: 'at' };
const seed = 22;

/** Practice on facts of statistics, with times and sittings: the answers of each person in their order. */
export async function statisticsPractice(data: string): Promise<LoggedAnswer[]> {
  const answers: LoggedAnswer[] = [];
  await readRows(
    join(data, 'statistics-practice', 'answers.csv.gz'),
    (header) => answerRows(header.map((name) => renamed[name] ?? name)),
    ({ answer }) => {
      const { person, session = '' } = answer;
      answers.push({ ...answer, session: `${person} ${session}` });
    },
  );
  return answers.sort((left, right) => (left.day ?? 0) - (right.day ?? 0));
}

/** The same answers in random order, without times and sittings. */
export function unordered(answers: readonly LoggedAnswer[]): LoggedAnswer[] {
  return Array.from(shuffled(answers.length, seededUniforms(seed)), (place) => answers[place]).flatMap(
    (answer) => (answer ? [{ ...answer, day: undefined, session: undefined }] : []),
  );
}
