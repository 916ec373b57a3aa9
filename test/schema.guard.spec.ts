import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  buildSchema,
  findBreakingChanges,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
} from 'graphql';
import { printedSchema } from '../src/app/commands/schema';

const root = resolve(__dirname, '..');
const committed = readFileSync(join(root, 'schema/schema.graphql'), 'utf8');

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

  it('can be read back', () => {
    expect(findBreakingChanges(buildSchema(committed), buildSchema(printedSchema()))).toEqual([]);
  });
});

/** Fields called `id` that may be null or are a mere text: caches of clients would take two things with one such id for one. */
function idsThatIdentifyNothing(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap()).flatMap((type) => {
    const id = isObjectType(type) ? type.getFields()['id'] : undefined;
    return id === undefined || String(id.type) === 'ID!' ? [] : [`${type.name}.id: ${String(id.type)}`];
  });
}

describe('a field that is called id', () => {
  it('identifies what it is of, so that clients may keep it under its id', () => {
    expect(idsThatIdentifyNothing(committed)).toEqual([]);
    const named = committed.replace(/(type ExternalId {[^}]*)value/, '$1id');
    expect(idsThatIdentifyNothing(named)).toEqual(['ExternalId.id: String!']);
  });
});

it('the schema says of nothing merely what its name or type says already', () => {
  const empty: string[] = [];
  visit(parse(committed), {
    enter(node) {
      const { description, name } = node as { description?: { value: string }; name?: { value: string } };
      // An article and one word more: "The person.", "Who."
      if (description && name && /^(the |an? )?[\w-]+\.$/i.test(description.value))
        empty.push(`${name.value}: ${description.value}`);
    },
  });
  expect(empty).toEqual([]);
});

/** What `npm run lint` says of a description that is missing in a schema, if it stood in place of the committed one. */
function undescribed(sdl: string): string[] {
  // In a process of its own: its configuration is an ES module, which jest cannot load as it is.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/eslint/bin/eslint.js'),
      ...['--stdin', '--stdin-filename', 'schema/schema.graphql', '--format', 'json'],
    ],
    { cwd: root, encoding: 'utf8', input: sdl },
  );
  if (stdout === '') throw new Error(stderr);
  const [file] = JSON.parse(stdout) as { messages: { ruleId: string; message: string }[] }[];
  return file!.messages
    .filter(({ ruleId }) => ruleId === '@graphql-eslint/require-description')
    .map(({ message }) => message)
    .sort();
}

describe('the lint of descriptions', () => {
  it('finds nothing to say of the schema, and names the one of each kind that lost its own', () => {
    expect(undescribed(committed)).toEqual([]);
    const lost = new Map<string, string>();
    // An argument and a field of an input are of one kind to the parser, so what they stand in tells them apart.
    const stripped = visit(parse(committed), {
      enter(node, _key, _parent, _path, ancestors) {
        const within = ancestors.at(-1) as ASTNode;
        const kind = node.kind === Kind.INPUT_VALUE_DEFINITION ? `${node.kind} of ${within.kind}` : node.kind;
        const { description, name } = node as { description?: object; name?: { value: string } };
        if (!description || !name || lost.has(kind)) return undefined;
        lost.set(kind, name.value);
        return { ...node, description: undefined };
      },
    });
    expect([...lost.keys()].sort()).toEqual([
      'EnumTypeDefinition',
      'EnumValueDefinition',
      'FieldDefinition',
      'InputObjectTypeDefinition',
      'InputValueDefinition of FieldDefinition',
      'InputValueDefinition of InputObjectTypeDefinition',
      'InterfaceTypeDefinition',
      'ObjectTypeDefinition',
      'ScalarTypeDefinition',
      'UnionTypeDefinition',
    ]);
    const named = undescribed(print(stripped)).map((message) => / "(\w+)"/.exec(message)?.[1] ?? message);
    expect(named.sort()).toEqual([...lost.values()].sort());
  });
});
