import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SeedError } from '../seeds/client';
import type { Seed, SeedItem } from '../seeds/items';
import { levelAt, stepsIn } from '../seeds/levels';
import { seeds, type SeedOptions } from '../seeds/seeds';
import { triesWhole } from './kit/sampling';

const data = resolve(__dirname, '../../shared/data');
const folders: Readonly<Record<string, string>> = { mathe: 'mathe-quizzes' };
const whereTheDataIs = existsSync(data) ? describe : describe.skip;

async function read(name: string, given: SeedOptions = {}, directory?: string) {
  const seed = seeds[name];
  if (!seed) throw new Error(`There is no seed ${name}.`);
  return seed.read(directory ?? join(data, folders[name] ?? name), given);
}

function byKind({ items }: Seed): Map<string, SeedItem['item'][]> {
  const kinds = new Map<string, SeedItem['item'][]>();
  for (const { kind, item } of items) {
    const some = kinds.get(kind) ?? [];
    kinds.set(kind, some);
    some.push(item);
  }
  return kinds;
}

/** How many items of each kind, counted one by one: some seeds hold a hundred thousand. */
function countsOf({ items }: Seed): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe('levels that the user states', () => {
  it('are steps of the other scale, the highest that is reached', () => {
    const steps = stepsIn('--levels', '3.5:0.6,2:0.4');
    expect([1.9, 2, 3.5, 7].map((value) => levelAt(steps, value))).toEqual([undefined, 0.4, 0.6, 0.6]);
  });

  it('are refused, by name, where they are none', () => {
    for (const wrong of ['2:1', '2:0', 'two:0.5', '2', '2:'])
      expect(() => stepsIn('--levels', wrong)).toThrow(SeedError);
  });
});

whereTheDataIs('real data', () => {
  it('MathE: everybody, every question and answer, the times in a seeded order of its own', async () => {
    const seed = await read('mathe');
    expect(seed.refused).toEqual([]);
    const kinds = byKind(seed);
    expect(kinds.get('people')).toHaveLength(372);
    expect(kinds.get('questions')).toHaveLength(833);
    expect(kinds.get('answers')).toHaveLength(9_546);
    expect(new Set(kinds.get('answers')!.map(({ id }) => id)).size).toBe(9_546);
    const names = kinds.get('skills')!.map(({ name }) => name as string);
    expect(names.filter((name) => name.includes('\ufffd'))).toEqual([]);
    expect(
      byKind(await read('mathe'))
        .get('answers')!
        .slice(0, 50),
    ).toEqual(kinds.get('answers')!.slice(0, 50));
  });

  it('spatial rotation: five sessions a day apart, with the recorded seconds', async () => {
    const kinds = byKind(await read('spatial-rotation'));
    expect(kinds.get('people')).toHaveLength(350);
    const answers = kinds.get('answers')!;
    expect(answers).toHaveLength(17_500);
    expect(new Set(answers.map(({ sitting }) => sitting)).size).toBe(5);
    expect(answers[0]).toMatchObject({ responseMs: 48_953, sitting: 'session-1' });
  });

  it('the probability course: a module of two revisions, whose tests ask the twelve problems', async () => {
    const kinds = byKind(await read('probability-course'));
    const revisions = kinds.get('modules')! as {
      revision: number;
      pages: { expectedSeconds: number; sections?: { questions: unknown[] }[] }[];
    }[];
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
    for (const { pages } of revisions) {
      expect(pages).toHaveLength(10);
      expect(pages.map(({ sections }) => sections?.[0]?.questions.length ?? 0)).toEqual([
        0, 0, 12, 0, 0, 0, 0, 0, 12, 0,
      ]);
      for (const { expectedSeconds } of pages) expect(expectedSeconds).toBeGreaterThan(0);
    }
    expect(kinds.get('enrolments')).toHaveLength(504);
  });

  it('ESCO whole, its links only with a level that the user states', async () => {
    const unstated = { skills: 14_536, broaderSkills: 20_656, roleTemplates: 3_007 };
    const essential = await read('esco', { essential: '0.7' });
    expect(essential.said.join(' ')).toMatch(/essential skills at level 0\.7/u);
    expect(countsOf(essential)).toEqual({ ...unstated, requirements: 64_946 });
    if (triesWhole()) {
      expect(countsOf(await read('esco'))).toEqual(unstated);
      const both = await read('esco', { essential: '0.7', optional: '0.5' });
      expect(countsOf(both)['requirements']).toBe(123_855);
    }
    await expect(read('esco', { essential: '7' })).rejects.toThrow(/--essential 7 is no level/u);
  });

  it('O*NET, from its CSV file or from its own text files of one release', async () => {
    const unstated = countsOf(await read('onet'));
    expect(unstated).toEqual({ skills: 35, roleTemplates: 879 });
    const stated = byKind(await read('onet', { levels: '2:0.4,4:0.7' }));
    const levels = new Set(stated.get('requirements')!.map(({ level }) => level));
    expect([...levels].sort()).toEqual([0.4, 0.7]);

    const own = await mkdtemp(join(tmpdir(), 'skillwake-onet-'));
    try {
      const occupations = gunzipSync(await readFile(join(data, 'onet/Occupation_Data.txt.gz')));
      await writeFile(join(own, 'Occupation Data.txt'), occupations);
      const columns = 'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value';
      const rows = ['IM\t4.12', 'LV\t4.62'].map(
        (rated) => `11-1011.00\t2.A.1.a\tReading Comprehension\t${rated}`,
      );
      await writeFile(join(own, 'Skills.txt'), [columns, ...rows].join('\n'));
      const kinds = byKind(await read('onet', { levels: '2:0.4' }, own));
      expect(kinds.get('roleTemplates')).toEqual([
        expect.objectContaining({ id: '11-1011.00', name: 'Chief Executives' }),
      ]);
      expect(kinds.get('requirements')).toEqual([
        {
          roleTemplate: { source: 'onet', id: '11-1011.00' },
          skill: { source: 'onet', id: '2.A.1.a' },
          level: 0.4,
          importance: 4.12,
        },
      ]);
    } finally {
      await rm(own, { recursive: true });
    }
  });

  it('is told by name where a file is missing', async () => {
    await expect(read('esco', {}, __dirname)).rejects.toThrow(/holds no file like .*skillGroups/u);
    await expect(read('onet', {}, '/nowhere')).rejects.toThrow(/is no folder: --from takes the folder/u);
  });
});
