import type { ActivityDefinition, Context, Result } from '../statement';
import { adlVerb, exampleStatement } from './example-statement';
import { questions } from './questions';
import { ScoreFrom } from './told';

describe('an answered question', () => {
  it('has the scaled score, the response, the time it took and when', () => {
    expect(
      answerTo(
        { score: { scaled: 0.8 }, success: true, response: 'b', duration: 'PT1M2.5S' },
        { interactionType: 'choice' },
      ),
    ).toEqual({
      activities: ['https://lms.example.org/unit/1'],
      score: 0.8,
      scoreFrom: ScoreFrom.SCALED,
      response: 'b',
      responseMs: 62_500,
      sitting: null,
      at: '2026-03-02T10:00:00Z',
    });
  });

  it('has the raw score within its bounds rather than a scaled one that runs from -1', () => {
    expect(scoreOf({ score: { raw: 50, min: 0, max: 100, scaled: 0 } })).toEqual([0.5, ScoreFrom.RAW]);
    expect(scoreOf({ score: { raw: 3, max: 4 } })).toEqual([0.75, ScoreFrom.RAW]);
    expect(scoreOf({ score: { raw: 5, min: 0, max: 4 } })).toEqual([1, ScoreFrom.RAW]);
  });

  it('takes a scaled score below 0 for 0', () => {
    expect(scoreOf({ score: { scaled: -0.5 } })).toEqual([0, ScoreFrom.SCALED]);
  });

  it('has 1 for success and 0 for failure where no score is given, or one without a maximum', () => {
    expect(scoreOf({ success: true })).toEqual([1, ScoreFrom.SUCCESS]);
    expect(scoreOf({ success: false, score: { raw: 7 } })).toEqual([0, ScoreFrom.SUCCESS]);
  });

  it('is not mapped where neither score nor success is given and the response decides nothing', () => {
    expect(meaningOf({ response: 'an essay' }, { interactionType: 'long-fill-in' })).toEqual({
      reason: 'NO_SCORE',
    });
    expect(meaningOf({}, {})).toEqual({ reason: 'NO_SCORE' });
    expect(meaningOf({ score: { raw: 4, min: 4, max: 4 } }, {})).toEqual({ reason: 'NO_SCORE' });
  });

  it('is an opinion where its scale has no right answer, unless the platform scored it', () => {
    const likert = {
      interactionType: 'likert',
      correctResponsesPattern: ['often'],
      scale: [{ id: 'never' }, { id: 'often' }],
    };
    expect(meaningOf({ response: 'often' }, likert)).toEqual({ reason: 'OPINION' });
    expect(answerTo({ response: 'often', success: true }, likert)).toMatchObject({ score: 1 });
  });

  it('has no response where it was left empty, and 4,000 characters of a longer one', () => {
    expect(answerTo({ response: '', success: false })).toMatchObject({ response: null, score: 0 });
    const longest = `${'x'.repeat(3_999)}\u{1F600}`;
    expect(answerTo({ response: longest, success: true })?.response).toBe('x'.repeat(3_999));
  });

  it('has no time where the duration is none, or is longer than a day', () => {
    expect(answerTo({ success: true, duration: 'an hour' })?.responseMs).toBeNull();
    expect(answerTo({ success: true, duration: 'P' })?.responseMs).toBeNull();
    expect(answerTo({ success: true, duration: 'P2D' })?.responseMs).toBeNull();
    expect(answerTo({ success: true, duration: 'PT0,25S' })?.responseMs).toBe(250);
  });

  it('belongs to the attempt it was given in, else to the registration', () => {
    const attempt = {
      id: 'https://lms.example.org/attempt/7',
      definition: { type: 'http://adlnet.gov/expapi/activities/attempt' },
    };
    const sitting = (context: Context) => answerTo({ success: true }, {}, context)?.sitting;
    expect(
      sitting({ contextActivities: { parent: [{ id: 'https://lms.example.org/quiz/1' }, attempt] } }),
    ).toBe(attempt.id);
    expect(sitting({ registration: '0F4E6A5C-9B1F-4C3E-8F43-6B4E4E1E0A01' })).toBe(
      'registration 0f4e6a5c-9b1f-4c3e-8f43-6b4e4e1e0a01',
    );
    expect(sitting({ contextActivities: { parent: attempt } })).toBe(attempt.id);
  });

  it('is also what is judged or completed with a response, where the object is an interaction', () => {
    const object = {
      id: 'https://lms.example.org/q/1',
      definition: { type: 'http://adlnet.gov/expapi/activities/cmi.interaction' },
    };
    const covers = (verb: string, result?: Result) =>
      questions.covers(exampleStatement(adlVerb(verb), { object, ...(result && { result }) }));
    expect(covers('passed')).toBe(true);
    expect(covers('interacted', { response: 'a' })).toBe(true);
    expect(covers('interacted')).toBe(false);
    expect(questions.covers(exampleStatement(adlVerb('passed')))).toBe(false);
  });
});

function meaningOf(result: Result, definition: ActivityDefinition = {}, context: Context = {}) {
  const object = { id: 'https://lms.example.org/unit/1', definition };
  return questions.meaning(exampleStatement(adlVerb('answered'), { object, result, context }));
}

function answerTo(...given: Parameters<typeof meaningOf>) {
  return meaningOf(...given).told?.answers[0];
}

function scoreOf(result: Result) {
  const answer = answerTo(result);
  return [answer?.score, answer?.scoreFrom];
}
