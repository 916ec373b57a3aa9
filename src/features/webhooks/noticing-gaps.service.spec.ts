import { becameOf, closesBelow, opensFrom } from './noticing-gaps.service';

const told = {
  ...({ scope: 'organisation', scopeId: null, requirement: 'r', skillId: 's', projectId: null } as const),
};
const open = [{ key: 'gap', told: JSON.stringify(told) }];
const now = (expectedShortfall: number) => new Map([['gap', { told, expectedShortfall }]]);

it('opens a gap where enough is lacking, and tells what it told when it closes', () => {
  expect(becameOf([], now(opensFrom))).toEqual({ opened: open, closed: [] });
  expect(becameOf(open, now(closesBelow - 0.01))).toEqual({ opened: [], closed: open });
});

it('leaves it as it was between the two', () => {
  for (const shortfall of [closesBelow, 0.5, opensFrom - 0.01]) {
    expect(becameOf([], now(shortfall))).toEqual({ opened: [], closed: [] });
    expect(becameOf(open, now(shortfall))).toEqual({ opened: [], closed: [] });
  }
  expect(becameOf(open, now(3))).toEqual({ opened: [], closed: [] });
});

it('closes what is required no more', () => {
  expect(becameOf(open, new Map())).toEqual({ opened: [], closed: open });
});
