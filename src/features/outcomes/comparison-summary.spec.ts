import { comparisonInWords } from './comparison-summary';

const figure = (probabilityBetter: number) => ({
  ...{ peopleBefore: 20, peopleAfter: 30, before: 0.4, after: 0.2, difference: -0.2, low: -0.3, high: -0.1 },
  ...{ probabilityBetter, summary: 'Figures.' },
});
const nothing = { failureRate: null, ability: null, startedWith: null, dropOffRate: null };

describe('two revisions in words', () => {
  it.each([
    [0.96, 'People answer better now. Figures.'],
    [0.5, 'Figures.'],
    [0.04, 'People answer worse now. Figures.'],
  ])('say what is safe to say: better with probability %p', (probability, said) => {
    const figures = { ...nothing, failureRate: figure(probability), assignedAtRandom: true };
    expect(comparisonInWords(figures)).toBe(`${said} Chance decided who took which.`);
  });

  it('say what they are corrected for where chance did not decide who took which', () => {
    const figures = { ...nothing, dropOffRate: figure(0.5), assignedAtRandom: false };
    expect(comparisonInWords({ ...figures, startedWith: figure(0.9) })).toMatch(
      /only what people knew before is corrected for[.]$/,
    );
    expect(comparisonInWords(figures)).toMatch(/nothing is known of what people knew before[.]$/);
  });

  it('say so where nothing can be compared', () => {
    expect(comparisonInWords({ ...nothing, assignedAtRandom: true })).toBe('Nothing can be compared.');
  });
});
