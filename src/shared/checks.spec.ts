import fc from 'fast-check';
import { z } from 'zod';
import { emailAddress, externalName, identified, reference, timeZone } from './checks';
import { externalKey, isExternalName, isOfWholeCharacters, tidyKey } from './ids';

/** What a check makes of a value; undefined where it refuses it. */
const read = (check: { safeParse(value: unknown): { data?: unknown } }, value: unknown): unknown =>
  check.safeParse(value).data;

test('time zones are those of IANA, in the spelling of IANA', () => {
  expect(read(timeZone, 'europe/berlin')).toBe('Europe/Berlin');
  expect(read(timeZone, ' ASIA/KOLKATA ')).toBe('Asia/Kolkata');
  expect(read(timeZone, 'utc')).toBe('UTC');
  expect(read(timeZone, 'America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos_Aires');
  for (const none of ['CEST', 'Mars/Phobos', '+02:00', 'Europe/Berlin (CET)', ''])
    expect(read(timeZone, none)).toBeUndefined();
});

test('e-mail addresses are addresses, without a name beside them', () => {
  for (const address of ['ada@example.org', 'o’neil+x@exämple.org', 'root@localhost'])
    expect(read(emailAddress, address)).toBe(address);
  expect(read(emailAddress, 'ada@example.org\u00a0')).toBe('ada@example.org');
  for (const none of ['ada', 'Ada <ada@example.org>', 'ada@', 'a@b@c', 'a@b;c@d', 'ada @example.org'])
    expect(read(emailAddress, none)).toBeUndefined();
});

test('what is saved and what refers to it are named by one key, however their blanks are', () => {
  const key = externalKey('Person', 'hr', '3002');
  expect(read(identified('Person', z.object({})), { source: 'hr ', id: '3002\u00a0' })).toMatchObject({
    outside: key,
  });
  expect(read(reference('Person'), { source: '\u00a0hr', id: ' 3002' })).toBe(key);
  expect(read(reference('Person'), { source: 'hr', id: ' ' })).toBeUndefined();
});

const names = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', ' ', 'a\u0000', 'a\u007f', 'a b', ' a', 'a\u00a0', '\ud800', 'e\u0301'),
  fc.nat(3).map((more) => 'x'.repeat(198 + more)),
);

test('a name is kept as it is tidied, whichever way it is looked at', () => {
  fc.assert(
    fc.property(names, (name) => {
      const tidy = tidyKey(name);
      const isRight = isExternalName(tidy) && isOfWholeCharacters(tidy);
      expect(read(externalName, name)).toBe(isRight ? tidy : undefined);
      const referred = read(reference('Person'), { source: 'hr', id: name });
      expect(referred).toBe(isRight ? externalKey('Person', 'hr', tidy) : undefined);
    }),
    { numRuns: 1_000 },
  );
});

test('what is wrong with an item and what names it is told at once, by field', () => {
  const check = identified('Person', z.object({ email: emailAddress }));
  const issues = check.safeParse({ source: '', id: 3, email: 'ada' }).error?.issues ?? [];
  expect(issues.map(({ path }) => path.join('.'))).toEqual(['email', 'source', 'id']);
  const references = reference('Person').safeParse({ source: 'hr', id: '' }).error?.issues ?? [];
  expect(references.map(({ path }) => path.join('.'))).toEqual(['id']);
});
