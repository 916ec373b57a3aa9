import { usualParameters } from '../../estimators/parameter-scales';
import type { Calibration } from './calibration.store';
import { Readings } from './readings';
import { scoreRead } from './version-standing';

const calibration: Calibration = {
  ...usualParameters,
  ...{ number: 1, slot: 0, current: true, questionVariance: 1, doubtVariance: 16, readingsChanged: 1 },
  ...{ selfClaimVariance: 4, peerClaimVariance: 2, leadClaimVariance: 1, credentialClaimVariance: 1 },
};

it('what was read of questions is kept as long as they are read so', () => {
  const readings = new Readings([calibration]);
  expect(readings.isOf([{ ...calibration }])).toBe(true);
  expect(readings.isOf([{ ...calibration, readingsChanged: 2 }])).toBe(false);
  expect(readings.isOf([{ ...calibration, current: false }])).toBe(false);
});

it('an answer counts as it was scored, by the key that was decided on where it says what was responded, or no more', () => {
  const asScored = { withdrawn: false, rekeyed: null };
  const byKey = { withdrawn: false, rekeyed: 'b' };
  expect(scoreRead({ score: 0.3, response: 'a' }, asScored)).toBe(0.3);
  expect(scoreRead({ score: 0.3, response: 'b' }, byKey)).toBe(1);
  expect(scoreRead({ score: 0.3, response: 'a' }, byKey)).toBe(0);
  expect(scoreRead({ score: 0.3, response: '' }, byKey)).toBe(0);
  expect(scoreRead({ score: 0.3, response: null }, byKey)).toBe(0.3);
  expect(scoreRead({ score: 1, response: 'b' }, { withdrawn: true, rekeyed: null })).toBeUndefined();
});
