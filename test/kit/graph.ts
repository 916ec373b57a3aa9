import { randomBytes } from 'node:crypto';
import { graphql } from '../generated/gql';
import type {
  AnswerInput,
  ClaimInput,
  SaveOrganisationMutationVariables,
  WithdrawalInput,
} from '../generated/graphql';
import type { Client } from './client';
import { RECORD_ANSWERS, RECORD_CLAIMS, WITHDRAW_ANSWERS, WITHDRAW_CLAIMS } from './evidence-operations';
import { SAVE_ORGANISATION } from './organisation-operations';
import { SAVE_PEOPLE, SAVE_QUESTIONS, SAVE_SKILLS } from './operations';

/** How the outside names something: unique together. */
export interface Reference {
  readonly source: string;
  readonly id: string;
}

/** Something saved: what the outside calls it, and its global id. */
export interface Saved {
  readonly reference: Reference;
  readonly id: string;
}

export interface GraphShape {
  readonly people?: number;
  readonly skills?: number;
  readonly questionsPerSkill?: number;
  /** Instead of questionsPerSkill: for each question the positions of the skills that it assesses. */
  readonly questions?: readonly (readonly number[])[];
  /** Every external id of the graph carries it; a new one of 16 characters where left out. */
  readonly source?: string;
}

/** People, skills and questions in the order of their names, apart from every other graph of the run. */
export interface TestGraph {
  readonly source: string;
  readonly people: readonly Saved[];
  readonly skills: readonly Saved[];
  /** Without `questions` in the shape: those of the first skill, then those of the second, and so on. */
  readonly questions: readonly Saved[];
}

const LEVELS_OF_PERSON = graphql(`
  query KitLevelsOfPerson($id: ID!, $asOf: DateTimeISO) {
    person(id: $id) {
      mastery(first: 200, asOf: $asOf) {
        nodes {
          skill {
            id
          }
          level
          interval {
            low
            high
          }
          answerCount
          lastEvidenceAt
        }
      }
    }
  }
`);

export type RecordPayload = Awaited<ReturnType<typeof record>>;

/** A source that no other graph has; all of the same length, so that ids sort alike under each. */
export function uniqueSource(): string {
  return `test-${randomBytes(8).toString('hex').slice(0, 11)}`;
}

/** The moment so many days (fractions too) after 1 January 2026, as the API takes it. */
export function day(days: number): string {
  return new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString();
}

/** The moment so many minutes from now, as the API takes it. */
export function soon(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

/** Builds a graph through the API; an item that fails fails the test. */
export async function buildGraph(admin: Client, shape: GraphShape): Promise<TestGraph> {
  const source = shape.source ?? uniqueSource();
  const references = (kind: string, count: number): Reference[] =>
    Array.from({ length: count }, (_, index) => ({
      source,
      id: `${kind}-${String(index + 1).padStart(4, '0')}`,
    }));
  const named = (reference: Reference) => ({ ...reference, name: `${reference.id} of ${source}` });
  const people = references('person', shape.people ?? 0);
  const skills = references('skill', shape.skills ?? 0);
  const assessed =
    shape.questions ??
    skills.flatMap((_, skill) => Array<number[]>(shape.questionsPerSkill ?? 0).fill([skill]));
  const questions = references('question', assessed.length);
  return {
    source,
    people: await saved(people, people.map(named), async (items) => {
      const { savePeople } = await admin.get(SAVE_PEOPLE, { items });
      return { nodes: savePeople.people, errors: savePeople.errors };
    }),
    skills: await saved(skills, skills.map(named), async (items) => {
      const { saveSkills } = await admin.get(SAVE_SKILLS, { items });
      return { nodes: saveSkills.skills, errors: saveSkills.errors };
    }),
    questions: await saved(
      questions,
      questions.map((reference, index) => ({
        ...reference,
        prompt: `${reference.id} of ${source}?`,
        skills: (assessed[index] ?? []).map((skill) => skills[skill]!),
      })),
      async (items) => {
        const { saveQuestions } = await admin.get(SAVE_QUESTIONS, { items });
        return { nodes: saveQuestions.questions, errors: saveQuestions.errors };
      },
    ),
  };
}

/** Saves teams, projects and what belongs to them in one request; an item that fails fails the test. */
export async function buildOrganisation(admin: Client, shape: SaveOrganisationMutationVariables) {
  const payloads = await admin.get(SAVE_ORGANISATION, shape);
  const errors = Object.values(payloads).flatMap((payload) => payload.errors);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return {
    teams: payloads.saveTeams.teams.map((team) => team!.id),
    projects: payloads.saveProjects.projects.map((project) => project!.id),
  };
}

/** What a batch was turned into, in the order of its references; at most 1,000 go out at once. */
async function saved<Item>(
  references: readonly Reference[],
  items: readonly Item[],
  save: (
    part: Item[],
  ) => Promise<{ nodes: readonly ({ id: string } | null)[]; errors: readonly { message: string }[] }>,
): Promise<Saved[]> {
  const ids: string[] = [];
  for (const part of parts(items)) {
    const { nodes, errors } = await save(part);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
    ids.push(...nodes.map((node) => node!.id));
  }
  return references.map((reference, index) => ({ reference, id: ids[index]! }));
}

/** A list in batches of at most 1,000. */
export function parts<Item>(items: readonly Item[], largest = 1_000): Item[][] {
  const found: Item[][] = [];
  for (let from = 0; from < items.length; from += largest) found.push(items.slice(from, from + largest));
  return found;
}

let answersMade = 0;

/**
 * An answer of one person of the graph to one of its questions, by position; right, on the first day, under an id of
 * its own, where nothing else is given.
 */
export function answer(
  { source, people, questions }: TestGraph,
  person: number,
  question: number,
  given: Partial<AnswerInput> = {},
): AnswerInput & Reference {
  answersMade++;
  return {
    source,
    id: `answer-${String(answersMade).padStart(7, '0')}`,
    person: people[person]!.reference,
    question: questions[question]!.reference,
    score: 1,
    at: day(0),
    ...given,
  } as AnswerInput & Reference;
}

/** The withdrawal of one answer, there or not. */
export function withdrawal(
  { source, id }: Pick<AnswerInput, 'source' | 'id'>,
  given: Partial<WithdrawalInput> = {},
): WithdrawalInput {
  return { source, id, at: day(1), ...given };
}

/** Records answers as one batch; item errors are in the payload. */
export async function record(client: Client, items: AnswerInput[]) {
  return (await client.get(RECORD_ANSWERS, { items })).recordAnswers;
}

/** Withdraws answers as one batch; item errors are in the payload. */
export async function withdraw(client: Client, items: WithdrawalInput[]) {
  return (await client.get(WITHDRAW_ANSWERS, { items })).withdrawAnswers;
}

/** Records answers in batches of 1,000; an item that fails fails the test. */
export async function recordAll(client: Client, items: readonly AnswerInput[]): Promise<void> {
  for (const part of parts(items)) {
    const { errors } = await record(client, part);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  }
}

/** Records claims as one batch; item errors are in the payload. */
export async function recordClaims(client: Client, items: ClaimInput[]) {
  return (await client.get(RECORD_CLAIMS, { items })).recordClaims;
}

/** Withdraws claims as one batch; item errors are in the payload. */
export async function withdrawClaims(client: Client, items: WithdrawalInput[]) {
  return (await client.get(WITHDRAW_CLAIMS, { items })).withdrawClaims;
}

/** Records claims in batches of 1,000; an item that fails fails the test. */
export async function claimAll(client: Client, items: readonly ClaimInput[]): Promise<void> {
  for (const part of parts(items)) {
    const { errors } = await recordClaims(client, part);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  }
}

/** What is known of a person, by the position of the skill in the graph; absent where nothing is. */
export async function masteryOf(
  client: Client,
  graph: TestGraph,
  person: number,
  asOf?: string,
): Promise<
  Map<number, { level: number; low: number; high: number; answerCount: number; lastEvidenceAt: string }>
> {
  const found = await client.get(LEVELS_OF_PERSON, { id: graph.people[person]!.id, asOf: asOf ?? null });
  return new Map(
    found.person!.mastery!.nodes.map(({ skill, level, interval, answerCount, lastEvidenceAt }) => [
      graph.skills.findIndex(({ id }) => id === skill.id),
      { level, ...interval, answerCount, lastEvidenceAt },
    ]),
  );
}
