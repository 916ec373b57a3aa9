import fc from 'fast-check';
import { folded, foldedParts, foldedWords } from './folding';

describe('a folded text', () => {
  it.each([
    ['Łukasz', 'lukasz'],
    ['Weiß', 'weiss'],
    ['WEIẞ', 'weiss'],
    ['Þórður Ægisson', 'thordur aegisson'],
    ['Đặng', 'dang'],
    ['İstanbul, ISPARTA, ıssız', 'istanbul, isparta, issiz'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['Артём', 'артем'],
    ['أحمد', 'احمد'],
    ['O’Neil  –\u00a0x', "o'neil - x"],
    ['co\u00adoperation', 'cooperation'],
    ['ＳＱＬ', 'sql'],
  ])('has no case, no accents and one way of writing a letter: %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    ['か', 'が'],
    ['は', 'ぱ'],
    ['कि', 'का'],
    ['ที่', 'ทา'],
    ['가', '각'],
  ])('keeps apart what readers do: %s and %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });

  it('is the same however the letters were composed, and however often it is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = folded(text);
        expect(folded(text.normalize('NFD'))).toBe(once);
        expect(folded(text.normalize('NFC'))).toBe(once);
        expect(folded(once)).toBe(once);
      }),
    );
  });
});

describe('the words of a text', () => {
  it('are cut at every sign', () => {
    expect(foldedWords("O'Neil ASP.NET snake_case C++")).toEqual([
      'o',
      'neil',
      'asp',
      'net',
      'snake',
      'case',
      'c',
    ]);
  });

  it('are those between blanks in Korean and Hindi too, vowel signs and all', () => {
    expect(foldedWords('데이터 분석')).toEqual(['데이터', '분석']);
    expect(foldedWords('हिन्दी भाषा')).toEqual(['हिन्दी', 'भाषा']);
  });

  it('come letter by letter where a script has no blanks', () => {
    expect(foldedParts('SQLデータ分析 入門')).toEqual([
      ['sql'],
      ['デ', 'ー', 'タ', '分', '析'],
      ['入', '門'],
    ]);
  });
});
