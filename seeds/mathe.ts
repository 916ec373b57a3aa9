import { noOrganisation, type AnswerSeed, type Dataset, type QuestionSeed, type SkillSeed } from './dataset';
import { SeedFolder, type Row } from './files';
import { itemsOf, type Seed } from './items';
import { Random } from './random';

/** Synthetic: the first moment, and how far apart a student's answers are put. */
const begin = Date.UTC(2019, 0, 7, 9);
const apart = 60_000;

/**
 * Reads MathE (UCI 1031, CC BY 4.0): students' answers to questions on topics of mathematics, without times. Its rows are
 * sorted by question, so a student's answers are put into a seeded random order.
 */
async function readDataset(directory: string): Promise<{ dataset: Dataset; refused: string[] }> {
  const folder = await SeedFolder.open(directory, 'MathE.csv');
  const rows = await folder.rows(
    /^MathE.*\.csv$/u,
    ['Student ID', 'Question ID', 'Type of Answer', 'Topic', 'Subtopic'],
    { separator: ';', encoding: 'latin1' },
  );
  const refused: string[] = [];
  const good = rows.filter((row) => {
    const fits = /^[01]$/u.test(row.get('Type of Answer')) && row.get('Student ID') !== '';
    if (!fits)
      refused.push(`${row.file}, line ${String(row.line)}: no student, or an answer neither 0 nor 1`);
    return fits;
  });
  const students = [...new Set(good.map((row) => row.get('Student ID')))];
  const dataset: Dataset = {
    ...noOrganisation,
    source: 'mathe',
    skills: skillsOf(good),
    questions: questionsOf(good),
    people: students.map((id) => ({ id, name: `Student ${id}` })),
    answers: answersOf(good),
  };
  return { dataset, refused };
}

export async function readSeed(directory: string): Promise<Seed> {
  const { dataset, refused } = await readDataset(directory);
  const said = [
    'Students of MathE, pseudonymous (UCI Machine Learning Repository 1031, CC BY 4.0).',
    'Synthetic: the times of answers and their order, which were not recorded; prompts say only which question it was.',
  ];
  return { said, refused, items: itemsOf(dataset) };
}

/** A topic and a subtopic may have the same name. */
function skillOf(row: Row): string {
  return `${row.get('Topic')} / ${row.get('Subtopic')}`;
}

function skillsOf(rows: readonly Row[]): SkillSeed[] {
  const skills = new Map<string, SkillSeed>();
  for (const row of rows) {
    const topic = row.get('Topic');
    skills.set(topic, { id: topic, name: topic, broader: [] });
    const id = skillOf(row);
    skills.set(id, { id, name: row.get('Subtopic'), broader: [topic] });
  }
  return [...skills.values()];
}

function questionsOf(rows: readonly Row[]): QuestionSeed[] {
  const questions = new Map<string, QuestionSeed>();
  for (const row of rows) {
    const id = row.get('Question ID');
    const prompt = `MathE question ${id} on ${row.get('Subtopic')}`;
    questions.set(id, { id, prompt, skills: [skillOf(row)], problem: id });
  }
  return [...questions.values()];
}

function answersOf(rows: readonly Row[]): AnswerSeed[] {
  const asked = new Map<string, number>();
  const given = new Map<string, number>();
  const next = (counts: Map<string, number>, key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  // Attempts are counted in the file's own order, which the ids of answers keep.
  const named = rows.map((row) => {
    const [person, question] = [row.get('Student ID'), row.get('Question ID')];
    return { row, person, question, attempt: next(asked, `${person} ${question}`) };
  });
  return new Random(1031).shuffled(named).map(({ row, person, question, attempt }) => ({
    id: `${person} ${question} ${String(attempt)}`,
    person,
    question,
    score: row.get('Type of Answer') === '1' ? 1 : 0,
    response: null,
    responseMs: null,
    attempt,
    sitting: 'mathe',
    at: new Date(begin + apart * next(given, person)).toISOString(),
  }));
}
