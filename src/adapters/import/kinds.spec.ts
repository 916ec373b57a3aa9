import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { columnsOf, itemsBy } from './cells';
import { withSource } from './keys';
import { kindsOf, type Kind } from './kinds';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const kinds = kindsOf(schema);

function kindNamed(name: string): Kind {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw new Error(`There is no kind ${name}.`);
  return kind;
}

test('every mutation that saves, records, withdraws or decides items has a kind, but for where messages go', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const taking = mutations.flatMap(({ name, args }) =>
    /^(save|record|withdraw|decide)/u.test(name) && args.some((one) => one.name === 'items') ? [name] : [],
  );
  taking.splice(taking.indexOf('saveWebhooks'), 1);
  expect(kinds.map(({ mutation }) => mutation).sort()).toEqual(taking.sort());
});

describe('cells become an item', () => {
  const itemOf = (kind: string, columns: string[], cells: string[]) =>
    itemsBy(kindNamed(kind), columns)(cells);

  it('with numbers, booleans and texts as the fields want them, empty cells left out', () => {
    const columns = ['source', 'id', 'score', 'responseMs', 'response', 'attempt'];
    expect(itemOf('answers', columns, ['lms', '007', '0.5', '1200', '12', ''])).toEqual({
      source: 'lms',
      id: '007',
      score: 0.5,
      responseMs: 1200,
      response: '12',
    });
    expect(itemOf('memberships', ['remove'], ['true'])).toEqual({ remove: true });
  });

  it('with a value that does not fit as it is, for the API to name', () => {
    expect(itemOf('answers', ['score'], ['0,5'])).toEqual({ score: '0,5' });
  });

  it('with references from columns of their parts, from a bare id, or from JSON', () => {
    expect(itemOf('answers', ['person.source', 'person.id'], ['hr', '42'])).toEqual({
      person: { source: 'hr', id: '42' },
    });
    expect(itemOf('answers', ['person'], ['42'])).toEqual({ person: { id: '42' } });
    expect(itemOf('questions', ['skills'], ['[{"source":"mine","id":"a;b"}]'])).toEqual({
      skills: [{ source: 'mine', id: 'a;b' }],
    });
  });

  it('with lists of references, one source for all or one for each, in either order of columns', () => {
    const skills = [
      { source: 'mine', id: 'sql' },
      { source: 'mine', id: 'r' },
    ];
    expect(itemOf('questions', ['skills.id', 'skills.source'], ['sql;r', 'mine'])).toEqual({ skills });
    expect(itemOf('questions', ['skills.source', 'skills.id'], ['mine', 'sql; r'])).toEqual({ skills });
    expect(itemOf('questions', ['skills.source', 'skills.id'], ['mine;esco', 'sql;r'])).toEqual({
      skills: [skills[0], { source: 'esco', id: 'r' }],
    });
  });

  it('with the given source for every id that has none', () => {
    const item = { id: 'q1', prompt: '?', skills: [{ id: 'sql' }, { source: 'esco', id: 'r' }] };
    expect(withSource(kindNamed('questions'), item, 'mine')).toEqual({
      source: 'mine',
      id: 'q1',
      prompt: '?',
      skills: [
        { source: 'mine', id: 'sql' },
        { source: 'esco', id: 'r' },
      ],
    });
  });
});

test('columns are the fields of the item, a reference by its parts too', () => {
  expect(columnsOf(kindNamed('memberships')).sort()).toEqual(
    [
      ...['person', 'person.source', 'person.id', 'person.globalId'],
      ...['team', 'team.source', 'team.id', 'team.globalId'],
      ...['from', 'to', 'remove'],
    ].sort(),
  );
});
