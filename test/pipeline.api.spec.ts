import { graphql } from './generated/gql';
import type { PipelineOfRoleQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { SAVE_ROLE } from './kit/gaps';
import { answer, buildGraph, buildOrganisation, recordAll, soon, type TestGraph } from './kit/graph';
import { LOOKED_AT } from './kit/looked-at';
import { askFor } from './kit/nouns';
import { inAllSizes } from './kit/statements';

const PIPELINE = graphql(`
  query PipelineOfRole($id: ID!, $first: Int! = 20) {
    roleTemplate(id: $id) {
      pipeline(first: $first) {
        asOf
        onlyVisible
        summary
        usualPace {
          ...Pace
        }
        people {
          person {
            id
            name
          }
          stage
          summary
          pace {
            ...Pace
          }
          readyWhen {
            earliest
            likely
            latest
            summary
          }
          outlooks {
            months
            probability
            fit
            summary
            requirements {
              probability
              level
              interval {
                low
                high
              }
            }
          }
          learnNext {
            module {
              name
            }
            skills {
              id
            }
            hours
            fitAfter
          }
        }
        unknown {
          person {
            id
          }
          knownShare
          unknownSkills {
            id
          }
          summary
        }
      }
    }
  }
  fragment Pace on LearningPace {
    perMonth
    low
    high
    basis
    count
    summary
  }
`);

type Pipeline = NonNullable<PipelineOfRoleQuery['roleTemplate']>['pipeline'];

/** People by position: six steady ones come behind these. */
const [ready, rising, low, once, partly, nobody, lead] = [0, 1, 2, 3, 4, 5, 6];
const steady = [7, 8, 9, 10, 11, 12];
const questionsEach = 24;

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let role: string;
let empty: string;
let narrow: string;
const named = (id: string) => ({ source: graph.source, id });
const person = (position: number) => graph.people[position]!.reference;
const idOf = (position: number) => graph.people[position]!.id;
const daysAgo = (days: number) => soon(-1_440 * days);

/** Answers to all questions on the first skills, one a fortnight, as they are right by their place. */
const answered = (position: number, skills: number, isRight: (place: number) => boolean) =>
  Array.from({ length: skills * questionsEach }, (_, at) => {
    const place = Math.floor(at / skills);
    const question = (at % skills) * questionsEach + place;
    const given = { score: isRight(place) ? 1 : 0, at: daysAgo(14 * (questionsEach - place)) };
    return answer(graph, position, question, given);
  });

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 13, skills: 3, questionsPerSkill: questionsEach });
  const [first, second] = graph.skills.map(({ reference }) => reference);
  await buildOrganisation(admin, {
    teams: [{ ...named('own'), name: 'Own', leads: [person(lead)] }],
    memberships: [rising, partly].map((one) => ({ person: person(one), team: named('own') })),
    modules: [
      { ...named('basics'), name: 'Basics', expectedMinutes: 300 },
      { ...named('advanced'), name: 'Advanced', expectedMinutes: 60, prerequisites: [named('basics')] },
      { ...named('other'), name: 'Other', expectedMinutes: 6_000 },
    ],
    teaches: [
      { module: named('basics'), skill: first!, to: 0.6 },
      { module: named('advanced'), skill: first!, from: 0.5, to: 0.9 },
      { module: named('other'), skill: second!, to: 0.9 },
    ],
  });
  const { saveRoleTemplates, saveRequirements } = await admin.get(SAVE_ROLE, {
    roles: [...['role', 'empty', 'narrow'].map((id) => ({ ...named(id), name: id }))],
    requirements: [
      { roleTemplate: named('role'), skill: first!, level: 0.65 },
      { roleTemplate: named('role'), skill: second!, level: 0.6, importance: 2 },
      { roleTemplate: named('narrow'), skill: second!, level: 0.7 },
    ],
  });
  expect([...saveRoleTemplates.errors, ...saveRequirements.errors]).toEqual([]);
  [role, empty, narrow] = saveRoleTemplates.roleTemplates.map((one) => one!.id) as [string, string, string];
  await recordAll(admin, [
    ...answered(ready, 2, () => true),
    ...answered(rising, 2, (place) => place >= questionsEach / 2),
    ...answered(low, 2, () => false),
    ...answered(partly, 1, () => true),
    answer(graph, once, 0, { at: daysAgo(5) }),
    answer(graph, once, questionsEach, { at: daysAgo(5) }),
    ...steady.flatMap((one) => answered(one, 2, (place) => (place + one) % 3 === 0)),
  ]);
});
afterAll(() => app.close());

const pipelineOf = async (client = admin, given: { id?: string; first?: number } = {}): Promise<Pipeline> =>
  (await client.get(PIPELINE, { id: role, ...given })).roleTemplate!.pipeline;
const idsOf = (people: readonly { person: { id: string } }[]) => people.map((one) => one.person.id);
const ofPerson = ({ people }: Pipeline, position: number) =>
  people.find((one) => one.person.id === idOf(position))!;

describe('the pipeline of a role', () => {
  it('has the soonest ready first, and nothing to learn for whoever is ready now', async () => {
    const pipeline = await pipelineOf();
    expect(pipeline.people[0]!.readyWhen.likely).toBe(pipeline.asOf);
    const first = ofPerson(pipeline, ready);
    expect(first).toMatchObject({
      stage: 'NOW',
      summary: expect.stringMatching(/is likely ready now\.$/),
      readyWhen: { likely: pipeline.asOf },
      learnNext: [],
    });
    expect(new Set(idsOf(pipeline.people))).toEqual(new Set([ready, rising, low, once, ...steady].map(idOf)));
    const likely = pipeline.people.map(({ readyWhen }) => readyWhen.likely ?? '9999');
    expect(likely).toEqual([...likely].sort());
    expect(pipeline.summary).toMatch(/^Of those listed \d+ (person|people) (is|are) likely ready now, /);
  });

  it('follows each at their own pace, as far as it is known', async () => {
    const pipeline = await pipelineOf();
    const [up, down] = [ofPerson(pipeline, rising), ofPerson(pipeline, low)];
    expect(up.pace.basis).toBe('OWN');
    expect(up.pace.count).toBe(2 * questionsEach);
    expect(up.pace.perMonth).toBeGreaterThan(pipeline.usualPace.perMonth);
    expect(up.outlooks.map(({ months }) => months)).toEqual([0, 3, 6, 12]);
    const chances = up.outlooks.map(({ probability }) => probability);
    expect(chances).toEqual([...chances].sort((one, other) => one - other));
    expect(chances[3]).toBeGreaterThan(chances[0]! + 0.1);
    expect(down.stage).toBe('LATER');
    expect(down.readyWhen.likely).toBeNull();
    for (const { requirements, fit, probability } of [...up.outlooks, ...down.outlooks]) {
      const [one, other] = requirements;
      expect(fit).toBeCloseTo((one!.probability + 2 * other!.probability) / 3, 9);
      expect(probability).toBeLessThanOrEqual(Math.min(one!.probability, other!.probability) + 0.01);
      for (const { level, interval } of requirements) {
        expect(interval.low).toBeLessThan(level);
        expect(interval.high).toBeGreaterThan(level);
      }
    }
    const { earliest, likely, latest } = up.readyWhen;
    expect(earliest! <= likely!).toBe(true);
    expect(latest === null || latest >= likely!).toBe(true);
  });

  it('takes the usual pace, with its whole width, of whom no pace is known, and says so', async () => {
    const pipeline = await pipelineOf();
    const { pace } = ofPerson(pipeline, once);
    const { perMonth, low: from, high: to } = pipeline.usualPace;
    expect(pace).toMatchObject({ perMonth, low: from, high: to, basis: 'USUAL', count: 2 });
    expect(pace.summary).toContain('mostly by what is usual, since little is known of their own pace');
    const known = ofPerson(pipeline, rising).pace;
    expect(known.high - known.low).toBeLessThan(to - from);
  });

  it('puts nobody anywhere in time who is unknown in a skill that is required', async () => {
    const { unknown, people } = await pipelineOf();
    expect(unknown).toMatchObject([
      {
        person: { id: idOf(partly) },
        knownShare: expect.closeTo(1 / 3, 9),
        unknownSkills: [{ id: graph.skills[1]!.id }],
        summary: expect.stringContaining('nobody can say when they are ready.'),
      },
    ]);
    expect(idsOf([...unknown, ...people])).not.toContain(idOf(nobody));
  });

  it('says what to learn next: prerequisites first, then what brings most in an hour, and what is done no more', async () => {
    const before = ofPerson(await pipelineOf(), low).learnNext;
    expect(before.map(({ module }) => module.name)).toEqual(['Basics', 'Advanced', 'Other']);
    expect(before.map(({ skills }) => skills.length)).toEqual([1, 1, 1]);
    expect(before.map(({ hours }) => hours)).toEqual([5, 1, 100]);
    const fits = before.map(({ fitAfter }) => fitAfter);
    expect(fits).toEqual([...fits].sort((one, other) => one - other));
    const { outlooks } = ofPerson(await pipelineOf(), low);
    expect(fits[0]).toBeGreaterThan(outlooks[0]!.fit);
  });

  it('shows leads their own people alone, compares them with nobody else, and lets them see the look', async () => {
    const looking = await startApp();
    const pipeline = await pipelineOf(await looking.as('lead', idOf(lead)));
    await looking.close();
    expect([pipeline.onlyVisible, (await pipelineOf()).onlyVisible]).toEqual([true, false]);
    expect(idsOf(pipeline.people)).toEqual([idOf(rising)]);
    expect(idsOf(pipeline.unknown)).toEqual([idOf(partly)]);
    expect(pipeline.usualPace).toMatchObject({ basis: 'UNKNOWN', count: 1 });
    for (const one of [rising, partly]) {
      const themselves = await app.as('person', idOf(one));
      const looks = (await themselves.get(LOOKED_AT, { id: idOf(one) })).person!.accessLog!.nodes;
      expect(looks).toContainEqual({ operation: 'PipelineOfRole', need: 'STAFFING' });
    }
    const { errors } = await (await app.as('person', idOf(ready))).ask(PIPELINE, { id: role });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('is empty for a role that requires nothing, and as long as is asked for', async () => {
    expect(await pipelineOf(admin, { id: empty })).toMatchObject({
      ...{ people: [], unknown: [] },
      summary: 'The role requires nothing: nobody can be held against it.',
    });
    const two = await pipelineOf(admin, { first: 2 });
    expect(idsOf(two.people)).toEqual(idsOf((await pipelineOf()).people).slice(0, 2));
    const { errors } = await admin.ask(PIPELINE, { id: role, first: 0 });
    expect(errors![0]!.message).toContain('first must be a whole number');
  });

  it('costs the same statements however many people there are', async () => {
    const ran = await inAllSizes(app, async (size) => {
      app.forget();
      await pipelineOf(admin, { first: Math.min(size, 10) });
    });
    expect(ran[0]).toContain('growth.answersOnSkills');
    expect(ran[1]).toEqual(ran[0]);
    expect(ran[2]).toEqual(ran[0]);
  });

  it('of several roles costs the statements of one, and each is what it is alone', async () => {
    const ask = (...ids: string[]) =>
      askFor<{ nodes: { pipeline: { people: { person: { id: string }; stage: string }[] } }[] }>(
        admin,
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on RoleTemplate { pipeline { people { stage person { id } } } } } }',
        { ids },
      );
    app.forget();
    const alone = [...(await ask(role)).nodes, ...(await ask(empty)).nodes, ...(await ask(narrow)).nodes];
    const ranAlone = new Set(app.statements);
    app.forget();
    expect((await ask(role, empty, narrow)).nodes).toEqual(alone);
    expect([...app.statements].sort()).toEqual([...ranAlone].sort());
  });
});
