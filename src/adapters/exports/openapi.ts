import { withheldWord, type Column } from '../../features/exports/column';
import type { AskedName, Export } from '../../features/exports/export.type';
import { exported } from '../../features/exports/exports';
import { capitalized } from '../../shared/words';
import { parameterDescriptions } from './asked';
import { formats } from './formats';
import { contextOf } from './json-ld';

type Schema = Readonly<Record<string, unknown>>;

const schemaOfType: Readonly<Record<Column['type'], Schema>> = {
  text: { type: 'string' },
  id: { type: 'string' },
  uri: { type: 'string' },
  whole: { type: 'integer', minimum: 0 },
  number: { type: 'number' },
  share: { type: 'number', minimum: 0, maximum: 1 },
  moment: { type: 'string', format: 'date-time' },
};

/** What a cell may be. */
function schemaOfCell({ type, words, nullable = false, withheld = false, description }: Column): Schema {
  const value: Schema = words ? { type: 'string', enum: words } : schemaOfType[type];
  const others: Schema[] = [
    ...(withheld ? [{ const: withheldWord }] : []),
    ...(nullable ? [{ type: 'null' }] : []),
  ];
  return { description, ...(others.length === 0 ? value : { anyOf: [value, ...others] }) };
}

function objectSchema(properties: Readonly<Record<string, Schema>>, description: string): Schema {
  return {
    type: 'object',
    description,
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  };
}

function rowSchema({ columns, description }: Export): Schema {
  return objectSchema(
    Object.fromEntries(columns.map((column) => [column.name, schemaOfCell(column)])),
    description,
  );
}

const end = objectSchema(
  {
    rows: { type: 'integer', minimum: 0, description: 'How many rows there are.' },
    sha256: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of every byte before the last line; of XLSX, of the same rows as CSV.',
    },
    snapshot: { type: 'string', description: 'What to pass as `since` next time.' },
    asOf: { type: 'string', format: 'date-time', description: 'The date that levels are for.' },
  },
  'What the last line says: who has it has all of the export.',
);

const lastLine = objectSchema({ end: { $ref: '#/components/schemas/End' } }, 'The last line.');

/** A node of JSON-LD: a row with its kind. */
function nodeSchema({ columns, term }: Export): Schema {
  const cells = Object.fromEntries(columns.map((column) => [column.name, schemaOfCell(column)]));
  return objectSchema({ '@type': { const: term }, ...cells }, 'A row as a node.');
}

function documentSchema(one: Export): Schema {
  return objectSchema(
    {
      '@context': { const: contextOf(one) },
      '@graph': { type: 'array', items: nodeSchema(one) },
      end: { $ref: '#/components/schemas/End' },
    },
    'The whole of it as JSON-LD 1.1.',
  );
}

const named = ({ name }: Export, what: string): string => `${capitalized(name)}${what}`;
const refTo = (one: Export, what: string): Schema => ({ $ref: `#/components/schemas/${named(one, what)}` });

/** What the body is, by media type; of lines the schema of each. */
function contentOf(one: Export): Schema {
  const [first = '', ...others] = one.columns.map(({ name }) => name);
  const line: Schema = { anyOf: [refTo(one, 'Row'), { $ref: '#/components/schemas/LastLine' }] };
  const schemas: Readonly<Record<string, Schema>> = {
    csv: {
      type: 'string',
      description: `RFC 4180 in UTF-8. The first line names the columns: ${[first, ...others].join(', ')}. The last line is #end, the count of rows, the digest, the snapshot and the date, then empty cells. A text that a spreadsheet might compute with has an apostrophe before it.`,
    },
    ndjson: { ...line, description: 'The schema of each line.' },
    xlsx: {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: 'A workbook with the same columns; the last row is as the last line of CSV.',
    },
    jsonld: refTo(one, 'Document'),
  };
  return Object.fromEntries(
    formats.map(({ name, mediaType }) => [mediaType.split(';')[0] ?? '', { schema: schemas[name] }]),
  );
}

function parameterOf(name: AskedName, required: boolean): Schema {
  const schema: Schema = name === 'asOf' ? { type: 'string', examples: ['2027-01-31'] } : { type: 'string' };
  return { name, in: 'query', required, description: parameterDescriptions[name], schema };
}

const formatParameter: Schema = {
  name: 'format',
  in: 'query',
  description: 'How it is written; left out, as the header Accept says, else as CSV.',
  schema: { type: 'string', enum: formats.map(({ name }) => name) },
};

const refusals: Readonly<Record<string, string>> = {
  400: 'A parameter is not understood; nothing was exported.',
  401: 'No valid token.',
  403: 'The role is neither hr nor admin, or the token was not issued for this.',
  410: 'SNAPSHOT_EXPIRED: what changed since this snapshot is not known any more.',
  503: 'The token has an export under way, or too many are: try again after Retry-After seconds.',
};

const failed: Schema = {
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
};

function operationOf(one: Export): Schema {
  const { name, description, takes, needs = [], scope } = one;
  const refused = Object.entries(refusals).filter(([status]) => status !== '410' || takes.includes('since'));
  return {
    operationId: `export${capitalized(name)}`,
    summary: `Export ${name}`,
    description: `${description} For hr and admin, by a token for ${scope}.`,
    security: [{ token: [] }],
    parameters: [formatParameter, ...takes.map((asked) => parameterOf(asked, needs.includes(asked)))],
    responses: {
      200: {
        description:
          'The rows, as they are found. An answer without its last line is not whole: it broke off. With `Accept-Encoding: gzip` it is packed on its way.',
        headers: {
          'x-skillwake-snapshot': {
            description: 'What to pass as `since` next time.',
            schema: { type: 'string' },
          },
          etag: {
            description: 'Send it back as If-None-Match: 304 where nothing changed. Not on every answer.',
            schema: { type: 'string' },
          },
        },
        content: contentOf(one),
      },
      304: { description: 'Nothing changed since the answer with this ETag.' },
      ...Object.fromEntries(refused.map(([status, reason]) => [status, { description: reason, ...failed }])),
    },
  };
}

/** The OpenAPI 3.1 document of all exports, made of the same columns as their rows. */
export function openApi(version: string): Schema {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Skillwake exports',
      version,
      description:
        'Copies of people, levels, gaps and supply for systems of human resources. Estimates open a conversation; they never close one.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/exports' }],
    paths: Object.fromEntries(exported.map((one) => [`/${one.name}`, { get: operationOf(one) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        End: end,
        LastLine: lastLine,
        Failure: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['message', 'code', 'requestId'],
              properties: {
                message: { type: 'string', description: 'What is wrong and the way out, for people.' },
                code: { type: 'string', description: 'The same for programs.' },
                requestId: { type: 'string', description: 'Names the request in the log.' },
              },
            },
          },
        },
        ...Object.fromEntries(
          exported.flatMap((one) => [
            [named(one, 'Row'), rowSchema(one)],
            [named(one, 'Document'), documentSchema(one)],
          ]),
        ),
      },
    },
  };
}
