import { graphql } from './generated/gql';
import type { FadingSoonQuery, FadingSoonQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, recordAll, type TestGraph } from './kit/graph';
import { askFor } from './kit/nouns';
import { until } from './kit/watching';

const FADING = graphql(`
  query FadingSoon($within: Int!, $sureFrom: Float, $project: ID, $team: ID, $first: Int) {
    fadingSoon(within: $within, sureFrom: $sureFrom, project: $project, team: $team, first: $first) {
      until
      nextLapsesAt
      fadingCount
      summary
      fading {
        person {
          id
        }
        project {
          id
        }
        requirement {
          level
          skill {
            id
          }
          task {
            name
          }
        }
        lapsesAt
        by
        probability
        level
        refresher {
          name
        }
        summary
      }
    }
  }
`);
type Fading = FadingSoonQuery['fadingSoon']['fading'][number];

const decade = 3_650;
const inADecade = () => new Date(Date.now() + decade * 86_400_000).toISOString();
/** From which probability on the second API takes a requirement for met; the first from 0.5 on. */
const strictly = 0.8;
/** Right and wrong on the skill, right but assigned to what has ended, right and not assigned, right in another team. */
const [right, wrong, ended, free, elsewhere] = [0, 1, 2, 3, 4] as const;

let app: TestApp;
let strict: TestApp;
let admin: Client;
let graph: TestGraph;
let project: string;
let team: string;
beforeAll(async () => {
  app = await startApp();
  strict = await startApp({ SKILLWAKE_MEETS_FROM: String(strictly) });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 6, skills: 2, questionsPerSkill: 8 });
  const { source, people, skills } = graph;
  const at = new Date().toISOString();
  await recordAll(
    admin,
    [right, wrong, ended, free, elsewhere].flatMap((person) =>
      Array.from({ length: 8 }, (_, question) =>
        answer(graph, person, question, { at, score: person === wrong ? 0 : 1 }),
      ),
    ),
  );
  const called = (id: string) => ({ source, id, name: `${id} of ${source}` });
  const skill = skills[0]!.reference;
  const taught = (id: string, minutes: number | null, to: number, from: number | null = null) => ({
    module: { ...called(id), expectedMinutes: minutes },
    teaching: { module: { source, id }, skill, from, to },
  });
  const modules = [
    taught('too low', 5, 0.55),
    taught('too high', 6, 0.999, 0.99),
    taught('longer', 60, 0.99),
    taught('unknown length', null, 0.99),
    taught('refresher', 30, 0.98),
  ];
  const person = (one: number) => people[one]!.reference;
  const { byLevel, byCertainty } = await fadingLevels();
  const saved = await buildOrganisation(admin, {
    teams: [
      { ...called('team'), leads: [person(5)] },
      { ...called('other'), leads: [person(free)] },
    ],
    memberships: [right, wrong].map((one) => ({ person: person(one), team: { source, id: 'team' } })),
    projects: [called('work'), { ...called('over'), to: '2020-01-01T00:00:00Z' }],
    tasks: [{ ...called('task'), project: { source, id: 'work' } }],
    requirements: [
      { project: { source, id: 'work' }, skill, level: byLevel },
      { task: { source, id: 'task' }, skill, level: byCertainty },
      { project: { source, id: 'work' }, skill, level: 0.3 },
      { project: { source, id: 'work' }, skill: skills[1]!.reference, level: 0.2 },
      { project: { source, id: 'over' }, skill, level: byLevel },
    ],
    assignments: [
      ...[right, wrong, elsewhere].map((one) => ({ project: { source, id: 'work' }, person: person(one) })),
      { project: { source, id: 'over' }, person: person(ended) },
    ],
    modules: modules.map(({ module }) => module),
    teaches: modules.map(({ teaching }) => teaching),
  });
  project = saved.projects[0]!;
  team = saved.teams[0]!;
});
afterAll(async () => {
  await app.close();
  await strict.close();
});

const MEETING = `query ($meeting: [SkillNeed!], $asOf: DateTimeISO, $person: ID!, $skill: ID!) {
  person(id: $person) { mastery(asOf: $asOf, filterBy: { skills: [$skill] }) { nodes { level } } }
  people(meeting: $meeting, asOf: $asOf, first: 200) { edges { node { id } fit { needs { probability } } } } }`;

/** What the API shows of a person in the skill on a date: the level, and with what probability it is at least each of these. */
async function shownOn(asOf: string, personId: string, levels: readonly number[]) {
  const skill = graph.skills[0]!.id;
  const found = await askFor<{
    person: { mastery: { nodes: { level: number }[] } };
    people: { edges: { node: { id: string }; fit: { needs: { probability: number }[] } }[] };
  }>(admin, MEETING, {
    ...{ asOf, person: personId, skill },
    meeting: levels.map((level) => ({ skill, level })),
  });
  const edge = found.people.edges.find(({ node }) => node.id === personId)!;
  return {
    level: found.person.mastery.nodes[0]!.level,
    probabilities: edge.fit.needs.map(({ probability }) => probability),
  };
}

/** A level that whoever is right falls below within ten years, and one that they are by then no longer sure enough to have. */
async function fadingLevels(): Promise<{ byLevel: number; byCertainty: number }> {
  const levels = Array.from({ length: 20 }, (_, place) => 0.5 + place / 50);
  const { id } = graph.people[right]!;
  const [now, then] = [
    await shownOn(new Date().toISOString(), id, levels),
    await shownOn(inADecade(), id, levels),
  ];
  const byCertainty = levels.find(
    (_, place) => now.probabilities[place]! > strictly && then.probabilities[place]! < strictly,
  );
  return { byLevel: (now.level + then.level) / 2, byCertainty: byCertainty! };
}

const fading = async (given: Partial<FadingSoonQueryVariables> = {}, client = admin) =>
  (await client.get(FADING, { within: decade, sureFrom: 0.5, project, ...given })).fadingSoon;
const whose = (found: readonly Fading[]) =>
  [...new Set(found.map(({ person }) => graph.people.findIndex(({ id }) => id === person.id)))].sort();

describe('what fades soon', () => {
  it('is what people who are assigned to open projects meet now and not then, the first to lapse first', async () => {
    const found = await fading();
    expect(whose(found.fading)).toEqual([right, elsewhere]);
    expect(found).toMatchObject({ fadingCount: 2 });
    for (const { project: of } of found.fading) expect(of.id).toBe(project);
    const moments = found.fading.map(({ lapsesAt }) => lapsesAt);
    expect(moments).toEqual([...moments].sort());
    expect(found.summary).toMatch(
      /^2 requirements of 2 people lapse within 3650 days, the first on \d{4}-\d\d-\d\d, if/u,
    );
    const [first] = found.fading;
    const { fadingCount, fading: shown } = await fading({ first: 1 });
    expect([fadingCount, shown.map(({ person }) => person)]).toEqual([2, [first!.person]]);
  });

  it.each([
    ['LEVEL', () => app, 0.5, null],
    ['CERTAINTY', () => strict, strictly, 'of the task'],
  ] as const)(
    'lapses by %s on the day for which the API shows so, and not before',
    async (by, api, meetsFrom, task) => {
      const { fading: found } = await fading({ team }, await api().as('admin'));
      expect(whose(found)).toEqual([right]);
      const [one] = found;
      expect(one!.by).toBe(by);
      expect(one!.requirement.task === null).toBe(task === null);
      const required = one!.requirement.level;
      const lapses = Date.parse(one!.lapsesAt);
      const on = async (at: number) => {
        const { level, probabilities } = await shownOn(new Date(at).toISOString(), one!.person.id, [
          required,
        ]);
        return { level, probability: probabilities[0]! };
      };
      const [today, before, after] = [
        await on(Date.now()),
        await on(lapses - 3_600_000),
        await on(lapses + 1_000),
      ];
      expect(one!.probability).toBeCloseTo(today.probability, 4);
      expect(one!.level).toBeCloseTo(today.level, 4);
      expect(before.probability).toBeGreaterThanOrEqual(meetsFrom);
      if (by === 'LEVEL') {
        expect(before.level).toBeGreaterThanOrEqual(required);
        expect(after.level).toBeLessThan(required);
      } else expect(after.probability).toBeLessThan(meetsFrom);
    },
  );

  it('is not what lasts longer than is asked for', async () => {
    const [first] = (await fading({ team })).fading;
    const days = Math.floor((Date.parse(first!.lapsesAt) - Date.now()) / 86_400_000);
    const { nextLapsesAt, ...report } = await fading({ team, within: days - 1 });
    expect(nextLapsesAt!.slice(0, 10)).toBe(first!.lapsesAt.slice(0, 10));
    expect(report).toMatchObject({
      fadingCount: 0,
      fading: [],
      summary: `No requirement that is met today lapses within ${String(days - 1)} days; the first does on ${nextLapsesAt!.slice(0, 10)}.`,
    });
  });

  it('is told as soon as it is no longer sure, though it is likely still met', async () => {
    const [sure, likely] = [await fading({ team, sureFrom: strictly }), await fading({ team })];
    const ofTask = (found: typeof sure) => found.fading.filter(({ requirement }) => requirement.task);
    expect(ofTask(sure)).toMatchObject([{ by: 'CERTAINTY' }]);
    expect(ofTask(likely)).toEqual([]);
    const [strictest] = (await fading({ team }, await strict.as('admin'))).fading;
    expect(ofTask(sure)[0]!.lapsesAt.slice(0, 16)).toBe(strictest!.lapsesAt.slice(0, 16));
    const { errors } = await admin.ask(FADING, { within: 90, sureFrom: 1 });
    expect(errors![0]!.message).toBe('sureFrom: must be above 0 and below 1.');
  });

  it('comes with the shortest module that leads from what the person can do to what is required', async () => {
    const { fading: found } = await fading({ team });
    for (const { refresher, summary } of found) {
      expect(refresher!.name).toBe(`refresher of ${graph.source}`);
      expect(summary).toMatch(/today; it lapses .* on \d{4}-\d\d-\d\d; refresher of .* refreshes it\.$/u);
    }
  });

  it('is shown of those whom the viewer sees, all of whom are looked at, and to nobody who sees nobody', async () => {
    const as = (role: 'lead' | 'person', one: number) => app.as(role, graph.people[one]!.id);
    expect(whose((await fading({}, await as('lead', 5))).fading)).toEqual([right]);
    expect(whose((await fading({}, await as('lead', free))).fading)).toEqual([]);
    expect(whose((await fading({}, await as('person', elsewhere))).fading)).toEqual([elsewhere]);
    const { errors } = await (await app.as('author')).ask(FADING, { within: 90 });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    const looked = async (one: number) =>
      (
        await askFor<{ person: { accessLog: { nodes: { role: string; need: string }[] } } }>(
          await as('person', one),
          'query ($id: ID!) { person(id: $id) { accessLog { nodes { role need } } } }',
          { id: graph.people[one]!.id },
        )
      ).person.accessLog.nodes.filter(({ role }) => role === 'LEAD');
    await until(async () => (await looked(wrong)).length > 0, 5_000);
    expect(await looked(wrong)).toEqual([{ role: 'LEAD', need: 'STAFFING' }]);
    expect(await looked(elsewhere)).toEqual([]);
  });

  it.each([
    [{ within: 0 }, /^within: must be a whole number from 1/],
    [{ first: 201 }, /^first must be a whole number from 1 to 200/],
    [{ project: 'UHJvamVjdDp4' }, /^project: there is no such project/],
    [{ team: 'nonsense' }, /^team: there is no such team/],
  ])('is refused for %j', async (given, message) => {
    const { errors } = await admin.ask(FADING, { within: 90, ...given });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message) as string, extensions: { code: 'BAD_INPUT' } },
    ]);
  });
});
