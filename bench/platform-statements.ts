import { hash, randomUUID } from 'node:crypto';
import { seededUniforms } from '../src/estimators/random';
import { statement } from '../src/graph/driver/statement';
import type { BenchInstallation } from './installation';
import { bodyOf, measure, poster } from './load';
import { round3, say } from './say';

const [clients, batch, people, questions] = [4, 500, 2_000, 20];
export const home = 'https://lms.example.org';
export const questionId = (number: number): string => `${home}/questions/${String(number)}`;

const SAVE = `mutation ($people: [PersonInput!]!, $skills: [SkillInput!]!, $questions: [QuestionInput!]!) {
  savePeople(items: $people) { errors { message } }
  saveSkills(items: $skills) { errors { message } }
  saveQuestions(items: $questions) { errors { message } }
}`;

/**
 * Answers sent as statements to /xapi in batches of 500, 4 clients, each of which moves the level of who answered: until
 * the answer of the door the statement is kept, its evidence recorded and the edge moved.
 */
export async function measureStatements(
  send: SendStatements,
  batchesOfEach: number,
): Promise<{ readonly perSecond: number; readonly p50: number; readonly p99: number }> {
  const random = seededUniforms(11);
  const whole = (below: number): number => Math.floor(random() * below);
  let made = 0;
  const answered = (): object => {
    made++;
    return {
      id: randomUUID(),
      actor: { account: { homePage: home, name: String(whole(people)) } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: questionId(whole(questions)) },
      result: { success: random() < 0.7, response: 'a', duration: 'PT12S' },
      timestamp: new Date(Date.UTC(2026, 0, 1) + made * 1_000).toISOString(),
    };
  };
  const round = (batches: number): ReturnType<typeof measure> => {
    const calls = Array.from({ length: clients }, () =>
      Array.from({ length: batches }, () => {
        const body = JSON.stringify(Array.from({ length: batch }, answered));
        return async () => {
          await send(body);
        };
      }),
    );
    return measure(calls);
  };
  await round(2);
  const measured = await round(batchesOfEach);
  const perSecond = round3(measured.perSecond * batch);
  say(
    `statements through xAPI, batches of 500, 4 clients, each moving a level: ${perSecond.toFixed(0)} a second, p50 ${measured.p50.toFixed(0)} ms, p99 ${measured.p99.toFixed(0)} ms.`,
  );
  return { perSecond, p50: round3(measured.p50), p99: round3(measured.p99) };
}

const ADD_PLATFORM = statement('bench.platform', `CREATE (platform:Platform) SET platform = $platform`);

/** Posts statements of the platform; rejects where they are refused. */
export type SendStatements = (body: string) => Promise<void>;

/** Lets a platform in, as `npm run platform` does, with people and questions that its statements are about. */
export async function openPlatform(installation: BenchInstallation): Promise<SendStatements> {
  const send = await letIn(installation);
  await saveCourse(installation);
  return send;
}

async function letIn({ database, url }: BenchInstallation): Promise<SendStatements> {
  const [key, secret] = ['bench', randomUUID()];
  const platform = {
    name: 'bench',
    key,
    secretHash: hash('sha256', secret, 'hex'),
    homePage: home,
    createdAt: 0,
  };
  await database.transaction((tx) => tx.query(ADD_PLATFORM, { platform }));
  const headers = {
    authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'x-experience-api-version': '1.0.3',
    'content-type': 'application/json',
  };
  const address = new URL('/xapi/statements', url);
  return async (body) => {
    const response = await fetch(address, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
  };
}

async function saveCourse({ url, token }: BenchInstallation): Promise<void> {
  const post = poster(url, token);
  const all = Array.from({ length: people }, (_, number) => ({
    source: home,
    id: String(number),
    name: `learner ${String(number)}`,
  }));
  const skill = { source: 'bench', id: 'xapi' };
  for (let first = 0; first < people; first += 1_000)
    await post(
      bodyOf(SAVE, {
        people: all.slice(first, first + 1_000),
        skills: [{ ...skill, name: 'what the statements are about' }],
        questions: Array.from({ length: questions }, (_, number) => ({
          source: 'xapi:bench',
          id: questionId(number),
          prompt: `Question ${String(number)}?`,
          skills: [skill],
        })),
      }),
    );
}
