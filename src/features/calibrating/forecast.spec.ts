import fc from 'fast-check';
import { Tally, type MovedLevel } from './forecast';

const bands = [
  { name: 'low', from: 0, to: 0.5 },
  { name: 'high', from: 0.5, to: 1 },
];
const level = fc.double({ min: 0, max: 1, noNaN: true });
const moved: fc.Arbitrary<MovedLevel> = fc.record({ skill: fc.constant('s'), before: level, after: level });

it('shows a group of five people, and of a smaller one only that it is there', () => {
  const tally = new Tally(bands);
  for (let person = 0; person < 5; person++)
    tally.add('five', [{ skill: 's', before: 0.4, after: person === 0 ? 0.46 : 0.4 }]);
  for (let person = 0; person < 4; person++) tally.add('four', [{ skill: 's', before: 0.4, after: 0.9 }]);
  tally.add('none', []);
  const { groups, withheld } = tally.result();
  expect(withheld).toBe(1);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({
    key: 'five',
    people: 5,
    levels: 5,
    raised: 0.2,
    lowered: 0,
    otherBand: 0,
  });
  expect(groups[0]!.meanChange).toBeCloseTo(0.012, 12);
});

it('sums what every person has, and turned around says the opposite', () => {
  fc.assert(
    fc.property(fc.array(fc.array(moved, { minLength: 1, maxLength: 4 }), { minLength: 5 }), (people) => {
      const [there, back] = [new Tally(bands), new Tally(bands)];
      for (const levels of people) {
        there.add('all', levels);
        back.add(
          'all',
          levels.map(({ skill, before, after }) => ({ skill, before: after, after: before })),
        );
      }
      const [one] = there.result().groups;
      const [other] = back.result().groups;
      expect(one!.people).toBe(people.length);
      expect(one!.levels).toBe(people.flat().length);
      expect(other!.meanChange).toBeCloseTo(-one!.meanChange, 9);
      expect([other!.raised, other!.lowered, other!.otherBand]).toEqual([
        one!.lowered,
        one!.raised,
        one!.otherBand,
      ]);
    }),
  );
});
