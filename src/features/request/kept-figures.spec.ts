import { KeptFigures } from './kept-figures';

const figure = (value: number) => ({ value });

describe('figures that are kept', () => {
  it('are found by what they are made of, and at the moments for which they were found', () => {
    const kept = new KeptFigures<{ value: number }>();
    kept.keep('a', figure(1), { from: 10, before: 20 });
    kept.keep('a', figure(2), { from: 30, before: 40 });
    expect([9, 10, 19, 20, 35, 40].map((moment) => kept.at('a', moment)?.value)).toEqual([
      ...[undefined, 1, 1, undefined, 2, undefined],
    ]);
    expect(kept.at('b', 10)).toBeUndefined();
  });

  it('are found once where they are the same at every moment', async () => {
    const kept = new KeptFigures<{ value: number }>();
    let found = 0;
    const find = () => Promise.resolve(figure(++found));
    expect([await kept.of('a', find), await kept.of('a', find), await kept.of('b', find)]).toEqual([
      ...[figure(1), figure(1), figure(2)],
    ]);
  });

  it('are let go where there is no more room, the least recently used ones first', () => {
    const kept = new KeptFigures<{ value: number }>(1_000);
    kept.keep('first', figure(0));
    for (let one = 1; one < 20; one++) kept.keep(`later ${String(one)}`, figure(one));
    expect(kept.at('first', 0)).toBeUndefined();
    expect(kept.at('later 19', 0)).toEqual(figure(19));
  });
});
