import type { ClaimInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { CLAIMS, Claimed } from './kit/claims';
import type { Client } from './kit/client';
import {
  buildGraph,
  claimAll,
  day,
  recordClaims,
  withdrawal,
  withdrawClaims,
  type Reference,
} from './kit/graph';
import { deleteNouns, nounKinds } from './kit/nouns';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { acknowledged, known } from './kit/claims';

let app: TestApp;
let admin: Client;
let claimed: Claimed;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  claimed = await Claimed.build(admin, 60);
});
afterAll(() => app.close());

describe('a claim sent again', () => {
  it('is a duplicate however the same content is written, in another batch or the same', async () => {
    const person = claimed.someone();
    const item = claimed.claim(person, { at: '2026-01-01T09:00:00Z' });
    expect((await recordClaims(admin, [item, item])).results.map(({ status }) => status)).toEqual([
      'RECORDED',
      'DUPLICATE',
    ]);
    const again: ClaimInput[] = [
      { ...item, at: '2026-01-01T10:00:00.000+01:00' },
      { ...item, by: claimed.referenceOf(person) },
      {
        ...item,
        person: { globalId: claimed.idOf(person) },
        skill: { globalId: claimed.graph.skills[0]!.id },
      },
      { ...item, band: null, by: null, issuer: null, credential: null, statement: null },
    ];
    expect(await recordClaims(admin, again)).toMatchObject({ recorded: 0, duplicates: 4, errors: [] });
    expect(await claimed.levelsOf(person)).toEqual([0.6]);
  });

  it.each<[what: string, other: () => Partial<ClaimInput>]>([
    ['another level', () => ({ level: 0.61 })],
    ['a band for the level', () => ({ level: null, band: 'competent' })],
    ['another time', () => ({ at: day(1) })],
    ['another kind', () => ({ kind: 'LEAD' })],
    ['words', () => ({ statement: 'Sure.' })],
    ['another skill', () => ({ skill: claimed.graph.skills[1]!.reference })],
    ['another person', () => ({ person: claimed.referenceOf(claimed.someone()) })],
    ['another who states it', () => ({ by: claimed.referenceOf(claimed.someone()) })],
  ])('is a conflict with %s: the first stands, and the others of the batch land', async (_, other) => {
    const [person, peer] = [claimed.someone(), claimed.someone()];
    const item = claimed.claim(person, { kind: 'PEER', by: claimed.referenceOf(peer) });
    await recordClaims(admin, [item]);
    expect(await recordClaims(admin, [{ ...item, ...other() }, claimed.claim(person)])).toEqual({
      recorded: 1,
      duplicates: 0,
      results: [{ index: 1, status: 'RECORDED' }],
      errors: [
        { index: 0, code: 'CONFLICT', message: expect.stringMatching(/withdraw it and record/) as string },
      ],
    });
    expect((await claimed.of(person, { filterBy: { kinds: ['PEER'] } })).map(({ level }) => level)).toEqual([
      0.6,
    ]);
  });

  it('by many writers at a time, while others take it back, is recorded once and withdrawn', async () => {
    const person = claimed.someone();
    const items = [1, 2, 3].map((index) => claimed.claim(person, { level: index / 10 }));
    const taken = [withdrawal(items[1]!)];
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        writer % 4 === 3 ? withdrawClaims(admin, taken) : recordClaims(admin, items),
      ),
    );
    expect(sent.flatMap(({ errors }) => errors)).toEqual([]);
    expect(sent.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(4);
    const shown = await claimed.of(person);
    expect(shown.map(({ level, withdrawn }) => [level, withdrawn]).sort()).toEqual([
      [0.1, false],
      [0.2, true],
      [0.3, false],
    ]);
  });
});

describe('withdrawClaims', () => {
  it('takes a claim back that is there: it stays on record and says so', async () => {
    const person = claimed.someone();
    const item = claimed.claim(person);
    await recordClaims(admin, [item]);
    expect(await withdrawClaims(admin, [withdrawal(item)])).toEqual(acknowledged);
    expect(await withdrawClaims(admin, [withdrawal(item)])).toEqual(known);
    expect(await claimed.of(person)).toMatchObject([
      { level: 0.6, withdrawn: true, summary: expect.stringContaining('and withdrawn since:') as string },
    ]);
    expect(await recordClaims(admin, [item])).toEqual(known);
    expect(await withdrawClaims(admin, [withdrawal(item, { reason: 'Another.' })])).toMatchObject({
      recorded: 0,
      errors: [{ index: 0, code: 'CONFLICT' }],
    });
  });

  it('holds for a claim that comes after it, and costs the others of its batch nothing', async () => {
    const [person, peer] = [claimed.someone(), claimed.someone()];
    const item = claimed.claim(person, { kind: 'PEER', by: claimed.referenceOf(peer), band: 'expert' });
    expect(await withdrawClaims(admin, [withdrawal(item)])).toEqual(acknowledged);
    expect(await recordClaims(admin, [item, claimed.claim(person)])).toMatchObject({
      recorded: 2,
      errors: [],
    });
    expect(await claimed.of(person, { filterBy: { withdrawn: true } })).toMatchObject([
      {
        kind: 'PEER',
        band: 'expert',
        by: { id: claimed.idOf(peer) },
        skill: { id: claimed.graph.skills[0]!.id },
      },
    ]);
    expect(await recordClaims(admin, [item])).toEqual(known);
    expect((await claimed.of(person)).map(({ withdrawn }) => withdrawn).sort()).toEqual([false, true]);
  });

  it('names a bad one by its position', async () => {
    const item = claimed.claim(claimed.someone());
    const { recorded, errors } = await withdrawClaims(admin, [
      withdrawal(item, { at: 'today' }),
      withdrawal(item),
    ]);
    expect([recorded, errors]).toMatchObject([1, [{ index: 0, code: 'INVALID' }]]);
  });
});

it('claims follow when two records become one, on both sides, and sent again they are there', async () => {
  const [kept, merged, stater, formerly] = [
    claimed.someone(),
    claimed.someone(),
    claimed.someone(),
    claimed.someone(),
  ];
  const items = [
    claimed.claim(merged, { level: 0.1 }),
    claimed.claim(merged, { level: 0.2, kind: 'PEER', by: claimed.referenceOf(formerly) }),
    claimed.claim(kept, { level: 0.3, kind: 'LEAD', by: claimed.referenceOf(merged) }),
    claimed.claim(kept, { level: 0.4, kind: 'LEAD', by: claimed.referenceOf(formerly) }),
  ];
  await claimAll(admin, items);
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: [
      { keep: claimed.referenceOf(kept), merge: claimed.referenceOf(merged) },
      { keep: claimed.referenceOf(stater), merge: claimed.referenceOf(formerly) },
    ],
  });
  expect(mergePeople.errors).toEqual([]);
  const shown = await claimed.of(kept);
  expect(shown.map(({ level, by }) => [level, by!.id]).sort()).toEqual([
    [0.1, claimed.idOf(kept)],
    [0.2, claimed.idOf(stater)],
    [0.3, claimed.idOf(kept)],
    [0.4, claimed.idOf(stater)],
  ]);
  expect(await recordClaims(admin, items)).toMatchObject({ recorded: 0, duplicates: 4, errors: [] });
  const others = items.map((item) => ({ ...item, level: 0.5 }));
  const { errors } = await recordClaims(admin, others);
  expect(errors.map(({ code }) => code)).toEqual(Array(4).fill('CONFLICT'));
});

it('a skill, a person and who spoke for them are archived where others are deleted: a claim hangs on them', async () => {
  const { source, people, skills } = await buildGraph(admin, { people: 2, skills: 1 });
  const [person, by] = people.map(({ reference }) => reference) as [Reference, Reference];
  const skill = skills[0]!.reference;
  await claimAll(admin, [{ ...claimed.claim(0), source, person, by, skill, kind: 'PEER' }]);
  for (const [type, reference] of [
    ['Skill', skill],
    ['Person', by],
    ['Person', person],
  ] as const) {
    const kind = nounKinds.find((one) => one.type === type)!;
    expect(await deleteNouns(admin, kind, [reference])).toEqual({
      results: [{ index: 0, status: 'ARCHIVED' }],
      errors: [],
    });
  }
  const { person: found } = await admin.get(CLAIMS, { id: people[0]!.id });
  expect(found!.claims!.nodes).toMatchObject([{ by: { id: people[1]!.id }, skill: { id: skills[0]!.id } }]);
});
