import type { AnswerLog } from '../../../src/estimators/answer-log';
import type { Predictor } from '../predictor';
import { forEachAnswer } from './earlier-answers';
import { fitLogistic, probabilities } from './logistic-regression';
import { SparseRows } from './sparse-rows';

/**
 * Performance factors analysis (Pavlik, Cen & Koedinger 2009, "Performance factors analysis: a new alternative to
 * knowledge tracing"): the log-odds of a right answer are the sum, over the question's skills, of an intercept, a slope
 * times the person's earlier right answers on the skill and another times the wrong ones. A general intercept stands for
 * what is known of no skill; the weights have the ridge of the other regression here.
 */
export function fitPfa(train: AnswerLog): Predictor {
  const fitted = fitLogistic(rowsOf(train, train.skills), train.score);
  return { predict: (log) => probabilities(fitted, rowsOf(log, train.skills)) };
}

/** Columns: an intercept for each skill that was trained, then right answers, then wrong ones. */
function rowsOf(log: AnswerLog, skills: number): SparseRows {
  const rows = new SparseRows(3 * skills);
  forEachAnswer(log, (_question, assessed, { ofSkill }) => {
    for (const skill of assessed) {
      if (skill >= skills) continue;
      rows.put(skill, 1);
      rows.put(skills + skill, ofSkill.right(skill));
      rows.put(2 * skills + skill, ofSkill.answers(skill) - ofSkill.right(skill));
    }
    rows.end();
  });
  return rows;
}
