import fc from 'fast-check';
import { contentFeedback, type FeedbackBy } from './content-feedback';

const by = (person: number, said: Partial<FeedbackBy> = {}): FeedbackBy => ({
  person: String(person),
  unclear: null,
  outdated: null,
  rating: null,
  words: null,
  ...said,
});
const people = (count: number, said: (person: number) => Partial<FeedbackBy>) =>
  Array.from({ length: count }, (_, person) => by(person, said(person)));

describe('what people say of content', () => {
  it('is withheld of fewer than five people', () => {
    expect(contentFeedback(people(4, () => ({ unclear: true })))).toBeUndefined();
  });

  it('is counted in whole groups of five, each figure by itself', () => {
    const feedback = people(12, (person) => ({ unclear: person < 6, outdated: person < 4 }));
    expect(contentFeedback(feedback)).toMatchObject({
      people: 10,
      unclear: 5,
      outdated: null,
      ratingCount: null,
      meanRating: null,
    });
  });

  it('has the mean of the ratings of whole groups, in the order in which they arrived', () => {
    expect(contentFeedback(people(7, (person) => ({ rating: person < 5 ? 3 : 1 })))).toMatchObject({
      ratingCount: 5,
      meanRating: 3,
    });
  });

  it('is shown in words from ten people on, and then in whole groups of five', () => {
    const said = (count: number) =>
      contentFeedback(people(count, (person) => ({ words: `w${String(person)}` })))!;
    expect(said(9).words).toBeNull();
    expect(said(10).words).toHaveLength(10);
    expect(said(14).words!.toSorted()).toEqual(said(10).words!.toSorted());
    expect(said(15).words).toHaveLength(15);
    expect(said(300).words).toHaveLength(200);
  });

  it('does not count one person ten times', () => {
    const feedback = [
      ...people(9, () => ({ words: 'w' })),
      by(0, { words: 'again' }),
      by(0, { words: 'and again' }),
    ];
    expect(contentFeedback(feedback)!.words).toBeNull();
  });

  it('puts words in an order that is the same whoever said them when', () => {
    const words = Array.from({ length: 10 }, (_, index) => `words ${String(index)}`);
    const shown = (order: readonly string[]) =>
      contentFeedback(order.map((one, person) => by(person, { words: one })))!.words;
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 10 }), (order) => {
        expect(shown(order)).toEqual(shown(words));
      }),
    );
  });

  it('changes with what one person says by the ratings of five people or not at all', () => {
    const rating = fc.integer({ min: 1, max: 5 });
    const feedback = fc.array(
      fc.tuple(fc.nat(12), rating).map(([person, one]) => by(person, { rating: one })),
    );
    fc.assert(
      fc.property(feedback, fc.nat(13), rating, (before, person, one) => {
        const shown = contentFeedback(before);
        const after = contentFeedback([...before, by(person, { rating: one })]);
        const added = (after?.ratingCount ?? 0) - (shown?.ratingCount ?? 0);
        expect([0, 5]).toContain(added);
        if (added === 0) expect(after?.meanRating ?? null).toBe(shown?.meanRating ?? null);
      }),
    );
  });
});
