import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse, type OperationDefinitionNode } from 'graphql';
import { compilableSchema, compile } from './compile';
import { bytesOfCompiled, compiledStore, mostCompiledBytes, type Compiled } from './compiled-store';
import { buildApiSchema } from './schema';

function operationOf(source: string) {
  const document = parse(source);
  return { document, operation: document.definitions[0] as OperationDefinitionNode };
}

/** Some 500 fields, in lists in lists. */
const long = (index: number) =>
  operationOf(
    `query q${String(index)} { ${Array.from(
      { length: 50 },
      (_, alias) =>
        `a${String(alias)}: people(first: 1) { nodes { id name memberships(first: 1) { nodes { team { id name } } } } }`,
    ).join(' ')} }`,
  );

/** What the heap holds once nothing is left to be collected, bytes. */
function heapHeld(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

it('what is compiled is weighed as no less than the memory that it takes', () => {
  const schema = compilableSchema(buildApiSchema());
  const { document, operation } = long(0);
  compile(schema, document, operation, {});
  const before = heapHeld();
  const kept = Array.from({ length: 20 }, () => compile(schema, document, operation, {}));
  const bytes = (heapHeld() - before) / kept.length;
  expect(kept).not.toContain(undefined);
  expect(bytes).toBeLessThan(bytesOfCompiled(document, operation));
});

it('of all that is compiled those last used are kept, no more than there is room for', () => {
  const store = compiledStore();
  const { document, operation } = long(0);
  const bytes = bytesOfCompiled(document, operation);
  const compiled: Compiled = { run: () => undefined, bytes };
  const many = Math.ceil((3 * mostCompiledBytes) / bytes);
  for (let index = 0; index < many; index++) store.set(String(index), compiled);
  expect(store.calculatedSize).toBeLessThanOrEqual(mostCompiledBytes);
  expect([store.has('0'), store.has(String(many - 1))]).toEqual([false, true]);
});
