import { resolve } from 'node:path';
import { SeedError, type Client } from './client';
import { placeOf, questionOf, skills } from './course/catalogue';
import { enrolmentOf, moduleOf } from './course/module';
import { madeUpProjects, madeUpTeams } from './course/surroundings';
import { pageViewsOf, visitOf } from './course/visits';
import { problemsPerTest, syntheticTime, testPages } from './course/times';
import { noOrganisation, type AnswerSeed, type Dataset } from './dataset';
import { SeedFolder, type Row } from './files';
import { itemsOf, type Seed } from './items';
import { shownOf, type Seeded } from './seeded';
import { upload, type Progress } from './upload';

const pages = Array.from({ length: 10 }, (_, index) => `time${String(index + 1).padStart(2, '0')}`);
const values = ['p1', 'p2'].flatMap((test) =>
  Array.from({ length: problemsPerTest }, (_, index) => test + String(index + 1).padStart(2, '0')),
);

export interface Course {
  readonly dataset: Dataset;
  /** Rows that could not be read, each with its reason. */
  readonly refused: readonly string[];
}

/**
 * Reads the real course (R package pks, data set `probability`) from a folder. Learners stay pseudonymous: their name is
 * their case id. Teams and projects around them are invented, times of single answers synthetic.
 */
export async function readCourse(directory: string): Promise<Course> {
  const from = await SeedFolder.open(directory, "the course's four CSV files");
  const ofLearner = ['case', 'started', 'learnobj', 'lastpage', ...pages];
  const learners = await from.rows('people_and_page_times.csv', ofLearner);
  const questionRows = await from.rows('questions.csv', ['question_id', 'text']);
  const responses = await from.rows('responses_long.csv', ['case', 'question_id', 'correct']);
  const wide = await from.rows('probability_wide.csv', ['case', ...values]);
  const refused: string[] = [];
  const refuse = ({ file, line }: Row, reason: string): [] => {
    refused.push(`${file}, line ${String(line)}: ${reason}`);
    return [];
  };
  const people = new Map(learners.map((row) => [row.get('case'), row]));
  const given = new Map(wide.map((row) => [row.get('case'), row]));
  const questions = questionRows.flatMap(
    (row) => questionOf(row) ?? refuse(row, 'no question of this course'),
  );
  const asked = new Set(questions.map(({ id }) => id));
  const answers = responses.flatMap((row): AnswerSeed | [] => {
    const [id, question, correct] = [row.get('case'), row.get('question_id'), row.get('correct')];
    const [person, place] = [people.get(id), placeOf(question)];
    if (!person) return refuse(row, `nobody has the case id "${id}"`);
    if (!place || !asked.has(question)) return refuse(row, `there is no question "${question}"`);
    if (correct !== '0' && correct !== '1') return refuse(row, `correct is "${correct}", neither 0 nor 1`);
    const at = syntheticTime(person, testPages[place.test], Number(place.problem));
    if (at === undefined) return refuse(row, `the time at which ${id} started cannot be read`);
    return {
      id: `${id} ${question}`,
      person: id,
      question,
      score: correct === '1' ? 1 : 0,
      response: responseOf(given.get(id), question),
      responseMs: null,
      attempt: 1,
      sitting: `${place.test}-test`,
      at: new Date(at).toISOString(),
    };
  });
  const cases = [...people.keys()];
  const teams = madeUpTeams(cases);
  const dataset: Dataset = {
    ...noOrganisation,
    source: 'probability-course',
    skills,
    questions,
    people: cases.map((id) => ({ id, name: `Learner ${id}` })),
    teams,
    projects: madeUpProjects(teams),
    modules: moduleOf(
      learners,
      questions.map(({ id }) => id),
    ),
    enrolments: learners.flatMap((row) => enrolmentOf(row) ?? []),
    visits: learners.flatMap((row) => visitOf(row) ?? []),
    pageViews: learners.flatMap(pageViewsOf),
    answers,
  };
  return { dataset, refused };
}

/** What was answered; null where the data has nothing, so that '' never counts as an answer. */
function responseOf(row: Row | undefined, question: string): string | null {
  const value = row?.get(question).trim() ?? '';
  return value === '' ? null : value;
}

const origin = [
  'Real learners of an e-learning course on probability, pseudonymous (R package pks, GPL-2 or later).',
  'Made up: the teams and the projects around them, and the titles of pages.',
  "Synthetic: the times of single answers, spread evenly over their test page's seconds in the",
  "order of problem numbers (the real order was not recorded); learners' clocks are taken as UTC+1.",
];

/** Reads the course as items to send. */
export async function readSeed(directory: string): Promise<Seed> {
  const { dataset, refused } = await readCourse(directory);
  return { said: origin, refused, items: itemsOf(dataset) };
}

/** Loads the real course from a folder; run again, it finds its data and adds nothing twice. */
export async function load(client: Client, directory: string, progress: Progress): Promise<Seeded> {
  const { dataset, refused } = await readCourse(directory);
  if (dataset.answers.length === 0) {
    throw new SeedError(
      `${resolve(directory)} holds no answer that can be read: ${refused[0] ?? 'its files are empty'}.`,
    );
  }
  const uploaded = await upload(client, dataset, progress);
  const asOf = justAfter(dataset.answers);
  return {
    ...uploaded,
    failures: [...refused, ...uploaded.failures],
    asOf,
    shown: shownOf('The course', dataset, uploaded, { project: 'project-1', team: 'team-01' }),
    said: [
      ...origin,
      `Figures are as of ${asOf.slice(0, 16).replace('T', ' ')} UTC, just after the last answer; by now they would have faded.`,
    ],
  };
}

const hour = 3_600_000;

/** The full hour after the last answer. */
function justAfter(answers: readonly AnswerSeed[]): string {
  const last = answers.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  return new Date(Math.ceil((last + 1) / hour) * hour).toISOString();
}
