import fc from 'fast-check';
import { luceneQueryOf } from './lucene';

describe('what somebody typed', () => {
  it('asks for every word, the last one also begun or misspelt', () => {
    expect(luceneQueryOf('Ärger  SQL')).toBe('(arger^8 OR arger~1) AND (sql^8 OR sql*^3)');
    expect(luceneQueryOf('left join')).toContain('|jo.n|');
  });

  it('asks for no more of a long word than its beginning', () => {
    expect(luceneQueryOf('ab'.repeat(40))).toBe(`${'ab'.repeat(15)}*`);
    expect(luceneQueryOf(`${'ä'.repeat(31)} sql`)).toBe(`${'a'.repeat(30)}* AND (sql^8 OR sql*^3)`);
  });

  it('asks for a bounded number of letters and alternatives, whatever was typed', () => {
    // One sign that stands for 18 letters is the worst.
    const sign = fc.constantFrom('a', 'é', '1', ' ', '-', '\ufdfa', '\u{1d400}', '漢');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 200 }), (text) => {
        const query = luceneQueryOf(text) ?? '';
        expect(query.length).toBeLessThan(4_000);
        expect(query.split('|').length).toBeLessThan(50);
      }),
    );
  });

  it('asks for the letters one after the other where a script has no blanks', () => {
    expect(luceneQueryOf('SQL入門 ガ')).toBe('sql^8 AND "入 門"^8 AND (ガ^8 OR ガ*^3)');
  });

  it('asks for nothing where it holds no word', () => {
    expect(luceneQueryOf(' +-*~ "')).toBeUndefined();
  });

  it('never lets a sign of the query language through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const query = luceneQueryOf(text) ?? '';
        expect(
          query
            .replace(
              /[\p{L}\p{N}\p{M}]|"[\p{L}\p{N}\p{M} ]+"|[*?]|\/\([^/]*\)\.\*\/|[\^~][\d.]+| AND | OR |[()]/gu,
              '',
            )
            .trim(),
        ).toBe('');
      }),
    );
  });
});
