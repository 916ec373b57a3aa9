import fc from 'fast-check';
import { AnswerLogBuilder, type AnswerLog } from '../../src/estimators/answer-log';
import { stepAnswer, stepClaim } from '../../src/estimators/filter';
import { newPerson, type PersonState } from '../../src/estimators/person-state';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';
import type { Answered, Claimed, ModelParameters } from '../../src/estimators/types';

/** Spread evenly, both ends among them; doubles themselves would nearly all be tiny. */
export const real = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 4_096 }).map((step) => min + ((max - min) * step) / 4_096);

/** Between two powers of ten, every size alike. */
export const powers = (from: number, to: number): fc.Arbitrary<number> =>
  real(from, to).map((power) => 10 ** power);

/** The same, or nothing at all. */
export const size = (from: number, to: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 5, arbitrary: powers(from, to) }, { weight: 1, arbitrary: fc.constant(0) });

/** Parameters of every size that a fit might find, and far beyond. */
export const anyParameters: fc.Arbitrary<ModelParameters> = fc.record({
  generalMean: real(-2, 2),
  generalVariance: powers(-4, 1),
  skillVariance: powers(-4, 1),
  sittingVariance: size(-4, 1),
  sittingPersistence: fc.oneof(real(0.01, 1), fc.constant(1)),
  generalDriftPerDay: size(-6, 0),
  skillDriftPerDay: size(-6, 0),
  skillDriftPerSitting: size(-5, 0),
  skillDriftPerAnswer: size(-5, 0),
  gainRight: size(-3, -0.3),
  gainWrong: real(-0.3, 0.3),
  gainDecline: real(0, 2),
  gainVariance: size(-3, 0.5),
  warmUp: real(-1, 1),
  warmUpAnswers: powers(0, 2),
  guessing: fc.oneof(real(0, 0.4), fc.constant(0)),
  weaknessWeight: real(0, 2),
  repeatEase: real(-1, 1),
  repeatVariance: size(-3, 1),
  memoryVariance: size(-3, 1),
  memoryDrift: size(-4, 0),
  memoryGainRight: real(-0.3, 0.5),
  memoryGainWrong: real(-0.3, 0.5),
  recallRight: real(-1, 4),
  recallWrong: real(-1, 4),
  forgettingPerAnswer: size(-3, 0),
  forgettingPerDay: size(-2, 4),
  rightSharpness: fc.oneof(real(0.3, 3), fc.constant(1)),
  wrongSharpness: fc.oneof(real(0.3, 3), fc.constant(1)),
  recalibrationShift: fc.oneof(real(-1, 1), fc.constant(0)),
});

/** An answer or a claim, its day counted from the last known one. */
export interface Happening {
  /** NaN where no time is known. */
  readonly later: number;
  readonly answered?: Omit<Answered, 'day'>;
  readonly claimed?: Omit<Claimed, 'day'>;
}

const later = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: real(0, 0.4) },
  { weight: 2, arbitrary: real(0, 400) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);

export const skillNames = ['a', 'b', 'c'] as const;
const skill = fc.constantFrom(...skillNames);

const answerTo = (skills: fc.Arbitrary<string[]>): fc.Arbitrary<Happening> =>
  fc.record({
    later,
    answered: fc.record({
      question: fc.nat(3),
      skills,
      sitting: fc.constantFrom('morning', 'evening', null),
      difficulty: fc.oneof({ weight: 4, arbitrary: real(-4, 4) }, { weight: 1, arbitrary: real(-40, 40) }),
      difficultyVariance: size(-4, 1),
      discrimination: real(0.2, 4.5),
      attempt: fc.integer({ min: 1, max: 3 }),
      score: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: real(0, 1) }),
    }),
  });

export const anyAnswer = answerTo(skill.map((one) => [one]));
const anyAnswerOfSeveral = answerTo(fc.uniqueArray(skill, { minLength: 2 }));
export const anyClaim: fc.Arbitrary<Happening> = fc.record({
  later,
  claimed: fc.record({ skill, ability: real(-10, 10), variance: powers(-3, 1) }),
});

/** What may have happened to a person until now, in order. */
export const anyHistory: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyAnswer },
    { weight: 1, arbitrary: anyAnswerOfSeveral },
    { weight: 1, arbitrary: anyClaim },
  ),
  { maxLength: 15 },
);

/** Folds happenings into a person, and tells of the day of each before and after it. */
export function happen(
  parameters: ModelParameters,
  happenings: readonly Happening[],
  before: (person: PersonState, happening: Happening, day: number) => (() => void) | undefined = () =>
    undefined,
): PersonState {
  const person = newPerson<string>(parameters);
  let last = 0;
  for (const happening of happenings) {
    const day = last + happening.later;
    const after = before(person, happening, day);
    if (happening.answered) stepAnswer(person, { ...happening.answered, day }, parameters);
    if (happening.claimed) stepClaim(person, { ...happening.claimed, day }, parameters);
    after?.();
    if (!Number.isNaN(day)) last = day;
  }
  return person;
}

/** People of a known kind, and what they are asked. */
export interface Simulation {
  readonly people: number;
  readonly answersEach: number;
  /** Question q assesses skill q modulo skills. */
  readonly questions: readonly { readonly difficulty: number; readonly discrimination?: number }[];
  readonly skills: number;
  /** Standard deviations of general ability and of what each skill adds, logits. */
  readonly general: number;
  readonly own: number;
  /** What each answer adds to its skill, logits. */
  readonly gain?: number;
  readonly seed: number;
}

/** Their answers, to questions in random order; questions bear their place as id. */
export function simulatedLog(simulation: Simulation): AnswerLog {
  const { people, answersEach, questions, skills, general, own, gain = 0, seed } = simulation;
  const random = seededUniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const builder = new AnswerLogBuilder();
  // Everybody's first answers would number the questions: a log has them in the order of their ids here.
  for (let q = 0; q < questions.length; q++)
    builder.add({ person: 'first', question: String(q), skills: [String(q % skills)], score: q % 2 });
  for (let person = 0; person < people; person++) {
    const usual = general * normal();
    const abilities = Array.from({ length: skills }, () => usual + own * normal());
    for (let i = 0; i < answersEach; i++) {
      const q = Math.floor(random() * questions.length);
      const { difficulty, discrimination = 1 } = questions[q]!;
      const score = random() < logistic(discrimination * (abilities[q % skills]! - difficulty)) ? 1 : 0;
      builder.add({ person: String(person), question: String(q), skills: [String(q % skills)], score });
      abilities[q % skills]! += gain;
    }
  }
  return builder.build().log;
}
