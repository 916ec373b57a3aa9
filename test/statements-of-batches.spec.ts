import { graphql } from './generated/gql';
import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client, Operation } from './kit/client';
import { answer, day, recordAll, uniqueSource, type TestGraph } from './kit/graph';
import { RECORD_ANSWERS, RECORD_CLAIMS, WITHDRAW_ANSWERS, WITHDRAW_CLAIMS } from './kit/evidence-operations';
import { SAVE_ENROLMENTS, SAVE_MODULES, SAVE_QUESTIONS, SAVE_SKILLS, SAVE_TEACHES } from './kit/operations';
import { buildAnswered, each, inAllSizes, most, sizes } from './kit/statements';

const SAVE_PEOPLE_WITH_MASTERY = graphql(`
  mutation SavePeopleWithMastery($items: [PersonInput!]!) {
    savePeople(items: $items) {
      people {
        id
        mastery {
          nodes {
            level
          }
        }
      }
      errors {
        message
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let graph: TestGraph;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildAnswered(admin);
});

afterAll(() => app.close());

/** The larger sizes must run what the smallest ran, each statement exactly as often. */
async function expectSame(request: (size: number) => Promise<unknown>): Promise<void> {
  const [one, ten, hundred] = await inAllSizes(app, request);
  expect(one).not.toEqual([]);
  expect(ten).toEqual(one);
  expect(hundred).toEqual(one);
}

describe('a batch costs the same statements with 1, 10 and 100 items', () => {
  const batch =
    <Name extends string, Item>(
      operation: Operation<Record<Name, { errors: readonly object[] }>, { items: Item[] }>,
      name: Name,
      make: (index: number, size: number) => Item,
    ) =>
    async (size: number) => {
      const items = Array.from({ length: size }, (_, index) => make(index, size));
      const { [name]: payload } = await admin.get(operation, { items });
      expect(payload.errors).toEqual([]);
    };
  const source = uniqueSource();

  it('recordAnswers, each later than what is there', () =>
    expectSame(
      batch(RECORD_ANSWERS, 'recordAnswers', (index, size) =>
        answer(graph, index, index, { at: day(10 + size) }),
      ),
    ));

  it('recordAnswers, each earlier than what is there', () =>
    expectSame(
      batch(RECORD_ANSWERS, 'recordAnswers', (index, size) =>
        answer(graph, index, index, { at: day(-10 - size) }),
      ),
    ));

  it('recordAnswers, each there already', async () => {
    const there: AnswerInput[] = each((index) => answer(graph, index, index, { at: day(200 / most) }));
    await recordAll(admin, there);
    await expectSame(batch(RECORD_ANSWERS, 'recordAnswers', (index) => there[index]!));
  });

  it('withdrawAnswers', async () => {
    const taken = sizes.map((size) => each((index) => ({ index, id: `withdrawn-${size}-${index}` })));
    await recordAll(
      admin,
      taken.flat().map(({ index, id }) => answer(graph, index, index, { id })),
    );
    await expectSame(
      batch(WITHDRAW_ANSWERS, 'withdrawAnswers', (index, size) => ({
        source: graph.source,
        id: `withdrawn-${size}-${index}`,
        at: day(1),
      })),
    );
  });

  it('recordClaims and withdrawClaims', async () => {
    const outside = (index: number, size: number) => ({ source, id: `claim-${size}-${index}`, at: day(0) });
    await expectSame(
      batch(RECORD_CLAIMS, 'recordClaims', (index, size) => ({
        ...outside(index, size),
        ...{ kind: 'LEAD', band: 'expert', skill: graph.skills[index]!.reference },
        person: graph.people[index]!.reference,
        // By somebody else in each size: of one claimant only the latest claim counts.
        by: graph.people[(index + 1 + size) % most]!.reference,
      })),
    );
    await expectSame(batch(WITHDRAW_CLAIMS, 'withdrawClaims', outside));
  });

  it('savePeople', () =>
    expectSame(
      batch(SAVE_PEOPLE_WITH_MASTERY, 'savePeople', (index, size) => ({
        source,
        id: `${size}-${index}`,
        name: 'New',
      })),
    ));

  it('saveSkills', () =>
    expectSame(
      batch(SAVE_SKILLS, 'saveSkills', (index, size) => ({
        source,
        id: `${size}-${index}`,
        name: 'New',
        broader: [graph.skills[index]!.reference],
      })),
    ));

  it('saveQuestions', () =>
    expectSame(
      batch(SAVE_QUESTIONS, 'saveQuestions', (index, size) => ({
        source,
        id: `${size}-${index}`,
        prompt: 'New?',
        skills: [graph.skills[index]!.reference],
      })),
    ));

  it('saveModules, with all that an item may hold', async () => {
    const before = { source, id: 'before' };
    await admin.get(SAVE_MODULES, { items: [{ ...before, name: 'Before' }] });
    await expectSame(
      batch(SAVE_MODULES, 'saveModules', (index, size) => ({
        source,
        id: `${size}-${index}`,
        name: 'New',
        authors: [graph.people[index]!.reference],
        prerequisites: [before],
        pages: [{ sections: [{ questions: [{ question: graph.questions[index]!.reference }] }] }],
        resources: [{ title: 'More', url: 'https://example.org' }],
      })),
    );
  });

  it('saveTeachings and saveEnrolments', async () => {
    // Of the largest batch of the spec above.
    const module = (index: number) => ({ source, id: `${most}-${index}` });
    await expectSame(
      batch(SAVE_TEACHES, 'saveTeachings', (index) => ({
        module: module(index),
        skill: graph.skills[index]!.reference,
        to: 0.5,
      })),
    );
    await expectSame(
      batch(SAVE_ENROLMENTS, 'saveEnrolments', (index) => ({
        module: module(index),
        person: graph.people[index]!.reference,
      })),
    );
  });
});
