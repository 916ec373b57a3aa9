import { probabilityAbove } from '../../estimators/level';
import { seededUniforms } from '../../estimators/random';
import type { AskedInSkill } from '../request/states';
import { HeldStates } from './held-states';

const parameters = {
  ...{ number: 1, generalMean: 0, generalVariance: 1.4, skillVariance: 1.1, sittingVariance: 0.3 },
  ...{ sittingPersistence: 0.9, generalDriftPerDay: 0.001, skillDriftPerDay: 0.002, skillDriftPerSitting: 0 },
  ...{ skillDriftPerAnswer: 0, gainRight: 0, gainWrong: 0, gainDecline: 0, gainVariance: 0.5, guessing: 0 },
  ...{ warmUp: 0, warmUpAnswers: 1, weaknessWeight: 1, repeatEase: 0, repeatVariance: 0, rightSharpness: 1 },
  ...{ wrongSharpness: 1, recalibrationShift: 0, memoryVariance: 0, memoryDrift: 0, memoryGainRight: 0 },
  ...{ memoryGainWrong: 0, recallRight: 0, recallWrong: 0, forgettingPerAnswer: 0, forgettingPerDay: 0 },
};
const asOf = Date.UTC(2026, 0, 1);
const people = 12_000;
/** How many in a hundred are known in each skill: some stretches end by their edges, and some people are known in several. */
const skills: readonly (readonly [key: string, percent: number])[] = [
  ['usual', 90],
  ['known by some', 20],
  ['rare', 1],
];
const asked: readonly AskedInSkill[] = [
  { skill: 'rare', threshold: 0.4, weight: 2 },
  { skill: 'usual', threshold: -0.5, weight: 1 },
  { skill: 'usual', threshold: 1.2, weight: 0.5 },
  { skill: 'known by some', threshold: 0.1, weight: 1 },
];

function held(): HeldStates {
  const states = new HeldStates(parameters);
  const random = seededUniforms(3);
  for (const [key] of skills)
    states.putSkill({ key, name: key, sortName: key, archivedAt: null, reference: 0, broader: [] });
  for (let person = 0; person < people; person++) {
    const at = asOf - Math.floor(300 * random()) * 86_400_000;
    const known = skills.flatMap(([key, percent]) =>
      100 * random() < percent ? (states.numberOf(key) ?? []) : [],
    );
    states.append({
      ...{ key: `person ${String(person)}`, name: '', sortName: '', activeUntil: null, archivedAt: null },
      general: [1, 2 * random() - 1, 0.3, 0.1, 0.2, -0.05, 1, at, 5, 0.1, 0.4, 0.05, -0.02],
      skills: known,
      edges: known.map(() => [
        2 * random() - 1,
        -0.5,
        0.1,
        0.3 + 0.5 * random(),
        at - 86_400_000,
        5,
        0,
        random(),
      ]),
    });
  }
  return states;
}

const states = held();
const never = (): boolean => false;

/** What is expected of everybody, person by person. */
function expected(): Map<number, number> {
  const keys = skills.map(([key]) => key);
  const walk = states.walk(keys, asOf);
  const sums = new Map<number, number>();
  while (walk.next()) {
    let sum = 0;
    for (const { skill, threshold, weight } of asked) {
      const number = keys.indexOf(skill);
      if (walk.isKnown(number)) sum += weight * probabilityAbove(walk.ability(number), threshold);
    }
    sums.set(walk.place, sum);
  }
  return sums;
}

it('comes to everybody who is known in one of the skills once, with what is expected of them', () => {
  const sums = states.sums(asked, asOf, never);
  const found = new Map<number, number>();
  let [stretches, visits] = [1, 0];
  const visit = (place: number, sum: number): number => {
    visits++;
    found.set(place, sum);
    return 0;
  };
  while (sums.next(visit)) stretches++;
  expect(stretches).toBeGreaterThan(3);
  const all = expected();
  expect(visits).toBe(all.size);
  expect(Math.max(...[...all].map(([place, sum]) => Math.abs((found.get(place) ?? NaN) - sum)))).toBeLessThan(
    1e-12,
  );
});

it('passes nobody by who has more than the least', () => {
  const best: number[] = [];
  let visited = 0;
  const sums = states.sums(asked, asOf, never);
  const visit = (_: number, sum: number): number => {
    visited++;
    best.push(sum);
    best.sort((one, other) => other - one);
    best.length = Math.min(best.length, 20);
    return best[19] ?? 0;
  };
  while (sums.next(visit));
  const all = [...expected().values()].sort((one, other) => other - one);
  best.forEach((sum, at) => {
    expect(sum).toBeCloseTo(all[at] ?? NaN, 12);
  });
  expect(visited).toBeLessThan(people / 10);
});

it('says whose evidence is the latest of those who count', () => {
  const counts = (place: number): boolean => place % 3 === 1;
  const sums = states.sums(asked, asOf, counts);
  while (sums.next(() => Infinity));
  const walk = states.walk(
    skills.map(([key]) => key),
    asOf,
  );
  let latest = -Infinity;
  while (walk.next()) if (counts(walk.place)) latest = Math.max(latest, walk.latest());
  expect(sums.latest).toBe(latest);
  const nobody = states.sums(asked, asOf, never);
  while (nobody.next(() => Infinity));
  expect(nobody.latest).toBe(-Infinity);
});
