import { SeedError } from './client';
import { SeedFolder, type FileFormat, type Row } from './files';
import type { Seed, SeedItem } from './items';
import { levelAt, stepsIn, type Step } from './levels';

const source = 'onet';
const ref = (id: string) => ({ source, id });
const holds = "O*NET's Skills file";
const tabs: FileFormat = { separator: '\t' };
const columns = ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'];

interface Rated {
  readonly occupation: string;
  readonly skill: string;
  importance?: number;
  level?: number;
}

/**
 * Reads O*NET's 35 skills and, as role templates, the occupations rated in them (U.S. Department of Labor). Titles stand in
 * the CSV release of the Skills file itself; in the text release in Occupation Data.txt beside it. Files of two releases
 * are never put together. `levels` says how O*NET's level scale, 0 to 7, translates to levels here.
 */
export async function readSeed(directory: string, levels: string | undefined): Promise<Seed> {
  const steps = stepsIn('--levels', levels);
  const folder = await SeedFolder.open(directory, holds);
  const rows = folder.find(/^Skills([ _][\d.]+)?\.csv$/u)
    ? await folder.rows(/^Skills([ _][\d.]+)?\.csv$/u, [...columns, 'Title'])
    : await folder.rows(/^Skills\.txt$/u, columns, tabs);
  const occupations = await occupationsOf(folder, rows);
  const skills = new Map(rows.map((row) => [row.get('Element ID'), row.get('Element Name')]));
  const rated = ratingsOf(rows);

  function* items(): Generator<SeedItem> {
    for (const [id, name] of skills) yield { kind: 'skills', item: { source, id, name, type: 'SKILL' } };
    for (const [id, about] of occupations) {
      const uri = `https://www.onetonline.org/link/summary/${id}`;
      yield { kind: 'roleTemplates', item: { source, id, uri, ...about } };
    }
    for (const { occupation, skill, importance, level } of rated) {
      const required = level === undefined ? undefined : levelAt(steps, level);
      if (required === undefined || importance === undefined) continue;
      const item = { roleTemplate: ref(occupation), skill: ref(skill), level: required, importance };
      yield { kind: 'requirements', item };
    }
  }
  return { said: saidOf(steps), refused: [], items: items() };
}

async function occupationsOf(
  folder: SeedFolder,
  rows: readonly Row[],
): Promise<Map<string, { name: string; description?: string }>> {
  const titled = new Map(rows.map((row) => [row.get('O*NET-SOC Code'), { name: row.get('Title') }]));
  const untitled = [...titled.values()].some(({ name }) => name === '');
  if (!untitled) return titled;
  const about = await folder.rows(
    /^Occupation[ _]Data\.txt$/u,
    ['O*NET-SOC Code', 'Title', 'Description'],
    tabs,
  );
  const described = new Map(
    about.map((row) => [
      row.get('O*NET-SOC Code'),
      { name: row.get('Title'), description: row.get('Description') },
    ]),
  );
  const missing = [...titled.keys()].find((code) => !described.has(code));
  if (missing !== undefined)
    throw new SeedError(
      `Occupation Data.txt does not know occupation ${missing} of the Skills file: take both from one release.`,
    );
  return new Map([...described].filter(([code]) => titled.has(code)));
}

/** Importance and level of each skill for each occupation; what O*NET calls not relevant or unreliable is left out. */
function ratingsOf(rows: readonly Row[]): Rated[] {
  const rated = new Map<string, Rated>();
  for (const row of rows) {
    if (row.get('Recommend Suppress') === 'Y' || row.get('Not Relevant') === 'Y') continue;
    const [occupation, skill] = [row.get('O*NET-SOC Code'), row.get('Element ID')];
    const key = `${occupation} ${skill}`;
    const one = rated.get(key) ?? { occupation, skill };
    rated.set(key, one);
    if (row.get('Scale ID') === 'IM') one.importance = Number(row.get('Data Value'));
    if (row.get('Scale ID') === 'LV') one.level = Number(row.get('Data Value'));
  }
  return [...rated.values()];
}

function saidOf(steps: readonly Step[]): string[] {
  const stated = [...steps].reverse().map(({ from, level }) => `from ${String(from)} on ${String(level)}`);
  return [
    'Skills and occupations of O*NET, U.S. Department of Labor, Employment and Training Administration (CC BY 4.0).',
    steps.length > 0
      ? `Levels are yours (of O*NET's scale of 0 to 7: ${stated.join(', ')}); importance is O*NET's, 1 to 5.`
      : "Occupations come without requirements: O*NET's levels are no probabilities. Say what they are to mean, like --levels 2:0.4,3.5:0.6,5:0.8, to bring those in.",
  ];
}
