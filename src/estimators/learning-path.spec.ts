import { learnedBy } from './learning-path';
import { probabilityAbove } from './level';

const ability = { mean: -1, variance: 0.5 };
const seen = (mean: number, hours: number | null = 2) => ({ hours, gain: { mean, variance: 0.1 }, upTo: 3 });
const said = (upTo: number) => ({ hours: 1, gain: null, upTo });

describe('what lessons do for an ability', () => {
  it('adds the gains that were seen, with what is not sure of them, until it is enough', () => {
    const { ability: after, ...path } = learnedBy(ability, [seen(0.6), seen(0.6), seen(0.6)], 0, 0.5);
    expect(path).toEqual({ taken: 2, hours: 4 });
    expect(after.mean).toBeCloseTo(0.2, 12);
    expect(after.variance).toBeCloseTo(0.7, 12);
    expect(probabilityAbove(after, 0)).toBeGreaterThan(0.5);
  });

  it('lifts to what authors say, and never lowers', () => {
    expect(learnedBy(ability, [said(1)], 0, 0.5)).toEqual({
      ability: { mean: 1, variance: 0.5 },
      taken: 1,
      hours: 1,
    });
    expect(learnedBy(ability, [said(-2)], 0, 0.5).ability).toEqual(ability);
  });

  it('says no hours where those of one lesson are not known', () => {
    expect(learnedBy(ability, [seen(0.4), seen(0.4, null), seen(0.4)], 0, 0.5)).toMatchObject({
      taken: 3,
      hours: null,
    });
  });

  it('needs no lesson for who is there already', () => {
    expect(learnedBy({ mean: 1, variance: 0.5 }, [seen(1)], 0, 0.5)).toMatchObject({ taken: 0, hours: 0 });
  });
});
