import fc from 'fast-check';
import { luceneQueryOf } from './lucene';

describe('what somebody typed', () => {
  it('asks for every word, the last one also begun or misspelt', () => {
    expect(luceneQueryOf('Ärger  SQL')).toBe('(arger^8 OR arger~1) AND (sql^8 OR sql*^3)');
    expect(luceneQueryOf('left join')).toContain('|jo.n|');
  });

  it('asks for nothing where it holds no word', () => {
    expect(luceneQueryOf(' +-*~ "')).toBeUndefined();
  });

  it('never lets a sign of the query language through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const query = luceneQueryOf(text) ?? '';
        expect(
          query.replace(/[\p{L}\p{N}]|[*?]|\/\([^/]*\)\.\*\/|[\^~][\d.]+| AND | OR |[()]/gu, '').trim(),
        ).toBe('');
      }),
    );
  });
});
