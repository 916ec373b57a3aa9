import { gzipSync } from 'node:zlib';
import { asks, type HttpRequest } from './http';

/** Alone a tenth of it; what is not refused before it is worked on takes far longer. */
export const quick = 4_000;
export const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
export const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');
const json = (contentType: string): HttpRequest => ({
  body: '{"query":"{ viewer { role } }"}',
  headers: { 'content-type': contentType },
});

export const PERSON = 'query ($id: ID!) { person(id: $id) { name } }';
export const SAVE = 'mutation ($items: [PersonInput!]!) { savePeople(items: $items) { errors { code } } }';
/** Each fragment spreads the next twice: 2^40 selections in 41 fragments. */
const bomb = `{ viewer { ...F0 } } ${many(40, (index) => `fragment F${String(index)} on Viewer { ...F${String(index + 1)} ...F${String(index + 1)} }`)} fragment F40 on Viewer { role }`;

export const requests: [what: string, request: HttpRequest, status: number, code: string][] = [
  ['malformed JSON', { body: '{"query": "{ viewer' }, 400, 'BAD_REQUEST'],
  ['JSON that is a text', { body: '"{ viewer { role } }"' }, 400, 'BAD_REQUEST'],
  ['JSON that is a list', { body: '[{"query":"{ viewer { role } }"}]' }, 400, 'BAD_REQUEST'],
  ['an empty body', { body: '' }, 400, 'BAD_REQUEST'],
  ['no body', {}, 415, 'BAD_REQUEST'],
  ['an object of nothing', { body: '{}' }, 400, 'BAD_REQUEST'],
  [
    'an object without a query',
    { body: '{"__proto__":{"query":"{ viewer { role } }"}}' },
    400,
    'BAD_REQUEST',
  ],
  ['a query that is no text', { body: '{"query":{"kind":"Document"}}' }, 400, 'BAD_REQUEST'],
  [
    'variables that are a list',
    { body: '{"query":"{ viewer { role } }","variables":[]}' },
    400,
    'BAD_REQUEST',
  ],
  [
    'variables that are a text',
    { body: '{"query":"{ viewer { role } }","variables":"{}"}' },
    400,
    'BAD_REQUEST',
  ],
  ['plain text', json('text/plain'), 415, 'BAD_REQUEST'],
  ['a form', json('application/x-www-form-urlencoded'), 415, 'BAD_REQUEST'],
  ['an upload', json('multipart/form-data; boundary=x'), 415, 'BAD_REQUEST'],
  ['XML', json('application/xml'), 415, 'BAD_REQUEST'],
  ['an unknown charset', json('application/json; charset=klingon'), 415, 'BAD_REQUEST'],
  [
    'an unknown encoding',
    { ...asks('{ viewer { role } }'), headers: { 'content-encoding': 'x' } },
    415,
    'BAD_REQUEST',
  ],
  [
    'a length that is not the body’s',
    { body: gzipSync('{}').subarray(0, 9), headers: { 'content-encoding': 'gzip' } },
    400,
    'BAD_REQUEST',
  ],
  [
    'a body of 10 MB',
    asks('{ viewer { role } }', { filler: 'x'.repeat(10 * 1024 * 1024) }),
    413,
    'LIMIT_EXCEEDED',
  ],
  [
    'a body that grows to 20 MB',
    { body: gzipSync(Buffer.alloc(20 * 1024 * 1024, ' ')), headers: { 'content-encoding': 'gzip' } },
    413,
    'LIMIT_EXCEEDED',
  ],
  [
    'a mutation by GET',
    {
      method: 'GET',
      search: `?query=${encodeURIComponent('mutation { savePeople(items: []) { errors { code } } }')}`,
    },
    405,
    'BAD_REQUEST',
  ],
  ['a GET of nothing', { method: 'GET' }, 400, 'BAD_REQUEST'],
  [
    'a GET with broken variables',
    { method: 'GET', search: '?query={viewer{role}}&variables={' },
    400,
    'BAD_REQUEST',
  ],
  ['a PUT', { ...asks('{ viewer { role } }'), method: 'PUT' }, 405, 'BAD_REQUEST'],
  ['a document that is none', asks('{ viewer {'), 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', asks('{ peeple { nodes { id } } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'names of the prototype as fields',
    asks('{ __proto__ constructor { toString } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'names of the prototype as arguments',
    asks('{ viewer(constructor: 1, __proto__: 2) { role } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'names of the prototype as types',
    asks('query ($id: constructor) { viewer { ... on __proto__ { role } } }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'names of the prototype in an item',
    {
      body: JSON.stringify({ query: SAVE, variables: { items: ['HERE'] } }).replace(
        '"HERE"',
        '{"__proto__":{"id":"1"},"constructor":1}',
      ),
    },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'names of the prototype in place of an id',
    {
      body: JSON.stringify({ query: PERSON, variables: { id: 0 } }).replace(
        '"id":0',
        '"__proto__":{"id":"x"}',
      ),
    },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'an unknown operation',
    asks('query Known { viewer { role } }', {}, 'Unknown'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'an operation of the prototype',
    asks('query Known { viewer { role } }', {}, 'constructor'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'several operations and no name',
    asks('query A { viewer { role } } query B { viewer { role } }'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a hundred operations and no name',
    asks(many(100, (index) => `query Q${String(index)} { viewer { role } }`)),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a thousand operations',
    asks(many(1_000, (index) => `query Q${String(index)} { viewer { role } }`)),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'a million operations',
    asks(many(250_000, (index) => `query Q${String(index)} { viewer { role } }`)),
    413,
    'LIMIT_EXCEEDED',
  ],
  [
    'a million aliases',
    asks(`{ ${many(1_000_000, (index) => `a${String(index)}: viewer { role }`)} }`),
    413,
    'LIMIT_EXCEEDED',
  ],
  ['a million short aliases', asks(`{${'a:a '.repeat(1_000_000)}}`), 400, 'LIMIT_EXCEEDED'],
  [
    'as many aliases as the words allow',
    asks(`{ ${many(1_600, (index) => `a${String(index)}: viewer { role }`)} }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'the same field over and over',
    asks(`{ ${'viewer { role } '.repeat(2_400)} }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a million blanks', asks(`{ viewer { role } ${' '.repeat(1_000_000)} }`), 400, 'LIMIT_EXCEEDED'],
  [
    'an id of a million letters in the document',
    asks(`{ person(id: "${'x'.repeat(1_000_000)}") { id } }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    '100,000 brackets in the document',
    asks(`{ person(id: ${nested(50_000)}) { id } }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'as many brackets as the words allow',
    asks(`{ person(id: ${nested(4_990)}) { id } }`),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'as many levels as the words allow',
    asks(`${'{ a'.repeat(3_000)}${'}'.repeat(3_000)}`),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    '100,000 brackets in a variable',
    { body: `{"query":${JSON.stringify(PERSON)},"variables":{"id":${nested(100_000)}}}` },
    400,
    'BAD_USER_INPUT',
  ],
  [
    '100,000 brackets in place of items',
    { body: `{"query":${JSON.stringify(SAVE)},"variables":{"items":${nested(100_000)}}}` },
    400,
    'BAD_USER_INPUT',
  ],
  [
    '100,000 objects in a variable',
    {
      body: `{"query":${JSON.stringify(PERSON)},"variables":{"id":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
    },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a million items that are none',
    asks(SAVE, { items: Array<number>(1_000_000).fill(1) }),
    400,
    'BAD_USER_INPUT',
  ],
  ['an id that is a list', asks(PERSON, { id: ['x'] }), 400, 'BAD_USER_INPUT'],
  [
    'a fragment that spreads itself',
    asks('{ viewer { ...F } } fragment F on Viewer { role ...F }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that spread each other',
    asks('{ viewer { ...F } } fragment F on Viewer { ...G } fragment G on Viewer { ...F }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['fragments that multiply', asks(bomb), 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a chain of a thousand fragments',
    asks(
      `{ viewer { ...F0 } } ${many(1_000, (index) => `fragment F${String(index)} on Viewer { ...F${String(index + 1)} }`)} fragment F1000 on Viewer { nothing }`,
    ),
    400,
    'LIMIT_EXCEEDED',
  ],
  [
    'the schema in circles',
    asks(`{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} }'.repeat(5)} } } }`),
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
];
