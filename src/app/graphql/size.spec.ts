import { parse, type OperationDefinitionNode } from 'graphql';
import { documentStore } from './document-store';
import { bytesOf, fieldsOf } from './size';

const fieldsIn = (source: string) => {
  const document = parse(source);
  return fieldsOf(document, document.definitions[0] as OperationDefinitionNode);
};

it('counts the fields of a fragment as often as it is spread', () => {
  expect(fieldsIn('{ a { b ... on C { d } } }')).toBe(3);
  const chain = Array.from({ length: 20 }, (_, index) => {
    const next = index < 19 ? `...F${String(index + 1)} b { ...F${String(index + 1)} }` : 'c';
    return `fragment F${String(index)} on T { ${next} }`;
  });
  // Each spreads the next twice: 2^19 times the last.
  expect(fieldsIn(`{ ...F0 } ${chain.join(' ')}`)).toBe(2 ** 20 - 1);
});

it('weighs a document by its tokens, and keeps those last used of all that come', async () => {
  const long = (index: number) => parse(`query q${String(index)} {${'b{a}'.repeat(4_000)}}`);
  const bytes = bytesOf(long(0));
  expect(bytes).toBeGreaterThan(16_000 * 200);
  const documents = documentStore();
  for (let index = 0; index < 50; index++) await documents.set(String(index), long(index));
  const kept = await Promise.all(Array.from({ length: 50 }, (_, index) => documents.get(String(index))));
  const keptBytes = kept.reduce((sum, document) => sum + (document ? bytesOf(document) : 0), 0);
  expect(keptBytes).toBeLessThanOrEqual(32 * 1024 * 1024);
  expect(kept[49]).toBeDefined();
});
