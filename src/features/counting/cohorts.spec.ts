import fc from 'fast-check';
import { cohortsOf, mayBeRenewed, type Member, type Waiting } from './cohorts';

const people = (count: number, team?: string, from = 0): Waiting[] =>
  Array.from({ length: count }, (_, index) => ({
    person: `${team ?? 'alone'} ${String(from + index)}`,
    teams: team === undefined ? [] : [team],
  }));
const teamsOf = (cohort: readonly Waiting[]) => [...new Set(cohort.map(({ teams }) => teams[0]))];
const sizes = (cohorts: readonly Waiting[][]) => cohorts.map(({ length }) => length);

describe('people who wait', () => {
  it('come into cohorts of ten and more, as even as can be', () => {
    expect(sizes(cohortsOf(people(37, 'a')))).toEqual([12, 12, 13]);
    expect(sizes(cohortsOf(people(19, 'a')))).toEqual([19]);
    expect(sizes(cohortsOf(people(7, 'a')))).toEqual([7]);
  });

  it('wait on while they are fewer than five', () => {
    expect(cohortsOf(people(4, 'a'))).toEqual([]);
    expect(cohortsOf([])).toEqual([]);
  });

  it('come together by teams, and those of small teams with each other', () => {
    const cohorts = cohortsOf([...people(3, 'b'), ...people(12, 'a'), ...people(2), ...people(6, 'c')]);
    expect(cohorts.map((cohort) => [cohort.length, teamsOf(cohort).length])).toEqual([
      [12, 1],
      [6, 1],
      [5, 2],
    ]);
  });

  it('are each in one cohort or none, of five at least, whatever order they come in', () => {
    const waiting = fc.uniqueArray(fc.nat(60), { maxLength: 60 }).chain((numbers) =>
      fc.tuple(
        fc.constant(
          numbers.map((number) => ({
            person: String(number),
            teams: number % 7 ? [`t${String(number % 7)}`] : [],
          })),
        ),
        fc.shuffledSubarray(numbers, { minLength: numbers.length }),
      ),
    );
    fc.assert(
      fc.property(waiting, ([all, order]) => {
        const cohorts = cohortsOf(all);
        const counted = cohorts.flat().map(({ person }) => person);
        expect(new Set(counted).size).toBe(counted.length);
        expect(cohorts.every(({ length }) => length >= 5)).toBe(true);
        expect(all.length - counted.length).toBeLessThan(5);
        const shuffled = order.map((number) => all.find(({ person }) => person === String(number))!);
        expect(cohortsOf(shuffled)).toEqual(cohorts);
      }),
    );
  });
});

describe('a cohort is computed again', () => {
  const member = (circle: string, moved: boolean): Member => ({ circle, moved });
  const circle = (name: string, size: number, moved: number): Member[] =>
    Array.from({ length: size }, (_, index) => member(name, index < moved));

  it('when five of its people moved', () => {
    expect(mayBeRenewed(circle('a', 10, 4))).toBe(false);
    expect(mayBeRenewed(circle('a', 10, 5))).toBe(true);
  });

  it('not while whoever sees some of them would be left with fewer than five who moved', () => {
    expect(mayBeRenewed([...circle('a', 5, 4), ...circle('b', 6, 1)])).toBe(false);
    expect(mayBeRenewed([...circle('a', 5, 5), ...circle('b', 6, 1)])).toBe(false);
    expect(mayBeRenewed([...circle('a', 5, 5), ...circle('b', 6, 0)])).toBe(true);
    expect(mayBeRenewed([...circle('a', 5, 5), ...circle('b', 6, 5)])).toBe(true);
  });

  it('without regard to those who are shown nothing of it, since fewer than five are unseen to them', () => {
    expect(mayBeRenewed([...circle('a', 6, 5), ...circle('b', 4, 1)])).toBe(true);
  });

  it('just when no choice of circles that leaves five people leaves one to four who moved', () => {
    const circles = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(7)), { maxLength: 6 });
    fc.assert(
      fc.property(circles, (shape) => {
        const sized = shape.map(([size, moved]) => ({ size, moved: Math.min(size, moved) }));
        const members = sized.flatMap(({ size, moved }, name) => circle(String(name), size, moved));
        const choices = Array.from({ length: 2 ** sized.length }, (_, chosen) =>
          sized
            .filter((__, position) => (chosen >> position) & 1)
            .reduce((sum, one) => ({ size: sum.size + one.size, moved: sum.moved + one.moved }), {
              size: 0,
              moved: 0,
            }),
        );
        const harmless = choices.every(({ size, moved }) => size < 5 || moved === 0 || moved >= 5);
        const enough = members.filter(({ moved }) => moved).length >= 5;
        expect(mayBeRenewed(members)).toBe(enough && harmless);
      }),
    );
  });
});
