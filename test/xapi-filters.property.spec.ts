import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import { numberOfRuns } from './kit/sampling';
import { openPlatform, type Statement } from './kit/xapi';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const few = 3;
const one = fc.integer({ min: 0, max: few - 1 });
const agent = (which: number) => ({ mbox: `mailto:${which}@example.org` });
const activity = (which: number) => ({ id: `https://example.org/activities/${which}` });
const verb = (which: number) =>
  which === 0 ? 'http://adlnet.gov/expapi/verbs/voided' : `https://example.org/verbs/${which}`;
const registration = (which: number) => `8f87ccde-bb56-4c2e-ab83-00000000000${which}`;

/** A statement in short; `target` is another one's place among them. */
interface Said {
  readonly actor: number;
  readonly member?: number | undefined;
  readonly verb: number;
  readonly object: number;
  readonly target?: number | undefined;
  readonly parent?: number | undefined;
  readonly instructor?: number | undefined;
  readonly registration?: number | undefined;
}
const most = 20;
const said: fc.Arbitrary<Said> = fc.record({
  ...{ actor: one, member: fc.option(one, { nil: undefined }), verb: one, object: one },
  target: fc.option(fc.integer({ min: 0, max: most - 1 }), { nil: undefined, freq: 2 }),
  ...{ parent: fc.option(one, { nil: undefined }), instructor: fc.option(one, { nil: undefined }) },
  registration: fc.option(one, { nil: undefined }),
});

interface Query {
  readonly agent?: number | undefined;
  readonly activity?: number | undefined;
  readonly verb?: number | undefined;
  readonly registration?: number | undefined;
  readonly agents: boolean;
  readonly activities: boolean;
  readonly ascending: boolean;
  readonly limit: number;
}
const query: fc.Arbitrary<Query> = fc.record({
  agent: fc.option(one, { nil: undefined }),
  activity: fc.option(one, { nil: undefined }),
  verb: fc.option(one, { nil: undefined, freq: 1 }),
  registration: fc.option(one, { nil: undefined, freq: 1 }),
  ...{ agents: fc.boolean(), activities: fc.boolean(), ascending: fc.boolean() },
  limit: fc.integer({ min: 3, max: 24 }),
});

/** Only what points at something may void. */
const isVoiding = (of: Said) => of.target !== undefined && of.verb === 0;
const verbOf = (of: Said) => (of.target === undefined && of.verb === 0 ? 1 : of.verb);

function statementOf(of: Said, ids: readonly string[], place: number): Statement {
  const { actor, member, object, target, parent, instructor } = of;
  return {
    id: ids[place]!,
    actor:
      member === undefined ? agent(actor) : { objectType: 'Group', ...agent(actor), member: [agent(member)] },
    verb: { id: verb(verbOf(of)) },
    object: target === undefined ? activity(object) : { objectType: 'StatementRef', id: ids[target] },
    context: {
      ...(parent !== undefined && { contextActivities: { parent: [activity(parent)] } }),
      ...(instructor !== undefined && { instructor: agent(instructor) }),
      ...(of.registration !== undefined && { registration: registration(of.registration) }),
    },
  };
}

/** Places of what a query finds, as the standard says it: a statement meets a condition itself, or what it points at does. */
function expected(all: readonly Said[], asked: Query): number[] {
  const meets = (place: number, condition: (of: Said) => boolean, seen: readonly number[] = []): boolean => {
    const of = all[place];
    if (!of || seen.includes(place)) return false;
    return condition(of) || (of.target !== undefined && meets(of.target, condition, [...seen, place]));
  };
  const isVoided = (place: number) =>
    !isVoiding(all[place]!) && all.some((of) => isVoiding(of) && of.target === place);
  const conditions: [unknown, (of: Said) => boolean][] = [
    [
      asked.agent,
      ({ actor, member, instructor }) =>
        [actor, member, ...(asked.agents ? [instructor] : [])].includes(asked.agent),
    ],
    [
      asked.activity,
      ({ object, target, parent }) =>
        (target === undefined && object === asked.activity) ||
        (asked.activities && parent === asked.activity),
    ],
    [asked.verb, (of) => verbOf(of) === asked.verb],
    [asked.registration, (of) => of.registration === asked.registration],
  ];
  return all
    .map((_, place) => place)
    .filter((place) => !isVoided(place))
    .filter((place) => conditions.every(([given, holds]) => given === undefined || meets(place, holds)));
}

it('statements are found by any conditions as the standard says, in whichever order and batches they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { minLength: most, maxLength: most }),
      fc.array(fc.integer({ min: 2, max: 8 }), { minLength: most, maxLength: most }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      async (all, sizes, queries) => {
        const platform = await openPlatform(app);
        const ids = all.map(() => randomUUID());
        for (let from = 0, batch = 0; from < all.length; from += sizes[batch++]!) {
          const places = all.map((_, place) => place).slice(from, from + sizes[batch]!);
          await platform.post(...places.map((place) => statementOf(all[place]!, ids, place)));
        }
        for (const asked of queries) {
          const places = expected(all, asked);
          const found = await platform.idsOf({
            ...(asked.agent !== undefined && { agent: JSON.stringify(agent(asked.agent)) }),
            ...(asked.activity !== undefined && { activity: activity(asked.activity).id }),
            ...(asked.verb !== undefined && { verb: verb(asked.verb) }),
            ...(asked.registration !== undefined && { registration: registration(asked.registration) }),
            related_agents: String(asked.agents),
            related_activities: String(asked.activities),
            ascending: String(asked.ascending),
            limit: String(asked.limit),
          });
          const inOrder = asked.ascending ? places : places.reverse();
          expect(found).toEqual(inOrder.map((place) => ids[place]));
        }
      },
    ),
    { numRuns: numberOfRuns(4, 200) },
  );
});
