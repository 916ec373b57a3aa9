import type { DiagnosedAnswer } from '../../src/estimators/answered-test';
import { seededUniforms } from '../../src/estimators/random';
import { shuffled } from '../mastery/shuffled';
import type { Exam } from './exams';

/** Part of an exam with wrong keys: answers, and what is known of the questions. */
export interface PlantedExam {
  readonly answers: readonly DiagnosedAnswer[];
  /** The right option of the questions whose stated key is wrong. */
  readonly planted: ReadonlyMap<string, string>;
  readonly questions: readonly string[];
}

/**
 * Draws people and questions of an exam, and moves the key of some of the questions to the wrong option that most of these
 * people chose. The exam's own keys are taken for right.
 */
export function plantedExam(
  exam: Exam,
  { people, questions, share, seed }: { people: number; questions: number; share: number; seed: number },
): PlantedExam {
  const random = seededUniforms(seed);
  const rows = [...shuffled(exam.responses.length, random).slice(0, people)];
  const drawn = [...shuffled(exam.questions.length, random).slice(0, questions)];
  const stated = new Map(drawn.map((index) => [index, exam.key[index]!]));
  const planted = new Map<string, string>();
  for (const at of shuffled(drawn.length, random).slice(0, Math.max(1, Math.round(share * drawn.length)))) {
    const index = drawn[at]!;
    const popular = mostChosen(
      rows
        .map((row) => exam.responses[row]![index]!)
        .filter((response) => response !== '' && response !== exam.key[index]),
    );
    if (popular === undefined) continue;
    planted.set(exam.questions[index]!, exam.key[index]!);
    stated.set(index, popular);
  }
  const answers = rows.flatMap((row) =>
    drawn.map((index): DiagnosedAnswer => {
      const response = exam.responses[row]![index]!;
      const key = stated.get(index)!;
      return {
        person: String(row),
        question: exam.questions[index]!,
        skills: ['exam'],
        score: response === key ? 1 : 0,
        response,
        key,
      };
    }),
  );
  return { answers, planted, questions: drawn.map((index) => exam.questions[index]!) };
}

function mostChosen(responses: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const response of responses) times.set(response, (times.get(response) ?? 0) + 1);
  return [...times].sort(([, left], [, right]) => right - left)[0]?.[0];
}
