import fc from 'fast-check';
import { ClaimKind } from '../evidence/claim.type';
import { percent } from '../../shared/percent';
import { summaryOfExplanation, type Explained } from './explanation-summary';
import { MasteryChangeKind } from './explanation.type';
import type { Change } from './trace';

const now = Date.UTC(2026, 5, 1);
const day = 86_400_000;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const movement = fc.oneof(
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
);
const change: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.constantFrom(...Object.values(MasteryChangeKind)),
    change: movement,
    age: fc.nat(1_000),
    expected: share,
    score: fc.oneof(fc.constantFrom(0, 1), share),
    by: fc.constantFrom(...Object.values(ClaimKind)),
  })
  .map(({ kind, change, age, expected, score, by }) => ({
    ...{ kind, change, at: now - age * day },
    ...(kind.endsWith('ANSWER') && {
      id: 'answer',
      answer: {
        version: 'v',
        expected,
        score,
        rescored: false,
        doubted: false,
        seenBefore: false,
        ofLearning: false,
      },
    }),
    ...(kind === MasteryChangeKind.CLAIM && { id: 'claim', claim: { kind: by, level: score } }),
  }));
const explained: fc.Arbitrary<Explained> = fc
  .record({
    prior: share,
    level: share,
    below: share,
    above: share,
    changes: fc.array(change, { maxLength: 30 }),
    answers: fc.nat(3_000),
    claims: fc.nat(4),
  })
  .map(({ prior, level, below, above, changes, answers, claims }) => ({
    ...{ prior, range: { level, low: level * below, high: level + (1 - level) * above }, asOf: now },
    ...{ answers, claims: answers === 0 ? claims + 1 : claims },
    changes: changes.sort((one, other) => other.at - one.at),
  }));

const date = (at: number) => new Date(at).toISOString().slice(0, 10);

it('has at most three sentences, and no figure that is not in the explanation or its mastery', () => {
  fc.assert(
    fc.property(explained, (one) => {
      const { prior, range, answers, claims, changes } = one;
      const summary = summaryOfExplanation(one);
      expect(summary).toMatch(/\.$/);
      expect(summary.split('.').length - 1).toBeLessThanOrEqual(3);
      const percents = [prior, range.level, range.low, range.high].map((x) => percent(x).replace(/^\D+/, ''));
      const points = changes.map((one) => Math.round(100 * Math.abs(one.change)));
      const sayable = [
        ...percents,
        ...changes.map(({ at }) => date(at)),
        ...[...points, answers, claims].map(String),
      ];
      const figures = summary.match(/\d{4}-\d\d-\d\d|\d+ %|\d+/g) ?? [];
      expect(figures.filter((figure) => !sayable.includes(figure))).toEqual([]);
      expect(summary).not.toMatch(/NaN|undefined|false| 0 points?| 1 points| 1 answers/);
    }),
  );
});

const rightAnswer = {
  version: 'v',
  expected: 0.5,
  score: 1,
  rescored: false,
  doubted: false,
  seenBefore: false,
  ofLearning: false,
};
const right = (change: number, age: number): Change => ({
  ...{ kind: MasteryChangeKind.ANSWER, change, at: now - age * day, id: 'a' },
  answer: rightAnswer,
});
const known = {
  ...{ prior: 0.5, range: { level: 0.74, low: 0.61, high: 0.84 }, asOf: now },
  ...{ answers: 2, claims: 0, changes: [right(0.16, 1), right(0.08, 40)] },
};

it('says where the level stands, how sure that is, and what moved it most', () => {
  expect(summaryOfExplanation(known)).toBe(
    'The level is 74 % and is roughly known: in nine cases out of ten the true level lies between 61 % and 84 %. From 50 %, where everybody starts, it was moved by 2 answers on this skill, most of all by a right answer on 2026-05-31 (up 16 points) and a right answer on 2026-04-22 (up 8 points).',
  );
});

it('says what there is to doubt: claims alone, old evidence, answers on other skills', () => {
  const claim: Change = {
    ...{ kind: MasteryChangeKind.CLAIM, change: 0.1, at: now - 400 * day, id: 'c' },
    claim: { kind: ClaimKind.LEAD, level: 0.8 },
  };
  const related: Change = {
    ...{ kind: MasteryChangeKind.RELATED_ANSWER, change: -0.05, at: now - 10 * day, id: 'r' },
    answer: rightAnswer,
  };
  const doubted = { ...known, answers: 0, claims: 1, changes: [related, claim] };
  expect(summaryOfExplanation(doubted)).toMatch(
    / by 1 claim on this skill, most of all by a claim by a lead on 2025-04-27 \(up 10 points\) and a right answer on other skills on 2026-05-22 \(down 5 points\)\. But no answer has confirmed it yet, it rests on claims alone; the latest evidence is old, from 2025-04-27, and certainty fades; much of its movement comes from answers on other skills, some of which moved it against what they scored\.$/,
  );
  const [first, second] = known.changes;
  const faulty = { ...second!, answer: { ...second!.answer!, doubted: true } };
  expect(summaryOfExplanation({ ...known, changes: [first!, faulty] })).toMatch(
    / But 1 of 2 answers counts less, since the question is likely at fault\.$/,
  );
  const again = { ...second!, answer: { ...second!.answer!, seenBefore: true } };
  expect(summaryOfExplanation({ ...known, changes: [first!, again] })).toMatch(
    / But 1 of 2 answers counts less, since it is to a question answered before, which may be remembered\.$/,
  );
  expect(summaryOfExplanation({ ...known, changes: [right(0.2, 300)] })).toMatch(
    / But the latest evidence is old/,
  );
});
