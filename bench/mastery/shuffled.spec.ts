import { seededUniforms } from '../../src/estimators/random';
import { shuffled } from './shuffled';

it('holds every number once, each at each place equally often', () => {
  const random = seededUniforms(6);
  const counts = [0, 1, 2].map(() => [0, 0, 0]);
  for (let round = 0; round < 3_000; round++) {
    const order = shuffled(3, random);
    expect([...order].sort()).toEqual([0, 1, 2]);
    order.forEach((number, place) => (counts[number]![place] = counts[number]![place]! + 1));
  }
  for (const count of counts.flat()) expect(Math.abs(count - 1_000)).toBeLessThan(100);
});
