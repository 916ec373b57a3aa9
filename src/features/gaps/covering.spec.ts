import fc from 'fast-check';
import { abilitiesOf, type Abilities } from '../../estimators/abilities';
import { expectedCoverage } from '../../estimators/coverage';
import type { Seats } from '../../estimators/supply';
import { Background } from '../request/background';
import { Covering, CoverageThread } from './covering';

const background = new Background(() => undefined);
afterAll(() => background.close());

const skills = ['one', 'two', 'three'];
const belief = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const wanted = fc
  .array(
    fc.record({
      skill: fc.constantFrom(...skills),
      threshold: fc.double({ min: -2, max: 2, noNaN: true }),
      headcount: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((seats): Seats[] => seats.map((seat, index) => ({ ...seat, id: `seats ${String(index)}` })));
/** Of one skill nobody is known; of the others there are enough for some of the seats to be drawn. */
const known = fc.tuple(...['one', 'two'].map(() => fc.array(belief, { maxLength: 60 }))).map((ofSkills) => {
  const abilities = ofSkills.map((people) =>
    abilitiesOf(people.map((one, index) => [`person ${String(index)}`, one] as const)),
  );
  return new Map(skills.flatMap((skill, index) => (abilities[index] ? [[skill, abilities[index]]] : [])));
});

function coveringBy(
  seats: readonly Seats[],
  abilities: ReadonlyMap<string, Abilities>,
  workOfPiece?: number,
) {
  const { signal: gone } = new AbortController();
  const covering = new Covering({ background, gone }, seats, workOfPiece);
  for (const [skill, ofSkill] of abilities) covering.add(skill, ofSkill);
  return covering.supply().finally(() => {
    covering.end();
  });
}

it('a thread covers seats as the event loop does, to the bit, in whatever pieces', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, known, fc.constantFrom(1, 200), async (seats, abilities, workOfPiece) => {
      const expected = expectedCoverage(seats, (skill) => abilities.get(skill));
      expect(await coveringBy(seats, abilities, workOfPiece)).toEqual(expected);
      expect(await coveringBy(seats, abilities)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

it('draws where counting costs too much, by the names of people, wherever it does', async () => {
  const seats = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: `seats ${String(index)}`, skill: 'one', headcount: 5 },
    threshold: index / 10 - 2,
  }));
  const people = Array.from({ length: 100 }, (_, index) => [`person ${String(index)}`, index] as const);
  const abilities = abilitiesOf(people.map(([name, index]) => [name, { mean: index / 50, variance: 1 }]));
  const expected = expectedCoverage(seats, () => abilities);
  const others = abilitiesOf(people.map(([name, index]) => [`${name}'`, { mean: index / 50, variance: 1 }]));
  expect(expectedCoverage(seats, () => others)).not.toEqual(expected);
  expect(await coveringBy(seats, new Map([['one', abilities]]), 1)).toEqual(expected);
});

it('goes no further once the client has left', async () => {
  const leaving = new AbortController();
  const names = Array.from({ length: 50 }, (_, index) => `skill ${String(index)}`);
  const seats = names.map((skill) => ({ id: skill, skill, threshold: 0, headcount: 1 }));
  const covering = new Covering({ background, gone: leaving.signal }, seats, 1);
  const somebody = abilitiesOf([['person', { mean: 0, variance: 1 }]]);
  for (const skill of names) covering.add(skill, somebody);
  const thread = background.keepOpen(CoverageThread);
  expect(thread.unfinished).toBe(names.length);
  leaving.abort(new Error('left'));
  expect(thread.unfinished).toBeLessThanOrEqual(2);
  await expect(covering.supply()).rejects.toThrow('left');
});
