import { answer, buildGraph, day, parts, recordAll, type TestGraph } from './kit/graph';
import { asks } from './kit/http';
import { endProcesses, startProcess, type ApiProcess } from './kit/process';
import { triesWhole } from './kit/sampling';

/** A fifth of the answers on a small heap, or all of them on the one that `npm start` has. */
const [answers, settings] = triesWhole() ? [1_000, {}] : [200, { NODE_OPTIONS: '--max-old-space-size=160' }];
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
      items: [{ ...question!.reference, prompt: 'x'.repeat(4_000), skills: [graph.skills[0]!.reference] }],
    },
  );
  expect(errors).toBeUndefined();
  const items = Array.from({ length: people * answers }, (_, index) =>
    answer(graph, index % people, 0, { at: day(Math.floor(index / people) / 100) }),
  );
  for (const part of parts(items)) await recordAll(api.admin, part);
}, 300_000);
afterAll(endProcesses);

/** How a request was answered, read to its end and kept nowhere but for its beginning; 'broken' where there was no end. */
async function outcomeOf(query: string, variables?: object): Promise<string> {
  try {
    const { status, body } = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.token}` },
      ...asks(query, variables),
    });
    let beginning = '';
    for await (const part of body!.pipeThrough(new TextDecoderStream()))
      if (beginning.length < 1_000) beginning += part;
    const code = /"code":"(\w+)"/.exec(beginning.slice(0, 1_000))?.[1];
    return [status, ...(code === undefined ? [] : [code])].join(' ');
  } catch {
    return 'broken';
  }
}

it('the heaviest reads at a time end in answers and refusals, never the process', async () => {
  const ids = graph.people.map(({ id }) => id);
  const outcomes = await Promise.all(
    Array.from({ length: requests }, () => outcomeOf(EXPLANATIONS, { ids })),
  );
  expect([...new Set(outcomes)].sort()).toEqual(['200', '503 OVERLOADED']);
  expect(await outcomeOf('{ viewer { role } }')).toBe('200');
  expect(await outcomeOf(EXPLANATIONS, { ids })).toBe('200');
}, 300_000);
