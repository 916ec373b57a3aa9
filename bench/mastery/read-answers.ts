import { AnswerLogBuilder, type AnswerIndexes, type BuiltLog } from '../../src/estimators/answer-log';
import { csvRecords } from '../../src/adapters/import/csv';
import { linesOf } from '../../src/adapters/import/lines';
import { InstallationError } from '../../src/shared/errors';
import { say } from '../say';
import { answerRows, missingColumns, type AnswerRow } from './answer-row';

/** Rows that cannot be read are named up to here, then counted. */
const mostNamed = 5;

/**
 * Reads a CSV file of answers into a log. A row that cannot be read is named and left out. Throws InstallationError, in one
 * sentence, where the file or a column is missing, or no row can be read.
 */
export async function readAnswers(path: string, indexes: AnswerIndexes): Promise<BuiltLog> {
  const builder = new AnswerLogBuilder(indexes);
  let rowOf: ((cells: readonly string[]) => AnswerRow) | undefined;
  let [read, refused] = [0, 0];
  const refuse = (line: number, problem: string): void => {
    if (++refused <= mostNamed) say(`${path}, line ${line}: left out: ${problem}.`);
  };
  const lines = linesOf({ path, encoding: undefined, onBytes: () => undefined });
  for await (const records of csvRecords(lines, ',')) {
    for (const { line, cells, problem } of records) {
      if (!rowOf) {
        rowOf = rowsBelow(cells, path);
        continue;
      }
      const row = cells ? rowOf(cells) : { problem: problem ?? 'it cannot be read' };
      if ('problem' in row) refuse(line, row.problem);
      else {
        builder.add(row.answer);
        read++;
      }
    }
  }
  if (refused > mostNamed) say(`${path}: ${refused - mostNamed} more rows left out.`);
  if (read === 0) throw new InstallationError(`${path} holds no row that can be read as an answer.`);
  return builder.build();
}

function rowsBelow(
  cells: readonly string[] | undefined,
  path: string,
): (cells: readonly string[]) => AnswerRow {
  const header = cells?.map((name) => name.trim()) ?? [];
  const missing = missingColumns(header);
  if (missing.length > 0) {
    const named = missing.map((name) => `"${name}"`).join(', ');
    throw new InstallationError(
      `${path} has no column ${named}: its first line names person, question, skills and score, in any order.`,
    );
  }
  return answerRows(header);
}
