import fc from 'fast-check';
import { withheld } from '../disclosure/disclosure';
import { bySeverity, type Graded } from './severity';

const need = (name: string, importance: number): Graded['need'] => ({
  ...{ requirement: name, level: 0.5, band: null, importance, headcount: 1, task: null, taskName: null },
  ...{ skillKey: name, skillName: name, skillSortName: name, project: '' },
});
const gap = (name: string, expectedShortfall: number, importance = 1, coveredProbability = 0.5): Graded => ({
  need: need(name, importance),
  supply: { expectedShortfall, coveredProbability },
});
const hidden = (name: string): Graded => ({ need: need(name, 3), supply: withheld('Too few.') });
const namesOf = (gaps: readonly Graded[]) =>
  gaps.toSorted(bySeverity).map(({ need: { skillName } }) => skillName);

describe('gaps in the order of their severity', () => {
  it('begin with the largest shortfall times importance', () => {
    expect(namesOf([gap('a', 0.4), gap('b', 0.3, 2), gap('c', 0.5)])).toEqual(['b', 'c', 'a']);
  });

  it('are of equals by what is least likely to be covered, then by name', () => {
    expect(namesOf([gap('c', 1), gap('b', 1), gap('a', 1, 1, 0.6), gap('d', 2, 0.5, 0.2)])).toEqual([
      'd',
      'b',
      'c',
      'a',
    ]);
  });

  it('end with what is withheld, by name, whatever else there is', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        names,
        fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (all, shortfalls, shown) => {
          const gaps = all.map((name, at) =>
            at < shown ? gap(name, (shortfalls[at] ?? 0) / 3) : hidden(name),
          );
          const kept = all.slice(shown);
          expect(namesOf(gaps).slice(all.length - kept.length)).toEqual(kept.toSorted());
          expect(namesOf(gaps.toReversed())).toEqual(namesOf(gaps));
        },
      ),
    );
  });
});
