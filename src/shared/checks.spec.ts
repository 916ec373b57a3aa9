import { z } from 'zod';
import { emailAddress, identified, reference, timeZone } from './checks';
import { externalKey } from './ids';

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
