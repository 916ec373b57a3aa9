import { once } from 'node:events';
import { seededUniforms } from '../../src/estimators/random';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { launchCommand } from '../../test/kit/process';
import { openBench } from '../installation';
import { measure, poster } from '../load';
import { round3, say } from '../say';
import type { Bench } from '../run';

const batch = 1_000;
const clients = 4;
const answersEach = 100;
const skills = 100;
const questionsPerSkill = 20;

/**
 * Loads a generated graph of so many answers (1,000,000 where no number is given; `--short` 20,000), 100 of each person on
 * 2,000 questions of 100 skills, then times `npm run calibrate`, `npm run rebuild` and a dry run, each in a process of its
 * own, beside an API that goes on serving; the rebuild has to find every state as it was.
 */
export const bench: Bench = async (words) => {
  const given = words.find((word) => /^\d+$/u.test(word));
  const wanted = given === undefined ? (words.includes('--short') ? 20_000 : 1_000_000) : Number(given);
  const people = Math.max(20, Math.round(wanted / answersEach));
  const answers = people * answersEach;
  const installation = await openBench();
  try {
    const post = poster(installation.url, installation.token);
    const loading = await load(post, people);
    say(`Loaded ${figure(answers)} answers of ${figure(people)} people: ${loading.toFixed(0)} s.`);
    const run = async (name: string, ...more: string[]): Promise<Ran> => {
      const ran = await runCommand(installation.embedded, name, more);
      say(`npm run ${[name, ...more].join(' ')}: ${ran.seconds.toFixed(1)} s. ${ran.said}`);
      return ran;
    };
    const dryRun = await run('calibrate', '--dry-run');
    const calibrate = await run('calibrate');
    const rebuild = await run('rebuild');
    if (!rebuild.said.includes('mastery of 0 differed')) throw new Error(rebuild.said);
    return {
      answers,
      people,
      dryRunSeconds: round3(dryRun.seconds),
      calibrateSeconds: round3(calibrate.seconds),
      calibratedPerSecond: round3(answers / calibrate.seconds),
      rebuildSeconds: round3(rebuild.seconds),
      rebuiltPerSecond: round3(answers / rebuild.seconds),
    };
  } finally {
    await installation.close();
  }
};

type Post = ReturnType<typeof poster>;

const named = (id: string) => ({ source: 'bench', id });

/** Saves the graph and records the answers, through the API; gives the seconds. */
async function load(post: Post, people: number): Promise<number> {
  const start = performance.now();
  await send(
    post,
    'savePeople',
    'PersonInput',
    numbered(people, (id) => ({ ...named(id), name: `P ${id}` })),
  );
  await send(
    post,
    'saveSkills',
    'SkillInput',
    numbered(skills, (id) => ({ ...named(id), name: `S ${id}` })),
  );
  const questions = numbered(skills * questionsPerSkill, (id) => ({
    ...named(id),
    prompt: `Question ${id}?`,
    skills: [named(String(Number(id) % skills))],
  }));
  await send(post, 'saveQuestions', 'QuestionInput', questions);
  let some: object[] = [];
  for (const answer of answersOf(people)) {
    if (some.push(answer) < 50 * batch) continue;
    await send(post, 'recordAnswers', 'AnswerInput', some);
    some = [];
  }
  await send(post, 'recordAnswers', 'AnswerInput', some);
  return (performance.now() - start) / 1_000;
}

function numbered<Item>(count: number, itemOf: (id: string) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => itemOf(String(index)));
}

/** Each person on ten days, ten answers a day, as the Rasch model has them. */
function* answersOf(people: number): Generator<object> {
  const random = seededUniforms(6);
  for (let number = 0; number < people * answersEach; number++) {
    // By time first: four clients write people that are apart.
    const person = number % people;
    const turn = Math.floor(number / people);
    const question = Math.floor(random() * skills * questionsPerSkill);
    const logit = 3 * (person / people - 0.5) - 3 * ((question % 37) / 37 - 0.5);
    yield {
      ...named(String(number)),
      person: named(String(person)),
      question: named(String(question)),
      score: random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0,
      at: new Date(Date.UTC(2025, 0, 1 + 3 * Math.floor(turn / 10)) + turn * 60_000).toISOString(),
    };
  }
}

async function send(post: Post, mutation: string, input: string, items: readonly object[]): Promise<void> {
  const query = `mutation ($items: [${input}!]!) { ${mutation}(items: $items) { errors { message } } }`;
  const bodies = Array.from({ length: Math.ceil(items.length / batch) }, (_, index) =>
    Buffer.from(
      JSON.stringify({ query, variables: { items: items.slice(index * batch, (index + 1) * batch) } }),
    ),
  );
  const calls = Array.from({ length: clients }, (_, client) =>
    bodies
      .filter((_body, index) => index % clients === client)
      .map((body) => async () => {
        await post(body);
      }),
  );
  await measure(calls);
}

interface Ran {
  readonly seconds: number;
  /** The first line of what it printed. */
  readonly said: string;
}

/** Runs the command as npm does; throws where it fails. */
async function runCommand(address: DatabaseAddress, name: string, words: readonly string[]): Promise<Ran> {
  const start = performance.now();
  const child = launchCommand(name, words, address);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.pipe(process.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm run ${name} ended with ${String(code)}.`);
  return { seconds: (performance.now() - start) / 1_000, said: said.split('\n')[0] ?? '' };
}

function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}
