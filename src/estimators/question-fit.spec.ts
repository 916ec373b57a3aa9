import { simulatedLog } from '../../test/kit/modelled';
import { AnswerLogBuilder, type AnswerLog } from './answer-log';
import { everybody } from './log-filter';
import { usualParameters } from './parameter-scales';
import { questionIn, startingEstimates, type QuestionEstimates } from './question-estimates';
import { fitQuestions } from './question-fit';

function fitted(log: AnswerLog, passes = 8, discriminationVariance = 0.12): QuestionEstimates {
  const people = everybody(log);
  const estimates = startingEstimates(log, people, discriminationVariance);
  const parameters = { ...usualParameters, gainRight: 0, gainWrong: 0 };
  for (let pass = 0; pass < passes; pass++) fitQuestions(log, people, estimates, parameters);
  return estimates;
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [one, other] = [mean(left), mean(right)];
  const product = (a: readonly number[], b: readonly number[], ofA: number, ofB: number) =>
    a.reduce((sum, value, i) => sum + (value - ofA) * (b[i]! - ofB), 0);
  return (
    product(left, right, one, other) /
    Math.sqrt(product(left, left, one, one) * product(right, right, other, other))
  );
}

const questions = Array.from({ length: 24 }, (_, q) => ({
  difficulty: (q % 12) / 4 - 1.4,
  discrimination: q % 3 === 0 ? 1.6 : 0.8,
}));

describe('questions fitted to simulated people', () => {
  const people = { people: 300, answersEach: 24, skills: 2, general: 0.9, own: 0.6 };
  const estimates = fitted(simulatedLog({ ...people, questions, seed: 1 }));

  it('get their difficulties back, about as nearly as they say', () => {
    const found = [...estimates.difficulty];
    const truth = questions.map(({ difficulty }) => difficulty);
    expect(correlation(found, truth)).toBeGreaterThan(0.98);
    const standardised = found.map(
      (difficulty, q) => (difficulty - truth[q]!) / Math.sqrt(estimates.difficultyVariance[q]!),
    );
    const spread = Math.sqrt(standardised.reduce((sum, one) => sum + one * one, 0) / found.length);
    expect(spread).toBeGreaterThan(0.4);
    expect(spread).toBeLessThan(2.5);
  });

  it('get their discriminations back', () => {
    const found = [...estimates.discrimination];
    const mean = (sharp: boolean) => {
      const those = found.filter((_, q) => questions[q]!.discrimination > 1 === sharp);
      return those.reduce((sum, one) => sum + one, 0) / those.length;
    };
    expect(
      correlation(
        found,
        questions.map(({ discrimination }) => discrimination),
      ),
    ).toBeGreaterThan(0.8);
    expect(mean(true)).toBeGreaterThan(1.3 * mean(false));
  });
});

describe('a question with few answers', () => {
  /** Skill 0 is asked about with easy questions and skill 1 with hard ones. */
  const common = Array.from({ length: 20 }, (_, q) => ({ difficulty: q % 2 === 0 ? -1.5 : 1.5 }));
  const base = { people: 100, answersEach: 20, skills: 2, general: 0.8, own: 0.4, seed: 2 };

  it('is drawn toward the others of its skill, and says that it is uncertain', () => {
    // Four answers a question.
    const many = Array.from({ length: 500 }, (_, q) => ({ difficulty: q % 2 === 0 ? -1.5 : 1.5 }));
    const estimates = fitted(simulatedLog({ ...base, questions: many }));
    const [easy, hard] = [estimates.skillDifficulty[0]!, estimates.skillDifficulty[1]!];
    expect(easy).toBeLessThan(-0.7);
    expect(hard).toBeGreaterThan(0.7);
    const near = many.filter((_, q) => {
      const own = q % 2 === 0 ? easy : hard;
      return (
        Math.abs(estimates.difficulty[q]! - own) < Math.abs(estimates.difficulty[q]! - (easy + hard - own))
      );
    });
    expect(near.length / many.length).toBeGreaterThan(0.95);
    const often = fitted(simulatedLog({ ...base, questions: common }));
    expect(Math.max(...often.difficultyVariance)).toBeLessThan(Math.min(...estimates.difficultyVariance));
  });

  it('is what is usual for its skills where it has none, or was never met', () => {
    const log = simulatedLog({ ...base, questions: common });
    const estimates = fitted(log);
    const grown = { ...log, questionSkills: [...log.questionSkills, Int32Array.of(0), Int32Array.of(0, 1)] };
    const [onOne, onBoth] = [20, 21].map((question) => questionIn(estimates, grown, question));
    expect(onOne!.difficulty).toBe(estimates.skillDifficulty[0]);
    expect(onBoth!.difficulty).toBeCloseTo(
      (estimates.skillDifficulty[0]! + estimates.skillDifficulty[1]!) / 2,
      12,
    );
    expect([onOne!.discrimination, onOne!.difficultyVariance]).toEqual([1, estimates.withinSkills]);
  });
});

it('10,000 questions with one answer each are all drawn to what is usual', () => {
  const builder = new AnswerLogBuilder();
  for (let q = 0; q < 10_000; q++)
    builder.add({
      person: String(q % 100),
      question: String(q),
      skills: [String(q % 50)],
      score: q % 3 === 0 ? 0 : 1,
    });
  const { difficulty, difficultyVariance, discrimination, overallDifficulty } = fitted(
    builder.build().log,
    3,
  );
  for (const column of [difficulty, difficultyVariance, discrimination])
    expect(column.every(Number.isFinite)).toBe(true);
  expect(Math.max(...difficulty.map((one) => Math.abs(one - overallDifficulty)))).toBeLessThan(2);
  expect(Math.min(...difficultyVariance)).toBeGreaterThan(0);
});
