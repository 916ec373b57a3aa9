import fc from 'fast-check';
import { lastEventOf, stateOfVisit, VisitState, type Passage } from './visit-state';

const leftAfter = 30;
const none: Passage = { startedAt: null, completedAt: null, endedAt: null, openedAt: null, seenUntil: null };
const at = (now: number, passage: Partial<Passage>) => stateOfVisit({ ...none, ...passage }, now, leftAfter);

describe('a visit', () => {
  it('is under way until nothing has happened for the time that is configured', () => {
    expect(at(129, { startedAt: 100 })).toBe(VisitState.UNDER_WAY);
    expect(at(130, { startedAt: 100 })).toBe(VisitState.LEFT);
    expect(at(139, { startedAt: 100, openedAt: 100, seenUntil: 110 })).toBe(VisitState.UNDER_WAY);
  });

  it('is left at once where it was closed, and taken up again by a page opened later', () => {
    expect(at(111, { startedAt: 100, openedAt: 105, seenUntil: 112, endedAt: 110 })).toBe(VisitState.LEFT);
    expect(at(125, { startedAt: 100, openedAt: 120, seenUntil: 121, endedAt: 110 })).toBe(
      VisitState.UNDER_WAY,
    );
  });

  it('stays completed, whatever comes later', () => {
    expect(at(500, { startedAt: 100, completedAt: 110, endedAt: 110, openedAt: 400 })).toBe(
      VisitState.COMPLETED,
    );
  });

  it('is known by its page views alone where its start has not arrived', () => {
    expect(at(110, { openedAt: 100, seenUntil: 105 })).toBe(VisitState.UNDER_WAY);
  });

  it('that counts as left no longer does once an event arrives late', () => {
    const moment = fc.nat(1_000);
    fc.assert(
      fc.property(moment, moment, moment, (startedAt, openedAt, seconds) => {
        const late = { startedAt, openedAt, seenUntil: openedAt + seconds };
        const now = lastEventOf({ ...none, ...late }) + leftAfter - 1;
        expect(at(now, late)).toBe(VisitState.UNDER_WAY);
        expect(at(now + 1, late)).toBe(VisitState.LEFT);
      }),
    );
  });
});
