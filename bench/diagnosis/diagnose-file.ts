import { resolve } from 'node:path';
import type { DiagnosedAnswer } from '../../src/estimators/answered-test';
import {
  diagnoseQuestions,
  type Diagnosis,
  type QuestionDiagnosis,
} from '../../src/estimators/content-diagnosis';
import { InstallationError } from '../../src/shared/errors';
import { csvCell, openForWriting } from '../csv-file';
import { readAnswerRows } from '../mastery/read-answers';
import { say } from '../say';
import { diagnosedRows } from './diagnosed-row';

/** Diagnoses the questions of one file of answers, and writes a row for each. */
export async function diagnoseFile(
  answersPath: string,
  diagnosesPath: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (resolve(answersPath) === resolve(diagnosesPath))
    throw new InstallationError('Diagnoses would overwrite the answers: name another file for them.');
  const answers: DiagnosedAnswer[] = [];
  const pageOf = new Map<string, string>();
  await readAnswerRows(answersPath, diagnosedRows, ({ answer, page }) => {
    answers.push(answer);
    if (page !== undefined) pageOf.set(answer.question, page);
  });
  const file = await openForWriting(diagnosesPath);
  try {
    const started = performance.now();
    const diagnoses = diagnoseQuestions(answers);
    const seconds = (performance.now() - started) / 1_000;
    await file.write(['question,diagnosis,probability,kind,key\n', ...diagnoses.map(rowOf)].join(''));
    for (const one of diagnoses) if (one.diagnosis !== 'SOUND') say(lineOf(one));
    say(
      `${answers.length} answers to ${diagnoses.length} questions in ${seconds.toFixed(1)} s. Of several answers of one person to one question the first attempt counts.`,
    );
    const pages = pagesOf(diagnoses, pageOf);
    for (const { page, questions, content_problems, probability } of pages)
      say(
        `page ${page}: ${content_problems} of ${questions} questions; a problem with ${probability.toFixed(2)}`,
      );
    const count = (diagnosis: Diagnosis): number =>
      diagnoses.filter((one) => one.diagnosis === diagnosis).length;
    return {
      answers: answers.length,
      questions: diagnoses.length,
      sound: count('SOUND'),
      content_problems: count('CONTENT_PROBLEM'),
      knowledge_gaps: count('KNOWLEDGE_GAP'),
      not_enough_data: count('NOT_ENOUGH_DATA'),
      ...(pages.length > 0 && { pages }),
    };
  } finally {
    await file.close();
  }
}

/** Of each page that the rows name: how many of its questions are said to have a problem, and how probable it is that any has. */
function pagesOf(diagnoses: readonly QuestionDiagnosis[], pageOf: ReadonlyMap<string, string>) {
  return [...new Set(pageOf.values())].sort().map((page) => {
    const own = diagnoses.filter(({ question }) => pageOf.get(question) === page);
    return {
      page,
      questions: own.length,
      content_problems: own.filter(({ diagnosis }) => diagnosis === 'CONTENT_PROBLEM').length,
      probability: 1 - own.reduce((none, one) => none * (1 - ofProblem(one)), 1),
    };
  });
}

/** Probability of a content problem; not more than what is left, where another diagnosis is more probable. */
function ofProblem({ diagnosis, probability }: QuestionDiagnosis): number {
  return diagnosis === 'SOUND' || diagnosis === 'KNOWLEDGE_GAP' ? 1 - probability : probability;
}

function rowOf({ question, diagnosis, probability, kind, key }: QuestionDiagnosis): string {
  return `${[question, diagnosis, probability.toFixed(6), kind ?? '', key ?? ''].map(csvCell).join(',')}\n`;
}

/** A diagnosis and its reasons, for people. */
function lineOf({ question, diagnosis, probability, kind, key, reasons }: QuestionDiagnosis): string {
  const { answers, rightShare, siblingsRightShare, team, since, decidedBy } = reasons;
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return [
    `${question}: ${diagnosis}${kind ? ` ${kind}` : ''} (${probability.toFixed(2)})`,
    `${percent(rightShare)} of ${answers} right`,
    Number.isNaN(siblingsRightShare) ? '' : `${percent(siblingsRightShare)} of the questions beside it`,
    key === undefined ? '' : `likely right: ${key}`,
    team === undefined ? '' : `team: ${team}`,
    since === undefined ? '' : `since ${new Date(since * 86_400_000).toISOString().slice(0, 10)}`,
    decidedBy === undefined ? '' : `would be decided by ${decidedBy}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
