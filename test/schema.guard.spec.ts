import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { printedSchema } from '../src/app/commands/schema';

const committed = readFileSync(resolve(__dirname, '../schema/schema.graphql'), 'utf8');

/** Lines of one text that the other has fewer times, each with its mark. */
function surplus(mark: string, of: string, over: string): string[] {
  const left = new Map<string, number>();
  for (const line of over.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return of.split('\n').flatMap((line) => {
    const there = left.get(line) ?? 0;
    left.set(line, there - 1);
    return there > 0 || line.trim() === '' ? [] : [`${mark} ${line}`];
  });
}

/** What somebody needs to know whose change of the code changed the schema; empty where the two are equal. */
function drift(file: string, code: string): string {
  if (file === code) return '';
  const lines = [...surplus('-', file, code), ...surplus('+', code, file)];
  return ['schema/schema.graphql is not what the code says; `npm run schema` writes it:', ...lines].join(
    '\n',
  );
}

describe('schema/schema.graphql', () => {
  it('is what the code says', () => {
    expect(drift(committed, printedSchema())).toBe('');
  });

  it('would be told of every line that comes and goes', () => {
    const changed = committed
      .replace('type Viewer {', 'type Viewer {\n  shoeSize: Int')
      .replace(/\n {2}first: .*/, '');
    expect(drift(committed, changed)).toMatch(/`npm run schema`[^]*\n\+ {3}shoeSize: Int/);
    expect(drift(committed, '').split('\n').length).toBeGreaterThan(500);
    expect(drift(committed, `${committed}\n`)).toContain('npm run schema');
  });

  it('can be read back, and describes every type and field that a client meets', () => {
    const schema = buildSchema(committed);
    expect(findBreakingChanges(schema, buildSchema(printedSchema()))).toEqual([]);
    const undescribed = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__') && name !== 'Query' && name !== 'Mutation')
      .filter(({ description, astNode }) => astNode && !description)
      .map(({ name }) => name);
    expect(undescribed).toEqual([]);
  });
});
