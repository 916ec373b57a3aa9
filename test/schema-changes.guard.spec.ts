import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSchema, findBreakingChanges, Kind, parse, visit } from 'graphql';
import { printedSchema } from '../src/app/commands/schema';

const root = resolve(__dirname, '..');
const released = readFileSync(join(root, 'schema/released.graphql'), 'utf8');
const decisions = join(root, 'docs/decisions');
const records = readdirSync(decisions)
  .map((file) => readFileSync(join(decisions, file), 'utf8'))
  .join('\n');

/** Changes that break clients of the released schema and that no decision record names, with the two ways out. */
function unnamedBreaks(before: string, now: string, decided: string): string {
  const unnamed = findBreakingChanges(buildSchema(before), buildSchema(now))
    .map(({ description }) => description.replace(/\.$/, ''))
    .filter((change) => !decided.includes(`\`${change}\``));
  if (unnamed.length === 0) return '';
  return [
    'These changes break clients of schema/released.graphql. Keep what was there, with',
    '`@deprecated(reason: "What to use instead. Goes on YYYY-MM-DD.")`, or name the change word for word in a record',
    'of docs/decisions, in backticks:',
    ...unnamed.map((change) => `\`${change}\``),
  ].join('\n');
}

/** Date alone would take 30 February for 2 March. */
function isDay(date: string): boolean {
  const day = new Date(date);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** What is deprecated without saying why and when it goes. */
function undated(sdl: string): string[] {
  const found: string[] = [];
  visit(parse(sdl), {
    Directive({ name, arguments: given = [] }, _key, _parent, _path, ancestors) {
      if (name.value !== 'deprecated') return;
      const value = given.find((argument) => argument.name.value === 'reason')?.value;
      const reason = value?.kind === Kind.STRING ? value.value : '';
      const date = /\S.*\. Goes on (\d{4}-\d{2}-\d{2})\.$/.exec(reason)?.[1];
      if (date !== undefined && isDay(date)) return;
      const path = ancestors.flatMap((node) => ('name' in node ? [node.name.value] : []));
      found.push(
        `${path.join('.')}: say "What to use instead. Goes on YYYY-MM-DD." as the reason, not "${reason}".`,
      );
    },
  });
  return found;
}

describe('what clients of the released schema rely on', () => {
  it('still holds, or a decision record names what does not', () => {
    expect(unnamedBreaks(released, printedSchema(), records)).toBe('');
  });

  it('is deprecated, before it goes, with the reason and the date', () => {
    expect(undated(printedSchema())).toEqual([]);
  });
});

const before = `
  "A colour." enum Colour { RED GREEN }
  input Wish { colour: Colour, size: Int }
  type Thing { id: ID, name: String, colour(of: ID): Colour }
  type Query { thing(wish: Wish): Thing, things: [Thing!]! }`;

describe('the guard of breaking changes', () => {
  it.each([
    ['a field that goes', 'name: String, ', '', 'Thing.name was removed'],
    ['a field of another type', 'name: String', 'name: Int', 'Thing.name changed type from String to Int'],
    [
      'a field that may be null now',
      'things: [Thing!]!',
      'things: [Thing!]',
      'Query.things changed type from [Thing!]! to [Thing!]',
    ],
    ['an argument that goes', '(of: ID)', '', 'Thing.colour arg of was removed'],
    [
      'an argument that is required',
      'of: ID',
      'of: ID, at: Int!',
      'A required arg at on Thing.colour was added',
    ],
    ['an input field that is required', 'size: Int', 'size: Int!', 'Wish.size changed type from Int to Int!'],
    ['an enum value that goes', ' GREEN', '', 'GREEN was removed from enum type Colour'],
  ])('names %s, until a record names it too', (_, was, is, change) => {
    const now = before.replace(was, is);
    const said = unnamedBreaks(before, now, '');
    expect(said.split('\n').slice(3)).toEqual([`\`${change}\``]);
    expect(said).toMatch(
      /Keep what was there, with[^]*@deprecated[^]* or name the change [^]*docs\/decisions/,
    );
    expect(unnamedBreaks(before, now, `Thing.name and ${change}`)).toBe(said);
    expect(unnamedBreaks(before, now, `Decided: \`${change}\`.`)).toBe('');
  });

  it('has nothing to say of what is added, described or deprecated', () => {
    const now = before
      .replace('name: String', 'name: String @deprecated(reason: "Use title."), title: String')
      .replace('size: Int', 'size: Int, weight: Int')
      .replace('"A colour."', '"What it looks like."');
    expect(unnamedBreaks(before, now, '')).toBe('');
  });
});

describe('the guard of deprecations', () => {
  it.each([
    ['a field', 'name: String', 'Thing.name'],
    ['an argument', 'of: ID', 'Thing.colour.of'],
    ['an input field', 'size: Int', 'Wish.size'],
    ['an enum value', 'GREEN', 'Colour.GREEN'],
  ])('wants of %s the reason and a date', (_, of, path) => {
    const told = (directive: string) =>
      undated(before.replace(of, `${of} ${directive}`)).map((message) => message.split(': ')[0]);
    expect(told('@deprecated(reason: "Use title, which has more. Goes on 2027-06-30.")')).toEqual([]);
    for (const directive of [
      '@deprecated',
      '@deprecated(reason: "Use title.")',
      '@deprecated(reason: "Goes on 2027-06-30.")',
      '@deprecated(reason: "Use title. Goes on 2027-02-30.")',
      '@deprecated(reason: "Use title. Goes soon.")',
    ])
      expect([directive, told(directive)]).toEqual([directive, [path]]);
  });
});
