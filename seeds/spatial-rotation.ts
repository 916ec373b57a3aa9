import { noOrganisation, type AnswerSeed, type Dataset } from './dataset';
import { SeedFolder } from './files';
import { itemsOf, type Seed } from './items';

/** Synthetic: the first session; each later one a day after. */
const begin = Date.UTC(2016, 0, 4, 9);
const day = 86_400_000;
const skillColumns = ['skill1', 'skill2', 'skill3', 'skill4'];

/**
 * Reads the test of spatial rotation (R package hmcdm): 350 people answer 50 questions in five sessions, with learning
 * between them, and the seconds of each answer. Its four skills have no names.
 */
async function readDataset(directory: string): Promise<{ dataset: Dataset; refused: string[] }> {
  const folder = await SeedFolder.open(directory, 'responses_long.csv and q_matrix.csv');
  const items = await folder.rows('q_matrix.csv', ['item', ...skillColumns]);
  const rows = await folder.rows('responses_long.csv', [
    'subject',
    'time_point',
    'item',
    'correct',
    'response_time_s',
  ]);
  const refused: string[] = [];
  const clock = new Map<string, number>();
  const answers = rows.flatMap((row): AnswerSeed | [] => {
    const [person, session, question] = [row.get('subject'), row.get('time_point'), row.get('item')];
    const [correct, seconds] = [row.get('correct'), Number(row.get('response_time_s'))];
    if (!/^[01]$/u.test(correct) || !(Number(session) > 0) || !(seconds >= 0)) {
      refused.push(
        `${row.file}, line ${String(row.line)}: correct, time_point or response_time_s cannot be read`,
      );
      return [];
    }
    const responseMs = Math.round(seconds * 1_000);
    const passed = (clock.get(`${person} ${session}`) ?? 0) + responseMs;
    clock.set(`${person} ${session}`, passed);
    return {
      id: `${person} ${session} ${question}`,
      person,
      question,
      score: correct === '1' ? 1 : 0,
      response: null,
      responseMs,
      attempt: 1,
      sitting: `session-${session}`,
      at: new Date(begin + (Number(session) - 1) * day + passed).toISOString(),
    };
  });
  const people = [...new Set(answers.map(({ person }) => person))];
  const dataset: Dataset = {
    ...noOrganisation,
    source: 'spatial-rotation',
    skills: [
      { id: 'spatial-rotation', name: 'spatial rotation', broader: [] },
      ...skillColumns.map((id, index) => ({
        id,
        name: `spatial rotation, skill ${String(index + 1)}`,
        broader: ['spatial-rotation'],
      })),
    ],
    questions: items.map((row) => ({
      id: row.get('item'),
      prompt: `Spatial rotation, question ${row.get('item')}`,
      skills: skillColumns.filter((column) => row.get(column) === '1'),
      problem: row.get('item'),
    })),
    people: people.map((id) => ({ id, name: `Subject ${id}` })),
    answers,
  };
  return { dataset, refused };
}

export async function readSeed(directory: string): Promise<Seed> {
  const { dataset, refused } = await readDataset(directory);
  const said = [
    'Subjects of a test of spatial rotation, pseudonymous (R package hmcdm, GPL-2 or later).',
    'Synthetic: the dates, one session a day; within a session the recorded seconds put answers one after the other.',
    'Its skills have no names in the data.',
  ];
  return { said, refused, items: itemsOf(dataset) };
}
