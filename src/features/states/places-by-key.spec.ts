import fc from 'fast-check';
import { PlacesByKey } from './places-by-key';

/** Few, so that they come again, and enough for the table to grow and wrap around. */
const key = fc.nat(60).map((number) => `person ${String(number)}`);

it('finds what a map finds, whoever came and went', () => {
  const steps = fc.array(fc.record({ key, isGone: fc.boolean() }), { maxLength: 200 });
  const findsTheSame = (given: readonly { readonly key: string; readonly isGone: boolean }[]): void => {
    const keys: (string | undefined)[] = [];
    const places = new PlacesByKey(keys);
    const model = new Map<string, number>();
    for (const step of given) {
      const place = model.get(step.key);
      if (step.isGone) {
        places.delete(step.key);
        if (place !== undefined) keys[place] = undefined;
        model.delete(step.key);
      } else if (place === undefined) {
        model.set(step.key, keys.length);
        keys.push(step.key);
        places.add(step.key, keys.length - 1);
      }
    }
    expect(places.size).toBe(model.size);
    for (let number = 0; number <= 60; number++) {
      const name = `person ${String(number)}`;
      expect(places.get(name)).toBe(model.get(name));
    }
  };
  fc.assert(fc.property(steps, findsTheSame), { numRuns: 200 });
});
