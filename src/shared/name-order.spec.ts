import fc from 'fast-check';
import { byName } from './name-order';

const named = (sortName: string, key = '') => ({ sortName, key });

describe('an order by name', () => {
  it('goes by whole characters, as the database does', () => {
    const characters = (text: string) => [...text].map((one) => one.codePointAt(0)!);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })), (texts) => {
        const sorted = texts.map((text) => named(text)).sort(byName);
        for (const [at, { sortName }] of sorted.entries()) {
          const [one, next] = [characters(sortName), characters(sorted[at + 1]?.sortName ?? sortName)];
          const differ = one.findIndex((code, place) => code !== next[place]);
          if (differ >= 0 && next[differ] !== undefined) expect(one[differ]).toBeLessThan(next[differ]);
          else expect(one.length).toBeLessThanOrEqual(next.length);
        }
      }),
    );
    expect([named('\u{20bb7}'), named('\ufb13')].sort(byName)[0]).toEqual(named('\ufb13'));
  });

  it('puts a name before a longer one that begins with it, and keeps namesakes apart', () => {
    const four = [named('ann', '2'), named('anna'), named('', '1'), named('ann', '1')];
    expect([...four].sort(byName)).toEqual([four[2], four[3], four[0], four[1]]);
  });
});
