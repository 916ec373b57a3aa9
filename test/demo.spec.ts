import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { statement } from '../src/graph/driver/statement';
import { externalKey } from '../src/shared/ids';
import { clientOf } from './kit/client';
import { CommandInstallation, saidBy } from './kit/command';
import { triesWhole } from './kit/sampling';

const course = resolve(__dirname, '../../shared/data/probability-course');

let installation: CommandInstallation;
beforeAll(async () => {
  installation = await CommandInstallation.open();
});
afterAll(() => installation.close());

const COUNT_ANSWERS = statement<{ answers: number; people: number }>(
  'spec.countDemoAnswers',
  `MATCH (person:Person)<-[:BY]-(answer:Answer) WHERE answer.id STARTS WITH $prefix
   RETURN count(answer) AS answers, count(DISTINCT person) AS people`,
);
const COUNT_ALL = statement<{ nodes: number; relationships: number }>(
  'spec.countAll',
  `MATCH (node) WHERE NOT node:Attempt|Lane|Change WITH count(node) AS nodes
   MATCH ()-[relationship]->() RETURN nodes, count(relationship) AS relationships`,
);

/** What the demo says it did: people, questions, answers recorded and answers that were there. */
function told(stdout: string): number[] {
  const line =
    /^(\d+) people, (\d+) questions; (\d+) answers recorded, (\d+) were there already[.]$/m.exec(stdout) ??
    [];
  return line.slice(1).map(Number);
}

it('the demo loads simulated people, says so, stays up with a link to GraphiQL whose token and ids hold, and adds nothing when it is run again', async () => {
  const { database } = installation;
  const child = installation.launch(['demo']);
  const { found, all } = await saidBy(child, /^(http\S+\/graphiql#\S+)\n/m);
  const [people, questions, recorded, there] = told(all);
  expect(all).toMatch(/simulated/i);
  expect([people! > 50, questions! > 10, recorded! > 1_000, there]).toEqual([true, true, true, 0]);
  const [counted] = await database.query(COUNT_ANSWERS, { prefix: externalKey('answer', 'demo', '') });
  expect(counted!.answers).toBe(recorded);

  const link = new URL(found);
  expect((await fetch(link)).status).toBe(200);
  const { token, ...ids } = Object.fromEntries(new URLSearchParams(link.hash.slice(1)));
  const { data } = await clientOf(new URL('/graphql', link).href, token!).ask(
    `query ($person: ID!, $project: ID!, $team: ID!) {
       person(id: $person) { name } project(id: $project) { name } team(id: $team) { name }
     }`,
    ids,
  );
  const named = { name: expect.stringMatching(/./) };
  expect(data).toEqual({ person: named, project: named, team: named });
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);

  const [before] = await database.query(COUNT_ALL);
  const again = await installation.inProcess(['demo', '--once']);
  expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('Error')]);
  expect(told(again.stdout)).toEqual([people, questions, 0, recorded]);
  expect((await database.query(COUNT_ALL))[0]).toEqual(before);
  expect(again.stdout).not.toContain('/graphiql');
}, 240_000);

const BY_QUESTION = statement<{
  question: string;
  answers: number;
  people: number;
  right: number;
  empty: number;
}>(
  'spec.answersByQuestion',
  `MATCH (person:Person)<-[:BY]-(answer:Answer)-[:TO]->(:QuestionVersion)<-[:HAS_VERSION]-(question:Question)
   WHERE answer.id STARTS WITH $prefix
   MATCH (outside:OutsideId)-[:IDENTIFIES]->(question)
   RETURN outside.key AS question, count(answer) AS answers, count(DISTINCT person) AS people,
          avg(answer.score) AS right, sum(CASE WHEN answer.response IS NULL THEN 1 ELSE 0 END) AS empty
   ORDER BY question`,
);
const RESPONSES = statement<{ id: string; score: number; response: string | null }>(
  'spec.demoResponses',
  `MATCH (answer:Answer) WHERE answer.id STARTS WITH $prefix
   RETURN answer.id AS id, answer.score AS score, answer.response AS response`,
);

/** .ci/run loads it as well, and says how much there was. */
const realCourse = triesWhole() && existsSync(course) ? describe : describe.skip;
realCourse(
  'demo --once --from the real course (in the long form, where ../shared/data/probability-course is there)',
  () => {
    type Row = Readonly<Record<string, string>>;
    const csv = (name: string): Row[] => parse(readFileSync(join(course, name), 'utf8'), { columns: true });

    it('holds, question by question, the answers, people and share of right answers of the files', async () => {
      const { code, stdout } = await installation.inProcess(['demo', '--once', '--from', course]);
      expect(code).toBe(0);
      expect(told(stdout)).toEqual([504, 24, 10_188, 0]);

      const responses = csv('responses_long.csv');
      const given = new Map(csv('probability_wide.csv').map((row) => [row['case'], row]));
      const valueOf = (row: Row) => given.get(row['case'])?.[row['question_id']!] ?? '';
      const questions = [...new Set(responses.map((row) => row['question_id']!))].sort();
      const expected = questions.map((id) => {
        const rows = responses.filter((row) => row['question_id'] === id);
        const right = rows.filter((row) => row['correct'] === '1').length;
        return {
          question: externalKey('Question', 'probability-course', id),
          answers: rows.length,
          people: new Set(rows.map((row) => row['case'])).size,
          right: expect.closeTo(right / rows.length, 12),
          empty: rows.filter((row) => valueOf(row) === '').length,
        };
      });
      const prefix = externalKey('answer', 'probability-course', '');
      expect(await installation.database.query(BY_QUESTION, { prefix })).toEqual(expected);
      expect(expected.reduce((sum, { answers }) => sum + answers, 0)).toBe(10_188);
      expect(await installation.database.query(COUNT_ANSWERS, { prefix })).toEqual([
        { answers: 10_188, people: 504 },
      ]);

      const stored = await installation.database.query(RESPONSES, { prefix });
      const byId = new Map(stored.map(({ id, score, response }) => [id, [score, response]]));
      const wrong = responses.filter((row) => {
        const [score, response] = byId.get(`${prefix}${row['case']!} ${row['question_id']!}`) ?? [];
        return score !== Number(row['correct']) || response !== (valueOf(row) || null);
      });
      expect(wrong).toEqual([]);
    }, 240_000);
  },
);
