import { logit, normalCdf, z90 } from '../src/estimators/normal';
import type { SkillSupplyQuery, SkillSupplyQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  masteryOf,
  recordAll,
  type TestGraph,
} from './kit/graph';
import { SAVE_SKILLS } from './kit/operations';
import { SKILL_SUPPLY } from './kit/skill-supply-operations';
import { inAllSizes } from './kit/statements';

type Supply = NonNullable<SkillSupplyQuery['skillSupply']>;
type Figures = Extract<Supply['total'], { __typename: 'SkillSupplyFigures' }>;

/** Skills by position: 1 and 2 are narrower than 0, and 3 is narrower than 2. */
const [broad, left, right, deep] = [0, 1, 2, 3] as const;
/**
 * People by position: three teams of five, six and three; the leaver was in the first, the lead leads the last. Five,
 * the lead among them, belong to no team: enough not to be told by a difference, whatever other specs do meanwhile.
 */
const [five, six, three] = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9, 10],
  [11, 12, 13],
];
const known = [...five, ...six, ...three];
const [unknown, leaver, lead] = [14, 15, 16] as const;
const asOf = day(60);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let teams: string[];

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 21, skills: 4, questionsPerSkill: 2 });
  const { source, skills } = graph;
  const person = (position: number) => graph.people[position]!.reference;
  const narrowerThan = (skill: number) => ({ broader: [skills[skill]!.reference] });
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    items: [
      { ...skills[left]!.reference, ...narrowerThan(broad) },
      { ...skills[right]!.reference, ...narrowerThan(broad) },
      { ...skills[deep]!.reference, broader: [skills[right]!.reference, skills[left]!.reference] },
    ],
  });
  expect(saveSkills.errors).toEqual([]);
  const team = (id: string) => ({ source, id });
  const members = (id: string, positions: readonly number[]) =>
    positions.map((one) => ({ person: person(one), team: team(id) }));
  teams = (
    await buildOrganisation(admin, {
      people: [{ ...person(leaver), activeUntil: day(1) }],
      teams: [
        { ...team('five'), name: 'Five' },
        { ...team('six'), name: 'Six' },
        { ...team('three'), name: 'Three', leads: [person(lead)] },
        { ...team('empty'), name: 'Empty' },
      ],
      memberships: [
        ...members('five', [...five, unknown, leaver]),
        ...members('six', six),
        ...members('three', three),
        { person: person(unknown), team: team('empty'), from: day(-9), to: day(-8) },
      ],
      difficulties: [{ skill: skills[left]!.reference, difficulty: 0.5 }],
    })
  ).teams;
  const score = (one: number, question: number) => ((one * 3 + question * 5) % 7) / 6;
  await recordAll(
    admin,
    // Everybody in one skill besides the broad one, some in two: the questions of skill n are 2n and 2n + 1.
    [...known, leaver].flatMap((one) =>
      [left, ...(one % 2 === 0 ? [deep] : []), ...(one === 3 ? [broad] : [])].flatMap((skill) =>
        [2 * skill, 2 * skill + 1].map((question) =>
          answer(graph, one, question, { score: score(one, question), at: day(one) }),
        ),
      ),
    ),
  );
});
afterAll(() => app.close());

async function supplyFor(
  client: Client,
  given: Partial<SkillSupplyQueryVariables> = {},
): Promise<{
  total: Supply['total'];
  ofTeam: (name: string) => Supply['total'] | undefined;
  answer: Supply;
}> {
  const { skillSupply } = await client.get(SKILL_SUPPLY, { skill: graph.skills[broad]!.id, asOf, ...given });
  return {
    answer: skillSupply!,
    total: skillSupply!.total,
    ofTeam: (name) => skillSupply!.teams.find(({ team }) => team.name === name)?.supply,
  };
}
function figures(result: Supply['total'] | undefined): Figures {
  if (result?.__typename !== 'SkillSupplyFigures')
    throw new Error(`Withheld: ${result?.reason ?? 'no team'}`);
  return result;
}

/** By band the chance of one person's level, from level and interval of their best skill as the API shows them. */
async function chances(position: number, skills: readonly number[]): Promise<number[]> {
  const mastery = await masteryOf(admin, graph, position, asOf);
  const [best] = skills
    .flatMap((skill) => mastery.get(skill) ?? [])
    .sort((one, other) => other.level - one.level);
  if (!best) return [0, 0, 0, 0];
  const [low, high] = [logit(best.low), logit(best.high)];
  const above = [0.5, 0.7, 0.85].map((from) =>
    normalCdf(((low + high) / 2 - logit(from)) / ((high - low) / (2 * z90))),
  );
  return [1, ...above].map((chance, band) => chance - (above[band] ?? 0));
}
async function expected(positions: readonly number[], skills: readonly number[]): Promise<number[]> {
  const each = await Promise.all(positions.map((one) => chances(one, skills)));
  return [0, 1, 2, 3].map((band) => each.reduce((sum, chance) => sum + chance[band]!, 0));
}
function expectBands(shown: Figures, bands: readonly number[]): void {
  expect(shown.bands.map(({ band }) => band)).toEqual(['novice', 'competent', 'proficient', 'expert']);
  shown.bands.forEach(({ expectedPeople }, band) => expect(expectedPeople).toBeCloseTo(bands[band]!, 6));
  expect(shown.bands.reduce((sum, { expectedPeople }) => sum + expectedPeople, 0)).toBeCloseTo(
    shown.known,
    9,
  );
}

describe('what the organisation has of a skill', () => {
  it('is expected people by band, each once with the best of the narrower skills', async () => {
    const { total, ofTeam, answer: whole } = await supplyFor(admin);
    expect(whole).toMatchObject({ asOf, skill: { id: graph.skills[broad]!.id } });
    expect(whole.teams.map(({ team }) => team.name)).toEqual(
      expect.arrayContaining(['Five', 'Six', 'Three']),
    );
    expect(ofTeam('Empty')).toBeUndefined();
    const all = [broad, left, right, deep];
    expect(figures(total).known).toBe(known.length);
    expect(figures(total).unknown).toBe(figures(total).personCount - known.length);
    expectBands(figures(total), await expected(known, all));
    expect(figures(ofTeam('Five'))).toMatchObject({ personCount: 6, known: 5, unknown: 1 });
    expect(figures(ofTeam('Five')).summary).toMatch(/^Of 6 people 5 are known in .*; 1 unknown[.]$/);
    expectBands(figures(ofTeam('Five')), await expected(five, all));
    expectBands(figures(ofTeam('Three')), await expected(three, all));
  });

  it('is that of the skill itself where narrower ones are left out', async () => {
    const itself = await supplyFor(admin, { narrower: false });
    expect(figures(itself.total).known).toBe(1);
    expectBands(figures(itself.total), await expected([3], [broad]));
    const deeper = await supplyFor(admin, { skill: graph.skills[right]!.id });
    expectBands(figures(deeper.total), await expected(known, [right, deep]));
  });

  it('names the bands as the installation does', async () => {
    const other = await startApp({ SKILLWAKE_LEVEL_BANDS: 'learns:0,can:0.7' });
    const { total } = await supplyFor(await other.as('admin'));
    await other.close();
    const [novice, competent, proficient, expert] = await expected(known, [broad, left, right, deep]);
    expect(figures(total).bands).toEqual([
      { band: 'learns', from: 0, to: 0.7, expectedPeople: expect.closeTo(novice! + competent!, 6) },
      { band: 'can', from: 0.7, to: 1, expectedPeople: expect.closeTo(proficient! + expert!, 6) },
    ]);
  });

  it('is null for what is not there, and BAD_INPUT before the latest evidence', async () => {
    const skill = graph.skills[broad]!.id;
    for (const missing of [{ skill: teams[0]! }, { skill, team: skill }, { skill: 'none' }])
      expect((await admin.get(SKILL_SUPPLY, missing)).skillSupply).toBeNull();
    const { errors } = await admin.ask(SKILL_SUPPLY, { skill, asOf: day(5) });
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
  });

  it('is for leads, hr and admin', async () => {
    for (const role of ['person', 'author'] as const) {
      const client = await app.as(role, graph.people[0]!.id);
      const { errors } = await client.ask(SKILL_SUPPLY, { skill: graph.skills[broad]!.id });
      expect(errors![0]!.extensions['fields']).toContain('Query.skillSupply');
    }
  });
});

describe('figures on fewer than five people', () => {
  const shownTo = async (client: Client, given: Partial<SkillSupplyQueryVariables> = {}) => {
    const { total, ofTeam } = await supplyFor(client, given);
    return [total, ...['Five', 'Six', 'Three'].map(ofTeam)].map((one) => one?.__typename);
  };
  const [shown, hidden] = ['SkillSupplyFigures', 'Withheld'];

  it('are withheld team by team', async () => {
    const stranger = await app.as('lead', graph.people[unknown]!.id);
    expect(await shownTo(stranger)).toEqual([shown, shown, shown, hidden]);
    const { ofTeam } = await supplyFor(stranger);
    expect(ofTeam('Three')).toEqual({ __typename: hidden, reason: expect.stringContaining('fewer than 5') });
  });

  it('are withheld alike from whoever asks for one team alone', async () => {
    const stranger = await app.as('lead', graph.people[unknown]!.id);
    for (const [position, name, type] of [
      [0, 'Five', shown],
      [1, 'Six', shown],
      [2, 'Three', hidden],
    ] as const) {
      const { answer: alone } = await supplyFor(stranger, { team: teams[position]! });
      expect(alone.teams).toMatchObject([{ team: { name }, supply: { __typename: type } }]);
      expect(alone.total.__typename).toBe(shown);
    }
    const { answer: empty } = await supplyFor(stranger, { team: teams[3]! });
    expect(empty.teams).toMatchObject([{ team: { name: 'Empty' }, supply: { personCount: 0, known: 0 } }]);
  });

  it('are figures without those people while they are fewer in all: they count as unknown', async () => {
    const stranger = await app.as('lead', graph.people[unknown]!.id);
    const { total } = await supplyFor(stranger, { narrower: false });
    expect(figures(total)).toMatchObject({ known: 0, unknown: figures(total).personCount });
  });

  it('are made of teams of their own people where these are many enough', async () => {
    const stranger = await supplyFor(await app.as('lead', graph.people[unknown]!.id), {
      skill: graph.skills[left]!.id,
      narrower: false,
    });
    const exact = await supplyFor(admin, { skill: graph.skills[left]!.id, narrower: false });
    const [protectedBands, bands] = [stranger, exact].map(({ ofTeam }) => figures(ofTeam('Six')).bands);
    protectedBands!.forEach(({ expectedPeople }, band) =>
      expect(Math.abs(expectedPeople - bands![band]!.expectedPeople)).toBeLessThan(0.5),
    );
    expect(protectedBands).not.toEqual(bands);
  });

  it('are shown to those who see these people', async () => {
    expect(await shownTo(await app.as('lead', graph.people[lead]!.id))).toEqual([shown, shown, shown, shown]);
    expect(await shownTo(await app.as('hr'))).toEqual([shown, shown, shown, shown]);
  });
});

it('costs the same statements however many people and teams there are', async () => {
  const [one, ten, hundred] = await inAllSizes(app, async (size) => {
    const { source } = graph;
    const each = Array.from({ length: size }, (_, index) => ({ source, id: `more ${index}`, name: 'More' }));
    await buildOrganisation(admin, {
      people: each,
      teams: each,
      memberships: each.map(({ id }) => ({ person: { source, id }, team: { source, id } })),
    });
    app.forget();
    await supplyFor(admin);
  });
  expect(one).toContain('feed.after');
  expect(ten).toEqual(one);
  expect(hundred).toEqual(one);
});
