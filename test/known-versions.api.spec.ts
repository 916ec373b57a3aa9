import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { decide } from './kit/deciding-operations';
import { doubt } from './kit/doubting';
import {
  answer,
  buildGraph,
  day,
  masteryOf,
  record,
  recordAll,
  uniqueSource,
  type TestGraph,
} from './kit/graph';
import { MERGE_SKILLS, SPLIT_SKILL } from './kit/merging-operations';
import { SAVE_QUESTIONS } from './kit/operations';
import { DELETE_QUESTIONS } from './kit/revisions';
import { rebuildEverybody } from './kit/stored';
import { otherCalibration, switchTo } from './kit/switching';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const STATE_DIFFICULTIES = graphql(`
  mutation StateDifficulties($items: [DifficultyInput!]!) {
    saveDifficulties(items: $items) {
      done
    }
  }
`);

let own: EmptiedDatabase;
/** Records. */
let app: TestApp;
/** Another server, with its own memory, which changes what is recorded about. */
let other: TestApp;
let admin: Client;
let changing: Client;
let graph: TestGraph;

beforeAll(async () => {
  own = await openEmptiedDatabase();
  const settings = { SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' };
  app = await startApp(settings, own.address);
  other = await startApp(settings, own.address);
  admin = await app.as('admin');
  changing = await other.as('admin');
});
beforeEach(async () => {
  graph = await buildGraph(changing, { people: 2, skills: 3, questions: [[0], [0, 1], [0]] });
  await recordAll(admin, answersOf(0, 0, 1));
  // Known by then, with no answer to it.
  const nobody = { source: graph.source, id: 'nobody' };
  const refused = answersOf(0, 2).map((item) => ({ ...item, person: nobody }));
  expect(await record(admin, refused)).toMatchObject({ recorded: 0 });
});
afterAll(async () => {
  await Promise.all([app.close(), other.close()]);
  await own.close();
});

let minutes = 0;
/** Answers of a person to questions, one without a version each, and to the first one of that with its number too. */
const answersOf = (person: number, ...questions: number[]) =>
  questions
    .flatMap((question) => (question === 0 ? [{ question, version: 1 }, { question }] : [{ question }]))
    .map(({ question, ...version }) =>
      answer(graph, person, question, { ...version, response: 'b', score: 0, at: day(++minutes / 1_440) }),
    );

/** The skills that a person's answers count on, by their place. */
const answersOn = async (person: number) =>
  [...(await masteryOf(admin, graph, person, day(300)))]
    .map(([skill, { answerCount }]) => [skill, answerCount])
    .sort();

const nameOf = (place: number) => graph.questions[place]!.reference;
const skill = (place: number) => graph.skills[place]!.reference;
const decided = (decision: string, key: string | null = null) =>
  decide(changing, [
    {
      ...{ source: graph.source, id: uniqueSource(), question: nameOf(0), version: 1 },
      ...{ decision, key, reason: 'The key was wrong.', at: day(1) },
    },
  ]);

it('is not read again for the next answers to the same questions', async () => {
  app.forget();
  await recordAll(admin, answersOf(1, 0, 1, 2));
  expect(app.statements).toContain('mastery.move');
  expect(app.statements).not.toContain('versions.referred');
  expect(await answersOn(1)).toEqual([
    [0, 4],
    [1, 1],
  ]);
});

it.each<[what: string, change: () => Promise<unknown>, on: Readonly<Record<number, number>>]>([
  [
    'another version of a question',
    () => changing.get(SAVE_QUESTIONS, { items: [{ ...nameOf(0), prompt: 'Another?', skills: [skill(2)] }] }),
    { 0: 3, 1: 1, 2: 1 },
  ],
  [
    'another version behind more changes than are heard of at a time',
    async () => {
      await other.database.transaction((tx) => {
        tx.changed(
          'catalogue',
          Array.from({ length: 100_000 }, (_, place) => String(place)),
        );
        return Promise.resolve();
      });
      await changing.get(SAVE_QUESTIONS, { items: [{ ...nameOf(0), prompt: 'More?', skills: [skill(2)] }] });
    },
    { 0: 3, 1: 1, 2: 1 },
  ],
  [
    'a question that was deleted and saved again',
    async () => {
      await changing.get(DELETE_QUESTIONS, { items: [nameOf(2)] });
      await changing.get(SAVE_QUESTIONS, { items: [{ ...nameOf(2), prompt: 'Again?', skills: [skill(1)] }] });
    },
    { 0: 3, 1: 2 },
  ],
  ['another key of a question', () => decided('REKEY', 'b'), { 0: 4, 1: 1 }],
  ['a question whose answers count no more', () => decided('WITHDRAW'), { 0: 2, 1: 1 }],
  ['doubt in questions', () => doubt(other.database, graph.questions), { 0: 4, 1: 1 }],
  [
    'a difficulty',
    () => changing.get(STATE_DIFFICULTIES, { items: [{ question: nameOf(2), difficulty: 2 }] }),
    { 0: 4, 1: 1 },
  ],
  [
    'a calibration that was switched to',
    () => switchTo(other.database, () => otherCalibration(other.database, graph)),
    { 0: 4, 1: 1 },
  ],
  [
    'skills that became one',
    () => changing.get(MERGE_SKILLS, { items: [{ keep: skill(2), merge: skill(0) }] }),
    { 1: 1, 2: 4 },
  ],
  [
    'a skill that was split',
    () => changing.get(SPLIT_SKILL, { items: [{ skill: skill(0), part: skill(2), question: nameOf(0) }] }),
    { 0: 2, 1: 1, 2: 2 },
  ],
])('%s, by another server, is what the next answers are read with', async (_what, change, on) => {
  await change();
  await recordAll(admin, answersOf(1, 0, 1, 2));
  expect(await answersOn(1)).toEqual(Object.entries(on).map(([place, count]) => [Number(place), count]));
  expect(await rebuildEverybody(app.database)).toBe(0);
});
