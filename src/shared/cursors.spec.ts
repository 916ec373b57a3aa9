import fc from 'fast-check';
import { Cursors, questionOf } from './cursors';
import { BadInputError } from './errors';

const cursors = new Cursors('a secret of thirty-two characters or so');
const place = fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })), {
  maxLength: 4,
});

it('a cursor opens for its question, and gives the place that it was made for', () => {
  fc.assert(
    fc.property(fc.string(), place, (question, at) => {
      const cursor = cursors.seal(question, at);
      expect(cursors.seal(question, at)).toBe(cursor);
      expect(cursors.open(question, cursor)).toEqual(JSON.parse(JSON.stringify(at)));
    }),
  );
});

it('a cursor of another question, of another secret, changed or made up is none', () => {
  const other = new Cursors('another secret of thirty-two characters');
  const refused = (question: string, cursor: string) =>
    expect(() => cursors.open(question, cursor)).toThrow(BadInputError);
  fc.assert(
    fc.property(fc.string(), fc.string(), place, fc.nat(), (question, text, at, bit) => {
      const cursor = cursors.seal(question, at);
      if (text !== question) refused(text, cursor);
      refused(question, other.seal(question, at));
      refused(question, text);
      const changed = Buffer.from(cursor, 'base64url');
      const byte = bit % changed.length;
      changed[byte] = changed[byte]! ^ (1 << (bit % 8));
      refused(question, changed.toString('base64url'));
    }),
  );
  refused('list', '');
  refused('list', Buffer.from(JSON.stringify(['NAME', 'x', 'y'])).toString('base64url'));
});

it('a cursor tells nothing of its place', () => {
  const sealed = Buffer.from(cursors.seal('list', ['NAME', 'ada lovelace', 'key']), 'base64url');
  expect(sealed.toString('latin1')).not.toMatch(/NAME|ada|key/);
});

it('questions differ where a part of them does', () => {
  expect(questionOf('list', { a: 1 })).not.toBe(questionOf('list', { a: 2 }));
  expect(questionOf('a', 'b')).not.toBe(questionOf('a b'));
});
