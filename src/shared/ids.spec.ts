import fc from 'fast-check';
import { tidyKey } from './ids';

describe('keys that look alike', () => {
  it('are one: blanks and invisible signs at their ends, any blank within, letters composed or not', () => {
    for (const text of [
      '3002 ',
      ' 3002',
      '3002\u00a0',
      '\ufeff3002',
      '3002\u200b',
      '3002\r\n',
      '\u200e3002\u2009',
    ])
      expect([text, tidyKey(text)]).toEqual([text, '3002']);
    expect(tidyKey('Team\u00a0A')).toBe('Team A');
    expect(tidyKey('Mu\u0308ller')).toBe('M\u00fcller');
    expect(tidyKey('\u00a0 ')).toBe('');
  });

  it('stay as they are once they are tidy, and are not one where a sign can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidyKey(tidyKey(text))).toBe(tidyKey(text));
      }),
    );
    expect(new Set(['a b', 'ab', 'a  b', 'A b', '03002', '3002'].map(tidyKey)).size).toBe(6);
  });
});
