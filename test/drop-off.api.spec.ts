import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import { Course } from './kit/capture';
import type { Client } from './kit/client';
import { TIME_TO_COMPLETION } from './kit/exhaust-operations';
import { Ways, type Way } from './kit/ways';

let app: TestApp;
let admin: Client;
let author: Client;
let ways: Ways;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  author = await app.as('author');
  ways = new Ways(admin, await Course.build(admin, 40, 0));
});
afterAll(() => app.close());

/** Weeks in remission under 6-MP of 21 children with leukaemia (Freireich and others 1963, Blood 21); the others were censored. */
const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const remissions = (to: (week: number) => Way['pages']) =>
  [...relapsed, ...censored].map((week, person) => {
    const become = person < relapsed.length ? 'left' : person % 2 === 0 ? 'completed' : 'under way';
    return [person, { pages: to(week), become }] as const;
  });
const published = [
  [6, 21, 3],
  [7, 17, 1],
  [10, 15, 1],
  [13, 12, 1],
  [16, 11, 1],
  [22, 7, 1],
  [23, 6, 1],
] as const;

describe('the drop-off rate', () => {
  it('is by page the published product-limit estimate of remissions under 6-MP', async () => {
    const { module, id } = await ways.moduleOf(35);
    await ways.take(
      module,
      remissions((week) => [
        [1, 10],
        [week, 10],
      ]),
    );
    const figure = await ways.shown(id);
    expect(figure).toMatchObject({ people: 21, left: 9, completed: 6, underWay: 6 });
    expect(figure.byPage.map(({ at, atRisk, left }) => [at, atRisk, left])).toEqual(published);
    let surviving = 1;
    for (const [place, [, atRisk, left]] of published.entries()) {
      surviving *= 1 - left / atRisk;
      expect(Math.abs(figure.byPage[place]!.surviving - surviving)).toBeLessThan(1e-9);
    }
    // Collett 2015, and Stata's sts list, to four digits.
    expect(figure.byPage.map(({ low, high }) => [low!.toFixed(4), high!.toFixed(4)])).toEqual([
      ['0.6197', '0.9516'],
      ['0.5631', '0.9228'],
      ['0.5032', '0.8894'],
      ['0.4316', '0.8491'],
      ['0.3675', '0.8049'],
      ['0.2678', '0.7468'],
      ['0.1881', '0.6801'],
    ]);
    expect(figure.rate).toBeCloseTo(1 - 0.4482, 4);
    expect(figure.summary).toMatch(/^55 % leave before they complete it, likely between 32 % and 81 %/);
    expect(await ways.shown(id, {}, author)).toMatchObject({ rate: 0.55, low: 0.32, high: 0.81 });
  });

  it('is by minute of active time the same', async () => {
    const { module, id } = await ways.moduleOf(3);
    await ways.take(
      module,
      remissions((week) => [
        [1, 30],
        [2, week * 60 - 30],
      ]),
    );
    const { byMinute } = await ways.shown(id);
    expect(byMinute.map(({ at, atRisk, left }) => [at, atRisk, left])).toEqual(published);
    expect(byMinute.at(-1)!.surviving).toBeCloseTo(0.4482, 4);
  });

  it('counts late entrants from the page at which they came in', async () => {
    const { module, id } = await ways.moduleOf(7);
    const way = (from: number, to: number, become: Way['become'] = 'left') =>
      ({
        pages: [
          [from, 1],
          [to, 1],
        ],
        become,
      }) as Way;
    const taken = [
      way(1, 2),
      way(1, 4),
      way(1, 5, 'completed'),
      way(3, 4),
      way(4, 6),
      way(3, 3, 'under way'),
    ];
    await ways.take(
      module,
      taken.map((one, person) => [person, one] as const),
    );
    expect((await ways.shown(id)).byPage).toMatchObject([
      { at: 2, atRisk: 3, left: 1, surviving: 2 / 3 },
      { at: 4, atRisk: 4, left: 2, surviving: 1 / 3 },
      { at: 6, atRisk: 1, left: 1, surviving: 0, low: null, high: null },
    ]);
  });
});

describe('the time to completion', () => {
  it('is of those who completed, with quartiles, against what was expected', async () => {
    const { module, id } = await ways.moduleOf(2, { expectedMinutes: 20 });
    const time = async (client = admin) =>
      (await client.get(TIME_TO_COMPLETION, { id })).module!.current!.timeToCompletion;
    const way = (minutes: number): Way => ({
      pages: [
        [1, minutes * 30],
        [2, minutes * 30],
      ],
      become: 'completed',
    });
    const left: Way = { pages: [[1, 5]], become: 'left' };
    await ways.take(
      module,
      [10, 11, 12, 13, 14, 15].map((person) => [person, person < 14 ? way(10) : left] as const),
    );
    expect(await time()).toEqual({
      __typename: 'Withheld',
      reason: 'Fewer than 5 people completed this, as far as is released: too few to say anything of.',
    });
    const minutes = [12, 16.25, 17, 18, 21, 40];
    await ways.take(
      module,
      minutes.map((one, place) => [22 + place, way(one)] as const),
    );
    expect(await time()).toMatchObject({
      ...{ people: 10, expectedMinutes: 20, firstQuartileMinutes: 10, medianMinutes: 14.125 },
      ...{ thirdQuartileMinutes: 17.75, low: 10, high: 21 },
      summary:
        '14.1 minutes of active time is the median of 10 people who completed it, where 20 minutes were expected; half of them take between 10.0 and 17.8.',
    });
    expect(await time(author)).toMatchObject({ medianMinutes: 14.1, thirdQuartileMinutes: 17.8 });
  });
});

it('and what docs/exhaust.md asks for fits the schema', () => {
  const file = (name: string) => readFileSync(join(__dirname, '..', name), 'utf8');
  const [, operation = ''] = /```graphql\n([^]*?)```/.exec(file('docs/exhaust.md')) ?? [];
  expect(validate(buildSchema(file('schema/schema.graphql')), parse(operation))).toEqual([]);
});
