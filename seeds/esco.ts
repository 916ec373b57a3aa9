import { SeedFolder, type Row } from './files';
import type { Seed, SeedItem } from './items';
import { levelIn } from './levels';

const source = 'esco';
const ref = (id: string) => ({ source, id });

const holds = "ESCO's CSV files in English, as its download portal gives them";
/** The names that two releases of ESCO give a file. */
const named = (name: string): RegExp => new RegExp(`^${name}(_en)?\\.csv$`, 'u');

/** The levels that the user states for what ESCO calls essential and optional; what has none is left out. */
export interface EscoLevels {
  readonly essential: string | undefined;
  readonly optional: string | undefined;
}

/** Weights among the requirements of one occupation: ESCO itself ranks the two words and gives no figures. */
const importance = { essential: 1, optional: 0.5 } as const;

const types: Readonly<Record<string, string>> = { 'skill/competence': 'SKILL', knowledge: 'KNOWLEDGE' };

/**
 * Reads ESCO (European Skills, Competences, Qualifications and Occupations; European Commission): skills and their groups
 * with labels and hierarchy, occupations as role templates. Ids are ESCO's URIs.
 */
export async function readSeed(directory: string, given: EscoLevels): Promise<Seed> {
  const levels = {
    essential: levelIn('--essential', given.essential),
    optional: levelIn('--optional', given.optional),
  };
  const folder = await SeedFolder.open(directory, holds);
  const labelled = ['conceptUri', 'preferredLabel', 'altLabels', 'description'];
  const groups = await folder.rows(named('skillGroups'), labelled);
  const skills = await folder.rows(named('skills'), [...labelled, 'skillType']);
  const broader = await folder.rows(named('broaderRelationsSkillPillar'), ['conceptUri', 'broaderUri']);
  const occupations = await folder.rows(named('occupations'), labelled);
  const links = await folder.rows(named('occupationSkillRelations'), [
    'occupationUri',
    'relationType',
    'skillUri',
  ]);

  function* items(): Generator<SeedItem> {
    for (const row of groups) yield skillOf(row, 'GROUP');
    for (const row of skills) yield skillOf(row, types[row.get('skillType')]);
    for (const row of broader) {
      const item = { skill: ref(row.get('conceptUri')), broader: ref(row.get('broaderUri')) };
      yield { kind: 'broaderSkills', item };
    }
    for (const row of occupations) {
      const uri = row.get('conceptUri');
      const item = { source, id: uri, uri, name: row.get('preferredLabel'), ...describedBy(row) };
      yield { kind: 'roleTemplates', item };
    }
    for (const row of links) {
      const relation = row.get('relationType') === 'essential' ? 'essential' : 'optional';
      const level = levels[relation];
      if (level === undefined) continue;
      const [occupation, skill] = [row.get('occupationUri'), row.get('skillUri')];
      const needed = { level, importance: importance[relation] };
      yield { kind: 'requirements', item: { roleTemplate: ref(occupation), skill: ref(skill), ...needed } };
    }
  }
  return { said: saidOf(levels), refused: [], items: items() };
}

function skillOf(row: Row, type: string | undefined): SeedItem {
  const uri = row.get('conceptUri');
  const name = row.get('preferredLabel');
  const synonyms = row
    .get('altLabels')
    .split('\n')
    .map((text) => ({ language: 'en', text: text.trim() }))
    .filter(({ text }) => text !== '');
  const labels = [{ language: 'en', text: name }];
  return {
    kind: 'skills',
    item: { source, id: uri, uri, name, labels, synonyms, ...(type && { type }), ...describedBy(row) },
  };
}

function describedBy(row: Row): { description?: string } {
  const description = row.get('description').trim();
  return description === '' ? {} : { description };
}

function saidOf({
  essential,
  optional,
}: {
  essential: number | undefined;
  optional: number | undefined;
}): string[] {
  const stated = [
    essential !== undefined ? `essential skills at level ${String(essential)} with importance 1` : '',
    optional !== undefined ? `optional skills at level ${String(optional)} with importance 0.5` : '',
  ].filter(Boolean);
  return [
    'Skills and occupations of ESCO, European Commission (reuse with acknowledgement).',
    stated.length > 0
      ? `Occupations require ${stated.join(', and ')}: the levels are yours, ESCO states none.`
      : 'Occupations come without requirements: ESCO says which skills they need and not how well. State --essential LEVEL and --optional LEVEL to bring those in.',
  ];
}
