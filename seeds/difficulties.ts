import type { Dataset, QuestionSeed } from './dataset';
import { fitDifficulties } from './fit-difficulties';

export interface Difficulties {
  /** Logits by question id. */
  readonly questions: ReadonlyMap<string, number>;
  /** Logits of the reference question, by skill id. */
  readonly skills: ReadonlyMap<string, number>;
}

/**
 * Difficulties of a dataset's questions and skills. An ability is fitted per person and sitting, and questions of one
 * problem share a difficulty: so what a person learned between two sittings shows as ability, and the later questions do
 * not look easier than they are.
 */
export function difficultiesOf({ answers, questions, skills }: Dataset): Difficulties {
  const problemOf = new Map(questions.map(({ id, problem }) => [id, problem]));
  const problems = fitDifficulties(
    answers.map(({ person, sitting, question, score }) => ({
      person: `${person} ${sitting}`,
      question: problemOf.get(question) ?? question,
      score,
    })),
  );
  const byQuestion = new Map<string, number>();
  for (const { id, problem } of questions) {
    const difficulty = problems.get(problem);
    if (difficulty !== undefined) byQuestion.set(id, difficulty);
  }
  const bySkill = new Map<string, number>();
  for (const { id } of skills) {
    const reference = referenceOf(id, questions, byQuestion);
    if (reference !== undefined) bySkill.set(id, reference);
  }
  return { questions: byQuestion, skills: bySkill };
}

/** Mean difficulty of the questions that assess the skill alone; of all that assess it, where none does. */
function referenceOf(
  skill: string,
  questions: readonly QuestionSeed[],
  difficulties: ReadonlyMap<string, number>,
): number | undefined {
  const assessing = questions.filter(({ skills }) => skills.includes(skill));
  const alone = assessing.filter(({ skills }) => skills.length === 1);
  const found = (alone.length > 0 ? alone : assessing).flatMap(({ id }) => difficulties.get(id) ?? []);
  if (found.length === 0) return undefined;
  return Math.round((found.reduce((sum, one) => sum + one, 0) / found.length) * 10_000) / 10_000;
}
