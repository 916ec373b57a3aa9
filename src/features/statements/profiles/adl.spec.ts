import type { StoredStatement } from '../statement';
import { adl } from './adl';
import { adlVerb, exampleStatement } from './example-statement';
import { meaningOf as meaningOfAny } from './registry';

const unit = 'https://lms.example.org/unit/1';
const course = 'https://lms.example.org/course/1';
const at = '2026-03-02T10:00:00Z';
const contextActivities = { parent: [{ id: course }] };

describe('the verbs of ADL', () => {
  it.each(['attempted', 'launched', 'initialized', 'resumed', 'experienced'])(
    '%s begins a passage through the content, or through what it is a part of',
    (verb) => {
      expect(toldOf(verb)?.visits).toEqual([
        { activities: [unit, course], scope: 'day 2026-03-02', startedAt: at },
      ]);
    },
  );

  it.each(['progressed', 'suspended', 'interacted', 'passed', 'failed'])(
    '%s shows that a passage goes on',
    (verb) => {
      expect(toldOf(verb)?.visits).toEqual([
        { activities: [unit, course], scope: 'day 2026-03-02', seenAt: at },
      ]);
    },
  );

  it('complete the content itself, not what it is a part of', () => {
    expect(toldOf('completed')?.visits).toEqual([
      { activities: [unit], scope: 'day 2026-03-02', completedAt: at },
    ]);
    expect(toldOf('passed', { result: { completion: true } })?.visits[0]).toMatchObject({ completedAt: at });
    expect(toldOf('completed', { result: { completion: false } })?.visits[0]).not.toHaveProperty(
      'completedAt',
    );
    expect(toldOf('terminated')?.visits[0]).toMatchObject({ activities: [unit], endedAt: at });
  });

  it('look at a page for as long as they say', () => {
    expect(toldOf('experienced', { result: { duration: 'PT1M' } })?.pageViews).toEqual([
      { activities: [unit], scope: 'day 2026-03-02', at, activeSeconds: 60 },
    ]);
    expect(toldOf('launched')?.pageViews).toEqual([]);
  });

  it('judge what stands for a question', () => {
    expect(toldOf('failed', { result: { score: { scaled: 0.2 } } })?.answers).toMatchObject([{ score: 0.2 }]);
    expect(toldOf('completed')?.answers).toEqual([]);
  });

  it('keep the registration as the passage', () => {
    const registration = '0f4e6a5c-9b1f-4c3e-8f43-6b4e4e1e0a01';
    expect(toldOf('launched', { context: { registration } })?.visits[0]?.scope).toBe(
      `registration ${registration}`,
    );
  });
});

describe('what no profile makes evidence of', () => {
  it.each<[string, StoredStatement]>([
    ['VERB', exampleStatement('https://example.org/verbs/danced')],
    ['VOIDING', exampleStatement(adlVerb('voided'), { object: { objectType: 'StatementRef', id: unit } })],
    [
      'GROUP',
      exampleStatement(adlVerb('completed'), {
        actor: { objectType: 'Group', mbox: 'mailto:all@example.org' },
      }),
    ],
    ['NO_ACTIVITY', exampleStatement(adlVerb('commented'), { object: { objectType: 'Agent' } })],
    ['NO_ACTIVITY', exampleStatement(adlVerb('answered'), { object: { objectType: 'SubStatement' } })],
  ])('says %s', (reason, statement) => {
    expect(meaningOfAny(statement)).toEqual({ reason });
  });
});

function toldOf(verb: string, given: Partial<StoredStatement> = {}) {
  return adl.meaning(exampleStatement(adlVerb(verb), { context: { contextActivities }, ...given })).told;
}
