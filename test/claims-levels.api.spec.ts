import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { Claimed } from './kit/claims';
import type { Client } from './kit/client';
import { answer, day, record, recordClaims, withdrawal, withdrawClaims } from './kit/graph';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';

const LEVELS = graphql(`
  query ClaimedLevels($person: ID!, $asOf: DateTimeISO!) {
    person(id: $person) {
      mastery(asOf: $asOf, first: 200) {
        nodes {
          skill {
            id
          }
          level
          interval {
            low
            high
          }
          answerCount
          claimCount
          onlyClaims
          lastEvidenceAt
          summary
          explanation {
            prior
            level
            changes {
              kind
              at
              change
              expected
              score
              claimKind
              claimedLevel
              summary
            }
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
  claimed = await Claimed.build(admin, 40);
});
afterAll(() => app.close());

async function levels(person: number, asOf = day(40)) {
  const { person: found } = await admin.get(LEVELS, { person: claimed.idOf(person), asOf });
  return new Map(found!.mastery!.nodes.map((node) => [node.skill.id, node]));
}
const skill = (position = 0) => claimed.graph.skills[position]!.id;

describe('a claim', () => {
  it('is a level where nothing else is known, and says that it is no more than a claim', async () => {
    const [high, low] = [claimed.someone(), claimed.someone()];
    await recordClaims(admin, [
      claimed.claim(high, { level: 0.9, at: day(1) }),
      claimed.claim(low, { level: 0.2, at: day(1) }),
    ]);
    const [ofHigh, ofLow] = [(await levels(high)).get(skill())!, (await levels(low)).get(skill())!];
    expect(ofHigh.level).toBeGreaterThan(0.55);
    expect(ofHigh.level).toBeLessThan(0.9);
    expect(ofLow.level).toBeLessThan(0.45);
    expect(ofHigh).toMatchObject({ answerCount: 0, claimCount: 1, onlyClaims: true, lastEvidenceAt: day(1) });
    expect(ofHigh.summary).toContain('from only 1 claim, the latest on 2026-01-02');
  });

  it('moves the skill it names and no other', async () => {
    const person = claimed.someone();
    await record(admin, [answer(claimed.graph, person, 1, { at: day(1) })]);
    const before = (await levels(person)).get(skill(1))!;
    await recordClaims(admin, [claimed.claim(person, { level: 0.9, at: day(2) })]);
    const after = await levels(person);
    expect(after.get(skill(1))!.level).toBe(before.level);
    expect(after.get(skill())!.onlyClaims).toBe(true);
  });

  it('weighs the more, the more its kind is to be relied on', async () => {
    const lead = claimed.referenceOf(claimed.someone());
    const kinds = [
      {},
      { kind: 'PEER' as const, by: lead },
      { kind: 'LEAD' as const, by: lead },
      { kind: 'CREDENTIAL' as const, credential: 'SQL I' },
    ];
    const found: number[] = [];
    for (const kind of kinds) {
      const person = claimed.someone();
      await recordClaims(admin, [claimed.claim(person, { level: 0.9, at: day(1), ...kind })]);
      found.push((await levels(person)).get(skill())!.level);
    }
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(new Set(found).size).toBe(kinds.length);
  });

  it('is outweighed by a handful of answers, and fades from its own date', async () => {
    const person = claimed.someone();
    await recordClaims(admin, [claimed.claim(person, { level: 0.95, at: day(1) })]);
    const stated = (await levels(person)).get(skill())!;
    const later = (await levels(person, day(400))).get(skill())!;
    expect(later.interval.high - later.interval.low).toBeGreaterThan(
      stated.interval.high - stated.interval.low,
    );
    await record(
      admin,
      [2, 3, 4, 5, 6].map((on) => answer(claimed.graph, person, 0, { score: 0, at: day(on) })),
    );
    const seen = (await levels(person)).get(skill())!;
    expect(seen).toMatchObject({ answerCount: 5, claimCount: 1, onlyClaims: false });
    expect(seen.level).toBeLessThan(0.4);
  });

  it('stands in the explanation beside answers and fading, and all sum to the level', async () => {
    const person = claimed.someone();
    await record(admin, [
      answer(claimed.graph, person, 0, { at: day(1), sitting: 'a' }),
      answer(claimed.graph, person, 1, { at: day(2), score: 0, sitting: 'b' }),
    ]);
    await recordClaims(admin, [claimed.claim(person, { level: 0.8, at: day(3) })]);
    const { explanation, level } = (await levels(person)).get(skill())!;
    expect(explanation.changes.map(({ kind }) => kind)).toEqual([
      'FADING',
      'CLAIM',
      'RELATED_ANSWER',
      'FADING',
      'ANSWER',
    ]);
    const sum = explanation.changes.reduce((total, { change }) => total + change, explanation.prior);
    expect(Math.abs(sum - level)).toBeLessThan(1e-9);
    expect(explanation.level).toBe(level);
    expect(explanation.changes[1]).toMatchObject({ claimKind: 'SELF', claimedLevel: 0.8, score: null });
    expect(explanation.changes[1]!.summary).toMatch(/^The person stated 80 %, which raised the level by/);
    expect(explanation.changes[2]!.change).toBeLessThan(0);
    expect(explanation.changes[2]!.summary).toContain('ability in general');
  });

  it('lands where it belongs in time, leaves no trace once withdrawn, and is what a rebuild finds', async () => {
    const [inOrder, late, without] = [claimed.someone(), claimed.someone(), claimed.someone()];
    const given = (person: number) => [
      answer(claimed.graph, person, 0, { at: day(1), sitting: 'a' }),
      answer(claimed.graph, person, 0, { at: day(5), sitting: 'b' }),
    ];
    const claim = (person: number) => claimed.claim(person, { level: 0.7, at: day(3) });
    await record(admin, given(inOrder).slice(0, 1));
    await recordClaims(admin, [claim(inOrder)]);
    await record(admin, given(inOrder).slice(1));
    await record(admin, given(late));
    const taken = claim(late);
    await recordClaims(admin, [taken]);
    await record(admin, given(without));
    const stored = () =>
      storedOf(
        app.database,
        [inOrder, late, without].map((person) => claimed.graph.people[person]!),
      );
    const [first, second, third] = await stored();
    expect(second!.skills).toEqual(first!.skills);
    expect(second!.general).toEqual(first!.general);
    expect(third!.skills).not.toEqual(first!.skills);
    await withdrawClaims(admin, [withdrawal(taken)]);
    const [, withdrawn] = await stored();
    expect(withdrawn!.skills).toEqual(third!.skills);
    expect(withdrawn!.general).toEqual(third!.general);
    expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(0);
  });
});
