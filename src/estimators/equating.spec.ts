import fc from 'fast-check';
import { equate, type Anchor, type SkillToEquate } from './equating';

const difficulty = fc.double({ min: -4, max: 4, noNaN: true });
const variance = fc.double({ min: 0.001, max: 2, noNaN: true });
const anchor: fc.Arbitrary<Anchor> = fc.record({
  former: difficulty,
  formerVariance: variance,
  fitted: difficulty,
  fittedVariance: variance,
});
const skill: fc.Arbitrary<SkillToEquate> = fc.record({
  reference: difficulty,
  anchors: fc.array(anchor, { maxLength: 5 }),
  usual: fc.option(difficulty, { nil: undefined }),
});
const skills = fc.array(skill, { maxLength: 6 });

function anchorsThatMove(by: number, count = 4, variances = 0.05): Anchor[] {
  return Array.from({ length: count }, (_, place) => ({
    former: place - 1,
    formerVariance: variances,
    fitted: place - 1 + by,
    fittedVariance: variances,
  }));
}

it('the same difficulties again keep every reference', () => {
  fc.assert(
    fc.property(skills, difficulty, (given, moved) => {
      const again = given.map((one) => ({
        ...one,
        anchors: one.anchors.map((each) => ({ ...each, fitted: each.former + moved })),
        usual: one.anchors.length > 0 ? one.usual : undefined,
      }));
      const { references, shift } = equate(again);
      references.forEach((reference, place) => expect(reference).toBeCloseTo(again[place]!.reference, 9));
      if (again.some(({ anchors }) => anchors.length > 0)) expect(shift).toBeCloseTo(moved, 9);
    }),
  );
});

it('a constant added to the new scale changes the shift by it, and no reference', () => {
  fc.assert(
    fc.property(skills, difficulty, (given, constant) => {
      const before = equate(given);
      const after = equate(
        given.map(({ reference, anchors, usual }) => ({
          reference,
          anchors: anchors.map((one) => ({ ...one, fitted: one.fitted + constant })),
          usual: usual === undefined ? undefined : usual + constant,
        })),
      );
      after.references.forEach((reference, place) =>
        expect(reference).toBeCloseTo(before.references[place]!, 8),
      );
      const known = given.some(({ anchors, usual }) => anchors.length > 0 || usual !== undefined);
      expect(after.shift - before.shift).toBeCloseTo(known ? constant : 0, 8);
    }),
  );
});

it('the order of skills and anchors changes nothing', () => {
  fc.assert(
    fc.property(skills, (given) => {
      const turned = [...given].reverse().map((one) => ({ ...one, anchors: [...one.anchors].reverse() }));
      const [one, other] = [equate(given), equate(turned)];
      expect(other.shift).toBeCloseTo(one.shift, 9);
      [...other.references]
        .reverse()
        .forEach((reference, place) => expect(reference).toBeCloseTo(one.references[place]!, 9));
    }),
  );
});

it('a skill whose questions drifted takes its reference along; one with few moves little', () => {
  const steady = Array.from({ length: 8 }, (_, place) => ({
    reference: 0.5,
    anchors: anchorsThatMove(1 + (place % 2 === 0 ? 0.02 : -0.02)),
    usual: 0,
  }));
  const drifted = { reference: 0.5, anchors: anchorsThatMove(2, 40, 0.02), usual: 0 };
  const doubtful = { reference: 0.5, anchors: anchorsThatMove(2, 1, 2), usual: 0 };
  const { references } = equate([...steady, drifted, doubtful]);
  expect(references[8]).toBeGreaterThan(1.2);
  expect(references[8]).toBeLessThanOrEqual(1.55);
  expect(Math.abs(references[9]! - 0.5)).toBeLessThan(0.1);
  for (const reference of references.slice(0, 8)) expect(Math.abs(reference - 0.5)).toBeLessThan(0.2);
});

it('a skill without common questions takes the mean of its questions, on the former scale', () => {
  const { shift, references } = equate([
    { reference: 0, anchors: anchorsThatMove(1), usual: 3 },
    { reference: 0.7, anchors: [], usual: 2.5 },
    { reference: 0.9, anchors: [], usual: undefined },
  ]);
  expect(shift).toBeCloseTo(1, 12);
  expect(references[1]).toBeCloseTo(1.5, 12);
  expect(references[2]).toBe(0.9);
});

it('the first calibration of all keeps references where they are in the mean', () => {
  const { shift, references } = equate([
    { reference: 0, anchors: [], usual: 2 },
    { reference: 0, anchors: [], usual: -1 },
  ]);
  expect(shift).toBeCloseTo(0.5, 12);
  expect(references).toEqual([1.5, -1.5]);
  expect(equate([])).toEqual({ shift: 0, references: [] });
});
