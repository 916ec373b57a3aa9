import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { dayOf } from './day';

const needed = ['person', 'question', 'skills', 'score'] as const;
const optional = ['at', 'attempt', 'session'] as const;
type ColumnName = (typeof needed)[number] | (typeof optional)[number];

/** An answer, or why its row holds none. */
export type AnswerRow = { readonly answer: LoggedAnswer } | { readonly problem: string };

/** Columns of the header that are needed and not there. */
export function missingColumns(header: readonly string[]): string[] {
  return needed.filter((name) => !header.includes(name));
}

/** How cells below this header become an answer; columns that it does not know are passed over. */
export function answerRows(header: readonly string[]): (cells: readonly string[]) => AnswerRow {
  const place = Object.fromEntries([...needed, ...optional].map((name) => [name, header.indexOf(name)]));
  return (cells) => {
    if (cells.length !== header.length)
      return { problem: `it has ${cells.length} cells and the header ${header.length}` };
    const cell = (name: ColumnName): string => cells[place[name]!]?.trim() ?? '';
    return answerOf(cell);
  };
}

function answerOf(cell: (name: ColumnName) => string): AnswerRow {
  const [person, question] = [cell('person'), cell('question')];
  if (person === '' || question === '')
    return { problem: `${person === '' ? 'person' : 'question'} is empty` };
  const score = /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(cell('score')) ? Number(cell('score')) : NaN;
  if (!(score <= 1)) return { problem: `score is "${cell('score')}", no number from 0 to 1` };
  const day = cell('at') === '' ? undefined : dayOf(cell('at'));
  if (cell('at') !== '' && day === undefined)
    return { problem: `at is "${cell('at')}", neither an ISO 8601 time nor a number` };
  const attempt = cell('attempt') === '' ? undefined : Number(cell('attempt'));
  if (attempt !== undefined && !(Number.isInteger(attempt) && attempt >= 1))
    return { problem: `attempt is "${cell('attempt')}", no whole number from 1` };
  const skills = cell('skills')
    .split(';')
    .map((skill) => skill.trim())
    .filter((skill) => skill !== '');
  const session = cell('session') === '' ? undefined : cell('session');
  return { answer: { person, question, skills, score, day, attempt, session } };
}
