import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { csvRecords } from '../../src/adapters/import/csv';
import { linesOf } from '../../src/adapters/import/lines';

const data = join(__dirname, '../../../shared/data/exams');

export const examNames = ['medical', 'homeostasis'] as const;
export type ExamName = (typeof examNames)[number];

/** A real exam with options: what each person chose, and the key. */
export interface Exam {
  readonly questions: readonly string[];
  /** By question. */
  readonly key: readonly string[];
  /** People × questions; empty where a question was left out. */
  readonly responses: readonly (readonly string[])[];
}

export function isThere(name: ExamName): boolean {
  return ['key', 'responses'].every((part) => existsSync(join(data, `${name}_${part}.csv`)));
}

export async function readExam(name: ExamName): Promise<Exam> {
  const key = new Map<string, string>();
  for (const [question = '', right = ''] of await rowsOf(`${name}_key.csv`)) key.set(question, right.trim());
  const people = new Map<string, Map<string, string>>();
  for (const [person = '', question = '', response = ''] of await rowsOf(`${name}_responses.csv`)) {
    const given = people.get(person) ?? new Map<string, string>();
    people.set(person, given.set(question, response));
  }
  const questions = [...key.keys()];
  return {
    questions,
    key: [...key.values()],
    responses: [...people.values()].map((given) => questions.map((question) => given.get(question) ?? '')),
  };
}

async function rowsOf(file: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const lines = linesOf({ path: join(data, file), encoding: undefined, onBytes: () => undefined });
  for await (const records of csvRecords(lines, ','))
    for (const { cells } of records) if (cells) rows.push(cells);
  return rows.slice(1);
}
