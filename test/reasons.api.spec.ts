import { graphql } from './generated/gql';
import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, record, type TestGraph } from './kit/graph';

const REASONS = graphql(`
  query Reasons($person: ID!, $asOf: DateTimeISO!) {
    person(id: $person) {
      mastery(asOf: $asOf, first: 200) {
        nodes {
          skill {
            id
          }
          level
          explanation {
            prior
            level
            changes {
              kind
              at
              change
              expected
              score
              externalId {
                source
                value
              }
              summary
            }
          }
        }
      }
    }
  }
`);
const INFLUENCE = graphql(`
  query Influence($person: ID!, $asOf: DateTimeISO!, $kind: EvidenceKind!, $source: String!, $id: String!) {
    person(id: $person) {
      mastery(asOf: $asOf, first: 200) {
        nodes {
          skill {
            id
          }
          level
          influence(kind: $kind, source: $source, id: $id) {
            levelWithout
            influence
            summary
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
/** Two skills with a question each, and a question on both. */
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 4, skills: 2, questions: [[0], [1], [0, 1]] });
});
afterAll(() => app.close());

const asOf = day(50);
const skill = (position: number) => graph.skills[position]!.id;
const idOf = (person: number) => graph.people[person]!.id;

async function reasons(person: number) {
  const { person: found } = await admin.get(REASONS, { person: idOf(person), asOf });
  return new Map(found!.mastery!.nodes.map((node) => [node.skill.id, node]));
}

function influence(person: number, { source, id }: AnswerInput, kind: 'ANSWER' | 'CLAIM' = 'ANSWER') {
  return admin.ask(INFLUENCE, {
    ...{ person: idOf(person), asOf, kind },
    ...{ source: source as string, id: id as string },
  });
}

const evening = (person: number, sitting: string, on: number): AnswerInput[] =>
  [0, 1, 2, 0].map((question, index) =>
    answer(graph, person, question, { at: day(on + index / 100), sitting, score: index % 2 }),
  );

describe('the explanation of a level', () => {
  it('sums to it within 1e-9, over answers on the skill and on others, and fading between sittings', async () => {
    await record(admin, [...evening(0, 'first', 1), ...evening(0, 'second', 20)]);
    for (const { level, explanation } of (await reasons(0)).values()) {
      const { prior, changes } = explanation;
      const sum = changes.reduce((total, { change }) => total + change, prior);
      expect(Math.abs(sum - level)).toBeLessThan(1e-9);
      expect(explanation.level).toBe(level);
      const times = changes.map(({ at }) => Date.parse(at));
      expect(times).toEqual([...times].sort((one, other) => other - one));
      expect(changes.filter(({ kind }) => kind === 'FADING')).toHaveLength(2);
    }
    const kinds = (await reasons(0)).get(skill(0))!.explanation.changes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'ANSWER')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'RELATED_ANSWER')).toHaveLength(2);
  });

  it('says of an answer on other skills that it works through ability in general', async () => {
    const given = answer(graph, 1, 1, { at: day(2), score: 1 });
    await record(admin, [answer(graph, 1, 0, { at: day(1) }), given]);
    const [change] = (await reasons(1))
      .get(skill(0))!
      .explanation.changes.filter(({ kind }) => kind === 'RELATED_ANSWER');
    expect(change!.change).toBeGreaterThan(0);
    expect(change!.externalId).toEqual({ source: given.source, value: given.id });
    expect(change!.summary).toMatch(/^An answer on other skills scored 100 % .* ability in general\.$/);
  });
});

describe('the influence of an answer', () => {
  it('is the level beside the one without it', async () => {
    const items = evening(2, 'only', 3);
    const [left, ...rest] = items as [AnswerInput, ...AnswerInput[]];
    await record(admin, items);
    await record(
      admin,
      rest.map((one, index) => ({
        ...one,
        id: `${one.id as string} again ${String(index)}`,
        person: graph.people[3]!.reference,
      })),
    );
    const { data } = await influence(2, left);
    const without = await reasons(3);
    for (const { skill: on, level, influence: told } of data!.person!.mastery!.nodes) {
      expect(told.levelWithout).toBe(without.get(on.id)!.level);
      expect(told.influence).toBe(level - told.levelWithout);
      expect(told.influence).toBeLessThan(0);
      expect(told.summary).toContain('it lowers the level by');
    }
  });

  it('is refused for what is no evidence of the person', async () => {
    const [of] = evening(0, 'none', 1);
    for (const [person, kind] of [
      [2, 'ANSWER'],
      [0, 'CLAIM'],
    ] as const) {
      const { errors } = await influence(person, of!, kind);
      expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
      expect(errors![0]!.message).toContain('take them from externalId');
    }
  });
});
