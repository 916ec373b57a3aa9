import fc from 'fast-check';
import { graphql } from './generated/gql';
import type { ClaimInput, ClaimKind } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  claimAll,
  day,
  recordAll,
  withdraw,
  withdrawal,
  withdrawClaims,
  type TestGraph,
} from './kit/graph';
import { rememberQuestions } from './kit/remembering';
import { numberOfRuns } from './kit/sampling';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const EXPLAINED = graphql(`
  query Explained($person: ID!, $asOf: DateTimeISO!) {
    person(id: $person) {
      mastery(asOf: $asOf) {
        nodes {
          skill {
            id
          }
          level
          explanation {
            prior
            level
            summary
            changes {
              kind
              change
              externalId {
                value
              }
            }
          }
        }
      }
    }
  }
`);

const REMEMBERED = graphql(`
  query Remembered($person: ID!, $asOf: DateTimeISO!) {
    person(id: $person) {
      mastery(asOf: $asOf) {
        nodes {
          skill {
            id
          }
          explanation {
            summary
            changes {
              kind
              change
              expected
              seenBefore
              summary
            }
          }
        }
      }
    }
  }
`);

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let catalogue: TestGraph;
const assessed = [[0], [1], [0, 1], [1, 2], [0, 1, 2]];
beforeAll(async () => {
  own = await openEmptiedDatabase();
  await rememberQuestions(own.database);
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  catalogue = await buildGraph(admin, { skills: 3, questions: assessed });
});
afterAll(async () => {
  await app.close();
  await own.close();
});

const somebody = async () => ({ ...catalogue, people: (await buildGraph(admin, { people: 1 })).people });

const when = fc.oneof(fc.nat(6), fc.double({ min: 0, max: 300, noNaN: true }));
const answers = fc.array(
  fc.record({
    question: fc.nat(assessed.length - 1),
    at: when,
    attempt: fc.integer({ min: 1, max: 2 }),
    sitting: fc.constantFrom('morning', 'evening', null),
    score: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    withdrawn: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);
const claims = fc.array(
  fc.record({
    skill: fc.nat(2),
    at: when,
    level: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    kind: fc.constantFrom<ClaimKind>('SELF', 'CREDENTIAL'),
    withdrawn: fc.boolean(),
  }),
  { maxLength: 6 },
);

async function explained(graph: TestGraph) {
  const { person } = await admin.get(EXPLAINED, { person: graph.people[0]!.id, asOf: day(1_000) });
  return person!.mastery!.nodes;
}

let used = 0;

it('an explanation sums to its level and says all that moved it, whatever the evidence and however it came', async () => {
  await fc.assert(
    fc.asyncProperty(answers, claims, async (given, stated) => {
      const graph = await somebody();
      const answered = given.map(({ question, at, withdrawn, ...one }) => ({
        ...{ question, withdrawn },
        input: answer(graph, 0, question, { ...one, at: day(at) }),
      }));
      const claimed = stated.map(({ skill, at, level, kind, withdrawn }) => ({
        ...{ skill, withdrawn, kind, at: Date.parse(day(at)) },
        input: {
          ...{
            source: graph.source,
            id: `claim-${String(used++).padStart(6, '0')}`,
            kind,
            level,
            at: day(at),
          },
          ...{ person: graph.people[0]!.reference, skill: graph.skills[skill]!.reference },
          ...(kind === 'CREDENTIAL' && { issuer: 'Simulated' }),
        } satisfies ClaimInput,
      }));
      // In two batches, so that some of what comes second is late.
      await recordAll(
        admin,
        answered.filter((_, index) => index % 2 === 0).map(({ input }) => input),
      );
      await claimAll(
        admin,
        claimed.map(({ input }) => input),
      );
      await recordAll(
        admin,
        answered.filter((_, index) => index % 2 === 1).map(({ input }) => input),
      );
      const taken = <Item extends { withdrawn: boolean }>(items: Item[]) =>
        items.filter((one) => one.withdrawn);
      await withdraw(
        admin,
        taken(answered).map(({ input }) => withdrawal(input)),
      );
      await withdrawClaims(
        admin,
        taken(claimed).map(({ input }) => withdrawal(input)),
      );

      const counting = {
        answers: answered.filter(({ withdrawn }) => !withdrawn),
        // One claimant counts once for a skill, with what they stated last.
        claims: claimed.filter(
          (one, index) =>
            !one.withdrawn &&
            !claimed.some(
              (other, later) =>
                !other.withdrawn &&
                other.kind === one.kind &&
                other.skill === one.skill &&
                (other.at > one.at || (other.at === one.at && later > index)),
            ),
        ),
      };
      for (const { skill, level, explanation } of await explained(graph)) {
        const { prior, changes, summary } = explanation;
        const sum = changes.reduce((total, { change }) => total + change, prior);
        expect(Math.abs(sum - level)).toBeLessThan(1e-9);
        expect(explanation.level).toBe(level);
        const position = graph.skills.findIndex(({ id }) => id === skill.id);
        const isOn = (question: number) => assessed[question]!.includes(position);
        const idsOf = (kind: string) =>
          changes.flatMap((one) => (one.kind === kind ? [one.externalId!.value] : [])).sort();
        const ids = (items: { input: { id: unknown } }[]) =>
          items.map(({ input }) => input.id as string).sort();
        expect(idsOf('ANSWER')).toEqual(ids(counting.answers.filter(({ question }) => isOn(question))));
        expect(idsOf('RELATED_ANSWER')).toEqual(
          ids(counting.answers.filter(({ question }) => !isOn(question))),
        );
        expect(idsOf('CLAIM')).toEqual(ids(counting.claims.filter((one) => one.skill === position)));
        expect(summary.split('.').length - 1).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: numberOfRuns(4, 30) },
  );
}, 90_000);

it('says all of thousands of answers, in as many statements as of one thousand', async () => {
  const graph = await somebody();
  const many = Array.from({ length: 2_000 }, (_, index) =>
    answer(graph, 0, index % assessed.length, { at: day(index / 10), score: index % 3 === 0 ? 0 : 1 }),
  );
  await recordAll(admin, many.slice(0, 1_000));
  await explained(graph);
  app.forget();
  await explained(graph);
  const before = [...app.statements].sort();
  await recordAll(admin, many.slice(1_000));
  app.forget();
  for (const { level, explanation } of await explained(graph)) {
    const { prior, changes } = explanation;
    expect(changes.filter(({ kind }) => kind !== 'FADING')).toHaveLength(2_000);
    expect(Math.abs(changes.reduce((total, { change }) => total + change, prior) - level)).toBeLessThan(1e-9);
  }
  expect([...app.statements].sort()).toEqual(before);
});

it('says that an answer to a question answered before counts less, and why', async () => {
  const graph = await somebody();
  const again = [0, 1, 2].map((at) => answer(graph, 0, 0, { at: day(at), score: 1, sitting: null }));
  const other = answer(graph, 0, 1, { at: day(3), score: 1, sitting: null });
  await recordAll(admin, [...again, other]);
  const { person } = await admin.get(REMEMBERED, { person: graph.people[0]!.id, asOf: day(4) });
  const { changes, summary } = person!.mastery!.nodes.find(
    ({ skill }) => skill.id === graph.skills[0]!.id,
  )!.explanation;
  const onSkill = changes.filter(({ kind }) => kind === 'ANSWER').reverse();
  expect(onSkill.map(({ seenBefore }) => seenBefore)).toEqual([false, true, true]);
  const [first, second, third] = onSkill.map(({ change, expected }) => ({ change, expected: expected! }));
  expect(second!.change).toBeLessThan(first!.change / 2);
  expect(third!.change).toBeLessThan(second!.change);
  expect(third!.expected).toBeGreaterThan(second!.expected);
  expect(summary).toMatch(/2 of 3 answers count less, since they are to questions answered before/);
  expect(onSkill[1]!.summary).toMatch(/counting less since its question was answered before/);
  const related = changes.find(({ kind }) => kind === 'RELATED_ANSWER')!;
  expect(related.summary).toMatch(/ability in general and how fast practice teaches the person\.$/);
});
