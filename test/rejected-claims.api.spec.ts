import type { ClaimInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { Claimed } from './kit/claims';
import type { Client } from './kit/client';
import { recordClaims, soon } from './kit/graph';

let app: TestApp;
let admin: Client;
let claimed: Claimed;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  claimed = await Claimed.build(admin, 60);
});
afterAll(() => app.close());

describe('a bad claim is named, and costs no other', () => {
  const nobody = { source: 'nobody', id: 'nobody' };
  it.each<[what: string, given: () => Partial<ClaimInput>, code: string, message: RegExp]>([
    ['no source', () => ({ source: null }), 'INVALID', /^source: must be a text of 1 to 200 characters/],
    ['no id', () => ({ id: '' }), 'INVALID', /^id: must be a text of 1 to 200 characters/],
    ['no person', () => ({ person: null }), 'INVALID', /^person: must be \{source, id\}/],
    ['no skill', () => ({ skill: null }), 'INVALID', /^skill: must be \{source, id\}/],
    ['a person who is not there', () => ({ person: nobody }), 'NOT_FOUND', /^person does not exist: create/],
    ['a skill that is not there', () => ({ skill: nobody }), 'NOT_FOUND', /^skill does not exist: create/],
    [
      'a kind that there is not',
      () => ({ kind: 'GURU' }),
      'INVALID',
      /^kind: must be one of SELF, PEER, LEAD, CRED/,
    ],
    [
      'level 0',
      () => ({ level: 0 }),
      'INVALID',
      /^level: must be above 0 and below 1: nobody can claim .*0\.95/,
    ],
    [
      'level 1',
      () => ({ level: 1 }),
      'INVALID',
      /^level: must be above 0 and below 1: nobody can claim .*0\.95/,
    ],
    ['a level above 1', () => ({ level: 1.5 }), 'INVALID', /^level: must be above 0 and below 1/],
    ['a level that is no number', () => ({ level: 'good' }), 'INVALID', /^level: must be a number above 0/],
    ['neither level nor band', () => ({ level: null }), 'INVALID', /^give either level or band/],
    ['level and band', () => ({ level: 0.6, band: 'expert' }), 'INVALID', /^give either level or band/],
    [
      'a band that there is not',
      () => ({ band: 'guru' }),
      'INVALID',
      /^band: must be one of novice, competent, prof/,
    ],
    [
      'a peer who is not named',
      () => ({ kind: 'PEER' }),
      'INVALID',
      /^by: is required for a PEER claim: name who/,
    ],
    [
      'a lead who is not named',
      () => ({ kind: 'LEAD' }),
      'INVALID',
      /^by: is required for a LEAD claim: name who/,
    ],
    [
      'a peer who is not there',
      () => ({ kind: 'PEER', by: nobody }),
      'NOT_FOUND',
      /^by does not exist: create/,
    ],
    [
      'a credential of nothing',
      () => ({ kind: 'CREDENTIAL' }),
      'INVALID',
      /^credential: is required .* or issuer: name/,
    ],
    [
      'a credential that somebody states',
      () => ({ kind: 'CREDENTIAL', issuer: 'A', by: claimed.referenceOf(0) }),
      'INVALID',
      /^by: does not belong to a CREDENTIAL: name in issuer/,
    ],
    [
      'an issuer of no credential',
      () => ({ issuer: 'A' }),
      'INVALID',
      /^issuer: belongs to a CREDENTIAL only: leave it/,
    ],
    [
      'a name of no credential',
      () => ({ credential: 'A' }),
      'INVALID',
      /^credential: belongs to a CREDENTIAL only/,
    ],
    [
      'an issuer with too long a name',
      () => ({ kind: 'CREDENTIAL', issuer: 'a'.repeat(201) }),
      'INVALID',
      /^issuer: must not be longer than 200/,
    ],
    [
      'too many words',
      () => ({ statement: 'a'.repeat(1001) }),
      'INVALID',
      /^statement: must not be longer than 1000/,
    ],
    ['no time', () => ({ at: null }), 'INVALID', /^at: must be a date and time/],
    ['a time ahead', () => ({ at: soon(6) }), 'TIME_AHEAD', /^at: .* correct the clock or the time/],
  ])('%s', async (_, given, code, message) => {
    const person = claimed.someone();
    const payload = await recordClaims(admin, [
      claimed.claim(person, given()),
      claimed.claim(person, { level: 0.4 }),
    ]);
    expect(payload).toEqual({
      recorded: 1,
      duplicates: 0,
      results: [{ index: 1, status: 'RECORDED' }],
      errors: [{ index: 0, code, message: expect.stringMatching(message) as string }],
    });
    expect(await claimed.levelsOf(person)).toEqual([0.4]);
  });

  it('what people say of themselves as by another, or another as by themselves', async () => {
    const [person, other] = [claimed.someone(), claimed.someone()];
    const { errors } = await recordClaims(admin, [
      claimed.claim(person, { kind: 'PEER', by: { globalId: claimed.idOf(person) } }),
      claimed.claim(person, { kind: 'LEAD', by: claimed.referenceOf(person) }),
      claimed.claim(person, { by: claimed.referenceOf(other) }),
    ]);
    expect(errors.map(({ index, code, message }) => `${String(index)} ${code} ${message}`)).toEqual([
      expect.stringMatching(/^0 INVALID by: must not be the person: .* SELF claim/),
      expect.stringMatching(/^1 INVALID by: must not be the person: .* SELF claim/),
      expect.stringMatching(/^2 INVALID by: is the person for a SELF claim: leave it out, or give PEER/),
    ]);
    expect(await claimed.levelsOf(person)).toEqual([]);
  });
});
