import { faultOfTarget, isPublicAddress } from './target';

it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '172.15.255.255', '100.128.0.1'])(
  '%s is of the internet at large',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it.each([
  ...['127.0.0.1', '127.255.1.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.9.9', '192.168.0.1'],
  ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '203.0.113.9'],
  ...['::', '::1', '::ffff:10.0.0.1', '::ffff:93.184.215.14', '64:ff9b::a00:1', 'fc00::1', 'fd12::1'],
  ...['fe80::1', 'ff02::1', '2001:db8::1', '2002:a00:1::', '2001::1', '100::1', 'nothing', ''],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const own = new Set(['localhost', 'hr.intern', '10.0.0.7', '::1']);

it.each([
  'https://hr.example.org/skillwake?tenant=1',
  'https://93.184.215.14:8443/',
  ...['http://localhost:8080/a', 'https://HR.intern/a', 'http://10.0.0.7/', 'http://[::1]:9/'],
])('%s may be addressed', (url) => {
  expect(faultOfTarget(url, own)).toBeUndefined();
});

it.each<[url: string, fault: RegExp]>([
  ['nothing', /address/],
  ['http://hr.example.org/', /https/],
  ['ftp://localhost/', /https/],
  ['https://ada:secret@hr.example.org/', /password/],
  ['https://ada@hr.example.org/', /password/],
  ['https://hr.example.org/#part', /#/],
  ['https://127.0.0.1/', /network/],
  ['https://2130706433/', /network/],
  ['https://0x7f.1/', /network/],
  ['https://[::ffff:127.0.0.1]/', /network/],
  ['https://[fe80::1]/', /network/],
  ['https://a.localhost/', /network/],
  ['https://10.0.0.8/', /network/],
])('%s may not', (url, fault) => {
  expect(faultOfTarget(url, own)).toMatch(fault);
});

it('knows no host of its own where none is named', () => {
  expect(faultOfTarget('http://localhost/', new Set())).toBeDefined();
  expect(faultOfTarget('https://localhost/', new Set())).toMatch(/network/);
});
