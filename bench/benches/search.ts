import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { seededUniforms } from '../../src/estimators/random';
import { statement } from '../../src/graph/driver/statement';
import { newKey } from '../../src/shared/ids';
import { withFoldedForms } from '../../src/graph/nouns/folded-forms';
import type { Bench } from '../run';
import { openBench } from '../installation';
import { poster } from '../load';

const esco = join(__dirname, '../../../shared/data/esco/skills_en.csv.gz');
const size = 14_000;

interface Named {
  readonly name: string;
  readonly synonyms: readonly string[];
}

const MAKE_SKILLS = statement(
  'bench.searchedSkills',
  `UNWIND $rows AS row
   CREATE (skill:Skill)
   SET skill = row`,
);

const SEARCH = `query ($query: String!) {
  search(query: $query, types: [SKILL], first: 10) { nodes { score matchedText node { ... on Skill { id name } } } }
}`;

/** ESCO's skills where they are at hand, else names built from syllables. */
async function names(): Promise<Named[]> {
  if (!existsSync(esco)) return madeUp();
  const found: Named[] = [];
  const rows = createReadStream(esco)
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }));
  for await (const row of rows as AsyncIterable<{ preferredLabel: string; altLabels: string }>) {
    found.push({ name: row.preferredLabel, synonyms: row.altLabels.split('\n').filter(Boolean) });
  }
  return found;
}

function madeUp(): Named[] {
  const random = seededUniforms(5);
  const syllables = [
    'ma',
    'nage',
    'de',
    've',
    'lop',
    'per',
    'form',
    'ana',
    'lyse',
    'tech',
    'ni',
    'cal',
    'ser',
    'vice',
  ];
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  const text = (): string => Array.from({ length: 1 + Math.floor(random() * 4) }, word).join(' ');
  return Array.from({ length: size }, () => ({ name: text(), synonyms: [text(), text(), text()] }));
}

/** Types the names of skills, key by key, with a slip now and then: how long each answer takes. */
export const bench: Bench = async (words) => {
  const searches = words.includes('--short') ? 300 : 2_000;
  const installation = await openBench();
  try {
    const skills = await names();
    process.stdout.write(`Searching ${String(skills.length)} skills.\n`);
    const rows = skills.map(({ name, synonyms }) => ({
      id: newKey(),
      ...withFoldedForms('Skill', { name, synonyms }),
    }));
    for (let from = 0; from < rows.length; from += 1_000) {
      await installation.database.transaction((tx) =>
        tx.query(MAKE_SKILLS, { rows: rows.slice(from, from + 1_000) }),
      );
    }
    const post = poster(installation.url, installation.token);
    const random = seededUniforms(9);
    const whole = (below: number): number => Math.floor(random() * below);
    const times: number[] = [];
    for (let number = -100; number < searches; number++) {
      const name = skills[whole(skills.length)]?.name ?? '';
      const typed = name.slice(0, 1 + whole(Math.min(name.length, 25)));
      const at = 1 + whole(typed.length);
      const query = random() < 0.2 ? typed.slice(0, at) + typed.slice(at + 1) : typed;
      const body = Buffer.from(JSON.stringify({ query: SEARCH, variables: { query } }));
      const began = performance.now();
      await post(body);
      if (number >= 0) times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const at = (share: number): number =>
      Number((times[Math.floor(share * times.length)] ?? 0).toPrecision(3));
    process.stdout.write(
      `Searched while typing: p50 ${String(at(0.5))} ms, p95 ${String(at(0.95))} ms (mark: 50).\n`,
    );
    return { skills: skills.length, searches, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  } finally {
    await installation.close();
  }
};
