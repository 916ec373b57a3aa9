import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { decide } from './kit/deciding-operations';
import { doubt } from './kit/doubting';
import { buildGraph, day, parts, record, type Saved, type TestGraph } from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';
import { numberOfRuns } from './kit/sampling';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';

const numberOfPeople = 3;
const numberOfWriters = 3;
/** By position: the skills that each question assesses. */
const questionSkills = [[0], [1], [0, 1]];
const question = fc.nat(questionSkills.length - 1);

const histories = fc.record({
  answers: fc.array(
    fc.record({
      person: fc.nat(numberOfPeople - 1),
      question,
      day: fc.oneof(fc.nat(3), fc.double({ min: -500, max: 30, noNaN: true })),
      attempt: fc.integer({ min: 1, max: 2 }),
      score: fc.constantFrom(0, 0.5, 1),
      response: fc.constantFrom('one', 'other', null),
      writer: fc.nat(numberOfWriters - 1),
    }),
    { minLength: 1, maxLength: 16 },
  ),
  changes: fc.array(
    fc.oneof(
      fc.record({ question, doubted: fc.boolean() }),
      fc.record({ question, day: fc.nat(5), decided: fc.constantFrom('REKEY', 'WITHDRAW', 'KEEP') }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  batchSize: fc.integer({ min: 1, max: 4 }),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

let app: TestApp;
let admin: Client;
let catalogue: TestGraph;
const everybody: Saved[] = [];

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  catalogue = await buildGraph(admin, { skills: 2 });
});
afterAll(() => app.close());

/** People and questions of their own on the skills of the catalogue; ids sort alike under every source. */
async function copy(): Promise<TestGraph> {
  const built = await buildGraph(admin, { people: numberOfPeople });
  const references = questionSkills.map((_, place) => ({ source: built.source, id: `question-${place}` }));
  const { saveQuestions } = await admin.get(SAVE_QUESTIONS, {
    items: references.map((reference, place) => ({
      ...reference,
      prompt: reference.id,
      skills: questionSkills[place]!.map((skill) => catalogue.skills[skill]!.reference),
    })),
  });
  everybody.push(...built.people);
  const questions = references.map((reference, place) => ({
    reference,
    id: saveQuestions.questions[place]!.id,
  }));
  return { ...built, skills: catalogue.skills, questions };
}

function answersOf({ source, people, questions }: TestGraph, { answers }: History) {
  return answers.map(({ person, question: asked, day: at, attempt, score, response }, index) => ({
    source,
    id: `item-${String(index).padStart(3, '0')}`,
    person: people[person]!.reference,
    question: questions[asked]!.reference,
    version: 1,
    ...{ score, response, attempt, at: day(at) },
  }));
}

async function send(items: Parameters<typeof record>[1]): Promise<void> {
  expect((await record(admin, items)).errors).toEqual([]);
}

async function changeInTurn({ source, questions }: TestGraph, changes: History['changes']): Promise<void> {
  for (const [index, change] of changes.entries()) {
    const asked = questions[change.question]!;
    if ('doubted' in change) {
      await doubt(app.database, [asked], change.doubted);
      continue;
    }
    const { decided: decision, day: at } = change;
    const item = {
      ...{ source, id: `decision-${index}`, question: asked.reference, version: 1, at: day(at - 100) },
      ...{ decision, reason: 'a reason', ...(decision === 'REKEY' && { key: 'other' }) },
    };
    expect(await decide(admin, [item])).toMatchObject({ recorded: 1, errors: [] });
  }
}

async function stored({ source, people }: TestGraph) {
  return (await storedOf(app.database, people)).map(({ folded: [at, attempt, id], general, skills }) => ({
    folded: [at, attempt, id?.replace(source, '')],
    general,
    skills,
  }));
}

it('levels are the same, bit for bit, whether questions are doubted and decided about before answers, after or meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const [late, early, anyhow] = [await copy(), await copy(), await copy()];

      await send(answersOf(late, history));
      await changeInTurn(late, history.changes);

      await changeInTurn(early, history.changes);
      for (const one of answersOf(early, history)) await send([one]);

      const answers = answersOf(anyhow, history);
      await Promise.all([
        changeInTurn(anyhow, history.changes),
        ...Array.from({ length: numberOfWriters }, async (_, writer) => {
          const mine = answers.filter((_one, index) => history.answers[index]!.writer === writer);
          for (const batch of parts(mine, history.batchSize)) await send(batch);
        }),
      ]);

      const expected = await stored(late);
      expect(await stored(early)).toEqual(expected);
      expect(await stored(anyhow)).toEqual(expected);
    }),
    { numRuns: numberOfRuns(4, 60) },
  );
}, 180_000);

it('a rebuild from evidence finds every stored state as it was, whatever was decided', async () => {
  const people = [...everybody];
  const before = await storedOf(app.database, people);
  expect(before.flatMap(({ skills }) => skills).length).toBeGreaterThan(10);
  expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(0);
  expect(await storedOf(app.database, people)).toEqual(before);
});
