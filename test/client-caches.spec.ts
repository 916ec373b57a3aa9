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
  endOf,
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
import { proposeEverything } from './kit/proposals-everywhere';
import { valueOf } from './kit/values-of-lists';

// Hundreds of operations.
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
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000000' });
  admin = await app.as('admin');
  everything = await buildEverything(admin, 5);
  await leaveProblems(app.database, everything);
  await openEverything(admin, everything);
  await proposeEverything(app, everything);
  await addNamesakes(admin, everything);
  await addForecast(admin);
});
afterAll(() => app.close());

/** What a client shows of an answer to a query after it has gone through its cache. */
type Show = (text: string, variables: Record<string, unknown>, answered: object) => Promise<unknown>;

function cacheOfPage(): InMemoryCache {
  const { makeCache } = exampleOf('apollo') as { makeCache: (of: typeof possibleTypes) => InMemoryCache };
  return makeCache(possibleTypes);
}

/** One cache for all operations, as an app has it: what one wrote is there when the next is shown. */
const clients: Record<string, () => Show> = {
  'Apollo Client': () => {
    const cache = cacheOfPage();
    return (text, variables, data) => {
      const query = parse(text);
      cache.writeQuery({ query, variables, data });
      return Promise.resolve(cache.readQuery({ query, variables }));
    };
  },
  urql: () => {
    const { makeExchange } = exampleOf('urql') as { makeExchange: (of: object, ids: string[]) => Exchange };
    let answered: object;
    const client = new UrqlClient({
      url: app.url,
      preferGetMethod: false,
      exchanges: [makeExchange(introspectionFromSchema(manual), typesWithoutId), fetchExchange],
      fetch: () => Promise.resolve(Response.json({ data: answered })),
    });
    return async (text, variables, data) => {
      answered = data;
      const { error } = await client.query(text, variables, { requestPolicy: 'network-only' }).toPromise();
      if (error) throw error;
      return (await client.query(text, variables, { requestPolicy: 'cache-only' }).toPromise()).data;
    };
  },
  Relay: () => {
    const network = Network.create(() => Promise.reject(new Error('Answers are committed by the spec.')));
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    return (text, variables, answered) => {
      const operation = createOperationDescriptor(relayRequest(text), variables);
      environment.retain(operation);
      environment.commitPayload(operation, answered);
      return Promise.resolve(environment.lookup(operation.fragment).data);
    };
  },
};

/** What an admin is not shown, or has none of here. */
const elsewhere = (path: Path): boolean =>
  isTheirsAlone(path) ||
  path.some(({ field, to }) => field.name === 'influence' || ['Token', 'Webhook'].includes(to.name));

const random = seededUniforms(testSeed());
const paths = oneOfEach(
  [...pathsOfLists(), ...pathsOfThings()].filter((path) => !elsewhere(path)),
  endOf,
  random,
);

/** As JSON has it, and without the names of types, which clients ask for by themselves and show or not. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, held: unknown) => (key === '__typename' ? undefined : held));

interface Answered {
  readonly name: string;
  readonly text: string;
  readonly variables: Record<string, unknown>;
  readonly data: object;
}

/** Each query with the names of all types, which some clients ask for by themselves, and its answer: one for all of them. */
const answers: Answered[] = [];
beforeAll(async () => {
  const cache = cacheOfPage();
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) {
    const generated = queryOf(path, valueOf(everything, 3));
    const [text, variables] = [
      print(cache.transformDocument(parse(generated.text))),
      { ...generated.variables },
    ];
    const { data, errors } = await admin.ask<object, object>(text, variables);
    if (errors) throw new Error(errors[0]!.message);
    answers.push({ name: nameOf(path), text, variables, data: data! });
  }
});

it.each(Object.keys(clients))('what %s shows by the page is what was answered', async (name) => {
  const show = clients[name]!();
  const wrong: string[] = [];
  for (const { name: path, text, variables, data } of answers) {
    const shown = await show(text, { ...variables }, structuredClone(data));
    if (!isDeepStrictEqual(plain(shown), plain(data))) wrong.push(path);
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
