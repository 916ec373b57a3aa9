import { changed, fingerprintOf, type Content } from './content';

const current: Content = { prompt: 'Two and two?', options: ['4', '5'], answerKey: '4', skills: ['a', 'b'] };

describe('the content after a change', () => {
  it('keeps what is left out', () => {
    expect(changed(current, {})).toEqual(current);
    expect(changed(current, { prompt: 'Three?' })).toEqual({ ...current, prompt: 'Three?' });
  });

  it('clears the answer key by null and the options by an empty list', () => {
    expect(changed(current, { answerKey: null, options: [] })).toEqual({
      ...current,
      answerKey: null,
      options: [],
    });
  });

  it('needs prompt and skills where there is nothing yet', () => {
    expect(changed(undefined, { prompt: 'Two?' })).toBeUndefined();
    expect(changed(undefined, { skills: ['a'] })).toBeUndefined();
    expect(changed(undefined, { prompt: 'Two?', skills: ['a'] })).toEqual({
      prompt: 'Two?',
      options: [],
      answerKey: null,
      skills: ['a'],
    });
  });
});

describe('the fingerprint', () => {
  const fingerprintAfter = (change: Parameters<typeof changed>[1]) => {
    const content = changed(current, change);
    return content && fingerprintOf(content);
  };

  it('takes skills as a set', () => {
    expect(fingerprintAfter({ skills: ['b', 'a', 'b'] })).toBe(fingerprintOf(current));
  });

  it.each([{ prompt: 'Three?' }, { options: ['5', '4'] }, { answerKey: null }, { skills: ['a'] }])(
    'tells %p apart',
    (change) => {
      expect(fingerprintAfter(change)).not.toBe(fingerprintOf(current));
    },
  );
});
