import * as fc from 'fast-check';
import type { DiagnosedAnswer } from './answered-test';
import { diagnoseQuestions } from './content-diagnosis';
import type { GivenBesides } from './missed-skill';
import { logistic } from './normal';
import type { PageEvidence } from './page-signals';
import { seededUniforms } from './random';

const questions = Array.from({ length: 20 }, (_, place) => `q${String(place).padStart(2, '0')}`);
const isSql = (question: string): boolean => Number(question.slice(1)) % 2 === 0;

/** Sixty people pass statistics by their level; `sql` is what the logit of a right answer on SQL is, at a level. */
function course(sql: (level: number) => number): DiagnosedAnswer[] {
  const random = seededUniforms(21);
  return Array.from({ length: 60 }, (_, place) => -1.5 + place / 20).flatMap((level, place) =>
    questions.map((question): DiagnosedAnswer => {
      const logit = isSql(question) ? sql(level) : 1.5 + 1.3 * level;
      const skills = [isSql(question) ? 'sql' : 'statistics'];
      return { person: `p${place}`, question, skills, score: random() < logistic(logit) ? 1 : 0 };
    }),
  );
}

/** Whatever their level one in ten is right. */
const missed = course(() => -2.2);

function pagesWith(changed: Partial<PageEvidence>): ReadonlyMap<string, PageEvidence> {
  return new Map(
    questions.map((question, place) => [
      question,
      {
        page: `page ${Math.floor(place / 2)} ${isSql(question)}`,
        number: 1 + place,
        expectedSeconds: 60,
        people: 60,
        medianSeconds: 61,
        spreadSeconds: 0.5,
        revisited: 6,
        pauses: 0.3,
        atRisk: 60,
        left: 1,
        unclear: 0,
        outdated: 0,
        feedback: 3,
        questions: { right: 0, answers: 0, expected: 0, variance: 0 },
        ...(isSql(question) && changed),
      },
    ]),
  );
}

const earlier = (difficultyOfSql: number): NonNullable<GivenBesides['before']> =>
  new Map(
    questions.map((question) => [
      question,
      { difficulty: isSql(question) ? difficultyOfSql : -1, variance: 0.1 },
    ]),
  );

const ofSql = (answers: readonly DiagnosedAnswer[], given: GivenBesides) =>
  diagnoseQuestions(answers, given).filter(({ question }) => isSql(question));

it.each([
  ['passed fast', { medianSeconds: 14 }],
  ['left', { left: 12 }],
  ['came back to and called unclear', { revisited: 25, unclear: 9, medianSeconds: 95 }],
])('takes a skill that all miss as not taught where they %s its pages', (_, changed) => {
  for (const { diagnosis, kind, probability } of ofSql(missed, { pages: pagesWith(changed) })) {
    expect([diagnosis, kind]).toEqual(['CONTENT_PROBLEM', 'NOT_TAUGHT']);
    expect(probability).toBeGreaterThan(0.7);
  }
});

it('takes it as lacking knowledge where earlier people passed it, and as sound where it always was as hard', () => {
  const pages = pagesWith({});
  for (const { diagnosis, kind } of ofSql(missed, { pages, before: earlier(-1) }))
    expect([diagnosis, kind]).toEqual(['KNOWLEDGE_GAP', undefined]);
  for (const { diagnosis } of ofSql(missed, { pages, before: earlier(2.5) })) expect(diagnosis).toBe('SOUND');
});

it('leaves it undecided where pages look like any and nothing is known of earlier people', () => {
  for (const given of [{}, { pages: pagesWith({}) }])
    for (const { diagnosis, reasons } of ofSql(missed, given))
      expect([diagnosis, reasons.decidedBy]).toEqual(['NOT_ENOUGH_DATA', 'OTHER_TEAMS_OR_PAGES']);
});

it('finds a skill that all miss in proportion to their level, if earlier people passed it', () => {
  const inProportion = course((level) => -1.5 + 1.3 * level);
  for (const { diagnosis } of ofSql(inProportion, {})) expect(diagnosis).toBe('SOUND');
  for (const { diagnosis } of ofSql(inProportion, { before: earlier(-1) }))
    expect(diagnosis).toBe('KNOWLEDGE_GAP');
  for (const { diagnosis } of ofSql(inProportion, { before: earlier(2) })) expect(diagnosis).toBe('SOUND');
});

it('never calls it a gap on pages alone, nor blames pages on earlier people alone', () => {
  const times = fc.integer({ min: 0, max: 60 });
  const anyPages = fc.record({ left: times, revisited: times, unclear: times, medianSeconds: times });
  fc.assert(
    fc.property(anyPages, fc.integer({ min: -3, max: 3 }), (changed, difficulty) => {
      for (const { diagnosis } of ofSql(missed, { pages: pagesWith(changed) }))
        expect(diagnosis).not.toBe('KNOWLEDGE_GAP');
      for (const { diagnosis } of ofSql(missed, { before: earlier(difficulty) }))
        expect(diagnosis).not.toBe('CONTENT_PROBLEM');
    }),
    { numRuns: 4 },
  );
});
