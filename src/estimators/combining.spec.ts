import fc from 'fast-check';
import { expectedToCombine, splitSteps } from './combining';
import { resultOf } from './steps';

const columns = (...rows: number[][]) => rows.map((row) => Float64Array.from(row));
const unrelated = () => false;
const split = (chances: Float64Array[], related: (one: number, other: number) => boolean = unrelated) =>
  resultOf(splitSteps(chances, related));

describe('how many people are expected to meet all of some needs', () => {
  const chances = columns([1, 0.5, 0.2], [0.5, 0.5, 0], [0, 1, 1]);

  it("is the sum of each person's product", () => {
    expect(expectedToCombine(chances, [0, 1])).toBeCloseTo(0.75, 12);
    expect(expectedToCombine(chances, [0, 1, 2])).toBeCloseTo(0.25, 12);
    expect(expectedToCombine(chances, [2])).toBe(2);
  });

  it('is nobody where there is nobody, and where there are no needs', () => {
    expect(expectedToCombine(columns([], []), [0, 1])).toBe(0);
    expect(expectedToCombine(chances, [])).toBe(0);
  });

  it('never rises with another need', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const needs = fc.integer({ min: 1, max: 5 }).chain((people) =>
      fc.array(fc.array(chance, { minLength: people, maxLength: people }), {
        minLength: 2,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(needs, (rows) => {
        const all = rows.map((_, need) => need);
        const made = columns(...rows);
        expect(expectedToCombine(made, all)).toBeLessThanOrEqual(expectedToCombine(made, all.slice(1)));
      }),
    );
  });
});

describe('two parts of some needs', () => {
  it('hold what the same people meet', () => {
    // Two people cook and bake, two others weld and solder.
    expect(split(columns([1, 1, 0, 0], [0, 0, 1, 0.9], [0.9, 1, 0, 0.1], [0, 0.1, 1, 1]))).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('hold what is related where nobody meets anything, and else are of one size', () => {
    const nobody = columns([], [], [], []);
    const together = (one: number, other: number) => one < 2 === other < 2;
    expect(split(nobody, together)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(split(nobody)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('follow people before what is related', () => {
    const related = (one: number, other: number) => one + other === 1;
    expect(split(columns([1, 0], [0, 1], [1, 0]), related)).toEqual([[0, 2], [1]]);
  });

  it('are never empty, and hold each need once', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const rows = fc.array(fc.array(chance, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(rows, (made) => {
        const parts = split(columns(...made));
        expect(parts.every(({ length }) => length > 0)).toBe(true);
        expect(parts.flat().sort()).toEqual(made.map((_, need) => need));
      }),
    );
  });
});
