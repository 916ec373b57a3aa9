import fc from 'fast-check';
import { visitCounts, type VisitBy } from './content-visits';

const leftAfter = 30;
const now = 1_000;
const visit = (person: number, become: 'completed' | 'left' | 'under way'): VisitBy => ({
  person: String(person),
  startedAt: become === 'left' ? 0 : now - 1,
  completedAt: become === 'completed' ? now : null,
  endedAt: null,
  openedAt: null,
  seenUntil: null,
});
const people = (from: number, count: number, become: Parameters<typeof visit>[1]) =>
  Array.from({ length: count }, (_, index) => visit(from + index, become));

describe('counts of visits', () => {
  it('are withheld of fewer than five people, however often they came', () => {
    expect(
      visitCounts([...people(0, 4, 'left'), ...people(0, 4, 'completed')], now, leftAfter),
    ).toBeUndefined();
  });

  it('are in whole groups of five, and the parts sum up to the total', () => {
    const visits = [...people(0, 11, 'completed'), ...people(11, 6, 'left'), ...people(17, 9, 'under way')];
    expect(visitCounts(visits, now, leftAfter)).toMatchObject({
      people: 25,
      visits: 25,
      completed: 10,
      left: 5,
      underWay: 10,
    });
  });

  it('show no part of fewer than five', () => {
    const visits = [...people(0, 6, 'completed'), ...people(6, 2, 'left')];
    expect(visitCounts(visits, now, leftAfter)).toMatchObject({
      people: 5,
      completed: 5,
      left: null,
      underWay: null,
      summary: expect.stringContaining('fewer than 5 left without'),
    });
  });

  it('count somebody once, by the best that became of their visits', () => {
    const visits = [...people(0, 5, 'left'), ...people(0, 5, 'completed'), ...people(5, 5, 'left')];
    expect(visitCounts(visits, now, leftAfter)).toMatchObject({
      people: 10,
      visits: 15,
      completed: 5,
      left: 5,
    });
  });

  it('change by whole groups of people who did the same, or not at all, with what one person adds', () => {
    const become = fc.constantFrom('completed' as const, 'left' as const, 'under way' as const);
    const visits = fc.array(fc.tuple(fc.nat(14), become).map(([person, state]) => visit(person, state)));
    fc.assert(
      fc.property(visits, fc.nat(15), become, (before, person, state) => {
        const [shown, after] = [before, [...before, visit(person, state)]].map((some) => {
          const counts = visitCounts(some, now, leftAfter);
          const { people: all = 0, visits: made = 0, completed, left, underWay } = counts ?? {};
          const [done, settled] = [completed ?? 0, (completed ?? 0) + (left ?? 0)];
          if (counts) expect(settled + (underWay ?? 0)).toBe(all);
          return [all, made, done, settled];
        });
        shown!.forEach((count, index) => expect([0, 5]).toContain(after![index]! - count));
      }),
    );
  });
});
