import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import fc from 'fast-check';
import type { Item } from './cells';
import { kindsOf } from './kinds';
import { Numbering } from './numbering';
import { SaidBefore } from './said-before';

const kinds = new Map(
  kindsOf(buildSchema(readFileSync('schema/schema.graphql', 'utf8'))).map((kind) => [kind.name, kind]),
);

/** How each of these items compares with those before it; line 1 is the first. */
function compared(kind: string, items: readonly Item[]): unknown[] {
  const said = new SaidBefore();
  return items.map((item, at) => said.compare({ file: 'a.csv', line: at + 1, kind: kinds.get(kind)!, item }));
}

const ann = { source: 'hr', id: '1', name: 'Ann' };

describe('lines that name the same', () => {
  it('of a noun repeat, add to or contradict what was said, field by field', () => {
    expect(
      compared('people', [
        ann,
        { ...ann },
        { ...ann, email: 'a@b.org' },
        { ...ann, email: 'a@c.org' },
        { source: 'hr', id: '1', email: 'a@b.org' },
        { ...ann, id: '2' },
        { ...ann, email: null },
      ]),
    ).toEqual([
      'none',
      'wholly',
      'partly',
      { field: 'email', line: 1, file: 'a.csv' },
      'wholly',
      'none',
      { field: 'email', line: 1, file: 'a.csv' },
    ]);
  });

  it('of a relationship are those with the same ends and beginning; what is left out has a value too', () => {
    const [person, team] = [
      { source: 'hr', id: '1' },
      { id: 't', source: 'hr' },
    ];
    const from = '2026-01-01T00:00:00Z';
    expect(
      compared('memberships', [
        { person, team },
        { person, team: { source: 'hr', id: 't' } },
        { person, team, from },
        { person, team, from: '2026-01-01T01:00:00+01:00' },
        { person, team, from, to: '2026-02-01T00:00:00Z' },
      ]),
    ).toEqual(['none', 'wholly', 'none', 'wholly', { field: 'to', line: 3, file: 'a.csv' }]);
    const [skill, project] = [
      { source: 'x', id: 's' },
      { source: 'x', id: 'p' },
    ];
    expect(
      compared('requirements', [
        { project, skill, level: 0.5 },
        { task: project, skill, level: 0.6 },
        { project, skill, level: 0.7 },
        { project, skill, level: 0.5, headcount: 2 },
      ]),
    ).toEqual(['none', 'none', 'none', { field: 'headcount', line: 1, file: 'a.csv' }]);
  });

  it('may be a history of revisions of a module', () => {
    const module = { source: 'lms', id: 'm', name: 'M' };
    expect(
      compared('modules', [
        { ...module, revision: 1, note: 'first' },
        { ...module, revision: 2, note: 'second' },
        { ...module, revision: 1, note: 'other' },
      ]),
    ).toEqual(['none', 'none', { field: 'note', line: 1, file: 'a.csv' }]);
  });

  it('are found among many, and in other files', () => {
    const said = new SaidBefore();
    const people = kinds.get('people')!;
    const line = (file: string, number: number, name: string) =>
      said.compare({ file, line: number, kind: people, item: { source: 'hr', id: String(number), name } });
    for (let number = 0; number < 5_000; number++) expect(line('a.csv', number, 'x')).toBe('none');
    expect(line('b.csv', 4_321, 'y')).toEqual({ field: 'name', line: 4_321, file: 'a.csv' });
    expect(line('b.csv', 1_234, 'x')).toBe('wholly');
  });
});

test('texts are numbered in the order in which they first come, however many there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), (texts) => {
      const numbering = new Numbering();
      const all = texts.flatMap((text) => Array.from({ length: 10 }, (_, copy) => `${text} ${String(copy)}`));
      for (const text of all) expect(numbering.find(text)).toBeUndefined();
      expect(all.map((text) => numbering.numberOf(text))).toEqual(all.map((_, at) => at));
      expect(all.map((text) => numbering.numberOf(text))).toEqual(all.map((text) => numbering.find(text)));
      expect(numbering.size).toBe(all.length);
    }),
  );
});
