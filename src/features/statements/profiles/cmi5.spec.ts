import type { Result } from '../statement';
import { cmi5 } from './cmi5';
import { adlVerb, exampleStatement } from './example-statement';
import { ScoreFrom } from './told';

const context = {
  registration: '0f4e6a5c-9b1f-4c3e-8f43-6b4e4e1e0a01',
  contextActivities: { category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] },
  extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-9' },
};
const unit = 'https://lms.example.org/unit/1';
const at = '2026-03-02T10:00:00Z';

describe('cmi5', () => {
  it.each([
    ['launched', { startedAt: at }],
    ['initialized', { startedAt: at }],
    ['completed', { completedAt: at }],
    ['passed', { seenAt: at }],
    ['failed', { seenAt: at }],
    ['terminated', { endedAt: at }],
  ])('%s is said of the passage of its session', (verb, when) => {
    expect(meaningOf(adlVerb(verb)).told?.visits).toEqual([
      { activities: [unit], scope: 'session session-9', ...when },
    ]);
  });

  it('ends the passage of a session that was abandoned, and completes what is satisfied', () => {
    const ofAdl = (name: string) => meaningOf(`https://w3id.org/xapi/adl/verbs/${name}`);
    expect(ofAdl('abandoned').told?.visits[0]).toMatchObject({ endedAt: at });
    expect(ofAdl('satisfied').told?.visits[0]).toMatchObject({ completedAt: at });
    expect(ofAdl('waived')).toEqual({ reason: 'WAIVED' });
  });

  it('makes an answer of a judgement, for content that stands for a question', () => {
    const scored = meaningOf(adlVerb('passed'), { score: { scaled: 0.9 }, success: true, duration: 'PT30S' });
    expect(scored.told?.answers).toMatchObject([{ activities: [unit], score: 0.9, responseMs: 30_000 }]);
    expect(meaningOf(adlVerb('passed')).told?.answers).toMatchObject([
      { score: 1, scoreFrom: ScoreFrom.SUCCESS },
    ]);
    expect(meaningOf(adlVerb('failed')).told?.answers).toMatchObject([{ score: 0 }]);
  });

  it('is known by its category', () => {
    expect(cmi5.covers(exampleStatement(adlVerb('launched'), { context }))).toBe(true);
    expect(cmi5.covers(exampleStatement(adlVerb('launched')))).toBe(false);
  });
});

function meaningOf(verb: string, result: Result = {}) {
  return cmi5.meaning(exampleStatement(verb, { context, result }));
}
