import { globalId, newKey } from '../../src/shared/ids';

/** Stands for a number too large for any: JSON can say it, JavaScript's own JSON cannot. */
const endless = 'HERE STANDS A NUMBER WITHOUT END';

/** The body of a request as hostile values need it. */
export function hostileBody(query: string, variables: object): string {
  return JSON.stringify({ query, variables }).replaceAll(`"${endless}"`, '1e999');
}

const cursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const texts: readonly string[] = [
  '',
  '   ',
  'x'.repeat(100_000),
  '\u0000',
  'a\u0001b',
  'a\u001fb',
  'Person\u001fhr\u001f1',
  '\ud800',
  'a\udfffb',
  '😀'.repeat(70),
  '\u202eabc\u200f',
  'e\u0301'.repeat(150),
  'ﷺ'.repeat(199),
  "' OR 1=1 //",
  '"}) DETACH DELETE n //',
  '` SET n = {} //',
  '$filter',
  '*:*',
  '~',
  '*',
  '/.*/',
  'AND OR NOT',
  '((((',
  '__proto__',
  'constructor',
  'NaN',
];
const numbers: readonly unknown[] = [
  0,
  -0,
  -1,
  0.5,
  1.5,
  201,
  1_001,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
  endless,
];
const moments: readonly string[] = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '0000-01-01T00:00:00+23:59',
  '2026-02-30T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-31T24:00:00Z',
  '2026-01-31T25:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-01-01T00:00:00+99:99',
  '2026-01-01',
];
const ids: readonly string[] = [
  'nonsense',
  ...(['Person', 'Skill', 'Page', 'Task'] as const).map((type) => globalId(type, newKey())),
  globalId('Person', 'a\u001fb'),
  globalId('Skill', '\u0000'),
  Buffer.from('Person:').toString('base64url'),
  Buffer.from('Nothing:1').toString('base64url'),
  Buffer.from('__proto__:1').toString('base64url'),
];
const cursors: readonly string[] = [
  cursor(['NAME', 'x', 'y']),
  cursor(['NAME', 1, 2]),
  cursor(['NAME', '\ud800', '\u0000']),
  cursor(['NAME', 'x'.repeat(100_000), '']),
  cursor(['constructor', 'x', 'y']),
  cursor(['__proto__', 'x', 'y']),
  cursor([]),
  cursor({ length: 3 }),
  cursor([1, 'x']),
  cursor([null, null, null]),
  Buffer.from('["CREATED_AT",1e999,"x"]').toString('base64url'),
  Buffer.from('[1e999,"x","y"]').toString('base64url'),
];
const shapes: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  ['', ''],
  { source: '', id: '' },
  { globalId: '__proto__' },
  { length: 1 },
  { toString: null },
];

export const hostileValues: readonly unknown[] = [
  ...texts,
  ...numbers,
  ...moments,
  ...ids,
  ...cursors,
  ...shapes,
  ...['NAME', 'NOTHING', 'ASC'],
];

/** What an answer never tells: where the code or the database failed, or what it was asked. */
export const inside =
  /node_modules|[.]ts:|[.]js:|\bat [A-Z]\w+[.]|Neo4j|Neo[.]|\bUNWIND\b|\bMATCH \(|Cannot read|is not a function|undefined|Invalid input/;

/** The codes that what a client asked wrong is answered with. */
export const codes: readonly string[] = [
  'BAD_INPUT',
  'BAD_USER_INPUT',
  'CURSOR_EXPIRED',
  'LIMIT_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
];

/** What a good item leaves out: where one of several is to be given, or what only some may give. */
export const notGiven: readonly string[] = [
  'ClaimInput.band',
  'ClaimInput.by',
  'ClaimInput.issuer',
  'ClaimInput.credential',
  'RequirementInput.band',
  'RequirementInput.task',
  'RequirementInput.roleTemplate',
  'RoleTemplateApplicationInput.task',
  'DifficultyInput.skill',
  'HelpInput.module',
  'FeedbackInput.question',
  'FeedbackInput.version',
  'StatementInput.id',
  'ActivityMappingInput.type',
  'ActivityMappingInput.question',
  'ActivityMappingInput.page',
  'ActivityMappingInput.version',
  'ActivityMappingInput.ignored',
  'OpeningInput.requirements',
  'OpeningInput.closedAt',
];
