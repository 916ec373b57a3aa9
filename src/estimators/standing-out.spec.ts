import { seededUniforms } from './random';
import { asManyOrMore, standingOut } from './standing-out';
import type { AtRisk } from './survival';

/** People going through pages, at each of which they leave with its probability. */
function simulated(random: () => number, people: number, leaves: readonly number[]): AtRisk[] {
  let atRisk = people;
  return leaves.map((probability, place) => {
    let left = 0;
    for (let person = 0; person < atRisk; person++) if (random() < probability) left++;
    const point = { at: place + 1, atRisk, left };
    atRisk -= left;
    return point;
  });
}

it('gives the probability of the tea tasting of Fisher 1935', () => {
  expect(asManyOrMore(4, 4, 4, 8)).toBeCloseTo(1 / 70, 12);
  expect(asManyOrMore(3, 4, 4, 8)).toBeCloseTo(17 / 70, 12);
  expect(asManyOrMore(0, 4, 4, 8)).toBeCloseTo(1, 12);
});

it('finds a page where a third leaves among pages where few do, and two beside each other', () => {
  const leaves = [0.03, 0.03, 0.03, 0.35, 0.03, 0.03, 0.03, 0.03];
  const found = standingOut(simulated(seededUniforms(1), 100, leaves), 0.05);
  expect(found).toMatchObject([{ at: 4, around: expect.any(Number) }]);
  expect(found[0]!.around).toBeLessThan(0.1);
  expect(found[0]!.probability).toBeLessThan(0.001);
  const two = [0.02, 0.02, 0.02, 0.3, 0.3, 0.02, 0.02, 0.02];
  expect(standingOut(simulated(seededUniforms(2), 200, two), 0.05).map(({ at }) => at)).toEqual([4, 5]);
});

it('finds nothing where as many leave everywhere, nor where nobody does', () => {
  expect(standingOut(simulated(seededUniforms(3), 60, Array<number>(12).fill(0)), 0.05)).toEqual([]);
  expect(standingOut([], 0.05)).toEqual([]);
});

it.each([20, 60, 400])('seldom tells what is not so, of %d people', (people) => {
  const random = seededUniforms(people);
  let [courses, wrong] = [0, 0];
  for (; courses < 400; courses++) {
    const leaves = Array<number>(15).fill(0.02 + 0.1 * random());
    if (standingOut(simulated(random, people, leaves), 0.05).length > 0) wrong++;
  }
  expect(wrong / courses).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / courses));
});

it('keeps the share of false ones among what it tells where some pages do stand out', () => {
  const random = seededUniforms(9);
  let [told, wrong, missed] = [0, 0, 0];
  for (let course = 0; course < 300; course++) {
    const worse = [3, 9].map((page) => page + Math.floor(3 * random()));
    const leaves = Array.from({ length: 15 }, (_, place) => (worse.includes(place + 1) ? 0.25 : 0.04));
    const found = standingOut(simulated(random, 200, leaves), 0.05).map(({ at }) => at);
    told += found.length;
    wrong += found.filter((at) => !worse.includes(at)).length;
    missed += worse.filter((at) => !found.includes(at)).length;
  }
  expect(wrong / told).toBeLessThan(0.06);
  expect(missed / 600).toBeLessThan(0.15);
});
