import type { DiagnosedAnswer } from '../../src/estimators/answered-test';
import type { Row } from '../csv-file';
import { answerRows } from '../mastery/answer-row';

const more = ['response', 'key', 'team', 'page'] as const;

export interface DiagnosedRow {
  readonly answer: DiagnosedAnswer;
  /** The page that teaches what is asked. */
  readonly page: string | undefined;
}

/** How cells below this header become an answer for a diagnosis: those of the bench of mastery, and what was chosen, the key, the team and the page. */
export function diagnosedRows(header: readonly string[]): (cells: readonly string[]) => Row<DiagnosedRow> {
  const rowOf = answerRows(header);
  const place = Object.fromEntries(more.map((name) => [name, header.indexOf(name)]));
  return (cells) => {
    const row = rowOf(cells);
    if ('problem' in row) return row;
    const cell = (name: (typeof more)[number]): string | undefined => {
      const text = cells[place[name]!]?.trim();
      return text === '' ? undefined : text;
    };
    const answer = { ...row.answer, response: cell('response'), key: cell('key'), team: cell('team') };
    return { answer, page: cell('page') };
  };
}
