import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { AccessLogFilter, LooksAtMeQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { openDoor } from './kit/door';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { adam, ann, bea, boris, buildStory, everybody, former, type Story } from './kit/story';
import { until } from './kit/watching';

const LOOKS = graphql(`
  query LooksAtMe($id: ID!, $first: Int! = 100, $after: String, $filterBy: AccessLogFilter) {
    person(id: $id) {
      accessLog(first: $first, after: $after, filterBy: $filterBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          viewer {
            id
          }
          viewerId
          viewerName
          role
          need
          operation
          firstAccessedAt
          lastAccessedAt
          count
        }
      }
    }
  }
`);
type Look = NonNullable<NonNullable<LooksAtMeQuery['person']>['accessLog']>['nodes'][number];

const AGE = statement(
  'test.ageLooks',
  `MATCH (look:Look {person: $person}) SET look.firstAt = look.firstAt - $by, look.lastAt = look.lastAt - $by`,
);

const PAGE =
  'query Dashboard { people(first: 200) { nodes { name mastery(first: 1) { nodes { level } } } } }';
const ONE = 'query One($id: ID!) { person(id: $id) { mastery { nodes { level } } } }';
const BROADER = 'query Above($id: ID!) { person(id: $id) { broaderMastery { nodes { level } } } }';
const MASTERED_BY =
  'query Known($id: ID!, $first: Int! = 50) { skill(id: $id) { masteries(first: $first) { nodes { level person { name } } } } }';
const CANDIDATES =
  'query Staff($id: ID!, $first: Int! = 50) { project(id: $id) { candidates(first: $first, includeAssigned: true) { nodes { fit person { name } } } } }';
const NEAREST =
  'query Lacking($id: ID!) { project(id: $id) { gaps { ... on GapReport { gaps { nearest { level person { name } } } } } } }';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const idOf = ({ graph }: Story, position: number) => graph.people[position]!.id;
const skillOf = ({ graph }: Story) => graph.skills[0]!.id;

/** Who looked at one of the story, as they are told themselves. */
async function looksAt(story: Story, position: number, filterBy?: AccessLogFilter): Promise<readonly Look[]> {
  const id = idOf(story, position);
  const self = await app.as('person', id);
  return (await self.get(LOOKS, { id, filterBy: filterBy ?? null })).person!.accessLog!.nodes;
}

/** Lets others look by an API of their own, which is closed after: what they looked at is then written. */
async function looking(work: (api: TestApp) => Promise<unknown>): Promise<void> {
  const api = await startApp();
  await work(api);
  await api.close();
}
async function asks(client: Client, operation: string, variables: object): Promise<void> {
  const { errors } = await client.ask(operation, variables);
  expect(errors).toBeUndefined();
}

/** What of looks does not go by the clock. */
const told = (story: Story, looks: readonly Look[]) =>
  looks
    .map(({ viewer, role, need, operation, count }) => {
      const who = viewer ? everybody.find((one) => idOf(story, one) === viewer.id)! : 'program';
      return `${String(who)} ${role} ${need} ${String(operation)} ${String(count)}`;
    })
    .sort();

describe('a person is told', () => {
  it('who looked at their figures, in which role, for what and by which operation', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const lead = await api.as('lead', idOf(story, ann));
      const hr = await api.as('hr', idOf(story, boris));
      const program = await api.as('admin');
      await asks(lead, ONE, { id: idOf(story, adam) });
      await asks(lead, CANDIDATES, { id: story.project });
      await asks(hr, MASTERED_BY, { id: skillOf(story) });
      await asks(hr, BROADER, { id: idOf(story, adam) });
      await asks(program, ONE.replace('query One', 'query'), { id: idOf(story, adam) });
      await asks(program, NEAREST, { id: story.project });
    });
    const looks = await looksAt(story, adam);
    const expected = [
      `${String(ann)} LEAD MASTERY One 1`,
      `${String(ann)} LEAD STAFFING Staff 1`,
      // By two operations, of which the first is named.
      `${String(boris)} HR MASTERY Known 2`,
      'program ADMIN MASTERY null 1',
    ];
    // Everybody answered right: who is not short of the requirement is nearest to nothing.
    expect(told(story, looks)).toEqual(expected);
    for (const { firstAccessedAt, lastAccessedAt, count } of looks) {
      if (count === 1) expect(lastAccessedAt).toBe(firstAccessedAt);
      expect(Date.now() - Date.parse(firstAccessedAt)).toBeLessThan(120_000);
    }
    const times = looks.map(({ firstAccessedAt }) => firstAccessedAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(told(story, await looksAt(story, bea))).toEqual([
      expected[1],
      `${String(boris)} HR MASTERY Known 1`,
    ]);
    expect(told(story, await looksAt(story, adam, { needs: ['STAFFING'] }))).toEqual([expected[1]]);
    const last = { needs: ['MASTERY' as const], since: times[0]! };
    expect(await looksAt(story, adam, last)).toEqual(looks.slice(0, 1));
  });

  it('page by page, the newest first', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      for (const [name, who] of Object.entries({ A: ann, B: adam, C: boris })) {
        await asks(await api.as('hr', idOf(story, who)), ONE.replace('One', name), { id: idOf(story, bea) });
        // Looks of one millisecond have no order in time.
        await pause(2);
      }
    });
    const id = idOf(story, bea);
    const self = await app.as('person', id);
    const page = async (after: string | null) =>
      (await self.get(LOOKS, { id, first: 1, after })).person!.accessLog!;
    const pages = [await page(null)];
    while (pages.at(-1)!.pageInfo.hasNextPage) pages.push(await page(pages.at(-1)!.pageInfo.endCursor));
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([3, 3, 3]);
    expect(pages.flatMap(({ nodes }) => nodes.map(({ operation }) => operation))).toEqual(['C', 'B', 'A']);
  });

  it('of the nearest to a requirement in a gap report', async () => {
    const story = await buildStory(admin);
    const { source, skills } = story.graph;
    await admin.ask(
      'mutation ($items: [RequirementInput!]!) { saveRequirements(items: $items) { errors { message } } }',
      { items: [{ project: { source, id: 'project' }, skill: skills[0]!.reference, level: 0.95 }] },
    );
    await looking(async (api) => {
      // Two people are too few for a lead who sees one of them: nothing is shown, so nothing is looked at.
      await asks(await api.as('lead', idOf(story, ann)), NEAREST, { id: story.project });
      await asks(await api.as('hr', idOf(story, boris)), NEAREST, { id: story.project });
      await asks(await api.as('hr'), NEAREST.replace('nearest { level person { name } }', 'summary'), {
        id: story.project,
      });
    });
    for (const one of [adam, bea])
      expect(told(story, await looksAt(story, one))).toEqual([`${String(boris)} HR GAPS Lacking 1`]);
    expect(await looksAt(story, former)).toEqual([]);
  });

  it('of looks alike within an hour as one, whichever process answers', async () => {
    const story = await buildStory(admin);
    const [id, person] = [idOf(story, adam), keyOfGlobalId('Person', idOf(story, adam))!];
    const look = async (times: number, name = 'One') =>
      looking(async (api) => {
        const hr = await api.as('hr', idOf(story, boris));
        for (let time = 0; time < times; time++) await asks(hr, ONE.replace('One', name), { id });
      });
    await look(3);
    await look(2);
    await look(1, 'Other');
    const once = await looksAt(story, adam);
    expect(told(story, once)).toEqual([`${String(boris)} HR MASTERY One 6`]);
    const [first] = once;
    expect(Date.parse(first!.lastAccessedAt)).toBeGreaterThan(Date.parse(first!.firstAccessedAt));

    const almost = 3_600_000 - 120_000;
    await app.database.transaction((tx) => tx.query(AGE, { person, by: almost }));
    await look(1);
    expect(told(story, await looksAt(story, adam))).toEqual([`${String(boris)} HR MASTERY One 7`]);
    await app.database.transaction((tx) => tx.query(AGE, { person, by: 3_600_000 - almost }));
    await look(2);
    expect((await looksAt(story, adam)).map(({ count }) => count)).toEqual([2, 7]);
  });

  it('within seconds, while the API goes on', async () => {
    const story = await buildStory(admin);
    await asks(await app.as('hr', idOf(story, boris)), PAGE, {});
    await asks(admin, ONE, { id: idOf(story, former) });
    const program = 'program ADMIN MASTERY One 1';
    const isTold = async () => told(story, await looksAt(story, former)).includes(program);
    await until(isTold, 20_000);
  });
});

describe('nothing is told', () => {
  it('of what was not shown, of oneself, or of what is no figure', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const self = await api.as('lead', idOf(story, ann));
      await asks(self, ONE, { id: idOf(story, ann) });
      await asks(self, '{ people { nodes { name email } } }', {});
      const stranger = await api.as('lead', idOf(story, boris));
      await asks(stranger, ONE, { id: idOf(story, adam) });
      const { errors } = await stranger.ask(
        'query ($id: ID!) { team(id: $id) { leads(first: 5) { nodes { mastery { nodes { level } } } } } }',
        { id: story.teamA },
      );
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      await asks(await api.as('hr'), MASTERED_BY, { id: skillOf(story), first: 1 });
      await asks(await api.as('hr'), CANDIDATES, { id: story.project, first: 1 });
    });
    const all = await Promise.all(everybody.map(async (one) => told(story, await looksAt(story, one))));
    expect(all.flat().sort()).toEqual(['program HR MASTERY Known 1', 'program HR STAFFING Staff 1']);
  });

  it('to anybody but the person', async () => {
    const story = await buildStory(admin);
    const id = idOf(story, adam);
    const others = [
      admin,
      await app.as('hr', idOf(story, boris)),
      await app.as('lead', idOf(story, ann)),
      await app.as('admin', idOf(story, ann)),
    ];
    for (const client of others) {
      const { data, errors } = await client.ask(LOOKS, { id });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(data).toEqual({ person: { accessLog: null } });
    }
  });
});

it('looks follow when two records become one, on both sides', async () => {
  const story = await buildStory(admin);
  await looking(async (api) => {
    await asks(await api.as('hr', idOf(story, boris)), ONE, { id: idOf(story, bea) });
    await asks(await api.as('hr', idOf(story, bea)), ONE, { id: idOf(story, adam) });
  });
  const { people } = story.graph;
  const merge = async (keep: number, gone: number) => {
    const items = [{ keep: people[keep]!.reference, merge: people[gone]!.reference }];
    expect((await admin.get(MERGE_PEOPLE, { items })).mergePeople.errors).toEqual([]);
  };
  await looking(async (api) => {
    const hr = await api.as('hr', idOf(story, bea));
    await asks(hr, ONE, { id: idOf(story, adam) });
    // Merged between the look and its being written.
    await merge(former, bea);
  });
  await merge(ann, adam);
  expect(told(story, await looksAt(story, former))).toEqual([`${String(boris)} HR MASTERY One 1`]);
  const atAdam = await looksAt(story, ann);
  expect(atAdam).toMatchObject([
    {
      viewer: { id: idOf(story, former) },
      viewerId: idOf(story, bea),
      viewerName: `${people[bea]!.reference.id} of ${story.graph.source}`,
      count: 2,
    },
  ]);
  // Under either id it is the same record.
  const kept = await app.as('person', idOf(story, ann));
  expect((await kept.get(LOOKS, { id: idOf(story, adam) })).person!.accessLog!.nodes).toEqual(atAdam);
});

it('looks wait while the database is away; the API ends without them where it stays away', async () => {
  const story = await buildStory(admin);
  const doors = [await openDoor(), await openDoor()];
  let logged = '';
  const logger = pino({ level: 'warn' }, { write: (line: string) => (logged += line) });
  const [back, gone] = await Promise.all(doors.map(({ address }) => startApp({}, address, logger)));
  for (const api of [back!, gone!]) {
    const name = api === back ? 'Back' : 'Gone';
    await asks(await api.as('hr'), ONE.replace('One', name), { id: idOf(story, adam) });
  }
  for (const door of doors) await door.shut();
  await gone!.close();
  // The writer has tried, as long as statements are repeated.
  while (!logged.includes('looks wait')) await pause(50);
  await doors[0]!.open();
  for (let waited = 0; (await looksAt(story, adam)).length === 0 && waited < 60; waited++) await pause(500);
  expect(told(story, await looksAt(story, adam))).toEqual(['program HR MASTERY Back 1']);
  await back!.close();
  for (const door of doors) await door.shut();
}, 150_000);
