import { seededUniforms } from '../src/estimators/random';
import type { RandomGraph } from './random-graph';

export const RECORD = `mutation ($items: [AnswerInput!]!) {
  recordAnswers(items: $items) { recorded duplicates errors { index code message } }
}`;

/** By numbers of a random graph. */
export interface SentAnswer {
  readonly id: string;
  readonly person: number;
  readonly question: number;
  readonly score: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Batches of answers, each client's about its own people and skills they have; ids never repeat. */
export function answerSource(
  graph: RandomGraph,
  clients: number,
  batch: number,
): (client: number) => SentAnswer[] {
  const random = seededUniforms(7);
  let prepared = 0;
  const share = Math.floor(graph.people.length / clients);
  return (client) =>
    Array.from({ length: batch }, () => {
      prepared++;
      const person = client * share + Math.floor(random() * share);
      const skills = graph.skillsOf[person] ?? [];
      return {
        id: String(prepared).padStart(9, '0'),
        person,
        question: skills[Math.floor(random() * skills.length)] ?? 0,
        score: random() < 0.6 ? 1 : 0,
        at: Date.UTC(2026, 1, 1) + prepared * 1_000,
      };
    });
}

/** As recordAnswers takes them. */
export function itemsOf(answers: readonly SentAnswer[]): object[] {
  return answers.map(({ id, person, question, score, at }) => ({
    source: 'bench',
    id,
    person: { source: 'bench', id: String(person) },
    question: { source: 'bench', id: String(question) },
    score,
    at: new Date(at).toISOString(),
  }));
}
