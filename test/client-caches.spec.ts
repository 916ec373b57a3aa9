import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compileFunction } from 'node:vm';
import type { InMemoryCache } from '@apollo/client/core';
import { transformSync } from '@swc/core';
import { Client as UrqlClient, fetchExchange, type Exchange } from '@urql/core';
import { introspectionFromSchema, isAbstractType, isObjectType, parse, print } from 'graphql';
import { createOperationDescriptor, Environment, Network, RecordSource, Store } from 'relay-runtime';
import { seededUniforms } from '../src/estimators/random';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildEverything, type Everything } from './kit/everything';
import { addForecast } from './kit/forecast';
import {
  isTheirsAlone,
  manual,
  nameOf,
  pathsOfLists,
  pathsOfThings,
  queryOf,
  type Path,
} from './kit/from-schema';
import { addNamesakes } from './kit/namesakes';
import { relayRequest } from './kit/relay-queries';
import { oneOfEach, testSeed } from './kit/sampling';
import { openEverything } from './kit/openings-everywhere';
import { leaveProblems } from './kit/problems-everywhere';
import { valueOf } from './kit/values-of-lists';

// Hundreds of operations, each through three clients.
jest.setTimeout(300_000);

const page = readFileSync(join(__dirname, '../docs/clients.md'), 'utf8');

/** What an example of the page exports. */
function exampleOf(client: string): unknown {
  const text = new RegExp(`\`\`\`js ${client}\\n([^]*?)\`\`\``).exec(page)![1]!;
  const { code } = transformSync(text, {
    module: { type: 'commonjs' },
    jsc: { parser: { syntax: 'ecmascript' } },
  });
  const exported = {};
  const run = compileFunction(code, ['require', 'exports']) as (load: NodeJS.Require, into: object) => void;
  run(require, exported);
  return exported;
}

const types = Object.values(manual.getTypeMap());
const possibleTypes = Object.fromEntries(
  types
    .filter(isAbstractType)
    .map((type) => [type.name, manual.getPossibleTypes(type).map(({ name }) => name)]),
);
const typesWithoutId = types
  .filter(isObjectType)
  .filter((type) => !('id' in type.getFields()))
  .map(({ name }) => name);

let app: TestApp;
let admin: Client;
let everything: Everything;
beforeAll(async () => {
  // What is compared is read as it is, however much of it there is.
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000000', SKILLWAKE_MAX_COST_AT_WORK: '1000000000' });
  admin = await app.as('admin');
  everything = await buildEverything(admin, 5);
  await leaveProblems(app.database, everything);
  await openEverything(admin, everything);
  await addNamesakes(admin, everything);
  await addForecast(admin);
});
afterAll(() => app.close());

/** What a client shows of a query after the answer has gone through its cache, and what was answered. */
type Show = (
  text: string,
  variables: Record<string, unknown>,
) => Promise<{ shown: unknown; answered: unknown }>;

async function answerTo(text: string, variables: object): Promise<unknown> {
  const { data, errors } = await admin.ask(text, variables);
  if (errors) throw new Error(errors[0]!.message);
  return data;
}

function cacheOfPage(): InMemoryCache {
  const { makeCache } = exampleOf('apollo') as { makeCache: (of: typeof possibleTypes) => InMemoryCache };
  return makeCache(possibleTypes);
}

/** One cache for all operations, as an app has it: what one wrote is there when the next is shown. */
const clients: Record<string, () => Show> = {
  'Apollo Client': () => {
    const cache = cacheOfPage();
    return async (text, variables) => {
      const query = cache.transformDocument(parse(text));
      const answered = (await answerTo(print(query), variables)) as object;
      cache.writeQuery({ query, variables, data: answered });
      return { shown: cache.readQuery({ query, variables }), answered };
    };
  },
  urql: () => {
    const { makeExchange } = exampleOf('urql') as { makeExchange: (of: object, ids: string[]) => Exchange };
    let answered: unknown;
    const client = new UrqlClient({
      url: app.url,
      preferGetMethod: false,
      fetchOptions: { headers: { authorization: `Bearer ${admin.token}` } },
      exchanges: [makeExchange(introspectionFromSchema(manual), typesWithoutId), fetchExchange],
      fetch: async (address, init) => {
        const response = await fetch(address, init);
        answered = ((await response.clone().json()) as { data: unknown }).data;
        return response;
      },
    });
    return async (text, variables) => {
      const { error } = await client.query(text, variables, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      const { data } = await client.query(text, variables, { requestPolicy: 'cache-only' }).toPromise();
      return { shown: data, answered };
    };
  },
  Relay: () => {
    const network = Network.create(() => Promise.reject(new Error('Answers are committed by the spec.')));
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    return async (text, variables) => {
      const answered = (await answerTo(text, variables)) as object;
      const operation = createOperationDescriptor(relayRequest(text), variables);
      environment.retain(operation);
      environment.commitPayload(operation, answered);
      return { shown: environment.lookup(operation.fragment).data, answered };
    };
  },
};

/** What an admin is not shown, or has none of here. */
const elsewhere = (path: Path): boolean =>
  isTheirsAlone(path) || path.some(({ field, to }) => field.name === 'influence' || to.name === 'Token');

const random = seededUniforms(testSeed());
const paths = oneOfEach(
  [...pathsOfLists(), ...pathsOfThings()].filter((path) => !elsewhere(path)),
  (path) => {
    const { on, field, to, through } = path.at(-1)!;
    return [on.name, field.name, to.name, through].join();
  },
  random,
);

/** As JSON has it, and without the names of types, which clients ask for by themselves and show or not. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, held: unknown) => (key === '__typename' ? undefined : held));

it.each(Object.keys(clients))('what %s shows by the page is what was answered', async (name) => {
  const show = clients[name]!();
  expect(paths.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const path of paths) {
    const { text, variables } = queryOf(path, valueOf(everything, 3));
    const { shown, answered } = await show(text, { ...variables });
    if (!isDeepStrictEqual(plain(shown), plain(answered))) wrong.push(nameOf(path));
  }
  expect(wrong).toEqual([]);
});

it('a cache takes what has one id for one thing, so that an id which two share would show', () => {
  const cache = cacheOfPage();
  const person = (name: string) => ({ __typename: 'Person', id: '7', name });
  const data = { people: { __typename: 'PersonConnection', nodes: [person('Ann'), person('Bea')] } };
  const query = parse('{ people { __typename nodes { __typename id name } } }');
  cache.writeQuery({ query, data });
  expect(cache.readQuery({ query })).not.toEqual(data);
});
