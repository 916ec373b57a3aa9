import type { ApiProcess } from './kit/process';
import { endProcesses, startProcess } from './kit/process';
import { answer, buildGraph, day, parts, recordAll, type TestGraph } from './kit/graph';
import { asks } from './kit/http';
import { triesWhole } from './kit/sampling';

/** A tenth of the answers on a small heap, or all of them on the one that `npm start` has. */
const [answers, settings] = triesWhole() ? [1_000, {}] : [100, { NODE_OPTIONS: '--max-old-space-size=160' }];
const people = 20;
const requests = 64;

const EXPLANATIONS = `
  query ($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Person {
        mastery(first: 1) { nodes { explanation { changes { summary version { prompt } } } } }
      }
    }
  }`;

let api: ApiProcess;
let graph: TestGraph;
beforeAll(async () => {
  api = await startProcess(undefined, settings);
  graph = await buildGraph(api.admin, { people, skills: 1, questionsPerSkill: 1 });
  const [question] = graph.questions;
  const { errors } = await api.admin.ask(
    'mutation ($items: [QuestionInput!]!) { saveQuestions(items: $items) { errors { message } } }',
    {
      items: [{ ...question!.reference, prompt: 'x'.repeat(10_000), skills: [graph.skills[0]!.reference] }],
    },
  );
  expect(errors).toBeUndefined();
  const items = Array.from({ length: people * answers }, (_, index) =>
    answer(graph, index % people, 0, { at: day(Math.floor(index / people) / 100) }),
  );
  for (const part of parts(items)) await recordAll(api.admin, part);
});
afterAll(endProcesses);

/** The status of an answer that is read to its end and kept nowhere; 0 where the connection broke. */
async function statusOf(query: string, variables?: object): Promise<number> {
  try {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.token}` },
      ...asks(query, variables),
    });
    const reader = response.body!.getReader();
    while (!(await reader.read()).done);
    return response.status;
  } catch {
    return 0;
  }
}

it('the heaviest reads at a time end in answers and refusals, never the process', async () => {
  const ids = graph.people.map(({ id }) => id);
  const statuses = await Promise.all(Array.from({ length: requests }, () => statusOf(EXPLANATIONS, { ids })));
  const counted = (status: number) => statuses.filter((one) => one === status).length;
  expect(counted(200)).toBeGreaterThan(0);
  expect(counted(503)).toBeGreaterThan(0);
  expect(counted(200) + counted(503)).toBe(requests);
  expect(await statusOf('{ viewer { role } }')).toBe(200);
  expect(await statusOf(EXPLANATIONS, { ids: ids.slice(0, 2) })).toBe(200);
}, 300_000);
