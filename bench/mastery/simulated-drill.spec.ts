import { simulatedDrill } from './simulated-drill';

it('has 30 people who answer a hundred of 400 questions seven times each on average, alike each time', () => {
  const answers = simulatedDrill();
  expect(answers).toHaveLength(21_000);
  expect(new Set(answers.map(({ person }) => person)).size).toBe(30);
  expect(new Set(answers.map(({ question }) => question)).size).toBe(400);
  const pairs = new Set(answers.map(({ person, question }) => `${person} ${question}`));
  expect(answers.length / pairs.size).toBeCloseTo(7, 0);
  expect(answers.every(({ day, session }) => day === undefined && session === undefined)).toBe(true);
  expect(simulatedDrill()).toEqual(answers);
});
