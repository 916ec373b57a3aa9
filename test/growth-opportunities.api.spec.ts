import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, recordAll, soon, type TestGraph } from './kit/graph';
import { askFor } from './kit/nouns';
import { inAllSizes } from './kit/statements';

graphql(`
  fragment Opportunities on GrowthOpportunities {
    person {
      id
    }
    isReady
    summary
    workCount
    reasons {
      kind
      amount
      summary
      skills {
        id
      }
    }
    work {
      project {
        name
      }
      task {
        name
      }
      skills {
        id
      }
      fit
      summary
    }
  }
`);
const OF_PERSON = graphql(`
  query OpportunitiesOfPerson($id: ID!) {
    person(id: $id) {
      growthOpportunities {
        ...Opportunities
      }
      accessLog(first: 200) {
        nodes {
          operation
          need
        }
      }
    }
  }
`);
const OF_TEAM = graphql(`
  query OpportunitiesOfTeam($id: ID!) {
    team(id: $id) {
      growthOpportunities {
        ...Opportunities
      }
    }
  }
`);
const RECORD_HELP_GIVEN = graphql(`
  mutation RecordHelpOfThoseWhoGrow($items: [HelpInput!]!) {
    recordHelp(items: $items) {
      errors {
        message
      }
    }
  }
`);

/** People by position: two who are ready, one who is not, their lead, and somebody of another team with its lead. */
const [high, rising, low, lead, other, otherLead] = [0, 1, 2, 3, 4, 5];
const questionsEach = 24;
/** Of tasks on the first skill. */
const levels = [0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98, 0.99];

/** What a team may hold is estimated by the largest one, which others have left on the database. */
const dear = { SKILLWAKE_MAX_COST: '100000000' };

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let team: string;
const named = (id: string) => ({ source: graph.source, id });
const person = (position: number) => graph.people[position]!.reference;
const idOf = (position: number) => graph.people[position]!.id;
const skill = (position: number) => graph.skills[position]!.reference;

/** Answers to every question of a skill, one a fortnight, as they are right by their place. */
const answered = (position: number, of: number, isRight: (place: number) => boolean) =>
  Array.from({ length: questionsEach }, (_, place) => {
    const given = { score: isRight(place) ? 1 : 0, at: soon(-1_440 * 14 * (questionsEach - place)) };
    return answer(graph, position, of * questionsEach + place, given);
  });

beforeAll(async () => {
  app = await startApp(dear);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 6, skills: 2, questionsPerSkill: questionsEach });
  const { teams } = await buildOrganisation(admin, {
    teams: [
      { ...named('team'), name: 'Team', leads: [person(lead)] },
      { ...named('other'), name: 'Other', leads: [person(otherLead)] },
    ],
    memberships: [
      ...[high, rising, low].map((one) => ({ person: person(one), team: named('team') })),
      { person: person(other), team: named('other') },
    ],
    projects: [
      { ...named('easy'), name: 'Easy' },
      { ...named('harder'), name: 'Harder' },
    ],
    tasks: levels.map((level) => ({
      ...named(String(level)),
      ...{ name: `Task at ${String(level)}`, project: named('harder') },
    })),
    requirements: [
      { project: named('easy'), skill: skill(0), level: 0.3 },
      { project: named('harder'), skill: skill(1), level: 0.99 },
      ...levels.map((level) => ({ task: named(String(level)), skill: skill(0), level })),
    ],
    assignments: [{ project: named('easy'), person: person(high), from: soon(-1_440 * 300) }],
  });
  [team] = teams as [string];
  await recordAll(admin, [
    ...answered(high, 0, () => true),
    ...answered(rising, 0, (place) => place >= questionsEach / 2),
    ...answered(low, 0, () => false),
    ...answered(other, 0, () => true),
  ]);
  const { recordHelp } = await admin.get(RECORD_HELP_GIVEN, {
    items: [high, rising].map((one) => ({
      ...{ ...named(`help-${String(one)}`), helper: person(one), person: person(low) },
      ...{ skill: skill(0), at: soon(-10_000) },
    })),
  });
  expect(recordHelp.errors).toEqual([]);
});
afterAll(() => app.close());

const of = async (position: number, client: Client) =>
  (await client.ask(OF_PERSON, { id: idOf(position) })).data?.person?.growthOpportunities ?? null;
const themselves = (position: number) => app.as('person', idOf(position));

describe('the opportunities to grow of a person', () => {
  it('have what speaks for harder work as reasons, and the work that would stretch them', async () => {
    const found = (await of(high, await themselves(high)))!;
    expect(found.isReady).toBe(true);
    expect(found.workCount).toBe(found.work.length);
    expect(found.work.length).toBeGreaterThan(0);
    expect(found.reasons).toMatchObject([
      {
        kind: 'LEVEL',
        amount: 1,
        skills: [{ id: graph.skills[0]!.id }],
        summary: 'The level is high in 1 skill.',
      },
      { kind: 'HELP', amount: 1, summary: 'Helped others 1 time.' },
      { kind: 'WORK_BELOW_LEVEL', amount: 9 },
    ]);
    expect(found.summary).toMatch(/: 3 reasons speak for harder work\.$/);
    const fits = found.work.map(({ fit }) => fit);
    expect(fits).toEqual([...fits].sort((one, other) => other - one));
    for (const work of found.work) {
      expect(work).toMatchObject({
        ...{ project: { name: 'Harder' }, skills: [{ id: graph.skills[0]!.id }] },
        summary: expect.stringContaining(`${work.task!.name} would stretch them in skill-0001`),
      });
      expect(work.fit).toBeGreaterThanOrEqual(0.25);
      expect(work.fit).toBeLessThanOrEqual(0.6);
    }
  });

  it('count the advanced modules that were completed by those who are enrolled', async () => {
    const reasons = async () =>
      (await of(other, await themselves(other)))!.reasons.filter(({ kind }) => kind === 'ADVANCED_MODULES');
    expect(await reasons()).toEqual([]);
    const [begun, simple, unenrolled] = ['begun', 'simple', 'not enrolled'] as const;
    const modules = ['completed', begun, simple, unenrolled];
    await buildOrganisation(admin, {
      modules: modules.map((id) => ({ ...named(id), name: id, pages: [{ title: 'Page' }] })),
      teaches: modules.map((id) => ({
        ...{ module: named(id), skill: skill(0), from: id === simple ? 0.4 : 0.5, to: 0.9 },
      })),
      enrolments: modules
        .filter((id) => id !== unenrolled)
        .map((id) => ({ module: named(id), person: person(other), from: soon(-2_000) })),
    });
    const { recordVisits } = await askFor<{ recordVisits: { errors: object[] } }>(
      admin,
      'mutation ($items: [VisitInput!]!) { recordVisits(items: $items) { errors { message } } }',
      {
        items: modules.map((id) => ({
          ...{ ...named(`visit ${id}`), module: named(id), revision: 1, person: person(other) },
          ...{ at: soon(-1_000), completedAt: id === begun ? null : soon(-900) },
        })),
      },
    );
    expect(recordVisits.errors).toEqual([]);
    expect(await reasons()).toEqual([
      { kind: 'ADVANCED_MODULES', amount: 1, skills: [], summary: 'Completed 1 advanced module.' },
    ]);
    expect(await of(other, await app.as('lead', idOf(otherLead)))).toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ kind: 'ADVANCED_MODULES', amount: 1 })]),
    });
  });

  it('see a pace that rises, and find nobody ready of whom little speaks', async () => {
    const up = (await of(rising, await themselves(rising)))!;
    const pace = up.reasons.find(({ kind }) => kind === 'PACE')!;
    expect(pace.amount).toBeGreaterThan(0.1);
    expect(up.isReady).toBe(true);
    expect(await of(low, await themselves(low))).toMatchObject({ isReady: false, reasons: [], work: [] });
  });

  it('are for the person and who leads them now, and for nobody else in any role', async () => {
    for (const client of [
      admin,
      await app.as('hr'),
      await app.as('lead', idOf(otherLead)),
      await themselves(low),
    ]) {
      expect(await of(high, client)).toBeNull();
    }
    const { errors } = await admin.ask(OF_PERSON, { id: idOf(high) });
    const refused = errors!.find(({ path }) => path!.includes('growthOpportunities'))!;
    expect(refused.message).toContain('only the person and who leads them now may see that');
    // Of help a lead is told what they attested themselves.
    const own = (await of(high, await app.as('lead', idOf(lead))))!;
    expect(own.reasons.map(({ kind }) => kind)).toEqual(['LEVEL', 'WORK_BELOW_LEVEL']);
  });

  it('of a team list those who are ready by name, for its leads, and all of the team see the look', async () => {
    const looking = await startApp(dear);
    const client = await looking.as('lead', idOf(lead));
    const ready = (await client.get(OF_TEAM, { id: team })).team!.growthOpportunities!;
    await looking.close();
    expect(ready.map((one) => one.person.id)).toEqual([idOf(high)]);
    for (const stranger of [admin, await app.as('lead', idOf(otherLead))]) {
      const { errors } = await stranger.ask(OF_TEAM, { id: team });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    // At the first one the lead has looked before, for the same need.
    for (const one of [rising, low]) {
      const { person: found } = await (await themselves(one)).get(OF_PERSON, { id: idOf(one) });
      expect(found!.accessLog!.nodes).toContainEqual({ operation: 'OpportunitiesOfTeam', need: 'STAFFING' });
    }
  });

  it('cost the same statements however many people there are', async () => {
    const client = await app.as('lead', idOf(lead));
    const ran = await inAllSizes(app, async (size) => {
      await buildOrganisation(admin, {
        memberships: [high, rising, low]
          .slice(0, size)
          .map((one) => ({ person: person(one), team: named('other') })),
      });
      await client.get(OF_TEAM, { id: team });
      app.forget();
      await client.get(OF_TEAM, { id: team });
    });
    expect(ran[0]).toContain('growth.signs');
    expect(ran[1]).toEqual(ran[0]);
    expect(ran[2]).toEqual(ran[0]);
  });
});
