import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seeds } from '../../seeds/seeds';
import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { InstallationError } from '../../src/shared/errors';
import { simulatedDrill } from './simulated-drill';
import { simulatedTutor } from './simulated-tutor';
import { statisticsPractice, unordered } from './statistics-practice';

const data = join(__dirname, '../../../shared/data');

/** Folders of real answers, by the name of the seed that reads them. */
const folders: Readonly<Record<string, string>> = {
  mathe: 'mathe-quizzes',
  'spatial-rotation': 'spatial-rotation',
  'probability-course': 'probability-course',
};

export const dataSetNames = Object.keys(folders);

/** What is read otherwise: practice, where people answer the same questions again and again. */
const practice: Readonly<Record<string, () => Promise<LoggedAnswer[]>>> = {
  'statistics-practice': () => statisticsPractice(data),
  'statistics-practice-unordered': async () => unordered(await statisticsPractice(data)),
  'simulated-drill': () => Promise.resolve(simulatedDrill()),
  'simulated-tutor': () => Promise.resolve(simulatedTutor()),
};

/** Whether the data of a set are on this machine. */
export function isThere(name: string): boolean {
  return existsSync(join(data, folders[name] ?? ''));
}

interface Reference {
  readonly id: string;
}

/** The answers of a data set, those of each person in their order. Throws InstallationError where it is not there. */
export async function readDataSet(name: string): Promise<LoggedAnswer[]> {
  const readPractice = practice[name];
  if (readPractice) return readPractice();
  const [folder, seed] = [folders[name], seeds[name]];
  if (folder === undefined || !seed) {
    const names = [...dataSetNames, ...Object.keys(practice)];
    throw new InstallationError(`There is no data set "${name}": use one of ${names.join(', ')}.`);
  }
  const directory = join(data, folder);
  if (!existsSync(directory))
    throw new InstallationError(
      `The data set ${name} is not there: put it into ../shared/data/${folder}, or name two files of answers.`,
    );
  const skillsOf = new Map<string, readonly string[]>();
  const answers: LoggedAnswer[] = [];
  for (const { kind, item } of (await seed.read(directory, {})).items) {
    if (kind === 'questions') {
      const { id, skills } = item as unknown as Reference & { skills: readonly Reference[] };
      skillsOf.set(
        id,
        skills.map((skill) => skill.id),
      );
    } else if (kind === 'answers') answers.push(answerOf(item as unknown as AnswerItem, skillsOf));
  }
  return answers;
}

interface AnswerItem {
  readonly person: Reference;
  readonly question: Reference;
  readonly score: number;
  readonly sitting: string;
  readonly at: string;
}

const millisecondsPerDay = 86_400_000;

/** Attempts are counted by the log, in the order of the answers here. */
function answerOf(item: AnswerItem, skillsOf: ReadonlyMap<string, readonly string[]>): LoggedAnswer {
  return {
    person: item.person.id,
    question: item.question.id,
    skills: skillsOf.get(item.question.id) ?? [],
    score: item.score,
    day: Date.parse(item.at) / millisecondsPerDay,
    session: item.sitting,
  };
}
