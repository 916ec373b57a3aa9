import fc from 'fast-check';
import { day } from './graph';

export const numberOfPeople = 3;
export const numberOfWriters = 8;
/** By position: the skills that each question assesses. */
export const questionSkills = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 3]];

/** One item of evidence, by positions, free of any source. */
export type Item =
  | {
      kind: 'answer';
      id: string;
      person: number;
      question: number;
      day: number;
      attempt: number;
      sitting: string | null;
      score: number;
    }
  | {
      kind: 'claim';
      id: string;
      person: number;
      skill: number;
      day: number;
      level: number;
      stated: 'SELF' | 'CREDENTIAL' | 'PEER';
    }
  | { kind: 'withdrawal'; about: string; of: 'answer' | 'claim' };
export type Answer = Extract<Item, { kind: 'answer' }>;
export type Claim = Extract<Item, { kind: 'claim' }>;
/** What moves mastery. */
export type Fact = Answer | Claim;

/** When an item is sent: by whom, and in which place of all that this writer sends. */
export interface Delivery {
  readonly writer: number;
  readonly place: number;
}

const delivery = fc.record({
  writer: fc.nat(numberOfWriters - 1),
  place: fc.nat(1_000),
});
const deliveries = fc.array(delivery, { minLength: 1, maxLength: 3 });

/** Few days, so that much ties and only attempts and ids tell it apart. */
const when = fc.oneof(fc.nat(4), fc.double({ min: -1_000, max: 30, noNaN: true }));

const claims = fc.array(
  fc.record({
    person: fc.nat(numberOfPeople - 1),
    skill: fc.nat(2),
    day: when,
    level: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    stated: fc.constantFrom('SELF' as const, 'CREDENTIAL' as const, 'PEER' as const),
    withdrawn: fc.boolean(),
    deliveries,
    withdrawnBy: deliveries,
  }),
  { maxLength: 12 },
);

const answers = fc.array(
  fc.record({
    person: fc.nat(numberOfPeople - 1),
    question: fc.nat(questionSkills.length - 1),
    day: when,
    attempt: fc.integer({ min: 1, max: 2 }),
    sitting: fc.constantFrom('morning', 'evening', null),
    score: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    withdrawn: fc.boolean(),
    deliveries,
    withdrawnBy: deliveries,
  }),
  { minLength: 1, maxLength: 24 },
);

/** A history with all the times that each item is sent. */
export const histories = fc.record({
  answers,
  claims,
  withdrawnOften: fc.boolean(),
  unknown: fc.array(deliveries, { maxLength: 2 }),
  batchSizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
});

export type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;
export type Scheduled = { item: Item; deliveries: readonly Delivery[] }[];

export function scheduleOf({ answers, claims, withdrawnOften, unknown }: History): Scheduled {
  const place = (index: number) => String(index).padStart(3, '0');
  // Every third claim has an id before that of an answer given at the same moment, the others after all of them.
  const claimId = (index: number) =>
    index % 3 === 0 ? `item-${place(index)}-claim` : `said-${place(index)}`;
  const sent = [
    ...answers.map(({ deliveries, withdrawn, withdrawnBy, ...content }, index) => ({
      item: { kind: 'answer' as const, id: `item-${place(index)}`, ...content },
      deliveries,
      taken: withdrawn && (withdrawnOften || index % 4 === 0),
      withdrawnBy,
    })),
    ...claims.map(({ deliveries, withdrawn, withdrawnBy, ...content }, index) => ({
      item: { kind: 'claim' as const, id: claimId(index), ...content },
      deliveries,
      taken: withdrawn,
      withdrawnBy,
    })),
  ];
  return [
    ...sent.flatMap(({ item, deliveries, taken, withdrawnBy }): Scheduled => {
      const { id, kind } = item;
      const withdrawing = {
        item: { kind: 'withdrawal' as const, about: id, of: kind },
        deliveries: withdrawnBy,
      };
      return taken ? [{ item, deliveries }, withdrawing] : [{ item, deliveries }];
    }),
    ...unknown.map((deliveries, index) => ({
      item: {
        kind: 'withdrawal' as const,
        about: `never-sent-${index}`,
        of: index === 0 ? ('answer' as const) : ('claim' as const),
      },
      deliveries,
    })),
  ];
}

/** The order in which evidence counts, by what the person did and not by when it was sent. */
export function inOrder(facts: readonly Fact[]): Fact[] {
  const attemptOf = (fact: Fact): number => (fact.kind === 'answer' ? fact.attempt : 0);
  return [...facts].sort(
    (left, right) =>
      Date.parse(day(left.day)) - Date.parse(day(right.day)) ||
      attemptOf(left) - attemptOf(right) ||
      (left.id < right.id ? -1 : 1),
  );
}

/** Without what counts no more: of the claims by one claimant on a skill all but the last, of facts in order. */
export function counting(facts: readonly Fact[]): Fact[] {
  const standing = (fact: Fact) =>
    fact.kind === 'claim' ? `${fact.person} ${fact.skill} ${fact.stated}` : fact.id;
  return facts.filter(
    (fact, index) => !facts.slice(index + 1).some((other) => standing(other) === standing(fact)),
  );
}

/** Splits into batches of the sizes given, over and over. */
export function split<Value>(values: readonly Value[], sizes: readonly number[]): Value[][] {
  const batches: Value[][] = [];
  for (let from = 0; from < values.length; from += batches.at(-1)!.length) {
    batches.push(values.slice(from, from + sizes[batches.length % sizes.length]!));
  }
  return batches;
}
