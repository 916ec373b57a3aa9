import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph, day, type Saved } from './kit/graph';
import { deleteNouns, nounKinds } from './kit/nouns';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_PEOPLE } from './kit/operations';
import { adam, ann, bea, boris, buildStory, everybody, type Story } from './kit/story';

const LOOKS =
  'query ($id: ID!) { person(id: $id) { accessLog(first: 200) { nodes { viewer { id } viewerId viewerName role need count } } } }';
interface Look {
  readonly viewer: { readonly id: string } | null;
  readonly viewerId: string | null;
  readonly viewerName: string | null;
  readonly role: string;
  readonly need: string;
  readonly count: number;
}
interface Told {
  readonly person: { readonly accessLog: { readonly nodes: readonly Look[] } } | null;
}

const ONE = 'query One($id: ID!) { person(id: $id) { mastery { nodes { level } } } }';
const MEETING =
  'query Meeting($needs: [SkillNeed!]!, $after: String, $asOf: DateTimeISO, $filterBy: PersonFilter) { people(meeting: $needs, first: 1, after: $after, asOf: $asOf, filterBy: $filterBy) { totalCount edges { cursor } } }';
const MASTERED_BY =
  'query Known($id: ID!, $after: String, $asOf: DateTimeISO, $filterBy: SkillMasteryFilter) { skill(id: $id) { masteries(first: 1, after: $after, asOf: $asOf, filterBy: $filterBy) { totalCount edges { cursor } } } }';
const CANDIDATES =
  'query Staff($id: ID!, $after: String, $asOf: DateTimeISO) { project(id: $id) { candidates(first: 1, after: $after, asOf: $asOf, includeAssigned: true) { totalCount edges { cursor } } } }';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const idOf = ({ graph }: Story, position: number) => graph.people[position]!.id;
const skillOf = ({ graph }: Story) => graph.skills[0]!.id;
const nameOf = ({ graph }: Story, position: number) =>
  `${graph.people[position]!.reference.id} of ${graph.source}`;

async function looksOf(id: string, as = id): Promise<readonly Look[]> {
  const { data, errors } = await (await app.as('person', as)).ask<Told, object>(LOOKS, { id });
  if (errors) throw new Error(errors[0]!.message);
  return data!.person!.accessLog.nodes;
}
/** Who of the story was looked at for what, and how often. */
async function lookedAt(story: Story): Promise<string[]> {
  const told = await Promise.all(
    everybody.map(async (one) =>
      (await looksOf(idOf(story, one))).map(({ need, count }) => `${String(one)} ${need} ${String(count)}`),
    ),
  );
  return told.flat();
}

/** Lets others look by an API of their own, which is closed after: what they looked at is then written. */
async function looking(work: (api: TestApp) => Promise<unknown>): Promise<void> {
  const api = await startApp();
  await work(api);
  await api.close();
}
const codesOf = async (client: Client, operation: string, variables: object) =>
  (await client.ask(operation, variables)).errors?.map(({ extensions }) => extensions.code) ?? [];

describe('a total or an empty page that hangs on figures is a look', () => {
  const need = (story: Story, minimumProbability: number | null) => [
    { skill: skillOf(story), level: 0.5, narrower: false, minimumProbability },
  ];

  it('at everybody whose level is asked for, also where nobody has it', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const hr = await api.as('hr');
      const { data } = await hr.ask<{ people: { totalCount: number; edges: object[] } }, object>(MEETING, {
        needs: need(story, 0.999_999),
      });
      expect(data!.people).toEqual({ totalCount: 0, edges: [] });
    });
    expect(await lookedAt(story)).toEqual(everybody.map((one) => `${String(one)} STAFFING 1`));
  });

  it('at everybody who is counted', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const hr = await api.as('hr');
      await hr.ask(MEETING, { needs: need(story, null) });
      await hr.ask(MASTERED_BY, { id: skillOf(story) });
    });
    expect(await lookedAt(story)).toEqual(
      everybody.flatMap((one) => [`${String(one)} MASTERY 1`, `${String(one)} STAFFING 1`]),
    );
  });

  it('at everybody whose latest evidence is asked for', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const filterBy = { evidenceSince: day(100) };
      const { data } = await (
        await api.as('hr')
      ).ask<{ skill: { masteries: { totalCount: number } } }, object>(MASTERED_BY, {
        id: skillOf(story),
        filterBy,
      });
      expect(data!.skill.masteries.totalCount).toBe(0);
    });
    expect(await lookedAt(story)).toEqual(everybody.map((one) => `${String(one)} MASTERY 1`));
  });

  it('at every candidate who is counted, and at the one shown where nobody counts', async () => {
    const [counted, shown] = [await buildStory(admin), await buildStory(admin)];
    await looking(async (api) => {
      const lead = await api.as('lead', idOf(counted, ann));
      await lead.ask(CANDIDATES, { id: counted.project });
      const other = await api.as('lead', idOf(shown, ann));
      await other.ask(CANDIDATES.replace('totalCount', ''), { id: shown.project });
    });
    expect(await lookedAt(counted)).toEqual(
      everybody.filter((one) => one !== ann).map((one) => `${String(one)} STAFFING 1`),
    );
    expect((await lookedAt(shown)).length).toBeLessThanOrEqual(1);
  });

  it('at whoever is asked for what they learn, or have begun, also where that is nothing', async () => {
    const story = await buildStory(admin);
    await looking(async (api) => {
      const lead = await api.as('lead', idOf(story, ann));
      const learning = 'query ($id: ID!) { person(id: $id) { learning { totalCount } } }';
      const begun =
        'query ($id: ID!) { person(id: $id) { enrolments(filterBy: { begun: true }) { totalCount } } }';
      for (const operation of [learning, begun])
        expect(await codesOf(lead, operation, { id: idOf(story, adam) })).toEqual([]);
      expect(await codesOf(lead, learning, { id: idOf(story, ann) })).toEqual([]);
    });
    expect(await lookedAt(story)).toEqual([`${String(adam)} LEARNING 2`]);
  });

  it('also where it is refused for evidence after the date, without saying when that was', async () => {
    const story = await buildStory(admin);
    const asOf = day(-1);
    const refused = async (client: Client, operation: string, variables: object) => {
      const { errors } = await client.ask(operation, { ...variables, asOf });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
      // The date asked for and no other.
      expect(errors![0]!.message.match(/\d{4}-\d\d-\d\d/g)).toEqual([asOf.slice(0, 10)]);
    };
    await looking(async (api) => {
      const hr = await api.as('hr');
      await refused(hr, MEETING, { needs: need(story, null) });
      await refused(hr, MASTERED_BY, { id: skillOf(story) });
      await refused(await api.as('lead', idOf(story, ann)), CANDIDATES, { id: story.project });
    });
    const told = await lookedAt(story);
    for (const one of everybody) expect(told).toContain(`${String(one)} STAFFING 1`);
    expect(told.filter((one) => one.includes('MASTERY'))).toHaveLength(1);
  });
});

describe('a cursor', () => {
  const madeUp = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

  it('that nobody was given is none, in any list over people', async () => {
    const story = await buildStory(admin);
    const needs = [{ skill: skillOf(story), level: 0.5 }];
    for (const place of [
      ['NAME', '\u{10FFFF}', 'z'],
      [1, Date.now(), 0, ''],
      [-1, 'z', 'z'],
      ['z', 'z'],
    ]) {
      const after = madeUp(place);
      expect(await codesOf(admin, MEETING, { needs, after })).toEqual(['BAD_INPUT']);
      expect(await codesOf(admin, MASTERED_BY, { id: skillOf(story), after })).toEqual(['BAD_INPUT']);
      expect(await codesOf(admin, CANDIDATES, { id: story.project, after })).toEqual(['BAD_INPUT']);
      expect(
        await codesOf(admin, 'query ($after: String) { people(after: $after) { totalCount } }', { after }),
      ).toEqual(['BAD_INPUT']);
    }
  });

  it('belongs to its question: its list, whose it is, and the conditions', async () => {
    const [story, other] = [await buildStory(admin), await buildStory(admin)];
    interface Edges {
      readonly edges: readonly { readonly cursor: string }[];
    }
    const { data } = await admin.ask<{ skill: { masteries: Edges } }, object>(MASTERED_BY, {
      id: skillOf(story),
    });
    const after = data!.skill.masteries.edges[0]!.cursor;
    expect(await codesOf(admin, MASTERED_BY, { id: skillOf(story), after })).toEqual([]);
    expect(await codesOf(admin, MASTERED_BY, { id: skillOf(other), after })).toEqual(['BAD_INPUT']);
    const filterBy = { minimumAnswers: 1 };
    expect(await codesOf(admin, MASTERED_BY, { id: skillOf(story), after, filterBy })).toEqual(['BAD_INPUT']);
    const needs = [{ skill: skillOf(story), level: 0.5 }];
    const { data: met } = await admin.ask<{ people: Edges }, object>(MEETING, { needs });
    const place = met!.people.edges[0]!.cursor;
    expect(await codesOf(admin, MEETING, { needs, after: place })).toEqual([]);
    const higher = [{ ...needs[0], minimumProbability: 0.9 }];
    expect(await codesOf(admin, MEETING, { needs: higher, after: place })).toEqual(['BAD_INPUT']);
    // It tells nothing of the figures that rows are compared by.
    expect(Buffer.from(place, 'base64url').toString('latin1')).not.toContain(String(Date.now()).slice(0, 6));
  });
});

describe('a look keeps who looked', () => {
  const look = (viewer: string, at: string) =>
    looking(async (api) => (await api.as('hr', viewer)).ask(ONE, { id: at }));
  const someone = async (): Promise<Saved & { name: string }> => {
    const { people, source } = await buildGraph(admin, { people: 1 });
    return { ...people[0]!, name: `${people[0]!.reference.id} of ${source}` };
  };

  it('when they are called otherwise since, or are not held any more', async () => {
    const story = await buildStory(admin);
    const [renamed, gone] = [await someone(), await someone()];
    for (const { id } of [renamed, gone]) await look(id, idOf(story, adam));
    await admin.get(SAVE_PEOPLE, { items: [{ ...renamed.reference, name: randomUUID() }] });
    await deleteNouns(admin, nounKinds[0]!, [gone.reference]);
    expect(await looksOf(idOf(story, adam))).toMatchObject([
      { viewer: null, viewerId: gone.id, viewerName: gone.name, role: 'HR' },
      { viewer: { id: renamed.id }, viewerId: renamed.id, viewerName: renamed.name, role: 'HR' },
    ]);
  });

  it('when they become a colleague by a merge', async () => {
    const story = await buildStory(admin);
    await look(idOf(story, boris), idOf(story, adam));
    const { people } = story.graph;
    const items = [{ keep: people[bea]!.reference, merge: people[boris]!.reference }];
    expect((await admin.get(MERGE_PEOPLE, { items })).mergePeople.errors).toEqual([]);
    expect(await looksOf(idOf(story, adam))).toMatchObject([
      { viewer: { id: idOf(story, bea) }, viewerId: idOf(story, boris), viewerName: nameOf(story, boris) },
    ]);
  });

  it.each([
    ['into their own', (story: Story) => [boris, adam].map((one) => story.graph.people[one]!.reference)],
    [
      'and their own into it',
      (story: Story) => [adam, boris].map((one) => story.graph.people[one]!.reference),
    ],
  ])('from whoever merges the record %s', async (_, pair) => {
    const story = await buildStory(admin);
    await look(idOf(story, ann), idOf(story, adam));
    await look(idOf(story, bea), idOf(story, boris));
    const [keep, merge] = pair(story);
    await looking(async (api) => {
      const hr = await api.as('hr', idOf(story, boris));
      // Written when the two are one already.
      await hr.ask(ONE, { id: idOf(story, adam) });
      const { mergePeople } = await hr.get(MERGE_PEOPLE, { items: [{ keep: keep!, merge: merge! }] });
      expect(mergePeople.errors).toEqual([]);
    });
    const kept = keep === story.graph.people[boris]!.reference ? boris : adam;
    const read = await looksOf(idOf(story, kept));
    // That they looked before is told to whom they looked at.
    const there = kept === boris ? [bea] : [boris, ann];
    expect(new Set(read.map(({ viewerId }) => viewerId))).toEqual(
      new Set(there.map((one) => idOf(story, one))),
    );
    // By the token of the record that is gone nothing is read of the other's.
    const gone = kept === boris ? adam : boris;
    await expect(looksOf(idOf(story, kept), idOf(story, gone))).rejects.toThrow(/was merged into another/);
  });
});
