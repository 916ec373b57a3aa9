import { AnswerLogBuilder, type AnswerIndexes, type BuiltLog } from '../../src/estimators/answer-log';
import { InstallationError } from '../../src/shared/errors';
import { readRows, type Row } from '../csv-file';
import { answerRows, missingColumns } from './answer-row';

/**
 * Reads a CSV file of answers into a log. A row that cannot be read is named and left out. Throws InstallationError, in one
 * sentence, where the file or a column is missing, or no row can be read.
 */
export async function readAnswers(path: string, indexes: AnswerIndexes): Promise<BuiltLog> {
  const builder = new AnswerLogBuilder(indexes);
  await readAnswerRows(path, answerRows, ({ answer }) => builder.add(answer));
  return builder.build();
}

/** Reads a CSV file of answers row by row, with the columns that answers need; throws as above. */
export async function readAnswerRows<Held extends object>(
  path: string,
  rows: (header: readonly string[]) => (cells: readonly string[]) => Row<Held>,
  take: (held: Held) => void,
): Promise<void> {
  const rowsBelow = (header: readonly string[]): ReturnType<typeof rows> => {
    const missing = missingColumns(header);
    if (missing.length === 0) return rows(header);
    const named = missing.map((name) => `"${name}"`).join(', ');
    throw new InstallationError(
      `${path} has no column ${named}: its first line names person, question, skills and score, in any order.`,
    );
  };
  if ((await readRows(path, rowsBelow, take)) === 0)
    throw new InstallationError(`${path} holds no row that can be read as an answer.`);
}
