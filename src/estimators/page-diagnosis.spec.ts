import * as fc from 'fast-check';
import { diagnosePages, type PageDiagnosis } from './page-diagnosis';
import type { PageEvidence } from './page-signals';

/** A page that forty people took as they take any. */
function usualPage(number: number, changed: Partial<PageEvidence> = {}): PageEvidence {
  return {
    page: `page ${number}`,
    number,
    expectedSeconds: 60,
    people: 40,
    medianSeconds: 58 + (number % 5),
    spreadSeconds: 0.5,
    revisited: 3 + (number % 3),
    pauses: 0.3,
    atRisk: 40,
    left: number % 2,
    unclear: 0,
    outdated: 0,
    feedback: 2,
    questions: { right: 84, answers: 120, expected: 83, variance: 22 },
    ...changed,
  };
}

function diagnosed(changed: Partial<PageEvidence>): PageDiagnosis | undefined {
  const pages = Array.from({ length: 12 }, (_, place) => usualPage(place + 1, place === 5 ? changed : {}));
  const found = diagnosePages(pages);
  const others = found.filter((_, place) => place !== 5);
  expect(new Set(others.map(({ diagnosis }) => diagnosis))).toEqual(new Set(['SOUND']));
  return found[5];
}

const failing = (right: number) => ({ right, answers: 120, expected: 83, variance: 22 });

it.each([
  ['TOO_LONG', { medianSeconds: 190, left: 9, pauses: 0.6 }],
  ['CONFUSING', { medianSeconds: 95, revisited: 20, unclear: 6, questions: failing(66) }],
  ['TOO_COMPLEX', { medianSeconds: 150, pauses: 0.9, left: 4, questions: failing(48) }],
  ['OUTDATED', { outdated: 6, feedback: 8 }],
  ['NOT_TAUGHT', { medianSeconds: 45, questions: failing(30) }],
] as const)('tells a page that is %s by what people do there', (kind, changed) => {
  expect(diagnosed(changed)).toMatchObject({ diagnosis: 'CONTENT_PROBLEM', kind });
});

it('blames no page whose people answer badly just as their mastery predicts', () => {
  const questions = { right: 26, answers: 120, expected: 25, variance: 19 };
  expect(diagnosed({ questions })).toMatchObject({ diagnosis: 'KNOWLEDGE_GAP' });
});

it('shows each figure beside what is usual around the page, and how much it speaks for the problem', () => {
  const reasons = diagnosed({ medianSeconds: 190, left: 9, pauses: 0.6 })?.reasons;
  expect(reasons?.seconds?.value).toBe(190);
  expect(reasons?.seconds?.usual).toBeGreaterThan(55);
  expect(reasons?.seconds?.usual).toBeLessThan(65);
  expect(reasons?.leaving?.value).toBe(9 / 40);
  expect(reasons?.leaving?.usual).toBeLessThan(0.04);
  expect(reasons?.answers?.usual).toBeCloseTo(83 / 120, 1);
  expect(reasons?.leaving?.weight).toBeGreaterThan(1);
  expect(Math.abs(reasons?.outdated?.weight ?? NaN)).toBeLessThan(0.5);
});

it('compares pages without an expected time with one another', () => {
  const pages = Array.from({ length: 12 }, (_, place) =>
    usualPage(place + 1, {
      expectedSeconds: undefined,
      ...(place === 5 && { medianSeconds: 400, left: 12, pauses: 0.8 }),
    }),
  );
  const found = diagnosePages(pages);
  expect(found[5]).toMatchObject({ diagnosis: 'CONTENT_PROBLEM', kind: 'TOO_LONG' });
  expect(found[5]?.reasons.seconds?.usual).toBeLessThan(75);
});

it('says that more people would decide where few have come, or what they do is not clear', () => {
  const few = { people: 4, atRisk: 4, left: 2, medianSeconds: 200, revisited: 2, unclear: 1, feedback: 1 };
  expect(diagnosed(few)).toMatchObject({ diagnosis: 'NOT_ENOUGH_DATA', decidedBy: 'MORE_PEOPLE' });
  expect(diagnosed({ medianSeconds: 115, left: 4 })).toMatchObject({
    diagnosis: 'NOT_ENOUGH_DATA',
    decidedBy: 'MORE_PEOPLE',
  });
});

const times = (most: number) => fc.integer({ min: 0, max: most });
const anyPage = fc.integer({ min: 0, max: 5_000 }).chain((people) =>
  fc.record({
    page: fc.uuid(),
    number: fc.integer({ min: 1, max: 40 }),
    expectedSeconds: fc.option(fc.integer({ min: 0, max: 3_600 }), { nil: undefined }),
    people: fc.constant(people),
    medianSeconds: fc.double({ min: 0, max: 1e6 }),
    spreadSeconds: fc.double({ min: 0, max: 3 }),
    revisited: times(people),
    pauses: fc.double({ min: 0, max: 50, noNaN: true }),
    atRisk: fc.constant(people),
    left: times(people),
    unclear: times(people),
    outdated: times(people),
    feedback: fc.constant(people),
    questions: fc
      .record({
        answers: times(people),
        right: fc.double({ min: 0, max: 1, noNaN: true }),
        expected: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ answers, right, expected }) => ({
        answers,
        right: answers * right,
        expected: answers * expected,
        variance: answers * expected * (1 - expected),
      })),
  }),
);

it('says something of every page, with a probability, whatever it is given', () => {
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 8 }), (pages) => {
      const found = diagnosePages(pages);
      expect(found.map(({ page }) => page)).toEqual(pages.map(({ page }) => page));
      for (const { probability, diagnosis, kind, reasons } of found) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        if (diagnosis !== 'CONTENT_PROBLEM') expect(kind).toBeUndefined();
        for (const { value, usual, weight } of Object.values(reasons))
          expect([value, usual, weight].every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

it('is the same in any order of the pages', () => {
  const pages = Array.from({ length: 8 }, (_, place) =>
    usualPage(place + 1, place === 3 ? { medianSeconds: 190, left: 7 } : {}),
  );
  const byPage = new Map(diagnosePages(pages).map((one) => [one.page, one]));
  fc.assert(
    fc.property(fc.shuffledSubarray(pages, { minLength: 8, maxLength: 8 }), (shuffled) => {
      for (const { page, diagnosis, probability } of diagnosePages(shuffled)) {
        expect(diagnosis).toBe(byPage.get(page)?.diagnosis);
        expect(probability).toBeCloseTo(byPage.get(page)?.probability ?? NaN, 9);
      }
    }),
    { numRuns: 5 },
  );
});
