import type { AnswerLog } from '../../src/estimators/answer-log';
import { expectedLogistic, logistic, logit, quadrature } from '../../src/estimators/normal';
import type { Gaussian } from '../../src/estimators/types';
import type { Fit, MasteryPredictor } from './predictor';

/** One ability per person, Gaussian and filtered answer by answer, over difficulties taken from shares of right answers. */
export const fitMastery: Fit<MasteryPredictor> = (train) => {
  const start = performance.now();
  const difficulties = difficultiesOf(train);
  const seconds = (performance.now() - start) / 1_000;
  const difficultyOf = (log: AnswerLog, i: number): number => difficulties[log.question[i]!] ?? 0;
  return {
    answersPerSecondFit: train.question.length / seconds,
    predict(log) {
      const predicted = new Float64Array(log.question.length);
      for (let person = 0; person < log.people; person++) {
        let ability = prior;
        for (let i = log.firstOf[person]!; i < log.firstOf[person + 1]!; i++) {
          const difficulty = difficultyOf(log, i);
          predicted[i] = expectedLogistic(ability.mean - difficulty, ability.variance);
          ability = learned(ability, difficulty, log.score[i]!);
        }
      }
      return predicted;
    },
    drawRight(log, person, known, later, draws, random) {
      let ability = prior;
      for (let i = log.firstOf[person]!; i < known; i++)
        ability = learned(ability, difficultyOf(log, i), log.score[i]!);
      return Float64Array.from({ length: draws }, () => {
        const drawn = ability.mean + Math.sqrt(ability.variance) * normal(random);
        return later.reduce(
          (right, i) => right + (random() < logistic(drawn - difficultyOf(log, i)) ? 1 : 0),
          0,
        );
      });
    },
  };
};

const prior: Gaussian = { mean: 0, variance: 1 };

function difficultiesOf({ question, score, questionSkills }: AnswerLog): Float64Array {
  const right = new Float64Array(questionSkills.length).fill(1);
  const answers = new Float64Array(questionSkills.length).fill(2);
  question.forEach((asked, i) => {
    right[asked] = right[asked]! + score[i]!;
    answers[asked] = answers[asked]! + 1;
  });
  return right.map((count, index) => -logit(count / answers[index]!));
}

function learned({ mean, variance }: Gaussian, difficulty: number, score: number): Gaussian {
  const deviation = Math.sqrt(variance);
  let [total, first, second] = [0, 0, 0];
  quadrature.nodes.forEach((node, index) => {
    const right = logistic(mean + deviation * node - difficulty);
    const weight = quadrature.weights[index]! * right ** score * (1 - right) ** (1 - score);
    total += weight;
    first += weight * node;
    second += weight * node * node;
  });
  const shift = first / total;
  return { mean: mean + deviation * shift, variance: variance * (second / total - shift * shift) };
}

/** Box & Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
