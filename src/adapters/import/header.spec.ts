import { headingsFrom } from './header';

test('headings are told one by one or several with commas between them, and may have commas themselves', () => {
  expect(headingsFrom(['Nr=id', 'Name, first=name,Mail=email', 'a=b=timeZone'])).toEqual(
    new Map([
      ['Nr', 'id'],
      ['Name, first', 'name'],
      ['Mail', 'email'],
      ['a=b', 'timeZone'],
    ]),
  );
  for (const wrong of ['Nr', '=id', 'Nr=', 'Nr=id,Name']) expect(headingsFrom([wrong])).toBeUndefined();
});
