import { Columns } from './columns';

interface Edge {
  readonly edge: number;
  readonly skill: string;
  readonly variance: number;
  readonly at: number | null;
}

const columns = new Columns<Edge>({
  edge: 'id(mastery)',
  skill: 'skill.id',
  variance: '.variance',
  at: '.lastEvidenceAt',
});

it('fills a list with expressions, and with the properties of a variable', () => {
  expect(columns.list('mastery')).toBe('[id(mastery), skill.id, mastery.variance, mastery.lastEvidenceAt]');
});

it('names each column of a list in Cypher', () => {
  expect(columns.of('row')).toEqual({ edge: 'row[0]', skill: 'row[1]', variance: 'row[2]', at: 'row[3]' });
});

it('writes the properties and nothing else', () => {
  expect(columns.set('mastery', 'row')).toBe('mastery.variance = row[2], mastery.lastEvidenceAt = row[3]');
  expect(columns.map('row')).toBe('variance: row[2], lastEvidenceAt: row[3]');
});

it('reads back what it wrote, whatever the order of the fields', () => {
  const fields = { variance: 0.5, at: null, skill: 'Go', edge: 7 };
  const row = columns.rowOf(fields);
  expect(row).toEqual([7, 'Go', 0.5, null]);
  const { edge, skill, variance, at } = columns.fieldsOf(row);
  expect({ edge, skill, variance, at }).toEqual(fields);
});

it('refuses to fill a list with what only comes as a parameter', () => {
  const given = new Columns<{ readonly node: number }>({ node: null });
  expect(() => given.list()).toThrow('No Cypher fills the column node.');
});
