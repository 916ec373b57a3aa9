import fc from 'fast-check';
import { proofHolds, proofOf } from './lease-protocol';

test('a proof holds for its token, side and challenge only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (token, other, challenge) => {
      const proof = proofOf(token, 'command', challenge);
      expect(proofHolds(proof, proofOf(token, 'command', challenge))).toBe(true);
      expect(proofHolds(proof, proofOf(token, 'guardian', challenge))).toBe(false);
      fc.pre(token !== other);
      expect(proofHolds(proof, proofOf(other, 'command', challenge))).toBe(false);
    }),
  );
  expect(proofHolds(undefined, proofOf('token', 'command', ''))).toBe(false);
});
