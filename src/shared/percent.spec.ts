import { aboutPercent, percent, points, toOnePlace } from './percent';

describe('a share in words', () => {
  it('is in whole per cent', () => {
    expect([0, 0.004, 0.005, 0.5, 0.994, 1].map(percent)).toEqual([
      '0 %',
      'under 1 %',
      '1 %',
      '50 %',
      '99 %',
      '100 %',
    ]);
  });

  it('is all or nothing only where it is', () => {
    expect([0.002, 0.996, 1 - Number.EPSILON, Number.MIN_VALUE].map(percent)).toEqual([
      'under 1 %',
      'over 99 %',
      'over 99 %',
      'under 1 %',
    ]);
  });

  it('says of tenths what they were rounded from', () => {
    expect([0, 0.7, 1].map(aboutPercent)).toEqual(['under 5 %', 'about 70 %', 'over 95 %']);
  });
});

it('a number to one place says of little that it is not nothing', () => {
  expect([0, 0.04, -0.04, 0.05, 2].map(toOnePlace)).toEqual([
    '0.0',
    'less than 0.1',
    'less than 0.1',
    '0.1',
    '2.0',
  ]);
  expect([0.0004, 0.02].map(points)).toEqual(['less than 0.1', '2.0']);
});
