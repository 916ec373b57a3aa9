import { diagnoseQuestions, type QuestionDiagnosis } from '../../src/estimators/content-diagnosis';
import { diagnosePages } from '../../src/estimators/page-diagnosis';
import { say } from '../say';
import { figure, tableLines } from '../mastery/table';
import { examNames, isThere, readExam, type ExamName } from './exams';
import { plantedExam } from './planted-keys';
import { faults, simulatedCourse } from './simulated-course';
import { pageFaults, simulatedPages } from './simulated-pages';
import { Tally, type Told, type TallyResult } from './tally';

/** Exams and how many of their people and questions are drawn; fewer repetitions of what takes long. */
const drawnExams: readonly { name: ExamName; people: number; questions: number; repetitions: number }[] = [
  { name: 'medical', people: 60, questions: 100, repetitions: 2 },
  { name: 'medical', people: 200, questions: 100, repetitions: 2 },
  { name: 'medical', people: 600, questions: 100, repetitions: 1 },
  ...[60, 200, 600].map((people) => ({ name: 'medical' as const, people, questions: 20, repetitions: 5 })),
  ...[60, 200, 600].map((people) => ({
    name: 'homeostasis' as const,
    people,
    questions: 20,
    repetitions: 5,
  })),
];
const shareOfWrongKeys = 0.1;
const simulatedPeople = [8, 30, 100, 400, 2_000] as const;

/** How much more of everything a long run does. */
const longer = 10;

/** Finds wrong keys that were planted in real exams, where they are on this machine. */
export async function plantedKeys(long: boolean): Promise<Record<string, TallyResult>> {
  const results: Record<string, TallyResult> = {};
  for (const name of examNames) {
    if (!isThere(name)) {
      say(`The exam ${name} is not there: put it into ../shared/data/exams.`);
      continue;
    }
    const exam = await readExam(name);
    for (const drawn of drawnExams.filter((one) => one.name === name)) {
      const tally = new Tally();
      for (let seed = 1; seed <= drawn.repetitions * (long ? longer : 1); seed++) {
        const { answers, planted } = plantedExam(exam, { ...drawn, share: shareOfWrongKeys, seed });
        tally.add(toldOf(diagnoseQuestions(answers)), (question) => ({
          fault: planted.has(question) ? 'WRONG_KEY' : undefined,
          key: planted.get(question),
        }));
      }
      results[`${name} ${drawn.people} x ${drawn.questions}`] = tally.result();
    }
  }
  if (Object.keys(results).length > 0) sayTable('Wrong keys planted in real exams', results);
  return results;
}

/** Finds what was planted in simulated courses, with the option that was chosen and with scores alone. */
export function simulatedCourses(long: boolean): Record<string, TallyResult> {
  const results: Record<string, TallyResult> = {};
  for (const withOptions of [true, false]) {
    for (const people of simulatedPeople) {
      const tally = new Tally();
      const repetitions = (people > 100 ? 1 : 3) * (long ? longer : 1);
      for (let seed = 1; seed <= repetitions; seed++) {
        const { answers, faults: planted, keys } = simulatedCourse(people, seed, withOptions);
        tally.add(toldOf(diagnoseQuestions(answers)), (question) => ({
          fault: planted.get(question),
          key: withOptions ? keys.get(question) : undefined,
        }));
      }
      results[`${people} people, ${withOptions ? 'options' : 'scores'}`] = tally.result();
    }
  }
  sayTable('Simulated courses', results);
  sayKinds(faults, results);
  return results;
}

/** Finds pages at fault in simulated modules by what people did there, and gaps of those who did. */
export function simulatedModules(long: boolean): Record<string, TallyResult> {
  const results: Record<string, TallyResult> = {};
  for (const people of simulatedPeople) {
    const tally = new Tally();
    const repetitions = (people > 400 ? 2 : 6) * (long ? longer : 1);
    for (let seed = 1; seed <= repetitions; seed++) {
      const { pages, faults: planted } = simulatedPages(people, seed);
      tally.add(
        diagnosePages(pages).map((one) => ({ ...one, id: one.page })),
        (page) => ({ fault: planted.get(page), key: undefined }),
      );
    }
    results[`${people} people, pages`] = tally.result();
  }
  sayTable('Pages of simulated modules', results);
  sayKinds(pageFaults, results);
  return results;
}

function sayKinds(planted: readonly string[], results: Readonly<Record<string, TallyResult>>): void {
  const rows = Object.entries(results);
  for (const line of tableLines([
    ['found, and the kind named, of those planted', ...planted],
    ...rows.map(([name, { kinds }]) => [
      name,
      ...planted.map((fault) => {
        const { found = 0, kind_named = 0, planted: all = 0 } = kinds[fault] ?? {};
        return `${found}, ${kind_named} of ${all}`;
      }),
    ]),
  ]))
    say(line);
  for (const line of tableLines([
    ['of each kind told: said, a problem, of that kind', ...planted],
    ...rows.map(([name, { told_kinds }]) => [
      name,
      ...planted.map((fault) => {
        const of = told_kinds[fault];
        if (!of) return '';
        const shares = [of.said, of.true, of.kind_true].map((share) => figure(share, 2));
        return `${shares.join(', ')} of ${of.told}`;
      }),
    ]),
  ]))
    say(line);
}

function toldOf(diagnoses: readonly QuestionDiagnosis[]): Told[] {
  return diagnoses.map((one) => ({ ...one, id: one.question }));
}

function sayTable(title: string, results: Readonly<Record<string, TallyResult>>): void {
  const rows = Object.entries(results).map(([name, result]) => [
    name,
    ...[result.precision, result.recall, result.false_alarms, result.key_named, result.undecided].map(
      (value) => figure(value, 3),
    ),
    result.calibration
      .map(({ said, true: right, problems }) => `${figure(said, 2)}: ${figure(right, 2)} of ${problems}`)
      .join(', '),
  ]);
  const header = ['precision', 'recall', 'false alarms', 'key named', 'undecided', 'said: true'];
  for (const line of tableLines([[title, ...header], ...rows])) say(line);
}
