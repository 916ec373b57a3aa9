import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  changesOf,
  CHANGES_OF_GROUPS,
  keepGaps,
  shown,
  storedSnapshots,
  type Changes,
} from './kit/gap-history';
import { OF_PROJECT } from './kit/gaps';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { movedClock } from './kit/reports';
import { otherCalibration, switchTo } from './kit/switching';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const oneDay = 86_400_000;
const clock = movedClock();
const start = Date.now();
const at = (days: number): void => {
  clock.set(start + days * oneDay);
};
/** 0 to 3 are of the team, that 5 leads; 4 is not, and nobody knows 6. */
const [stranger, lead, unknown] = [4, 5, 6] as const;

let emptied: EmptiedDatabase;
let app: TestApp;
let graph: TestGraph;
let ids: { readonly team: string; readonly own: string; readonly mixed: string };
beforeAll(async () => {
  emptied = await openEmptiedDatabase();
  app = await startApp({}, emptied.address);
  const client = await app.as('admin');
  graph = await buildGraph(client, { people: 7, skills: 2, questionsPerSkill: 4 });
  const { teams, projects } = await buildOrganisation(client, {
    teams: [{ ...named('team'), name: 'Team', leads: [person(lead)] }],
    memberships: [0, 1, 2, 3].map((one) => ({ person: person(one), team: named('team') })),
    projects: [
      { ...named('own'), name: 'Own', responsibleTeam: named('team') },
      { ...named('mixed'), name: 'Mixed' },
    ],
    requirements: [
      { project: named('own'), skill: skill(0), level: 0.6, headcount: 3 },
      { project: named('mixed'), skill: skill(0), level: 0.5, headcount: 3 },
    ],
    assignments: [
      ...[0, 1, 2, 3].map((one) => ({ project: named('own'), person: person(one) })),
      ...[0, 1, stranger].map((one) => ({ project: named('mixed'), person: person(one) })),
    ],
  });
  ids = { team: teams[0]!, own: projects[0]!, mixed: projects[1]! };
  await recordAll(
    client,
    [0, 1, 2, 3, stranger].flatMap((one) =>
      [0, 1, 2, 3].map((question) =>
        answer(graph, one, question, { score: (one + question) % 3 === 0 ? 0 : 1, at: day(question) }),
      ),
    ),
  );
});
afterAll(async () => {
  clock.stop();
  await app.close();
  await emptied.close();
});

const named = (id: string) => ({ source: graph.source, id });
const person = (position: number) => graph.people[position]!.reference;
const skill = (position: number) => graph.skills[position]!.reference;
const asLead = () => app.as('lead', graph.people[lead]!.id);
/** Of the own project as admins see it. */
const changes = async (since?: number): Promise<Changes> =>
  shown(await changesOf(await app.as('admin'), ids.own, since));
/** The shortfall that its gap report says. */
async function shortfall(): Promise<number> {
  const { project } = await (await app.as('admin')).get(OF_PROJECT, { id: ids.own });
  if (project!.gaps.__typename !== 'GapReport') throw new Error('Withheld.');
  return project!.gaps.gaps.reduce(
    (sum, { supply }) => sum + (supply.__typename === 'GapSupply' ? supply.expectedShortfall : NaN),
    0,
  );
}

/** What something makes of the shortfall. */
async function madeBy(change: (client: Client) => Promise<unknown>): Promise<number> {
  const before = await shortfall();
  await change(await app.as('admin'));
  return (await shortfall()) - before;
}

describe('what changed in gaps', () => {
  let shortfallAtStart: number;

  it('is not known before a snapshot was kept', async () => {
    expect(await changesOf(await app.as('admin'), ids.own)).toBeNull();
    shortfallAtStart = await shortfall();
    await keepGaps(emptied.address);
    const { asOf, causes, summary, ...found } = await changes();
    expect(found).toMatchObject({ personCountBefore: 4, personCountNow: 4 });
    expect(found.shortfallBefore).toBeCloseTo(shortfallAtStart, 6);
    expect(found.shortfallNow).toBeCloseTo(shortfallAtStart, 6);
    expect(Date.parse(asOf)).toBeGreaterThan(Date.parse(found.since));
    expect(summary).toMatch(/^Since \S+ the expected shortfall stayed at \d\.\d people\.$/u);
    for (const part of Object.values(causes)) expect(part).toBeCloseTo(0, 6);
  });

  it('is fading alone where nothing happens but that time goes by', async () => {
    for (const [days, digits] of [
      [1, 6],
      [12, 4],
      [31, 6],
      [366, 6],
    ] as const) {
      at(days);
      const { causes, shortfallBefore, shortfallNow } = await changes(start);
      expect(shortfallBefore).toBeCloseTo(shortfallAtStart, 6);
      expect(shortfallNow).toBeCloseTo(await shortfall(), 6);
      expect(causes).toMatchObject({ people: 0, demand: 0, calibration: 0 });
      expect(causes.evidence).toBeCloseTo(0, digits);
    }
    expect(Math.abs((await changes(start)).causes.fading)).toBeGreaterThan(0.001);
    at(31);
  });

  it('is split into who left, what became known and what is required, beside the fading', async () => {
    const faded = (await changes()).causes.fading;
    const left = await madeBy((client) =>
      buildOrganisation(client, {
        assignments: [
          {
            ...{ project: named('own'), person: person(1) },
            to: new Date(start + 30 * oneDay).toISOString(),
          },
        ],
      }),
    );
    expect(left).toBeGreaterThan(0.1);
    expect((await changes()).causes).toMatchObject({
      people: expect.closeTo(left, 6),
      fading: expect.closeTo(faded, 6),
      demand: 0,
    });
    const learned = await madeBy((client) =>
      recordAll(
        client,
        [0, 1, 2, 3].map((question) =>
          answer(graph, 2, question, { score: 0, at: new Date(Date.now() - 1_000).toISOString() }),
        ),
      ),
    );
    expect(learned).toBeGreaterThan(0.05);
    const required = await madeBy((client) =>
      buildOrganisation(client, {
        requirements: [
          { project: named('own'), skill: skill(0), level: 0.6, headcount: 5 },
          { project: named('own'), skill: skill(1), level: 0.7 },
        ],
      }),
    );
    expect(required).toBeGreaterThan(2);
    const { causes, ...found } = await changes();
    // Somebody who left would have been there still when the others learned: the parts are those of this order.
    expect(causes.demand).toBeCloseTo(required, 6);
    expect(causes.people + causes.evidence).toBeCloseTo(left + learned, 4);
    expect(causes.people).toBeGreaterThan(0.1);
    expect(causes.evidence).toBeGreaterThan(0.05);
    expect(found.changes.map(({ demandBefore, demandNow }) => [demandBefore, demandNow])).toEqual([
      [3, 5],
      [0, 1],
    ]);
    expect(found.summary).toMatch(
      /rose from \d\.\d to \d\.\d people: \d\.\d more because more is required, \d\.\d more /u,
    );
    expect(found.changes[0]!.summary).toContain(
      `the expected shortfall of ${found.changes[0]!.skill.name} at level 0.6 rose`,
    );
  });

  it('goes on from snapshot to snapshot, and is told since any of them', async () => {
    const before = await changes(start);
    await keepGaps(emptied.address);
    const kept = await changes(start);
    for (const cause of ['people', 'evidence', 'fading', 'demand', 'calibration'] as const)
      expect(kept.causes[cause]).toBeCloseTo(before.causes[cause], 4);
    at(32);
    const required = await madeBy((client) =>
      buildOrganisation(client, {
        requirements: [{ project: named('own'), skill: skill(0), level: 0.6, headcount: 4 }],
      }),
    );
    const lately = await changes(start + 31.5 * oneDay);
    expect(Date.parse(lately.since)).toBeGreaterThan(start + 30 * oneDay);
    expect(lately.causes).toMatchObject({ people: 0, demand: expect.closeTo(required, 6) });
    expect(lately.summary).toContain('because less is required');
    const whole = await changes(start);
    expect(whole.causes.demand).toBeCloseTo(kept.causes.demand + required, 6);
    expect(whole.causes.people).toBeCloseTo(kept.causes.people, 6);
  });

  it('is another calibration where levels are read from that', async () => {
    const { causes } = await changes(start + 31.5 * oneDay);
    const switched = await madeBy(async () =>
      switchTo(emptied.database, () => otherCalibration(emptied.database, graph)),
    );
    expect(Math.abs(switched)).toBeGreaterThan(0.01);
    const after = await changes(start + 31.5 * oneDay);
    expect(after.causes.calibration).toBeCloseTo(switched + causes.evidence, 4);
    expect(after.causes.evidence).toBeCloseTo(0, 9);
    expect(after.causes.demand).not.toBe(0);
  });

  it('is told of teams and of the organisation as of projects', async () => {
    const client = await app.as('hr');
    const { team, organisationGapChanges } = await client.get(CHANGES_OF_GROUPS, {
      ...{ team: ids.team, since: new Date(start).toISOString() },
    });
    const [ofTeam, ofAll] = [shown(team!.gapChanges), shown(organisationGapChanges)];
    expect(ofTeam).toMatchObject({ personCountBefore: 4, personCountNow: 4, causes: { people: 0 } });
    expect(ofAll).toMatchObject({ personCountBefore: 7, personCountNow: 7 });
    expect(ofAll.changes.map(({ demandNow }) => demandNow).sort()).toEqual([1, 3, 4]);
    const one = await client.get(CHANGES_OF_GROUPS, {
      ...{ team: ids.team, since: new Date(start).toISOString(), first: 1 },
    });
    expect(ofTeam.changes.length).toBeGreaterThan(1);
    const { changes: listed, shortfallNow } = shown(one.team!.gapChanges);
    expect(listed.map(({ skill }) => skill)).toEqual([ofTeam.changes[0]!.skill]);
    expect(shortfallNow).toBeCloseTo(ofTeam.shortfallNow, 6);
    const { errors } = await client.ask(CHANGES_OF_GROUPS, {
      ...{ team: ids.team, since: new Date(start + 99 * oneDay).toISOString() },
    });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT', 'BAD_INPUT']);
  });
});

describe('whoever may not see everybody of whom it tells', () => {
  it('is told nothing while one of them is a stranger, nor once that one has left', async () => {
    expect((await changesOf(await asLead(), ids.own, start))!.__typename).toBe('GapChanges');
    expect((await changesOf(await asLead(), ids.mixed, start))!.__typename).toBe('Withheld');
    await buildOrganisation(await app.as('admin'), {
      assignments: [
        {
          ...{ project: named('mixed'), person: person(stranger) },
          to: new Date(start + 31 * oneDay).toISOString(),
        },
      ],
    });
    const kept = await changesOf(await asLead(), ids.mixed, start);
    expect(kept).toEqual({ __typename: 'Withheld', reason: expect.stringContaining('not yours to see') });
    expect(shown(await changesOf(await app.as('hr'), ids.mixed, start)).causes.people).toBeGreaterThan(0.1);
    at(33);
    await keepGaps(emptied.address);
    expect((await changesOf(await asLead(), ids.mixed, start))!.__typename).toBe('Withheld');
    expect((await changesOf(await asLead(), ids.mixed, Date.now()))!.__typename).toBe('GapChanges');
  });

  it('is told nothing of a stranger who comes between two snapshots', async () => {
    await buildOrganisation(await app.as('admin'), {
      assignments: [{ project: named('own'), person: person(unknown) }],
    });
    expect((await changesOf(await asLead(), ids.own))!.__typename).toBe('Withheld');
    expect((await changesOf(await app.as('hr'), ids.own))!.__typename).toBe('GapChanges');
  });

  it('is kept from people, authors and, of the organisation, leads', async () => {
    for (const client of [
      await app.as('person', graph.people[0]!.id),
      await app.as('author'),
      await asLead(),
    ]) {
      const { data, errors } = await client.ask(CHANGES_OF_GROUPS, { team: ids.team, since: null });
      expect(data).toBeUndefined();
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('snapshots', () => {
  it('are one a day and scope, whoever starts again, and name nobody', async () => {
    const before = await storedSnapshots(emptied.database);
    await keepGaps(emptied.address, { isDone: true });
    expect(await storedSnapshots(emptied.database)).toEqual(before);
    expect(before.map(({ key }) => key)).toEqual([...new Set(before.map(({ key }) => key))]);
    expect(new Set(before.map(({ scope }) => scope)).size).toBe(4);
    expect(before.length).toBe(3 * 4);
    const text = JSON.stringify(before);
    for (const { id } of graph.people) expect(text).not.toContain(keyOfGlobalId('Person', id));
    // Only from the last one of a scope is gone on.
    expect(before.filter(({ marks }) => marks !== undefined).length).toBe(4);
  });

  it('are deleted after the time set', async () => {
    at(34);
    await keepGaps(emptied.address, { days: 2 });
    const kept = await storedSnapshots(emptied.database);
    expect(kept.length).toBe(2 * 4);
    const found = await changes(start);
    expect(Date.parse(found.since)).toBeGreaterThan(start + 32 * oneDay);
  });
});
