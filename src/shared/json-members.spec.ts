import fc from 'fast-check';
import { itemsOf, membersOf, objectOfMembers } from './json-members';

const blanks = fc.constantFrom('', ' ', '\n\t', '\r\n  ');

test('the parts of any object and list are those that JSON has, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), blanks, (value, between) => {
      const json = `${between}${JSON.stringify(value, null, between)}${between}`;
      const members = membersOf(json);
      expect(members.map(({ name, text }) => [name, JSON.parse(text)])).toEqual(
        Object.entries(JSON.parse(json) as object),
      );
      expect(JSON.parse(objectOfMembers(members))).toEqual(JSON.parse(json));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), blanks, (value, between) => {
      const json = JSON.stringify(value, null, between);
      expect(itemsOf(json).map((item) => JSON.parse(item) as unknown)).toEqual(JSON.parse(json));
    }),
  );
});

test('numbers keep all their digits, and a name that occurs twice does so twice', () => {
  expect(membersOf('{"a": 1.00000000000000000001, "b":1e400 ,"a":[2.50]}')).toEqual([
    { name: 'a', text: '1.00000000000000000001' },
    { name: 'b', text: '1e400' },
    { name: 'a', text: '[2.50]' },
  ]);
});
