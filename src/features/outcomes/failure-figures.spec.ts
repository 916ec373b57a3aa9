import { responsesIn } from './chosen-responses';
import { correlationWithRest, expectedFailures, failuresIn, omissionsIn, secondsIn } from './failure-figures';
import type { JudgedAnswer } from './judged-answers';

const given = (person: number, rest: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  person: String(person).padStart(3, '0'),
  team: undefined,
  version: 'version',
  score: 1,
  response: null,
  at: 0,
  recordedAt: 0,
  responseMs: null,
  attempt: 1,
  expected: NaN,
  standing: NaN,
  ...rest,
});
const people = (count: number, rest: (person: number) => Partial<JudgedAnswer>) =>
  Array.from({ length: count }, (_, person) => given(person, rest(person)));

describe('figures on first answers', () => {
  it('count a fraction of a right answer as that share of one, and people once', () => {
    const answers = [given(0, { score: 0.25 }), given(0, { score: 0, version: 'other' }), given(1)];
    expect(failuresIn(answers)).toMatchObject({ people: 2, trials: 3, counted: 1.75, share: 1.75 / 3 });
  });

  it('say what was to be expected where that is known', () => {
    expect(expectedFailures(people(2, () => ({})))).toBeUndefined();
    expect(expectedFailures([given(0, { expected: 0.75 }), given(1, { expected: 0.25 }), given(2)])).toBe(
      0.5,
    );
  });

  it('correlate with how people do elsewhere, from five people on', () => {
    const better = (person: number) => ({ score: person % 2, standing: person % 2 === 0 ? 0.25 : -0.25 });
    expect(correlationWithRest(people(4, better))).toBeUndefined();
    expect(correlationWithRest(people(6, better))).toBeCloseTo(-1, 12);
  });

  it('say how many were left out, where the source says what was answered', () => {
    expect(omissionsIn(people(3, () => ({})))).toBeUndefined();
    expect(omissionsIn(people(4, (person) => ({ response: person === 0 ? ' ' : 'A' })))).toBe(0.25);
  });

  it('say how long answers took where that is known of five people', () => {
    expect(secondsIn(people(4, () => ({ responseMs: 1 })))).toBeUndefined();
    expect(secondsIn(people(5, (person) => ({ responseMs: 1_000 * person })))).toEqual({
      firstQuartile: 1,
      median: 2,
      thirdQuartile: 3,
    });
  });
});

describe('responses', () => {
  it('in words of their own are named where five people gave them', () => {
    const answers = people(12, (person) => ({ response: person < 5 ? 'many' : `own ${String(person)}` }));
    expect(responsesIn(answers, []).map(({ response, share }) => [response, share])).toEqual([
      ['many', 5 / 12],
      [null, 7 / 12],
    ]);
    expect(responsesIn(answers, ['own 7', 'never']).map(({ response }) => response)).toEqual([
      'many',
      'own 7',
      'never',
      null,
    ]);
  });

  it('are told apart by thirds of people where each has five', () => {
    const answers = (count: number) =>
      people(count, (person) => ({ response: person < 5 ? 'low' : 'high', standing: person / count }));
    expect(responsesIn(answers(14), [])[0]!.thirds).toBeUndefined();
    expect(responsesIn(answers(15), []).map(({ response, thirds }) => [response, thirds])).toEqual([
      ['high', [0, 1, 1]],
      ['low', [1, 0, 0]],
    ]);
  });
});
