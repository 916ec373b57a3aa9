import type { FileHandle } from 'node:fs/promises';
import type { AnswerIndexes, BuiltLog } from '../../src/estimators/answer-log';
import { csvCell } from '../csv-file';
import { personOfAnswers } from './people';

const rowsAtOnce = 5_000;

/** Writes a row for each answer, in the order in which they were read; predictions come in that order. */
export async function writePredictions(
  file: FileHandle,
  { log, place, personIds, indexes }: BuiltLog & { readonly indexes: AnswerIndexes },
  predicted: Float64Array,
): Promise<void> {
  const personOf = personOfAnswers(log);
  await file.write('person,question,score,predicted\n');
  for (let start = 0; start < place.length; start += rowsAtOnce) {
    let rows = '';
    for (let row = start; row < Math.min(start + rowsAtOnce, place.length); row++) {
      const at = place[row]!;
      const ids = [personIds[personOf[at]!]!, indexes.questionIds[log.question[at]!]!];
      rows += `${ids.map(csvCell).join(',')},${log.score[at]!},${predicted[row]!}\n`;
    }
    await file.write(rows);
  }
}
