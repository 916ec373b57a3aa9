import { graphql } from './generated/gql';
import type { ClaimInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { Claimed } from './kit/claims';
import type { Client } from './kit/client';
import {
  answer,
  claimAll,
  day,
  masteryOf,
  record,
  recordClaims,
  withdrawal,
  withdrawClaims,
} from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';

const INFLUENCE = graphql(`
  query InfluenceOfClaim($person: ID!, $source: String!, $id: String!, $asOf: DateTimeISO!) {
    person(id: $person) {
      mastery(asOf: $asOf) {
        nodes {
          level
          claimCount
          explanation {
            level
            changes {
              kind
              externalId {
                value
              }
            }
          }
          influence(kind: CLAIM, source: $source, id: $id) {
            levelWithout
            influence
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let claimed: Claimed;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  claimed = await Claimed.build(admin, 60);
});
afterAll(() => app.close());

/** What is stored of people's mastery. */
async function states(...people: number[]) {
  const stored = await storedOf(
    app.database,
    people.map((person) => claimed.graph.people[person]!),
  );
  return stored.map(({ general, skills }) => ({ general, skills }));
}

/** Records these claims of a person one after the other, each with an id after that of the one before. */
async function state(person: number, given: readonly Partial<ClaimInput>[]) {
  const items = given.map((one, index) => claimed.claim(person, { at: day(index), ...one }));
  for (const item of items) await recordClaims(admin, [item]);
  return items;
}

/** The level on the first skill. */
const levelOf = async (person: number) =>
  (await masteryOf(admin, claimed.graph, person, day(2_000))).get(0)!.level;

async function expectRebuilt(): Promise<void> {
  expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(0);
}

it('a thousand own claims lift a level no further than the last of them', async () => {
  const [often, once] = [claimed.someone(), claimed.someone()];
  const many = Array.from({ length: 1_001 }, (_, index) =>
    claimed.claim(often, { level: 0.95, at: day(index / 4) }),
  );
  await claimAll(admin, many);
  await recordClaims(admin, [claimed.claim(once, { level: 0.95, at: many.at(-1)!.at as string })]);
  const [first, second] = await states(often, once);
  expect(first).toEqual(second);
  await expectRebuilt();
});

it('a lead who says the same again and again sinks a level no further than once', async () => {
  const [lead, often, once] = [claimed.someone(), claimed.someone(), claimed.someone()];
  const said = { kind: 'LEAD', by: claimed.referenceOf(lead), level: 0.05 };
  for (const person of [often, once])
    await record(admin, [answer(claimed.graph, person, 0, { score: 1, at: day(0) })]);
  await state(
    often,
    Array.from({ length: 30 }, (_, index) => ({ ...said, at: day(1 + index / 10) })),
  );
  await state(once, [{ ...said, at: day(3.9) }]);
  const [first, second] = await states(often, once);
  expect(first).toEqual(second);
  await expectRebuilt();
});

describe('the latest claim counts', () => {
  it('whenever it arrives, and of two of one moment the one with the later id', async () => {
    const [late, tied, once] = [claimed.someone(), claimed.someone(), claimed.someone()];
    await state(late, [{ level: 0.8, at: day(9) }, { level: 0.2 }, { level: 0.3 }]);
    const [earlier, later] = [
      claimed.claim(tied, { level: 0.4, at: day(9) }),
      claimed.claim(tied, { level: 0.8, at: day(9) }),
    ];
    await recordClaims(admin, [later]);
    await recordClaims(admin, [earlier]);
    await state(once, [{ level: 0.8, at: day(9) }]);
    const [first, second, third] = await states(late, tied, once);
    expect(first).toEqual(third);
    expect(second).toEqual(third);
  });

  it('of each claimant and on each skill', async () => {
    const [peer, other, person, once] = [
      claimed.someone(),
      claimed.someone(),
      claimed.someone(),
      claimed.someone(),
    ];
    const by = (who: number, kind = 'PEER') => ({ kind, by: claimed.referenceOf(who) });
    const credential = { kind: 'CREDENTIAL', credential: 'SQL' };
    const second = claimed.graph.skills[1]!.reference;
    const counting = [
      { level: 0.7, at: day(100) },
      { level: 0.3, at: day(101), skill: second },
      { level: 0.6, at: day(102), ...by(other) },
      // Whoever stood beside them leads them since: it is the same claimant.
      { level: 0.5, at: day(103), ...by(peer, 'LEAD') },
      { level: 0.8, at: day(104), ...credential, issuer: 'Université' },
      { level: 0.9, at: day(105), ...credential },
    ];
    await state(person, [
      { level: 0.1 },
      { level: 0.2, skill: second },
      { level: 0.2, ...by(other) },
      { level: 0.2, ...by(peer) },
      { level: 0.2, ...credential, issuer: 'universite ' },
      { level: 0.2, ...credential, credential: 'SQL I' },
      ...counting,
    ]);
    await state(once, counting);
    const [first, alone] = await states(person, once);
    expect(first).toEqual(alone);
    expect(first!.skills.map(([, { claims }]) => claims).sort()).toEqual([1, 5]);
  });

  it('until it is taken back: then the one before it does', async () => {
    const [person, once] = [claimed.someone(), claimed.someone()];
    const [, , last] = await state(person, [{ level: 0.2 }, { level: 0.4 }, { level: 0.9 }]);
    await state(once, [{ level: 0.4, at: day(1) }]);
    await withdrawClaims(admin, [withdrawal(last!)]);
    const [first, second] = await states(person, once);
    expect(first).toEqual(second);
    await expectRebuilt();
  });
});

it('the explanation names what counts alone, and what a claim does is what taking it back would undo', async () => {
  const person = claimed.someone();
  const [first, last] = await state(person, [{ level: 0.3 }, { level: 0.9 }]);
  const { source, id } = last!;
  const asked = { person: claimed.idOf(person), source, id, asOf: day(2_000) };
  const [mastery] = (await admin.get(INFLUENCE, asked)).person!.mastery!.nodes;
  expect(mastery).toMatchObject({ claimCount: 1, level: mastery!.explanation.level });
  const named = mastery!.explanation.changes.flatMap(({ externalId }) => externalId?.value ?? []);
  expect(named).toEqual([last!.id]);
  expect(mastery!.influence.influence).toBeGreaterThan(0);
  const replaced = await admin.ask(INFLUENCE, { ...asked, id: first!.id });
  expect(replaced.errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  await withdrawClaims(admin, [withdrawal(last!)]);
  expect(await levelOf(person)).toBe(mastery!.influence.levelWithout);
});

it('two claimants who become one count once, also for those whom they spoke of', async () => {
  const [one, other, third, about, once] = [
    claimed.someone(),
    claimed.someone(),
    claimed.someone(),
    claimed.someone(),
    claimed.someone(),
  ];
  const by = (who: number) => ({ kind: 'PEER', by: claimed.referenceOf(who) });
  await state(about, [{ level: 0.2, ...by(one) }, { level: 0.9, ...by(other) }, by(third)]);
  // What others said of them becomes what they say of themselves.
  await state(one, [{ level: 0.2 }, { level: 0.8, ...by(other) }]);
  await state(once, [
    { level: 0.9, at: day(1), ...by(other) },
    { ...by(third), at: day(2) },
  ]);
  const items = [{ keep: claimed.referenceOf(one), merge: claimed.referenceOf(other) }];
  expect((await admin.get(MERGE_PEOPLE, { items })).mergePeople.errors).toEqual([]);
  const [first, second, kept] = await states(about, once, one);
  expect(first).toEqual(second);
  expect(kept!.skills.map(([, { claims }]) => claims)).toEqual([1]);
  await expectRebuilt();
});
