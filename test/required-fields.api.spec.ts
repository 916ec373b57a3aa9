import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputObjectType,
} from 'graphql';
import { startApp, type TestApp } from './kit/app';
import { manual } from './kit/from-schema';

const clients = buildSchema(readFileSync(join(__dirname, '../schema/clients.graphql'), 'utf8'));

/** Every mutation of a batch, with the input that its items have, as the API takes them and as clients send them. */
const batches = Object.values(manual.getMutationType()!.getFields()).flatMap((mutation) => {
  const items = mutation.args.find(({ name }) => name === 'items');
  return items ? [[mutation.name, mutation, getNamedType(items.type)] as const] : [];
});

const requiredBy = (input: GraphQLInputObjectType) =>
  Object.values(input.getFields())
    .filter(({ type }) => isNonNullType(type))
    .map(({ name }) => name);

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

/** The fields at fault of an item that has no more than the API cannot do without. */
async function faultsOf(mutation: GraphQLField<unknown, unknown>, input: GraphQLInputObjectType) {
  const item = Object.fromEntries(requiredBy(input).map((name) => [name, { source: 'none', id: 'none' }]));
  const { data, errors } = await (
    await app.as('admin')
  ).ask<{ payload: { errors: { fields: string[] }[] } }, object>(
    `mutation ($items: [${input.name}!]!) { payload: ${mutation.name}(items: $items) { errors { fields } } }`,
    { items: [item] },
  );
  if (!data) throw new Error(errors![0]!.message);
  return data.payload.errors[0]!.fields;
}

it.each(batches)(
  '%s rejects an item without what schema/clients.graphql requires',
  async (_, mutation, input) => {
    if (!isInputObjectType(input)) throw new Error(`${mutation.name} takes no objects.`);
    const required = requiredBy(clients.getType(input.name) as GraphQLInputObjectType);
    const missing = required.filter((name) => !requiredBy(input).includes(name));
    if (missing.length === 0) return;
    expect(await faultsOf(mutation, input)).toEqual(expect.arrayContaining(missing));
  },
);

it('what is required is said of every item that is recorded; nouns may be named in two ways', () => {
  const stricter = batches.flatMap(([name, , input]) => {
    const taken = input as GraphQLInputObjectType;
    const sent = clients.getType(taken.name) as GraphQLInputObjectType;
    return requiredBy(sent).length > requiredBy(taken).length ? [name] : [];
  });
  expect(stricter).toEqual(
    expect.arrayContaining(['recordAnswers', 'recordClaims', 'withdrawAnswers', 'withdrawClaims']),
  );
});
