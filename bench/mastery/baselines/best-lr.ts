import type { AnswerLog } from '../../../src/estimators/answer-log';
import type { Predictor } from '../predictor';
import { forEachAnswer } from './earlier-answers';
import { fitLogistic, probabilities } from './logistic-regression';
import { SparseRows } from './sparse-rows';

/**
 * Best-LR (Gervet, Koedinger, Schneider & Mitchell 2020, "When is deep learning the best approach to knowledge tracing?"):
 * logistic regression on which question it is and which skills it assesses, and on ln(1 + x) of the person's earlier right
 * answers and of all their earlier answers: in total, to the question, and on each of its skills, by a weight of the
 * skill's own.
 */
export function fitBestLr(train: AnswerLog): Predictor {
  const known = { questions: train.questionSkills.length, skills: train.skills };
  const fitted = fitLogistic(rowsOf(train, known), train.score);
  return { predict: (log) => probabilities(fitted, rowsOf(log, known)) };
}

interface Known {
  readonly questions: number;
  readonly skills: number;
}

/** Columns: questions and skills that were trained, four counts, then two counts of each skill. */
function rowsOf(log: AnswerLog, { questions, skills }: Known): SparseRows {
  const counts = questions + skills;
  const ofSkills = counts + 4;
  const rows = new SparseRows(ofSkills + 2 * skills);
  forEachAnswer(log, (question, assessed, { total, ofQuestion, ofSkill }) => {
    if (question < questions) rows.put(question, 1);
    rows.put(counts, Math.log1p(total.right(0)));
    rows.put(counts + 1, Math.log1p(total.answers(0)));
    rows.put(counts + 2, Math.log1p(ofQuestion.right(question)));
    rows.put(counts + 3, Math.log1p(ofQuestion.answers(question)));
    for (const skill of assessed) {
      if (skill >= skills) continue;
      rows.put(questions + skill, 1);
      rows.put(ofSkills + skill, Math.log1p(ofSkill.right(skill)));
      rows.put(ofSkills + skills + skill, Math.log1p(ofSkill.answers(skill)));
    }
    rows.end();
  });
  return rows;
}
