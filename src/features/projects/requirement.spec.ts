import { combined } from './requirement.service';
import type { RequirementToSave } from './requirement.store';

const item = (change: Partial<RequirementToSave>): RequirementToSave => ({
  owner: 'project',
  skill: 'skill',
  level: 0.6,
  band: null,
  importance: null,
  headcount: null,
  ...change,
});

describe('requirements with one owner, skill and level', () => {
  it('come to one, the later given value standing', () => {
    expect(combined([item({ importance: 2, headcount: 3 }), item({ headcount: 4 })])).toEqual([
      item({ importance: 2, headcount: 4 }),
    ]);
  });

  it('keep what is stored where none says anything', () => {
    expect(combined([item({}), item({})])).toEqual([item({})]);
  });

  it('start afresh after a removal', () => {
    expect(combined([item({ headcount: 0, importance: 5 }), item({})])).toEqual([
      item({ importance: 1, headcount: 1 }),
    ]);
  });

  it('stay apart where the level differs', () => {
    expect(combined([item({}), item({ level: 0.7 })])).toHaveLength(2);
  });
});
