import { simulatedLog } from '../../test/kit/modelled';
import { drawRight } from './draw';
import { everybody, filterLog } from '../../src/estimators/log-filter';
import { usualParameters } from '../../src/estimators/parameter-scales';
import { startingEstimates } from '../../src/estimators/question-estimates';
import { seededUniforms } from '../../src/estimators/random';

const questions = Array.from({ length: 8 }, (_, q) => ({ difficulty: q / 4 - 1 }));
const log = simulatedLog({ people: 6, answersEach: 12, questions, skills: 2, general: 1, own: 0.7, seed: 6 });
const estimates = startingEstimates(log, everybody(log), 0.04);
const drawing = (seed: number) => ({
  log,
  estimates,
  parameters: usualParameters,
  random: seededUniforms(seed),
});
const draws = 4_000;
/** Of a share of so many draws: four standard deviations. */
const error = 4 * Math.sqrt(0.25 / draws);

it('draws the next answer right as often as the filter expects it', () => {
  const expected = new Float64Array(log.question.length);
  filterLog(
    log,
    everybody(log),
    estimates,
    usualParameters,
    (i, { probability }) => (expected[i] = probability),
  );
  for (const person of [1, 2, 3]) {
    for (const known of [0, 1, 5, 11].map((answers) => log.firstOf[person]! + answers)) {
      const right = drawRight(drawing(known), person, known, [known], draws);
      const share = right.reduce((sum, one) => sum + one, 0) / draws;
      expect(Math.abs(share - expected[known]!)).toBeLessThan(error);
    }
  }
});

it('lets later answers hang together: their sum spreads more than of answers that know nothing of each other', () => {
  const first = log.firstOf[1]!;
  const later = Array.from({ length: 10 }, (_, i) => first + 2 + i);
  const right = drawRight(drawing(1), 1, first + 2, later, draws);
  const mean = right.reduce((sum, one) => sum + one, 0) / draws;
  const variance = right.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws;
  const share = mean / later.length;
  expect(variance).toBeGreaterThan(1.2 * later.length * share * (1 - share));
  expect([...right].every((one) => Number.isInteger(one) && one >= 0 && one <= later.length)).toBe(true);
});

it('draws the same again from the same seed', () => {
  const known = log.firstOf[2]! + 3;
  const drawn = () => [...drawRight(drawing(9), 2, known, [known, known + 2], 50)];
  expect(drawn()).toEqual(drawn());
});
