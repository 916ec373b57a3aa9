import { graphql } from './generated/gql';
import type { ClaimFilter } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { Claimed, type Claim } from './kit/claims';
import type { Client } from './kit/client';
import { answer, claimAll, day, record, recordClaims, soon, withdrawal, withdrawClaims } from './kit/graph';
import { acknowledged } from './kit/claims';

let app: TestApp;
let admin: Client;
let claimed: Claimed;
const MASTERY = graphql(`
  query ClaimsBesideMastery($id: ID!) {
    person(id: $id) {
      mastery {
        nodes {
          answerCount
        }
      }
    }
  }
`);

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  claimed = await Claimed.build(admin, 60);
});
afterAll(() => app.close());

describe('recordClaims', () => {
  it('acknowledges what anybody states, and the person shows it as it was stated, newest first where asked', async () => {
    const [person, peer, lead] = [claimed.someone(), claimed.someone(), claimed.someone()];
    const items = [
      claimed.claim(person, { band: 'competent', statement: 'Two years of it.', at: day(1) }),
      claimed.claim(person, { kind: 'PEER', by: claimed.referenceOf(peer), level: 0.72, at: day(2) }),
      claimed.claim(person, {
        kind: 'LEAD',
        by: claimed.referenceOf(lead),
        skill: claimed.graph.skills[1]!.reference,
        at: day(3),
      }),
      claimed.claim(person, { kind: 'CREDENTIAL', credential: 'SQL I', issuer: 'A School', at: day(4) }),
      claimed.claim(person, { kind: 'CREDENTIAL', issuer: 'A School', at: day(5) }),
    ];
    expect(await recordClaims(admin, items)).toEqual({
      recorded: 5,
      duplicates: 0,
      results: items.map((_, index) => ({ index, status: 'RECORDED' })),
      errors: [],
    });
    const shown = await claimed.of(person, { orderBy: { field: 'AT', direction: 'DESC' } });
    const whole = (index: number, given: Partial<Claim>) => ({
      id: expect.any(String) as string,
      externalId: { source: claimed.graph.source, value: items[index]!.id },
      person: { id: claimed.idOf(person) },
      skill: { id: claimed.graph.skills[0]!.id },
      kind: items[index]!.kind,
      level: 0.6,
      band: null,
      at: items[index]!.at,
      by: null,
      issuer: null,
      credential: null,
      statement: null,
      withdrawn: false,
      ...given,
    });
    const [first, second] = claimed.graph.skills.map(
      ({ reference }) => `${reference.id} of ${claimed.graph.source}`,
    );
    expect([...shown].reverse()).toEqual([
      whole(0, {
        ...{ level: 0.6, band: 'competent', statement: 'Two years of it.', by: { id: claimed.idOf(person) } },
        summary: `Claimed by ${claimed.nameOf(person)} on 2026-01-02: their own level in ${first!} is competent (60 %).`,
      }),
      whole(1, {
        ...{ level: 0.72, by: { id: claimed.idOf(peer) } },
        summary: `Claimed by ${claimed.nameOf(peer)} as a peer on 2026-01-03: the level of ${claimed.nameOf(person)} in ${first!} is 72 %.`,
      }),
      whole(2, {
        ...{ skill: { id: claimed.graph.skills[1]!.id }, by: { id: claimed.idOf(lead) } },
        summary: `Claimed by ${claimed.nameOf(lead)} as a lead on 2026-01-04: the level of ${claimed.nameOf(person)} in ${second!} is 60 %.`,
      }),
      whole(3, {
        ...{ credential: 'SQL I', issuer: 'A School' },
        summary: `Claimed by SQL I of A School on 2026-01-05: the level of ${claimed.nameOf(person)} in ${first!} is 60 %.`,
      }),
      whole(4, {
        issuer: 'A School',
        summary: `Claimed by a credential of A School on 2026-01-06: the level of ${claimed.nameOf(person)} in ${first!} is 60 %.`,
      }),
    ]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(5);
  });

  it('takes a band for the level in the middle of it, and keeps both when the bands are others one day', async () => {
    const person = claimed.someone();
    const names = ['novice', 'competent', 'proficient', 'expert'];
    const items = names.map((band, index) => claimed.claim(person, { band, at: day(index) }));
    await claimAll(admin, items);
    const stated = async () =>
      (await claimed.of(person, { orderBy: { field: 'AT', direction: 'ASC' } })).map(
        ({ band, level }) => `${band!} ${level.toFixed(3)}`,
      );
    const expected = ['novice 0.250', 'competent 0.600', 'proficient 0.775', 'expert 0.925'];
    expect(await stated()).toEqual(expected);

    const other = await startApp({ SKILLWAKE_LEVEL_BANDS: 'novice:0,competent:0.3,proficient:0.9' });
    const then = await other.as('admin');
    expect(await recordClaims(then, items.slice(0, 3))).toMatchObject({
      recorded: 0,
      duplicates: 3,
      errors: [],
    });
    expect(
      (await recordClaims(then, [claimed.claim(person, { band: 'expert' })])).errors[0]!.message,
    ).toMatch(/^band: must be one of novice, competent, proficient,/);
    await other.close();
    expect(await stated()).toEqual(expected);
  });

  it('shows claims of some skills, of some kinds, or what was taken back alone; by skill, then by date', async () => {
    const [person, peer] = [claimed.someone(), claimed.someone()];
    const [first, second] = claimed.graph.skills as [
      (typeof claimed.graph.skills)[0],
      (typeof claimed.graph.skills)[0],
    ];
    const items = [
      claimed.claim(person, { skill: second.reference, level: 0.1, at: day(1) }),
      claimed.claim(person, { level: 0.2, at: day(3) }),
      claimed.claim(person, { level: 0.3, at: day(2), kind: 'PEER', by: claimed.referenceOf(peer) }),
    ];
    await claimAll(admin, items);
    await withdrawClaims(admin, [withdrawal(items[1]!)]);
    const levels = (filterBy: ClaimFilter = {}) => claimed.levelsOf(person, filterBy);
    expect(await levels()).toEqual([0.3, 0.2, 0.1]);
    expect(await levels({ skills: [second.id] })).toEqual([0.1]);
    expect(await levels({ skills: [first.id, second.id], kinds: ['SELF'] })).toEqual([0.2, 0.1]);
    expect(await levels({ withdrawn: true })).toEqual([0.2]);
    expect(await levels({ withdrawn: false })).toEqual([0.3, 0.1]);
  });

  it('takes what lies ahead of the clock by no more than the skew', async () => {
    expect(await recordClaims(admin, [claimed.claim(claimed.someone(), { at: soon(4.5) })])).toEqual(
      acknowledged,
    );
  });

  it('keeps ids of its own: an answer under the same source and id is something else', async () => {
    const person = claimed.someone();
    const item = claimed.claim(person);
    await record(admin, [answer(claimed.graph, person, 0, { id: item.id })]);
    expect(await recordClaims(admin, [item])).toEqual(acknowledged);
    expect(await withdrawClaims(admin, [withdrawal(item)])).toEqual(acknowledged);
    const { person: found } = await admin.get(MASTERY, { id: claimed.idOf(person) });
    expect(found!.mastery!.nodes).toEqual([{ answerCount: 1 }]);
  });
});
