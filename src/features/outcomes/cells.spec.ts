import fc from 'fast-check';
import type { GivenAnswer } from './answers.read';
import { cellsOf, type AnswerOfVersion, type KnownOfVersion } from './cells';

const day = 86_400_000;
let made = 0;
const given = (person: string, rest: Partial<GivenAnswer> = {}): GivenAnswer => ({
  id: `answer-${String(made++).padStart(6, '0')}`,
  person,
  score: 1,
  response: null,
  at: 1,
  recordedAt: 1,
  responseMs: null,
  attempt: 1,
  withdrawn: false,
  ...rest,
});
const one = { revision: 'one', publishedAt: 0 };
const two = { revision: 'two', publishedAt: 5 };
const known = (answers: readonly GivenAnswer[], rest: Partial<KnownOfVersion> = {}): KnownOfVersion => ({
  version: 'version',
  answers,
  askedBy: [one],
  visitsOf: () => [],
  teamAt: () => undefined,
  ...rest,
});
function cells(of: KnownOfVersion, exempt = false, now = 100): Map<string, AnswerOfVersion[]> {
  const steps = cellsOf(of, { shown: exempt ? 'everything' : 'released', now });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const shown = (of: KnownOfVersion, exempt?: boolean, now?: number) =>
  Object.fromEntries(
    [...cells(of, exempt, now)].map(([revision, answers]) => [
      revision,
      answers.map(({ person }) => person).join(''),
    ]),
  );
const everybody = (people: string, rest: Partial<GivenAnswer> = {}) =>
  [...people].map((person) => given(person, rest));

describe('first answers to a question version', () => {
  it('are shown of five people and more, and of everybody at once to who may see the individuals', () => {
    expect(shown(known(everybody('abcd')))).toEqual({ one: '' });
    expect(shown(known(everybody('abcd')), true)).toEqual({ one: 'abcd' });
    expect(shown(known(everybody('abcde')))).toEqual({ one: 'abcde' });
    expect(shown(known([...everybody('abcde'), ...everybody('fghi', { recordedAt: 2 })]))).toEqual({
      one: 'abcde',
    });
  });

  it('are the first attempts alone, of those that became known first where others see them', () => {
    const late = given('a', { attempt: 1, score: 0, recordedAt: 3 });
    const answers = [
      ...everybody('abcde', { attempt: 2 }),
      ...everybody('bcde', { attempt: 3, score: 0 }),
      late,
      ...everybody('fghi', { recordedAt: 4 }),
    ];
    const scores = (exempt: boolean) =>
      cells(known(answers), exempt)
        .get('one')!
        .map(({ score }) => score);
    expect(scores(true)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(scores(false)).toEqual([1, 1, 1, 1, 1]);
  });

  it('belong to the revision that their person had begun last, and else to the one published last by then', () => {
    const visits = new Map([
      ['b', [{ revision: 'one', at: 6, recordedAt: 1 }]],
      ['e', [{ revision: 'one', at: 6, recordedAt: 11 }]],
    ]);
    const of = known(
      [
        ...[given('a', { at: 4, recordedAt: 10 }), given('b', { at: 8, recordedAt: 10 })],
        ...[given('c', { at: 8, recordedAt: 10 }), given('d', { at: -1, recordedAt: 10 })],
        ...everybody('efghi', { at: 8, recordedAt: 10 }),
      ],
      { askedBy: [one, two], visitsOf: (person) => visits.get(person) ?? [] },
    );
    expect(shown(of, true)).toEqual({ one: 'abde', two: 'cfghi' });
    // Where others see them, by what was known when they were recorded.
    expect(shown(of)).toEqual({ one: '', two: 'cefghi' });
  });

  it('stand in no revision where none asked the version by then', () => {
    expect(shown(known(everybody('abcde'), { askedBy: [two] }))).toEqual({ '': 'abcde' });
  });

  it('drop out when they are withdrawn, and are no longer shown where fewer than five are left', () => {
    const six = everybody('abcdef');
    const without = (...people: string[]) =>
      six.map((answer) => ({ ...answer, withdrawn: people.includes(answer.person) }));
    expect(shown(known(without('b')))).toEqual({ one: 'acdef' });
    expect(shown(known(without('b', 'c')))).toEqual({ one: '' });
  });

  it('stand with the team that their person belonged to when the first was recorded', () => {
    const teamAt = (person: string, at: number) => (at < 50 && person < 'f' ? 'team' : 'other');
    expect(
      new Set(
        cells(known(everybody('abcdefghij'), { teamAt }))
          .get('one')!
          .map(({ person, team }) => `${team!} ${person}`),
      ),
    ).toEqual(
      new Set([...'abcde'].map((one) => `team ${one}`).concat([...'fghij'].map((one) => `other ${one}`))),
    );
  });
});

it('differ, in whichever revisions and teams at whichever moments, by those of five people at least or not at all', () => {
  const teams = [undefined, 'red', 'blue'] as const;
  const revisions = ['one', 'two'] as const;
  const moment = fc.integer({ min: 1, max: 24 }).map((eighths) => (eighths * day) / 8);
  const person = fc.record({
    team: fc.constantFrom(...teams),
    first: moment,
    // A second try that becomes known, and a visit that says where the answer was given.
    second: fc.option(moment, { nil: undefined }),
    visit: fc.option(fc.record({ revision: fc.constantFrom(...revisions), recordedAt: moment }), {
      nil: undefined,
      freq: 2,
    }),
  });
  const query = fc.record({
    now: moment,
    teams: fc.subarray([...teams]),
    revisions: fc.subarray([...revisions], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 4, maxLength: 40 }), query, query, (people, left, right) => {
      const of = known(
        people.flatMap(({ first, second }, place) => [
          given(String(place), { recordedAt: first }),
          ...(second === undefined ? [] : [given(String(place), { recordedAt: second, attempt: 2 })]),
        ]),
        {
          askedBy: [one, { ...two, publishedAt: 0.5 }],
          visitsOf: (name) => {
            const visit = people[Number(name)]!.visit;
            return visit ? [{ ...visit, at: 0 }] : [];
          },
          teamAt: (name) => people[Number(name)]!.team,
        },
      );
      const behind = (asked: typeof left) => {
        const found = cells(of, false, asked.now);
        return new Set(
          asked.revisions.flatMap((revision) =>
            (found.get(revision) ?? [])
              .filter(({ team }) => asked.teams.includes(team as (typeof teams)[number]))
              .map((answer) => `${answer.person} ${revision} ${String(answer.attempt)}`),
          ),
        );
      };
      const [some, others] = [behind(left), behind(right)];
      const differing = [...some, ...others]
        .filter((name) => some.has(name) !== others.has(name))
        .map((name) => name.split(' ')[0]);
      const count = new Set(differing).size;
      expect(count === 0 || count >= 5).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
