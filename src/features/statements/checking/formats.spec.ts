import { faultsBy, type Check } from './faults';
import * as formats from './formats';

const iri = 'https://example.org/x';
const uuid = '8f87ccde-bb56-4c2e-ab83-44982ef22df0';
const noText = [1, true, null, {}, []];
const noObject = ['text', 1, true, null, []];

const iris = [
  iri,
  'urn:uuid:1',
  'http://example.com/فعل/خواندن',
  'course-v1:A+B',
  'uuid://1',
  'tag:example.org,2026:1',
];
const noIris = [
  '',
  'no scheme',
  '/relative',
  'example.org/x',
  'http://',
  'http://a b',
  'http://a/<b>',
  '1a:b',
  ...noText,
];
const uuids = [uuid, uuid.toUpperCase(), '12345678-1234-5678-1234-567812345678'];
const noUuids = [
  '',
  'x',
  uuid.slice(1),
  `${uuid}0`,
  uuid.replaceAll('-', ''),
  `{${uuid}}`,
  `g${uuid.slice(1)}`,
  ...noText,
];
const tags =
  `en en-US EN-us zh-Hant-TW de-CH-1996 x-klingon i-klingon sl-rozaj-biske de-DE-u-co-phonebk tlh es-419 hy-arevela
  sr-Latn-RS zh-cmn-Hans-CN en-a-myext-b-another de-x-private en-GB-oed zh-min qaa-Qaaa-QM-x-southern`.split(
    /\s+/u,
  );
const noTags = [
  '',
  'en_US',
  'e',
  'en-',
  '-en',
  'verylonglanguage',
  'en-toolongforasubtag',
  'en--US',
  'en US',
  'i-nothing',
  'x',
  'en-x',
  'en-a',
];
const maps = [{}, ...tags.map((tag) => ({ [tag]: 'a' })), { en: '', de: 'b' }];
const noMaps = [...noObject, { en: 1 }, { en: null }, { en: {} }, ...noTags.map((tag) => ({ [tag]: 'a' }))];
const times =
  `2015-11-18T12:17:00+00:00 2015-11-18T12:17:00Z 2015-11-18T12:17:00.123456789Z 2015-11-18T12:17:00.1234567891234Z
  2015-11-18T12:17:00,5Z 2015-11-18T12:17:00-05:30 2015-11-18t12:17:00z 2015-11-18T12:17:00+0100 2015-11-18T12:17:00+01
  2999-01-01T00:00:00Z 2024-02-29T00:00:00Z`.split(/\s+/u);
const noTimes =
  `yesterday 2015-11-18 2015-11-18T12:17:00 2015-13-18T12:17:00Z 2015-02-30T12:17:00Z 2015-11-18T25:17:00Z
  2015-11-18T24:00:00Z 2015-11-18T12:61:00Z 2015-11-18T12:17Z 2015-11-18T12:17:00-00:00 2015-11-18T12:17:00-00 2015-11-18T12:17:00-0000
  20151118T121700Z 2015-W47-3T12:17:00Z 15-11-18T12:17:00Z 2015-11-18T12:17:00+25:00 2023-02-29T00:00:00Z`.split(
    /\s+/u,
  );
const durations =
  `PT0S PT4H35M59.14S PT16559.14S P3Y1M29DT4H35M59.14S P3Y P4W PT1.5H P1D PT1,5S PT0.123456S P0.5Y P1M PT1M`.split(
    ' ',
  );
const noDurations =
  `P PT P1 1h P4W1D PT1H2 P1DT P1H PT1.5H2M p1d -PT1S P1S P16559.14S P0001-01-01T00:00:00 PT.5S PT1S1M`.split(
    ' ',
  );
const hexadecimal = (length: number) => 'aB09'.repeat(length / 4);

const tables: [string, Check, readonly unknown[], readonly unknown[]][] = [
  ['an IRI', formats.iri, iris, noIris],
  ['a UUID', formats.uuid, uuids, noUuids],
  ['a language', formats.language, tags, [...noTags, ...noText]],
  ['a language map', formats.languageMap, maps, noMaps],
  [
    'extensions',
    formats.extensions,
    [{}, { [iri]: null }, { [iri]: { any: [null, { thing: 1 }] } }, { 'urn:a:b': '' }],
    [...noObject, { key: 1 }, { '': 1 }, { 'no scheme': 1 }],
  ],
  [
    'a timestamp',
    formats.timestamp,
    times,
    ['', '2015-11-18 12:17:00Z', 1447849020000, ...noTimes, ...noText],
  ],
  ['a duration', formats.duration, durations, ['', '1 hour', ...noDurations, ...noText]],
  [
    'a version',
    formats.version,
    ['1.0.0', '1.0.3', '1.0.32'],
    ['', '1', '1.0', '1.1.0', '0.9', '0.95', '2.0.0', '1.0.x', 'v1.0.0', '1.0.01', ...noText],
  ],
  [
    'a mailbox',
    formats.mailbox,
    ['mailto:ada@example.org', 'mailto:ada+1@sub.example.org', 'mailto:ädä@exämple.org'],
    [
      'ada@example.org',
      'mailto:ada',
      'mailto:',
      '',
      'mailto:a b@example.org',
      'mailto:@example.org',
      ...noText,
    ],
  ],
  [
    'a SHA-1 digest',
    formats.sha1,
    [hexadecimal(40)],
    ['', 'ebd3', `z${hexadecimal(40).slice(1)}`, hexadecimal(44), ...noText],
  ],
  [
    'a SHA-2 digest',
    formats.sha2,
    [56, 64, 96, 128].map(hexadecimal),
    ['', 'abc', hexadecimal(40), `z${hexadecimal(64).slice(1)}`, ...noText],
  ],
  [
    'a media type',
    formats.mediaType,
    ['text/plain', 'text/plain; charset=ascii', 'application/vnd.x+json'],
    ['', 'text', 'text/', '/plain', 'a b/c', ...noText],
  ],
  ['a number', formats.number, [0, -1, 1e10, 0.1], ['1', true, null, {}, []]],
];

describe.each(tables)('%s', (_what, check, takes, refuses) => {
  it('may be what the standard lets it be', () => {
    for (const value of takes) expect([value, faultsBy(check, value)]).toEqual([value, []]);
  });

  it('may be nothing else, and each fault is a sentence', () => {
    for (const value of refuses) {
      const [fault] = faultsBy(check, value);
      expect([value, fault?.message]).toEqual([value, expect.stringMatching(/^(must|is no) .+/u)]);
    }
  });
});
