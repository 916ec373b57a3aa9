import type { TestApp } from './app';
import type { Client } from './client';
import { answer, buildGraph, day, recordAll, type TestGraph } from './graph';
import { SAVE_QUESTIONS } from './operations';

/** The sizes that must cost the same. */
export const sizes = [1, 10, 100] as const;
export const most = 100;

/** One for each item of the largest size. */
export const each = <Item>(make: (index: number) => Item) =>
  Array.from({ length: most }, (_, index) => make(index));

/** As many people, skills and questions: each question assesses two skills, each person has answered three. */
export async function buildAnswered(admin: Client): Promise<TestGraph> {
  const graph = await buildGraph(admin, { people: most, skills: most, questionsPerSkill: 1 });
  const { saveQuestions } = await admin.get(SAVE_QUESTIONS, {
    items: each((index) => ({
      ...graph.questions[index]!.reference,
      skills: [index, (index + 1) % most].map((skill) => graph.skills[skill]!.reference),
    })),
  });
  expect(saveQuestions.errors).toEqual([]);
  await recordAll(
    admin,
    [0, 1, 2].flatMap((step) =>
      each((index) => answer(graph, index, (index + step) % most, { score: step / 2, at: day(step) })),
    ),
  );
  return graph;
}

/** Names of the statements that one request runs, in alphabetical order. */
async function statementsOf(app: TestApp, request: () => Promise<unknown>): Promise<string[]> {
  app.forget();
  await request();
  return [...app.statements].sort();
}

/** Runs a request in all three sizes, the smallest first. */
export async function inAllSizes(
  app: TestApp,
  request: (size: number) => Promise<unknown>,
): Promise<string[][]> {
  const ran: string[][] = [];
  for (const size of sizes) ran.push(await statementsOf(app, () => request(size)));
  return ran;
}
