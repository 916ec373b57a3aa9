import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { buildSchema, execute, GraphQLError, type FormattedExecutionResult } from 'graphql';
import { pino } from 'pino';
import type { RequestContext } from '../../features/request/context';
import { BadInputError } from '../../shared/errors';
import { errorFormatter } from '../graphql/format-error';
import { asGiven, finishAnswers } from './http-errors';

const schema = buildSchema('type Query { half(of: Int!): Int! sum(of: [Int!]!): Int }');
const secret = 'what only the log may tell';
const requestId = 'request-7';
const rootValue = {
  half: ({ of }: { of: number }) => {
    if (of < 0) throw new BadInputError('of must not be negative.');
    if (of % 2 !== 0) throw new TypeError(secret);
    return of / 2;
  },
};

/** Executes in place of Apollo, as a compiled execution does: Apollo formats nothing of what it returns. */
const ownExecution: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      async responseForOperation({ document, request, response: { http } }) {
        const singleResult = await execute({
          schema,
          document,
          rootValue,
          operationName: request.operationName ?? null,
          variableValues: request.variables ?? null,
        });
        return { http, body: { kind: 'single', singleResult: singleResult as FormattedExecutionResult } };
      },
    }),
};

const logged: { requestId: string; err: { message: string } }[] = [];
const logger = pino({}, { write: (line) => logged.push(JSON.parse(line) as (typeof logged)[number]) });
const format = errorFormatter(logger);

beforeEach(() => logged.splice(0));

describe.each([
  ['Apollo', []],
  ['an execution of our own', [ownExecution]],
])('what %s answers', (_, plugins) => {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    rootValue,
    plugins: [...plugins, finishAnswers(format)],
    formatError: asGiven,
    includeStacktraceInErrorResponses: false,
    logger,
  });
  const ask = async (query: string, variables: object = {}, operationName?: string) => {
    const { http, body } = await apollo.executeOperation(
      { query, variables: { ...variables }, ...(operationName !== undefined && { operationName }) },
      { contextValue: { request: { id: requestId } } as RequestContext },
    );
    if (body.kind !== 'single') throw new Error('one answer was expected');
    return { status: http.status ?? 200, ...body.singleResult };
  };

  it('is an answer', async () => {
    expect(await ask('{ half(of: 4) }')).toEqual({ status: 200, data: { half: 2 } });
  });

  it('is 400 for variables that do not fit', async () => {
    expect(await ask('query ($of: Int!) { half(of: $of) }', { of: 'x' })).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringContaining('Variable "$of" got invalid value'),
          locations: expect.anything(),
          extensions: { code: 'BAD_USER_INPUT', requestId },
        },
      ],
    });
  });

  it('is 400 for more faults in variables than are told', async () => {
    const { status, errors } = await ask('query ($of: [Int!]!) { sum(of: $of) }', {
      of: Array(100).fill('x'),
    });
    expect(status).toBe(400);
    expect(new Set(errors!.map(({ extensions }) => extensions!['code']))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  it('is 400 for an operation that is not there', async () => {
    expect(await ask('query Half { half(of: 4) }', {}, 'Third')).toMatchObject({
      status: 400,
      errors: [
        { message: expect.stringContaining('"Third"'), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
      ],
    });
  });

  it('tells a fault of the request in its own words', async () => {
    expect(await ask('{ half(of: -2) }')).toMatchObject({
      status: 200,
      data: null,
      errors: [{ message: 'of must not be negative.', path: ['half'], extensions: { code: 'BAD_INPUT' } }],
    });
    expect(logged).toEqual([]);
  });

  it('tells a null that came in place of an argument as a fault of the request', async () => {
    expect(await ask('query ($of: Int = 4) { half(of: $of) }', { of: null })).toMatchObject({
      errors: [
        { message: expect.stringContaining('must not be null'), extensions: { code: 'BAD_USER_INPUT' } },
      ],
    });
    expect(logged).toEqual([]);
  });

  it('tells of an unexpected error nothing but the id of the request, which the log has too', async () => {
    const { errors } = await ask('{ half(of: 3) }');
    expect(logged).toMatchObject([{ requestId, err: { message: secret } }]);
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side; the log has more under ${requestId}.`,
        path: ['half'],
        locations: expect.anything(),
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ]);
  });
});

describe('the formatter', () => {
  it.each([
    [
      'a code',
      new GraphQLError('So.', { extensions: { code: 'FORBIDDEN', http: { status: 403 } } }),
      'FORBIDDEN',
    ],
    ['nothing but a message', new GraphQLError('Too many errors.'), 'BAD_USER_INPUT'],
    [
      'nothing but a place',
      new GraphQLError('Expected Iterable.', { path: ['people'] }),
      'INTERNAL_SERVER_ERROR',
    ],
    ['no error at all', 'thrown', 'INTERNAL_SERVER_ERROR'],
  ])('gives a code to what carries %s, and keeps what is for HTTP', (_, error, code) => {
    const { extensions } = format(error, requestId);
    expect(extensions).toMatchObject({ code, requestId });
    expect(extensions).not.toHaveProperty('http');
  });
});
