import type { Client } from '../test/kit/client';
import { buildGraph, day, uniqueSource, type Reference } from '../test/kit/graph';
import { round3, say } from './say';

const writers = 64;
const batchesEach = 4;
const batch = 500;

const SAVE_PEOPLE = `mutation ($items: [PersonInput!]!) { done: savePeople(items: $items) { errors { message } } }`;
const SAVE_SKILLS = `mutation ($items: [SkillInput!]!) { done: saveSkills(items: $items) { errors { message } } }`;
const SAVE_QUESTIONS = `mutation ($items: [QuestionInput!]!) { done: saveQuestions(items: $items) { errors { message } } }`;
const RECORD_ANSWERS = `mutation ($items: [AnswerInput!]!) { done: recordAnswers(items: $items) { errors { message } } }`;
const RECORD_CLAIMS = `mutation ($items: [ClaimInput!]!) { done: recordClaims(items: $items) { errors { message } } }`;
const WITHDRAW = `mutation ($items: [WithdrawalInput!]!) { done: withdrawAnswers(items: $items) { errors { message } } }`;

/** What became of the requests of one kind. */
interface Outcome {
  readonly requests: number;
  /** By code and message. */
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly longest: number;
}

/**
 * 64 writers save and record batches of 500 about the same people, skills and questions at a time, some stored and some
 * new, each batch in an order of its own: who takes locks in the order of a batch meets others in a circle.
 */
export async function collide(admin: Client): Promise<Record<string, Outcome>> {
  const source = uniqueSource();
  await buildGraph(admin, { source, people: batch, skills: 40, questionsPerSkill: 5 });
  const found = new Map<string, { requests: number; refused: Record<string, number>; longest: number }>();
  let items = 0;
  // The second half comes into being while others write.
  const named = (kind: string, count: number): Reference[] =>
    Array.from({ length: count }, (_, index) => ({
      source,
      id: `${kind}-${String(index + 1).padStart(4, '0')}`,
    }));
  const [people, skills, questions] = [
    named('person', 2 * batch),
    named('skill', 80),
    named('question', 400),
  ];
  const someOf = (references: readonly Reference[]) => shuffled(references).slice(0, batch);
  const one = <Item>(from: readonly Item[]): Item => from[Math.floor(Math.random() * from.length)]!;
  const evidence = () => ({ source, id: String(items++), at: day(Math.random() * 100) });
  const answers = () =>
    someOf(people).map((person) => ({
      ...evidence(),
      person,
      question: one(questions),
      score: Math.round(Math.random()),
    }));
  const kinds: Record<string, () => readonly [query: string, items: object[]]> = {
    savePeople: () => [
      SAVE_PEOPLE,
      someOf(people).map((person) => ({ ...person, name: `${person.id} ${String(Math.random())}` })),
    ],
    saveSkills: () => [
      SAVE_SKILLS,
      someOf(skills).map((skill) => ({ ...skill, name: `${skill.id} ${String(Math.random())}` })),
    ],
    saveQuestions: () => [
      SAVE_QUESTIONS,
      someOf(questions).map((question) => ({
        ...question,
        prompt: `${question.id}?`,
        skills: shuffled(skills.slice(0, 40)).slice(0, 2),
      })),
    ],
    recordAnswers: () => [RECORD_ANSWERS, answers()],
    recordClaims: () => [
      RECORD_CLAIMS,
      someOf(people).map((person) => ({
        ...evidence(),
        person,
        skill: one(skills),
        kind: 'PEER',
        by: one(people),
        level: 0.5,
      })),
    ],
    withdrawAnswers: () => [
      WITHDRAW,
      Array.from({ length: batch }, () => ({
        source,
        id: String(Math.floor(Math.random() * (items + batch))),
        at: day(101),
      })),
    ],
  };
  // Answers are what most write.
  const names = ['recordAnswers', 'savePeople', 'recordAnswers', 'recordClaims', 'recordAnswers'].concat(
    Object.keys(kinds),
  );
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; turn < batchesEach; turn++) {
        const name = names[(writer + turn) % names.length]!;
        const [query, given] = kinds[name]!();
        const outcome = found.get(name) ?? { requests: 0, refused: {}, longest: 0 };
        found.set(name, outcome);
        const began = performance.now();
        const { errors = [] } = await admin.ask(query, { items: given });
        outcome.requests++;
        outcome.longest = Math.max(outcome.longest, round3(performance.now() - began));
        for (const { extensions, message } of errors) {
          const refusal = `${extensions.code}: ${message}`;
          outcome.refused[refusal] = (outcome.refused[refusal] ?? 0) + 1;
        }
      }
    }),
  );
  for (const [name, { requests, refused, longest }] of found)
    say(
      `${name}: ${String(requests)} batches of up to ${String(batch)}, refused ${JSON.stringify(refused)}, the longest took ${String(longest)} ms.`,
    );
  return Object.fromEntries(found);
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
